import DialogueScript

/// What the tool says of an entry that has been reached.
package struct Said: Hashable, Sendable {
  package var text: String
  /// The outcome concluded, where it is one.
  package var outcome: Int?
  /// Set off by a watch.
  package var isNotice: Bool
}

extension Conversation {
  /// What is said at the start, before any answer.
  package var opening: [Said] { said(since: []) }

  /// The notices still in force, said again when a conversation is taken up.
  package var noticesInForce: [Said] { said(since: []).filter(\.isNotice) }

  /// What an answer newly brings: entries reached now that were not reached in the conversation before,
  /// compared by their place, notices and outcomes also by their text.
  package func said(after before: Conversation) -> [Said] {
    said(since: before.reached)
  }

  private struct Reached: Hashable {
    var step: Int
    var watch: Int?
    var outcome: Int?
    /// Of a notice and an outcome, so that what has changed in it is said again.
    var wording: String?
  }

  private var reached: Set<Reached> {
    Set(walk.path.filter { $0.isReached && source(of: $0) != nil }.map { reached($0) })
  }

  private func said(since before: Set<Reached>) -> [Said] {
    walk.path.compactMap { entry in
      guard entry.isReached, let source = source(of: entry), !before.contains(reached(entry))
      else { return nil }
      return Said(text: print(source), outcome: entry.outcome, isNotice: entry.watch != nil)
    }
  }

  private func reached(_ entry: Walk.Entry) -> Reached {
    var reached = Reached(step: entry.step, watch: entry.watch, outcome: entry.outcome)
    // A text without slots is always the same.
    if entry.watch != nil || entry.outcome != nil, let source = source(of: entry), source.hasSlots {
      reached.wording = print(source)
    }
    return reached
  }

  private func source(of entry: Walk.Entry) -> Text? {
    if let outcome = entry.outcome { return script.outcomes[outcome].text }
    guard case .say(let text) = script.steps[entry.step].action else { return nil }
    return text
  }
}

extension Text {
  /// Something in it may read otherwise another time.
  fileprivate var hasSlots: Bool {
    pieces.contains { if case .words = $0 { false } else { true } }
  }
}
