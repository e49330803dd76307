import DialogueModel

/// What the tool says of an entry that has been reached.
package struct Message: Hashable, Sendable {
  package var text: String
  /// The outcome concluded, where it is one.
  package var outcome: Int?
  /// Set off by a watch.
  package var isNotice: Bool
  /// Its number among the texts that steps say; nil for what is said of a reply.
  package var wording: Int?
}

extension Conversation {
  /// What is said at the start, before any answer.
  package var opening: [Message] { said { _, _, _ in true } }

  /// The notices still in force, said again when a conversation is taken up.
  package var noticesInForce: [Message] { opening.filter(\.isNotice) }

  /// What an answer newly brings: entries reached now that were not reached before, compared by their place,
  /// notices and outcomes also by their text.
  func said(after before: Before) -> [Message] {
    let path = before.walk.path
    return said { entry, place, wording in
      // Most often the same place stands as far along the path.
      !(path.indices.contains(place) && path[place] == entry || path.contains(entry))
        || (entry.watch != nil || entry.outcome != nil) && !readsTheSame(wording, before)
    }
  }

  private func said(where isNew: (Walk.Entry, Int, MessageText) -> Bool) -> [Message] {
    var said: [Message] = []
    for (place, entry) in walk.path.enumerated() where entry.isReached {
      guard let number = entry.outcome ?? script.messageOfStep[entry.step] else { continue }
      guard isNew(entry, place, script.messages[number]) else { continue }
      let text = print(script.messages[number].text)
      let new = Message(
        text: text, outcome: entry.outcome, isNotice: entry.watch != nil, wording: number)
      // An outcome with several reasons at once is said once.
      if entry.outcome == nil || !said.contains(new) { said.append(new) }
    }
    return said
  }

  /// A notice or outcome whose words have changed is said again.
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
