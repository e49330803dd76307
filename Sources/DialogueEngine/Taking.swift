package import DialogueModel

extension Conversation {
  /// Records the answer that a reply was read as, and what else is said in it or in the answers before; the messages
  /// end with what was taken.
  ///
  /// `typed` is the reply as it was typed; nil for an answer that a program gives as a value.
  @discardableResult
  package mutating func take(
    _ answer: Answer, to question: Int, typed: String? = nil
  ) -> [Message] {
    var (said, taken): ([Message], [Message]) = ([], [])
    func tell(_ phrase: Phrase, _ arguments: [String: String]) {
      taken.append(Message(script.words(phrase, arguments)))
    }
    if let (born, birth) = birth(behind: answer, to: question, typed: typed) {
      said += self.answer(born, with: .value(.scalar(ScalarValue(birth.date, words: typed ?? ""))))
      tell(.bornTaken, ["date": words(for: birth.date), "age": birth.age.plain])
    }
    let named = moment(behind: answer, to: question, typed: typed)
    // What is said of another moment has the words that name it.
    let isPutRight = named.map { answers[$0.quiet]?.value != nil } ?? false
    if isPutRight { said += self.answer(question, with: answer) }
    if let (quiet, moment) = named {
      said += self.answer(quiet, with: moment)
      if moment.value != nil { tell(.momentTaken, ["moment": words(for: moment, to: quiet)]) }
    }
    if !isPutRight { said += self.answer(question, with: answer) }
    if let typed, leavesOutTime(typed, of: answer, to: question) {
      taken += keep(typed, to: question)
    }
    for list in script.hearing where walk.met[list] && answers[list] == nil {
      guard let option = optionHeard(for: list) else { continue }
      let heard = Answer.value(.option(option))
      said += self.answer(list, with: heard)
      let label = print(script.questions[list].label)
      let words = words(for: heard, to: list)
      tell(.heardTaken, ["question": label, "answer": words, "words": label.lowercased()])
    }
    return said + taken
  }

  /// Whether a reply that was clearly a day also has a time, which the answer does not keep.
  private func leavesOutTime(_ typed: String, of answer: Answer, to number: Int) -> Bool {
    let question = script.questions[number]
    // What was shown back is kept as a note already.
    guard question.type == .date, answer.value != nil,
      case .answer = understand(typed, replyingTo: number)
    else { return false }
    let context = ReplyContext(words: script.words, today: today, liesAhead: question.liesAhead)
    return DateAnswer.hasTime(NormalizedReply(typed.trimmed), context)
  }

  /// The only option of a question that is named, as whole words, in the answers it can be heard in.
  private func optionHeard(for list: Int) -> Int? {
    let question = script.questions[list]
    let texts = question.heardIn.compactMap { text -> NormalizedReply? in
      guard case .text(let words)? = liveAnswer(text)?.value else { return nil }
      return NormalizedReply(words)
    }
    if texts.isEmpty { return nil }
    let named = question.options.indices.filter { option in
      ([question.options[option].label] + question.options[option].synonyms).contains { words in
        let words = NormalizedReply(words)
        return texts.contains { $0.contains(words) }
      }
    }
    return named.count == 1 ? named[0] : nil
  }

  /// The date of birth that a reply gave with a number, and the question that takes it.
  private func birth(
    behind answer: Answer, to question: Int, typed: String?
  ) -> (born: Int, birth: Birth)? {
    let asked = script.questions[question]
    guard let born = asked.birthDate, let typed else { return nil }
    let birth = birth(in: NormalizedReply(typed.trimmed), asked, amidWords: true)
    return birth.flatMap { $0.answer == answer ? (born, $0) : nil }
  }

  /// The moment that a text names, and the question that takes it; without a value if the text before named one and
  /// this one names none.
  private func moment(
    behind answer: Answer, to question: Int, typed: String?
  ) -> (quiet: Int, moment: Answer)? {
    guard let quiet = script.questions[question].moment else { return nil }
    if script.questions[question].type == .yesNo {
      // "Yes, about 0305": words beside a yes or no may add a moment, and never take one back.
      guard answer.value == .option(0) else { return nil }
      let moment = typed.flatMap { self.moment(in: .value(.text($0))) }
      return moment.map { (quiet, .value(.scalar(ScalarValue(.moment, $0)))) }
    }
    if let moment = moment(in: answer) {
      return (quiet, .value(.scalar(ScalarValue(.moment, moment))))
    }
    return answers[quiet]?.value == nil ? nil : (quiet, .notKnown)
  }
}
