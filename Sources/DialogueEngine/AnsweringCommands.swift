package import DialogueModel

extension Conversation {
  /// Records what a command answers, as if its question had been asked, and the text typed after its words.
  ///
  /// The question being asked stays the same, as long as it is on the path. Words that are no longer used are kept as
  /// notes, because nobody is asked before they are set aside.
  ///
  /// Where the question is not on the path nothing is recorded: it may mean something else by the time it is asked.
  package mutating func carryOut(_ answering: Command.Answering, _ rest: String) -> [Message] {
    guard walk.met[answering.question] else {
      let option = words(for: .value(.option(answering.option)), to: answering.question)
      return keep(rest.isEmpty ? option : "\(option), \(rest)", to: answering.question)
    }
    let open = question
    let parkedBefore = Set(parked)
    var answered = [answering.question]
    var said = answer(answering.question, with: .value(.option(answering.option)))
    if let then = answering.then, !rest.isEmpty {
      said += answer(then, with: .value(.text(rest)))
      answered.append(then)
    }
    for set in parked where !parkedBefore.contains(set) {
      if case .text(let words)? = answers[set]?.value { said += keep(words, to: set) }
    }
    if let open, open != question, !answered.contains(open), !isForWhatWasWritten { reopen(open) }
    return said
  }
}
