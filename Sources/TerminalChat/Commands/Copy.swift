import DialogueModel

/// Sends a letter to the clipboard of the terminal.
enum Copy: ChatAction {
  static let action = Command.Action.copy

  static func carryOut(_ argument: String, in chat: inout Chat) -> [String] {
    guard let sheet = chat.sheet(ofLetter: argument) else {
      return chat.unknownLetter(argument) + [chat.question]
    }
    chat.errand = .copy(sheet)
    return []
  }
}
