package import DialogueModel

/// Applies an edited wording document to a pack: it changes texts only, and either all of them or none.
package struct WordingImport {
  /// The changes to one file.
  package struct Change: Sendable {
    /// The path of the file inside the pack's folder.
    package var path: String
    /// The number of texts that change.
    package var count: Int
    fileprivate(set) var edits: [TextEdit] = []

    /// The new bytes of the file, given its present bytes on disk.
    package func made(in file: some Collection<UInt8>) -> [UInt8] { edits.made(in: file) }
  }

  /// The changes to each file that has any; empty if no text differs.
  package private(set) var changes: [Change] = []
  private let pack: PackTexts
  private let files: [SourceFile]
  private let document: SourceFile
  private var problems: [Diagnostic] = []
  /// The texts that differ.
  private var edited: [(old: PackText, new: WordingDocument.Entry)] = []

  /// Reads the document, and the pack as it would be afterwards; throws the problems of either.
  package init(
    _ document: SourceFile, into files: [SourceFile], local: SourceFile? = nil
  ) throws(Diagnostics) {
    self.files = files
    self.document = document
    pack = PackTexts(PackFiles(files))
    gather()
    try throwProblems()
    let new = write()
    try throwProblems()
    do {
      _ = try Script.read(files: new, local: local)
    } catch {
      throw Diagnostics(placed(error.all, in: new))
    }
  }

  private func throwProblems() throws(Diagnostics) {
    if !problems.isEmpty { throw Diagnostics(Diagnostic.inOrder(problems, in: [document])) }
  }

  private mutating func gather() {
    let read = WordingDocument(document)
    problems = read.problems
    let texts = Dictionary(pack.texts.map { ($0.id, $0) }) { first, _ in first }
    var seen: Set<String> = []
    for entry in read.entries {
      guard let old = texts[entry.id.text] else {
        report(
          .unknownName, "the pack has no text `\(entry.id.text)`",
          fix: Name.suggestion(for: entry.id.text, among: texts.keys)
            ?? "delete it, or export the wording anew", at: entry.id.place)
        continue
      }
      if !seen.insert(entry.id.text).inserted {
        report(
          .duplicateName, "`\(entry.id.text)` is here a second time",
          fix: "delete one of the two",
          at: entry.id.place)
      }
      if entry.text.isSame(as: old.text) { continue }
      problems += entry.problems(against: old)
      edited.append((old, entry))
    }
  }

  /// Makes the changes in memory, and returns the files as they would be.
  private mutating func write() -> [SourceFile] {
    var result = files
    for (number, file) in files.enumerated() {
      let here = edited.filter { $0.old.scalar.place.file == file.path }
      guard let first = here.first else { continue }
      let lines = FileLines(file.text)
      var change = Change(path: file.path, count: here.count)
      for (old, new) in here {
        if let edit = TextWriting(old: old, new: new.text, lines: lines).edit() {
          change.edits.append(edit)
        } else {
          report(
            .layout, "this text can't be written into \(file.path)",
            fix: "change it in that file, or leave out what is unusual in it", at: new.id.place)
        }
      }
      result[number] = SourceFile(
        path: file.path, text: String(decoding: change.made(in: file.text.utf8), as: UTF8.self))
      if change.edits.count == here.count, !isAsMeant(result[number], here) {
        report(
          .layout, "the new texts can't be written into \(file.path)",
          fix: "change them in that file",
          at: first.new.id.place)
      }
      changes.append(change)
    }
    return result
  }

  /// Whether a file reads as before, except for the new texts.
  private func isAsMeant(
    _ file: SourceFile, _ here: [(old: PackText, new: WordingDocument.Entry)]
  ) -> Bool {
    guard let old = pack.trees[file.path] else {
      return here.allSatisfy { file.text.withoutLastLineEnds.isSame(as: $0.new.text) }
    }
    var yaml = YAMLReading(file)
    guard let new = yaml.read(), yaml.problems.isEmpty else { return false }
    let texts = Dictionary(here.map { ($0.old.scalar.place, $0) }) { first, _ in first }
    let (before, after) = (old.scalars, new.scalars)
    return before.count == after.count
      && zip(before, after).allSatisfy { before, after in
        guard let text = texts[before.place] else { return before.text.isSame(as: after.text) }
        let ends = before.text.utf8.count - text.old.text.utf8.count
        return after.text.withoutLastLineEnds.isSame(as: text.new.text)
          && (text.old.hasSlots || after.text.utf8.count == text.new.text.utf8.count + ends)
      }
  }

  /// Moves the pack's problems to the document's lines if they are in a text that it changes.
  private func placed(_ problems: [Diagnostic], in files: [SourceFile]) -> [Diagnostic] {
    let passages = Dictionary(
      PackTexts(PackFiles(files)).texts.map { ($0.id, $0.passage) },
      uniquingKeysWith: { first, _ in first })
    let placed = problems.map { problem in
      var problem = problem
      for (old, new) in edited {
        if let offset = passages[old.id]?.offset(of: problem.place) {
          problem.place = new.place(at: offset)
          break
        }
      }
      return problem
    }
    return Diagnostic.inOrder(placed, in: files + [document])
  }

  private mutating func report(
    _ code: Diagnostic.Code, _ message: String, fix: String, at place: SourcePlace
  ) {
    problems.append(Diagnostic(code, message, fix: fix, at: place))
  }
}

extension YAMLNode {
  /// All its texts, including names, in the order of the file.
  fileprivate var scalars: [Scalar] {
    switch self {
    case .scalar(let scalar): [scalar]
    case .list(let items, _): items.flatMap(\.scalars)
    case .map(let entries, _): entries.flatMap { [$0.key] + $0.value.scalars }
    }
  }
}

extension Passage {
  /// The byte of the text that is at a place of its file.
  fileprivate func offset(of place: SourcePlace) -> Int? {
    (0...text.utf8.count).first { self.place(at: $0) == place }
  }
}
