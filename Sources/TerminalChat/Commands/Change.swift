import DialogueEngine
import DialogueModel

/// Asks an earlier question again, found by its number in the review or by its words.
enum Change: ChatAction {
  static let action = Command.Action.change

  static func carryOut(_ argument: String, in chat: inout Chat) -> [String] {
    guard let number = chat.conversation.question(matching: argument) else {
      if let (number, reply) = chat.conversation.change(in: argument),
        chat.conversation.walk.met[number]
      {
        chat.conversation.reopen(number)
        return chat.reply(reply, to: number)
      }
      let asked = chat.askAboutChange(argument)
      if !asked.isEmpty { return asked }
      return chat.unable(.changeWhich, ["reply": chat.shown(argument)]) + [chat.review]
    }
    guard chat.conversation.walk.met[number] else {
      return chat.unable(.notUsed) + [chat.question]
    }
    chat.conversation.reopen(number)
    return [chat.reopened]
  }
}
