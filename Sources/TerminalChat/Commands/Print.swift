import DialogueModel

/// Prints a letter.
enum Print: ChatAction {
  static let action = Command.Action.print

  static func carryOut(_ argument: String, in chat: inout Chat) -> [String] {
    guard let sheet = chat.sheet(ofLetter: argument) else {
      return chat.unknownLetter(argument) + [chat.question]
    }
    chat.errand = .print(sheet)
    return []
  }
}
