import DialogueEngine
import DialogueModel
import Session

/// Takes back the last thing that changed an answer.
enum Undo: ChatAction {
  static let action = Command.Action.undo

  static func carryOut(_ argument: String, in chat: inout Chat) -> [String] {
    guard let undone = chat.session.undo() else {
      return chat.unable(.nothingToUndo) + [chat.question]
    }
    return chat.restore(undone.answers, undone.change, .undone)
  }
}

/// Makes the change again that was taken back last.
enum Redo: ChatAction {
  static let action = Command.Action.redo

  static func carryOut(_ argument: String, in chat: inout Chat) -> [String] {
    guard let redone = chat.session.redo() else {
      return chat.unable(.nothingToRedo) + [chat.question]
    }
    return chat.restore(redone.answers, redone.change, .redone)
  }
}

extension Chat {
  /// Goes on with other answers, and says which of them changed.
  fileprivate mutating func restore(
    _ answers: [String: StoredAnswer], _ change: Session.Change, _ said: Phrase
  ) -> [String] {
    let before = conversation
    conversation = conversation.with(kept: answers)
    misunderstood = [:]
    unclear = []
    isAdding = false
    let told = change.keys.compactMap { before.script.number(of: $0) }.sorted().compactMap {
      number -> String? in
      let holder = before.answers[number] == nil ? conversation : before
      guard let answer = holder.answers[number] else { return nil }
      return words(
        .reviewLine,
        [
          "number": "", "question": holder.print(holder.script.questions[number].label),
          "answer": holder.words(for: answer, to: number),
        ]
      ).trimmed
    }
    return [words(said, ["answers": told.joined(separator: words(.listSeparator))]), question]
  }
}
