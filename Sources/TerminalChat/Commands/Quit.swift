import DialogueModel

/// Ends the chat.
enum Quit: ChatAction {
  static let action = Command.Action.quit

  static func carryOut(_ argument: String, in chat: inout Chat) -> [String] {
    chat.isOver = true
    return [chat.words(.quit)]
  }
}
