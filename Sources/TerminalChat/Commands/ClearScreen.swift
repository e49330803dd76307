import DialogueModel

/// Wipes the screen; nothing is forgotten.
enum ClearScreen: ChatAction {
  static let action = Command.Action.clear

  static func carryOut(_ argument: String, in chat: inout Chat) -> [String] {
    chat.clearsScreen = true
    return [chat.question]
  }
}
