import DialogueEngine
import DialogueModel

/// Goes on with a conversation that is kept on the machine, before anything is typed in this one.
enum Resume: ChatAction {
  static let action = Command.Action.resume

  static func carryOut(_ argument: String, in chat: inout Chat) -> [String] {
    let hasAnswers = !chat.conversation.kept.isEmpty || chat.isInLines
    guard !hasAnswers || chat.isKept else { return chat.unable(.resumeLater) + [chat.question] }
    chat.errand = .resume(argument)
    return []
  }
}
