import DialogueEngine
import DialogueModel

/// Asks for more words beside those of an earlier answer, found as `change` finds it.
enum Add: ChatAction {
  static let action = Command.Action.add

  static func carryOut(_ argument: String, in chat: inout Chat) -> [String] {
    guard let number = chat.conversation.question(matching: argument) else {
      if let note = chat.note(in: argument) { return AddNote.carryOut(note, in: &chat) }
      return chat.unable(.changeWhich, ["reply": chat.shown(argument)]) + [chat.review]
    }
    guard chat.conversation.walk.met[number] else {
      return chat.unable(.notUsed) + [chat.question]
    }
    guard case .text(let text)? = chat.conversation.answers[number]?.value else {
      return chat.unable(.addToWords) + [chat.question]
    }
    chat.conversation.reopen(number)
    chat.isAdding = true
    return [chat.question, chat.words(.addingTo, ["answer": text.withControlsVisible])]
  }
}

extension Chat {
  /// The words of "a note that he was limping"; nil if they don't begin so.
  func note(in typed: String) -> String? {
    let reply = NormalizedReply(typed).without(words[.articles])
    let names = words.commands.first { $0.action == .note }?.words ?? []
    let count = reply.longestOpening(among: names)
    return count > 0 && count < reply.count ? reply[count..<reply.count].typed : nil
  }
}
