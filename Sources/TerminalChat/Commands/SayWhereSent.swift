import DialogueModel

/// Notes in the history of a kept conversation to whom a letter was sent, in the person's words.
enum SayWhereSent: ChatAction {
  static let action = Command.Action.sent

  static func carryOut(_ argument: String, in chat: inout Chat) -> [String] {
    guard chat.isKept else { return chat.unable(.sentNotKept) + [chat.question] }
    guard !argument.isEmpty else { return chat.unable(.sentWhere) + [chat.question] }
    chat.happenings.append(.sent(argument))
    return [chat.words(.sentNoted, ["words": chat.shown(argument)]), chat.question]
  }
}
