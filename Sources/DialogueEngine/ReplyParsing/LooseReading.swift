import DialogueModel

extension Conversation {
  /// What a reply that is not understood seems to say: the answer it begins with, perhaps after words such as "hes".
  ///
  /// It is to be shown back, and recorded only if the person says that it is right: "yes she is, at 3.20" seems to
  /// be yes, and "hes 16" seems to be 16. Nil for text questions and lists, and where the rest speaks against it.
  func looseReading(of typed: String, replyingTo number: Int) -> Answer? {
    let question = script.questions[number]
    let reply = NormalizedReply(typed.trimmed)
    guard [.yesNo, .oneOf, .anyOf, .number].contains(question.type), script.notes != nil,
      (2...Self.longestLooseReply).contains(reply.count)
    else { return nil }
    let answer = beginning(of: reply, question) ?? leadingNumber(of: reply, question)
    guard let answer, refusal(of: answer, to: number, isFromEarlierDay: false) == nil else {
      return nil
    }
    return answer
  }

  /// The most words of a reply that is read loosely: longer ones are a story.
  private static let longestLooseReply = 60

  /// The longest beginning that is an answer by itself.
  private func beginning(of reply: NormalizedReply, _ question: Question) -> Answer? {
    for count in (1..<max(1, reply.count)).reversed() {
      let start = reply[0..<count]
      guard start.words.last != ",", case .answer(let answer)? = closed(start, question) else {
        continue
      }
      return speaksAgainst(reply[count..<reply.count], start, question) ? nil : answer
    }
    return nil
  }

  /// Whether what follows an answer takes it back or goes on with it: "no wait yes", "14 nearly 15", "1 or 2".
  private func speaksAgainst(
    _ rest: NormalizedReply, _ start: NormalizedReply, _ question: Question
  ) -> Bool {
    let words = script.words
    let hasNumber = start.words.contains { $0.asWholeNumber != nil }
    if question.type == .number, rest.words.contains(where: { $0.asWholeNumber != nil }) {
      return true
    }
    let joiners = Set([","] + words[.between].map { $0.lowercased() })
    let next = rest.words.first { !joiners.contains($0) }
    if hasNumber, next?.asWholeNumber != nil { return true }
    if words[.takesBack].contains(where: { rest.contains(NormalizedReply($0)) }) { return true }
    guard question.type == .yesNo else {
      // "None" is only taken for all that it says: "no but he has pics" is no "none of these".
      let saysNone = (words[.none] + words[.no]).contains(where: start.matches)
      return saysNone && !rest.isMade(of: words[.afterNoOne] + words[.courtesy])
    }
    return (words[.yes] + words[.no]).contains { rest.contains(NormalizedReply($0)) }
  }

  /// The number of a reply behind words that only lead to it: "hes 16", "about 14, like I said".
  private func leadingNumber(of reply: NormalizedReply, _ question: Question) -> Answer? {
    guard question.type == .number,
      let place = reply.words.firstIndex(where: { $0.asWholeNumber != nil }), place > 0,
      reply[0..<place].isMade(of: script.words[.beforeNumber])
    else { return nil }
    let rest = reply[place..<reply.count]
    if case .answer(let answer)? = closed(rest, question) { return answer }
    return beginning(of: rest, question)
  }
}
