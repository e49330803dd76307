import DialogueModel

/// Something that the tool says of an entry that has been reached, or in response to a reply.
package struct Message: Hashable, Sendable {
  /// The words, with their slots filled.
  package var text: String
  /// The outcome that was concluded; nil if the message is not that of an outcome.
  package var outcome: Int?
  /// Whether a watch set the message off.
  package var isNotice: Bool
  /// The number of its text in `Script.messages`; nil for a message about a reply.
  package var wording: Int?
}

extension Conversation {
  /// The messages at the start, before any answer.
  package var opening: [Message] { said { _, _, _ in true } }

  /// The notices still in force, to repeat when a conversation is continued.
  package var noticesInForce: [Message] { opening.filter(\.isNotice) }

  /// The messages that an answer makes new: of entries not reached before, and of notices and outcomes whose text has
  /// changed.
  func said(after before: Before) -> [Message] {
    let path = before.walk.path
    return said { entry, place, wording in
      // The same entry is usually at the same index of the path.
      let isKnown =
        path.indices.contains(place) && path[place] == entry || path.contains(entry)
        || isConcludedAgain(entry, before)
      let isChanging = saysChanges(entry) || isMomentPutRight(before)
      return !isKnown || isChanging && !readsTheSame(wording, before)
    }
  }

  /// Whether an entry concludes an outcome that was concluded elsewhere before, and is not one to be said in each
  /// place.
  private func isConcludedAgain(_ entry: Walk.Entry, _ before: Before) -> Bool {
    entry.outcome.map {
      !script.outcomes[$0].isOnce && before.walk.outcomes.contains($0)
    } ?? false
  }

  /// Whether the answer that was replaced was a moment: whatever names it is said again, since someone acts by it.
  private func isMomentPutRight(_ before: Before) -> Bool {
    script.questions[before.question].type == .moment && before.answer?.value != nil
      && answers[before.question] != before.answer
  }

  /// Whether an entry is said again when its words change.
  private func saysChanges(_ entry: Walk.Entry) -> Bool {
    entry.outcome.map { !script.outcomes[$0].isOnce } ?? (entry.watch != nil)
  }

  private func said(where isNew: (Walk.Entry, Int, MessageText) -> Bool) -> [Message] {
    var said: [Message] = []
    for (place, entry) in walk.path.enumerated() where entry.isReached {
      guard let number = entry.outcome ?? script.messageOfStep[entry.step] else { continue }
      guard isNew(entry, place, script.messages[number]) else { continue }
      let text = print(script.messages[number].text)
      // Conditions may leave nothing of it.
      if text.allSatisfy(\.isWhitespace) { continue }
      let new = Message(
        text: text, outcome: entry.outcome, isNotice: entry.watch != nil, wording: number)
      // An outcome concluded at several places at once is said once.
      if entry.outcome == nil || !said.contains(new) { said.append(new) }
    }
    return said
  }

  /// Whether a text reads as it did before; a notice or outcome that does not is said again.
  private func readsTheSame(_ wording: MessageText, _ before: Before) -> Bool {
    if !wording.readsAll,
      wording.questions.allSatisfy({
        walk.met[$0] == before.walk.met[$0]
          && ($0 != before.question || answers[$0] == before.answer)
      })
    {
      return true
    }
    return print(wording.text) == conversation(before).print(wording.text)
  }
}
