import DialogueEngine
import DialogueModel

/// Shows what is new since letters were last on their way out.
enum News: ChatAction {
  static let action = Command.Action.news

  static func carryOut(_ argument: String, in chat: inout Chat) -> [String] {
    guard let sent = chat.sent, let news = chat.conversation.news(since: sent) else {
      return chat.unable(.nothingNew) + [chat.question]
    }
    return [chat.page(of: news), chat.question]
  }
}
