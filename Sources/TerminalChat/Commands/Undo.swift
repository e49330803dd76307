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
    let script = conversation.script
    conversation = conversation.with(kept: answers)
    // What is taken back is asked again first, whatever else is heard.
    let open = change.keys.compactMap { script.number(of: $0) }.sorted().first {
      conversation.walk.met[$0] && conversation.answers[$0] == nil
        && !script.questions[$0].isQuiet
    }
    if let open, open != conversation.question { conversation.reopen(open) }
    misunderstood = [:]
    unclear = []
    isAdding = false
    let (old, new) = said == .undone ? (before, conversation) : (conversation, before)
    let told = change.keys.compactMap { before.script.number(of: $0) }.sorted().map { number in
      old.label(number) + ": " + old.words(of: number, besides: new)
    }
    return [words(said, ["answers": told.joined(separator: words(.listSeparator))]), question]
  }
}

extension Conversation {
  fileprivate func label(_ number: Int) -> String { print(script.questions[number].label) }

  /// An answer as a review shows it; of longer words or a list, only what the other conversation lacks.
  fileprivate func words(of number: Int, besides other: Conversation) -> String {
    guard let answer = answers[number] else { return script.words(.gapNotAnswered) }
    let whole = words(for: answer, to: number)
    guard let answer = other.answers[number] else { return whole }
    if case .value(.items(let items)) = answers[number], case .value(.items(let others)) = answer {
      let new = items.filter { !others.contains($0) }
      return new.isEmpty ? whole : new.map(\.name).joined(separator: script.words(.listSeparator))
    }
    if case .value(.options(let options)) = answers[number],
      case .value(.options(let others)) = answer
    {
      let new = options.filter { !others.contains($0) }
      return new.isEmpty ? whole : words(for: .value(.options(new)), to: number)
    }
    let rest = other.words(for: answer, to: number)
    return !rest.isEmpty && whole.hasPrefix(rest) && whole != rest
      ? String(whole.dropFirst(rest.count)).trimmed : whole
  }
}
