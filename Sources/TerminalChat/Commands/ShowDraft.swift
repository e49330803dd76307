import DialogueModel

/// Shows the most important letter, or those that are named.
enum ShowDraft: ChatAction {
  static let action = Command.Action.draft

  static func carryOut(_ argument: String, in chat: inout Chat) -> [String] {
    chat.drafts(argument) + [chat.question]
  }
}
