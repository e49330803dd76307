import DialogueModel

/// Shows the most important letter, or those that are named, without what may identify someone.
enum ShowPseudonymised: ChatAction {
  static let action = Command.Action.pseudonymise

  static func carryOut(_ argument: String, in chat: inout Chat) -> [String] {
    chat.pseudonymisedCopies(argument) + [chat.question]
  }
}
