import DialogueEngine
import DialogueModel

/// Says why the question is asked, and gives its source.
enum Why: ChatAction {
  static let action = Command.Action.why

  static func carryOut(_ argument: String, in chat: inout Chat) -> [String] {
    [chat.why]
  }
}

extension Chat {
  fileprivate var why: String {
    guard let number = conversation.question else { return words(.noWhy) }
    let question = conversation.script.questions[number]
    let source = question.source.flatMap { conversation.script.sources[$0] }
    let lines = [
      question.why.map { conversation.print($0) },
      source.map { words(.source, ["title": $0.title, "date": $0.date]) },
    ].compactMap { $0 }
    return lines.isEmpty ? words(.noWhy) : lines.joined(separator: "\n")
  }
}
