import DialogueEngine
import DialogueModel

/// Asks the previous question again.
enum Back: ChatAction {
  static let action = Command.Action.back

  static func carryOut(_ argument: String, in chat: inout Chat) -> [String] {
    chat.back()
  }
}

extension Chat {
  mutating func back() -> [String] {
    guard let previous = conversation.previous else { return unable(.nothingBefore) + [question] }
    conversation.reopen(previous)
    return [reopened]
  }
}
