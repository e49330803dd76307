package import DialogueModel

// Asking an answered question once more, because its answer leaves out what someone wrote.
extension Conversation {
  /// Whether the question is asked once more for what someone wrote, and not because it was reopened.
  package func isOffered(_ question: Int) -> Bool {
    offered.contains(question) && reopened != question
  }

  /// What a reply to a list that is asked once more makes of its answer: what is chosen is added to it.
  package func added(_ answer: Answer, to question: Int) -> Answer {
    guard isOffered(question), case .value(.options(let new)) = answer,
      case .value(.options(let old))? = answers[question]
    else { return answer }
    let all = Set(old + new)
    let asked = script.questions[question]
    let together = all.filter { !asked.options[$0].isExclusive }
    return .value(.options((together.isEmpty ? all : together).sorted()))
  }

  /// What not being sure comes to where a list is asked once more: what was chosen, and all that is put.
  ///
  /// Nil for any other reply.
  package func countingDoubt(
    _ reply: ParsedReply, of typed: String, at question: Int
  ) -> Answer? {
    switch reply {
    case .answer(.notKnown), .loose(.notKnown, _):
      let put = suggestions(for: question).map(\.option)
      guard isOffered(question), !put.isEmpty else { return nil }
      // "Not sure about 13" is about that one alone.
      let named = NormalizedReply(typed).words.compactMap(\.asWholeNumber).map { $0 - 1 }
      let doubted = put.filter { named.isEmpty || named.contains($0) }
      return added(.value(.options(doubted.isEmpty ? put : doubted)), to: question)
    default: return nil
    }
  }

  /// The questions to ask once more after an answer; `known` are the classes mentioned before it.
  ///
  /// - A question whose answer leaves out what the answer newly mentions.
  /// - The list that was answered, if nothing in it is chosen and something in it was mentioned: no such list is taken
  ///   as empty before that has been put once.
  func offered(after answered: Int, known: Set<Int>) -> [Int] {
    let waiting = offered.filter { $0 != answered && walk.met[$0] }
    let found = mentionedClasses
    let new = found.subtracting(known)
    return walk.questions.filter { question in
      if waiting.contains(question) { return true }
      if question == answered {
        return !offered.contains(question) && script.questions[question].type == .anyOf
          && leavesOut(found.subtracting(putBefore[question] ?? []), question, isLate: false)
      }
      // Words that came after a text may say that it no longer holds, whatever was mentioned before.
      let later =
        script.questions[question].type == .text
        ? mayOutdate(question, answered) ? latestClasses(in: answered) : [] : new
      let unput = later.subtracting(putBefore[question] ?? [])
      return !unput.isEmpty && leavesOut(unput, question, isLate: true)
    }
  }

  /// Whether an answer may say that a text no longer holds: one with a moment, only by naming another.
  private func mayOutdate(_ text: Int, _ answered: Int) -> Bool {
    guard let quiet = script.questions[text].moment,
      case .scalar(let known)? = answers[quiet]?.value
    else { return true }
    let words = latestNote(in: answered).map { Answer.value(.text($0)) } ?? answers[answered]
    let named = words.flatMap(moment)
    return named.map { $0 != known.position } ?? false
  }

  /// The words of the note that came last, if it is the notes that were answered.
  private func latestNote(in answered: Int) -> String? {
    guard answered == script.notes else { return nil }
    return items(of: answered).last.map { String(Self.ownWords(of: $0.name, script.words)) }
  }

  /// The classes that an answer mentions; of the notes, the last one.
  private func latestClasses(in answered: Int) -> Set<Int> {
    guard let note = latestNote(in: answered) else { return mentionedClasses(in: answered) }
    return Set(script.listening.mentions(in: note).map(\.number))
  }

  /// Whether the answer to a question leaves out one of these classes: a no, a list without what the class speaks of,
  /// or a text.
  ///
  /// A list in which something is chosen leaves out only what it `hears:`, and `hears-late:` of what came after it.
  private func leavesOut(_ classes: Set<Int>, _ question: Int, isLate: Bool) -> Bool {
    let asked = script.questions[question]
    guard let answer = answers[question], !asked.isQuiet else { return false }
    switch asked.type {
    case .yesNo: return answer.value == .option(1) && !classes.isDisjoint(with: asked.hears)
    case .text: return !classes.isDisjoint(with: asked.hears)
    case .anyOf:
      let chosen = chosenOptions(of: question)
      let isEmpty = chosen.allSatisfy { asked.options[$0].isExclusive }
      let late = isLate ? asked.hearsLate : []
      let heard = asked.hears + (isEmpty ? asked.optionClasses.compactMap(\.self) : late)
      return heard.contains { number in
        classes.contains(number)
          && !(asked.optionClasses.firstIndex(of: number).map(chosen.contains) ?? !isEmpty)
      }
    default: return false
    }
  }

  /// The question on the path that is asked next for what someone wrote; nil if there is none.
  var nextHeard: Int? {
    let found = mentionedClasses
    if found.isEmpty { return nil }
    return walk.questions.first { question in
      if answers[question] != nil { return offered.contains(question) }
      let asked = script.questions[question]
      return !asked.isQuiet && asked.type != .text && !found.isDisjoint(with: asked.hears)
    }
  }

  /// What may be said now of these messages: an outcome of the chart waits until every question that is asked once more
  /// has been answered.
  mutating func settled(_ said: [Message]) -> [Message] {
    func isChart(_ message: Message) -> Bool {
      message.outcome.map { script.outcomes[$0].kind == .chart } ?? false
    }
    if offered.isEmpty {
      guard holdsOutcome else { return said }
      holdsOutcome = false
      return said + opening.filter { isChart($0) && !said.contains($0) }
    }
    holdsOutcome = holdsOutcome || said.contains(where: isChart)
    return said.filter { !isChart($0) }
  }
}
