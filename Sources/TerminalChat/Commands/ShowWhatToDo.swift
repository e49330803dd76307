import DialogueEngine
import DialogueModel

/// Shows what to do, with what has been answered so far.
enum ShowWhatToDo: ChatAction {
  static let action = Command.Action.whatToDo

  static func carryOut(_ argument: String, in chat: inout Chat) -> [String] {
    let said = chat.conversation.whatToDo?.text ?? chat.words(.nothingToDoYet)
    return [said, chat.question]
  }
}
