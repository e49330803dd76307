import DialogueEngine
import DialogueModel

/// Keeps a note: the words given, or the last reply to this question that was not understood.
enum AddNote: ChatAction {
  static let action = Command.Action.note

  static func carryOut(_ argument: String, in chat: inout Chat) -> [String] {
    let last = chat.conversation.question.flatMap { chat.misunderstood[$0]?.last } ?? ""
    let words = argument.isEmpty ? last : argument
    guard !words.isEmpty else { return chat.unable(.noNote) + [chat.question] }
    guard let said = chat.conversation.keep(note: words) else {
      return chat.unable(.notesElsewhere) + [chat.question]
    }
    let kept = said.map(\.text) + [chat.words(.noteKept, ["note": chat.shown(words)])]
    let asked = chat.askAboutContradiction(in: words, to: chat.conversation.script.notes)
    return kept + (asked.isEmpty ? [chat.question] : asked)
  }
}
