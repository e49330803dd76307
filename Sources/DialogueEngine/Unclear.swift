import DialogueModel

extension Conversation {
  /// Keeps words as a note and returns the messages that are new; nil if the words can't be kept.
  ///
  /// The question being asked stays the same.
  package mutating func keep(note: String) -> [Message]? {
    guard let notes = script.notes, let answer = adding(note, to: notes) else { return nil }
    let open = question
    let said = self.answer(notes, with: answer)
    if let open, question != open { reopen(open) }
    return said
  }

  /// Handles a reply that can't be read; nil if the question has no `unclear` text.
  ///
  /// After the first such reply the question is asked again; a second counts as not known, unless there is an answer
  /// already. The words are kept as a note at once, so that nothing typed is lost.
  package mutating func takeUnclear(
    _ reply: String, to question: Int, isFirst: Bool
  ) -> [Message]? {
    guard let unclear = script.questions[question].unclear else { return nil }
    let words = script.words
    let note = words(
      .unclearNote,
      [
        "question": print(script.questions[question].label), "reply": reply.trimmed,
      ])
    var said = keep(note: note) ?? []
    if script.notes.map({ items(of: $0).last?.name == note }) ?? false {
      said.append(Message(words(.noteKept, ["note": note.withControlsVisible])))
    }
    guard !isFirst, answers[question] == nil else { return said + [Message(print(unclear))] }
    said += answer(question, with: .notKnown)
    let taken = script.questions[question].notKnownLabel ?? words(.notKnown)
    return said + [Message(words(.unclearTaken, ["answer": taken]))]
  }
}

extension Message {
  /// A message about a reply.
  package init(_ text: String) {
    self.init(text: text, outcome: nil, isNotice: false, wording: nil)
  }
}
