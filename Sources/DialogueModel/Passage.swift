/// One text of a pack that people read, with its identity and the place of every stretch of it.
package struct Passage: Hashable, Sendable {
  /// The text's identity, made of the names of the language: `visit.door.text`.
  ///
  /// It stays the same when the text moves within its file or to another one.
  package var id: String
  /// The text in runs, each a line or part of a line as it reads; joined they are the text.
  ///
  /// The line end, or the blank that joins a folded line, belongs to the run before it. A sign that is written
  /// differently from how it reads, such as a quote with a backslash, is its own run. Line ends at the end of a text
  /// are left out.
  package var runs: [Run]

  /// A stretch of the text from one place in the file: a line or part of one, or a sign written differently.
  package struct Run: Hashable, Sendable {
    /// What the run reads, with its line end if it has one.
    package var text: String
    /// Where the run begins in the file.
    package var place: SourcePlace

    package init(text: String, place: SourcePlace) {
      self.text = text
      self.place = place
    }
  }

  /// The start of the id of a text that advises on a wording; such a text may use the words it advises against.
  package static let advice = "instead "

  package init(id: String, runs: [Run]) {
    self.id = id
    self.runs = runs
  }

  /// The whole text, all runs joined.
  package var text: String { runs.map(\.text).joined() }

  /// The file that the text is written in; empty for a text without runs.
  package var file: String { runs.first?.place.file ?? "" }

  /// The place in the file of a byte of the text, counted in UTF-8.
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
