import DialogueModel

/// Clears the screen without forgetting any answer.
enum ClearScreen: ChatAction {
  static let action = Command.Action.clear

  static func carryOut(_ argument: String, in chat: inout Chat) -> [String] {
    chat.clearsScreen = true
    return [chat.question]
  }
}
