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
    Set(walk.path.filter(\.isReached).map { reached($0, text: text(of: $0)) })
  }

  private func said(since before: Set<Reached>) -> [Said] {
    walk.path.compactMap { entry in
      guard entry.isReached, let text = text(of: entry),
        !before.contains(reached(entry, text: text))
      else { return nil }
      return Said(text: text, outcome: entry.outcome, isNotice: entry.watch != nil)
    }
  }

  private func reached(_ entry: Walk.Entry, text: String?) -> Reached {
    Reached(
      step: entry.step, watch: entry.watch, outcome: entry.outcome,
      wording: entry.watch == nil && entry.outcome == nil ? nil : text)
  }

  private func text(of entry: Walk.Entry) -> String? {
    if let outcome = entry.outcome { return print(script.outcomes[outcome].text) }
    guard case .say(let text) = script.steps[entry.step].action else { return nil }
    return print(text)
  }
}
