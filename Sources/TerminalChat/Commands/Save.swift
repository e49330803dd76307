import DialogueModel

/// Writes the letters to files.
enum Save: ChatAction {
  static let action = Command.Action.save

  static func carryOut(_ argument: String, in chat: inout Chat) -> [String] {
    chat.save(argument)
  }
}
