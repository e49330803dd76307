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
    if let (born, birth) = birth(behind: answer, to: question, typed: typed) {
      said += self.answer(born, with: .value(.scalar(ScalarValue(birth.date, words: typed ?? ""))))
      let words = script.words(
        .bornTaken, ["date": self.words(for: birth.date), "age": birth.age.plain])
      taken.append(Message(words))
    }
    if let quiet = script.questions[question].moment {
      let moment = moment(in: answer)
      if moment != nil || answers[quiet]?.value != nil {
        let value = moment.map { Value.scalar(ScalarValue(.moment, $0)) }
        said += self.answer(quiet, with: value.map(Answer.value) ?? .notKnown)
        let words = value.map { script.words(.momentTaken, ["moment": words(for: $0, to: quiet)]) }
        if let words { taken.append(Message(words)) }
      }
    }
    said += self.answer(question, with: answer)
    for list in script.hearing where walk.met[list] && answers[list] == nil {
      guard let option = optionHeard(for: list) else { continue }
      let heard = Answer.value(.option(option))
      said += self.answer(list, with: heard)
      let label = print(script.questions[list].label)
      taken.append(
        Message(
          script.words(
            .heardTaken,
            [
              "question": label, "answer": words(for: heard, to: list),
              "words": label.lowercased(),
            ])))
    }
    return said + taken
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
    let birth = birth(in: NormalizedReply(typed.trimmed), asked)
    return birth.flatMap { $0.answer == answer ? (born, $0) : nil }
  }
}
