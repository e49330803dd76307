import DialogueCompiler
import DialogueEngine
import DialogueModel

/// A pack with one file replaced: the first line is its path, such as `letters/note.md`, the rest
/// its text.
struct FuzzedPacks {
  private let files: [SourceFile]
  private let today: CivilDate

  init() throws {
    guard let today = CivilDate(iso: "2026-11-16") else { throw FuzzedService.Missing() }
    (files, self.today) = (try TestPacks.fuzzed(), today)
  }

  /// Every diagnostic has a place, and a pack without errors can be used for a conversation.
  func fault(_ bytes: [UInt8]) -> String? {
    guard let text = String(validating: bytes, as: UTF8.self) else { return nil }
    let parts = text.split(separator: "\n", maxSplits: 1, omittingEmptySubsequences: false)
    let given = SourceFile(path: String(parts[0]), text: parts.count > 1 ? String(parts[1]) : "")
    let files = files.filter { $0.path != given.path } + [given]
    let reading = PackReading(files, local: .standIn)
    for problem in reading.problems {
      guard files.contains(where: { $0.path == problem.place.file }), problem.place.line > 0,
        problem.place.column > 0, !problem.message.isEmpty
      else { return "a problem that stands nowhere" }
    }
    guard reading.problems.allSatisfy(\.code.isWarning) else { return nil }
    guard let script = reading.script else { return "neither a script nor a fault" }
    return talk(Conversation(script, today: today))
  }

  /// Has a conversation of a few turns, with an answer of each kind.
  private func talk(_ conversation: Conversation) -> String? {
    var conversation = conversation
    var letters = conversation.opening.count
    for turn in 0..<40 {
      guard let number = conversation.question else { break }
      let question = conversation.script.questions[number]
      letters += conversation.print(question.text).utf8.count
      let kept = Self.answer(to: question, turn)
      letters +=
        conversation.answer(
          number, with: conversation.script.answer(to: number, from: kept) ?? .notKnown
        ).count
      letters += conversation.left
      if conversation.question == number { return "a question that is asked again" }
    }
    letters += conversation.drafts.count
    return letters < 0 ? "nothing" : nil
  }

  private static func answer(to question: Question, _ turn: Int) -> StoredAnswer {
    switch question.type {
    case .yesNo: .truth(turn % 3 != 0)
    case .oneOf: .text(question.options.last?.id ?? "")
    case .anyOf: .list(question.combinableOptions.prefix(2).map { question.options[$0].id })
    case .list: .list(["Kim"])
    case .text: .text("By the gate.")
    case .number: .number(3)
    case .date: .text("1911-05-03")
    case .time: .text("16:30")
    case .moment: .text("2026-11-16T16:30")
    }
  }
}

extension TestPacks {
  /// The pack that fuzzers change and use.
  static func fuzzed() throws -> [SourceFile] {
    try whole(files(in: "\(root)/Tests/Fuzz/pack"), entry: "visit")
  }
}
