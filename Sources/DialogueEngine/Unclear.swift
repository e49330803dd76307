import DialogueModel

extension Conversation {
  /// Keeps words as a note and returns the messages that are new; nil if the words can't be kept.
  ///
  /// The question being asked stays the same.
  package mutating func keep(note: String) -> [Message]? {
    guard let notes = script.notes else { return nil }
    // What was kept in the same words is kept once.
    if items(of: notes).contains(where: { !$0.isRemoved && $0.name == note }) { return [] }
    guard let answer = adding(note, to: notes) else { return nil }
    let open = question
    let said = self.answer(notes, with: answer)
    if let open, question != open, !isForWhatWasWritten { reopen(open) }
    return said
  }

  /// Handles a reply that can't be read; nil if the question has no `unclear` text.
  ///
  /// After the first such reply the question is asked again; a second counts as not known, unless it begins with a no,
  /// or there is an answer already. The words are kept as a note at once, so that nothing typed is lost.
  package mutating func takeUnclear(
    _ reply: String, to question: Int, isFirst: Bool
  ) -> [Message]? {
    guard let unclear = script.questions[question].unclear else { return nil }
    var said = keep(reply, to: question)
    // A no with more words is asked about until it is clear: it is no "not known".
    let no = script.words[.no] + script.words[.noForNow]
    let beginsWithNo = NormalizedReply(reply).longestOpening(among: no) > 0
    guard !isFirst, !beginsWithNo, answers[question] == nil else {
      // It stays the question, whatever else its words bring up.
      if self.question != question { reopen(question) }
      return said + [Message(print(unclear))]
    }
    said += answer(question, with: .notKnown)
    let taken = script.questions[question].notKnownLabel ?? script.words(.notKnown)
    return said + [Message(script.words(.unclearTaken, ["answer": taken]))]
  }

  /// Keeps the words of a reply as a note, with what they were a reply to, and says so if there was room.
  package mutating func keep(_ reply: String, to question: Int) -> [Message] {
    let label = print(script.questions[question].label)
    let note = script.words(.unclearNote, ["question": label, "reply": reply.trimmed])
    let said = keep(note: note) ?? []
    guard let notes = script.notes, items(of: notes).last?.name == note else { return said }
    return said + [Message(script.words(.noteKept, ["note": note.withControlsVisible]))]
  }
}

extension Message {
  /// A message about a reply.
  package init(_ text: String) {
    self.init(text: text, outcome: nil, isNotice: false, wording: nil)
  }
}
