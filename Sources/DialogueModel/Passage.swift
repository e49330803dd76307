/// One text of a pack that people read, with its identity and where each stretch of it stands.
package struct Passage: Hashable, Sendable {
  /// Made of the names of the language, such as `visit.door.text`: the same when order or file changes.
  package var id: String
  /// What stands in the file as it reads, a line or a part of one each; joined they are the text.
  ///
  /// The line end, or the blank that joins a folded line, belongs to the run before it. A sign written
  /// otherwise than it reads, such as a quote with a backslash, is a run of its own. Line ends at the end
  /// of a text are not part of it.
  package var runs: [Run]

  package struct Run: Hashable, Sendable {
    package var text: String
    package var place: SourcePlace

    package init(text: String, place: SourcePlace) {
      self.text = text
      self.place = place
    }
  }

  /// What the id of a text starts with that tells people of a wording of theirs; it may name that wording.
  package static let advice = "instead "

  package init(id: String, runs: [Run]) {
    self.id = id
    self.runs = runs
  }

  package var text: String { runs.map(\.text).joined() }

  /// The file it stands in.
  package var file: String { runs.first?.place.file ?? "" }

  /// The place of a byte of the text in UTF-8.
  package func place(at offset: Int) -> SourcePlace {
    var left = max(0, offset)
    for (number, run) in runs.enumerated() {
      let bytes = run.text.utf8
      guard left >= bytes.count, number + 1 < runs.count else {
        var place = run.place
        place.column += bytes.prefix(left).count { $0 & 0xC0 != 0x80 }
        return place
      }
      left -= bytes.count
    }
    return SourcePlace(file: file, line: 1, column: 1)
  }
}
