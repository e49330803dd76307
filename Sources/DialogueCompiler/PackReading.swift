package import DialogueModel

/// A pack as it was read: its script, if the files make one, and every problem of every file.
package struct PackReading: Sendable {
  /// Also there when the pack has faults, for what else can be told of it; then it is never talked through.
  package var script: Script?
  package var problems: [Diagnostic]

  /// What stands for a local file.
  package enum Local: Sendable {
    case none
    case file(SourceFile)
    /// The local lines of a scenario: a local file without its head.
    case lines(SourceFile)
    /// Every local file at once: fields that may say anything, lists with items of every kind or with none.
    case standIn
  }

  package init(_ files: [SourceFile], local: Local = .none) {
    self.init(PackFiles(files), local: local)
  }

  /// Makes a script of the files of a pack; a file with a syntax error tells of that one only.
  package init(_ pack: PackFiles, local: Local = .none) {
    var reader = PackReader()
    for part in pack.readings { reader.add(part) }
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
      let standIn = AnyLocalFile(for: reader.pack)
      for list in standIn.tooVaried {
        reader.tell(
          .tooLarge,
          "conditions tell the items of `\(list.text)` apart in too many ways to look at",
          fix: "test fewer of its fields", at: list.place)
      }
      answers = .standIn(for: standIn.lists)
    }
    var compiler = Compiler(reader.pack, local: answers, lost: reader.lost)
    script = compiler.compile()
    problems = Diagnostic.inOrder(reader.problems + compiler.problems, in: all)
    // In another language the rest need not be wrong.
    if let other = problems.first(where: { $0.code == .languageVersion }) { problems = [other] }
  }
}

extension PackFiles {
  /// The script read with the local lines of a scenario.
  package func script(localLines: String, in path: String) throws(Diagnostics) -> Script {
    let file = SourceFile(path: path, text: localLines)
    let reading = PackReading(self, local: .lines(file))
    let faults = reading.problems.filter { !$0.code.isWarning }
    guard let script = reading.script, faults.isEmpty else { throw Diagnostics(faults) }
    return script
  }
}

extension Script {
  /// Reads a pack that is to be talked through; throws every problem when one of them forbids that.
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
  /// The problems by place, each once, with the lines they stand on.
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
