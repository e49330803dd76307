package import DialogueModel

/// The result of reading a pack: its script, if the files make one, and every problem of every file.
package struct PackReading: Sendable {
  /// The compiled script; nil if the files don't make one.
  ///
  /// A faulty pack may have one for further checks, but it must never be used for a conversation.
  package var script: Script?
  /// Every problem found in the files, sorted by place.
  package var problems: [Diagnostic]

  /// Which local file the pack is read with.
  package enum Local: Sendable {
    case none
    case file(SourceFile)
    /// The local lines of a scenario, which are a local file without its header.
    case lines(SourceFile)
    /// Every possible local file at once: fields with any value, lists with items of every kind or without any.
    case standIn
  }

  /// Reads these files and compiles them.
  package init(_ files: [SourceFile], local: Local = .none) {
    self.init(PackFiles(files), local: local)
  }

  /// Compiles files that have been read; a file with a syntax error reports that one only.
  package init(_ pack: PackFiles, local: Local = .none) {
    var reader = PackReader()
    for part in pack.readings { reader.add(part) }
    if let shared = pack.sharedLanguage { reader.complete(with: shared) }
    var all = pack.files
    var answers = LocalAnswers()
    switch local {
    case .none: break
    case .file(let file):
      answers = reader.readLocal(file)
      all.append(file)
    case .lines(let file):
      answers = reader.readLocal(file, isWhole: false)
      all.append(file)
    case .standIn:
      let standIn = AnyLocalFile(for: reader.pack, in: pack.files)
      for list in standIn.tooVaried {
        reader.report(
          .tooLarge,
          "conditions tell the items of `\(list.text)` apart in too many ways to look at",
          fix: "test fewer of its fields", at: list.place)
      }
      answers = .standIn(for: standIn.lists, hours: standIn.hours)
    }
    var compiler = Compiler(
      reader.pack, digest: pack.digest, local: answers, listening: pack.listening,
      lost: reader.lost)
    script = compiler.compile()
    problems = Diagnostic.inOrder(reader.problems + compiler.problems, in: all)
    // A pack for another version of the language need not have the other problems.
    if let other = problems.first(where: { $0.code == .languageVersion }) { problems = [other] }
  }
}

extension PackFiles {
  /// The script read with the local lines of a scenario; throws its errors if there are any.
  package func script(localLines: String, in path: String) throws(Diagnostics) -> Script {
    let file = SourceFile(path: path, text: localLines)
    let reading = PackReading(self, local: .lines(file))
    let faults = reading.problems.filter { !$0.code.isWarning }
    guard let script = reading.script, faults.isEmpty else { throw Diagnostics(faults) }
    return script
  }
}

extension Script {
  /// Reads a pack for a conversation; throws every error if there is one.
  package static func read(
    files: [SourceFile], local: SourceFile? = nil
  ) throws(Diagnostics) -> Script {
    let reading = PackReading(files, local: local.map { .file($0) } ?? .none)
    let faults = reading.problems.filter { !$0.code.isWarning }
    guard let script = reading.script, faults.isEmpty else { throw Diagnostics(faults) }
    return script
  }
}

extension Diagnostic {
  /// The problems sorted by place, each once, with the line of the file that each is on.
  package static func inOrder(_ problems: [Diagnostic], in files: [SourceFile]) -> [Diagnostic] {
    let named = Set(problems.map(\.place.file))
    let lines = Dictionary(
      files.filter { named.contains($0.path) }.map { ($0.path, FileLines($0.text)) }
    ) { first, _ in first }
    return Set(problems).map { problem in
      var problem = problem
      let line = lines[problem.place.file]?[problem.place.line] ?? []
      problem.line = String(decoding: line, as: UTF8.self)
      return problem
    }.sorted { ($0.place, $0.message) < ($1.place, $1.message) }
  }
}
