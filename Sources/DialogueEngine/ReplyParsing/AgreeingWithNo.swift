import DialogueModel

/// Where danger is asked about, a no counts only if all that comes with it agrees.
extension Conversation {
  /// Whether what comes with a no agrees with it, where a no that is wrong would be the worst: "no, she's with me",
  /// and not "no, he's waiting for her".
  func agreesWithNo(_ reply: NormalizedReply, _ question: Question) -> Bool {
    if question.unclear == nil { return true }
    let isPlain = polarity(reply, question).parts.allSatisfy {
      ![.other, .asked, .echoOfYes, .probablyYes, .probablyNo].contains($0)
    }
    return isPlain || isMadeOfAgreement(reply, andOneOf: .agreesWithNo)
  }

  /// A no for a reply that says that someone is safe, and nothing else: "hes ok, hes with Miss Doyle", "not right now, hes
  /// in maths".
  func safeNow(_ reply: NormalizedReply, _ question: Question) -> Answer? {
    let words = script.words
    // "Ok" alone may mean anything.
    guard question.unclear != nil, reply.count > 2 else { return nil }
    let isNo = reply.longestOpening(among: words[.no] + words[.noForNow]) > 0
    let agrees =
      isNo
      ? isMadeOfAgreement(reply, andOneOf: .agreesWithNo)
      : !polarity(reply, question).isNegated && isMadeOfAgreement(reply, andOneOf: .safeNow)
    return agrees ? .value(.option(1)) : nil
  }

  /// A no for a reply that begins with the whole label of the no, "not that I know of, she's in bay 3", where nothing is
  /// heard in the rest and nothing in it takes that back.
  func labelOfNo(_ reply: NormalizedReply, _ question: Question) -> Answer? {
    guard question.unclear != nil, question.options.count > 1 else { return nil }
    let label = NormalizedReply(question.options[1].label)
    let rest = reply[min(label.count, reply.count)..<reply.count]
    guard label.count > 2, reply.longestOpening(among: [label.typed]) == label.count,
      !rest.contains(anyOf: script.words[.takesBack] + script.words[.correction]),
      !saysWhatIsHeard(rest.typed, by: question)
    else { return nil }
    return .value(.option(1))
  }

  /// Whether something is said that a question hears wherever it is written.
  func saysWhatIsHeard(_ typed: String, by question: Question) -> Bool {
    script.listening.mentions(in: typed).contains { question.hears.contains($0.number) }
  }

  /// Whether a reply has only words that agree with a no where danger is asked about, with the names of colleagues and
  /// until when: "in lesson with Mr Obi till 3.10".
  private func isMadeOfAgreement(
    _ reply: NormalizedReply, andOneOf needed: WordList
  ) -> Bool {
    let lists: [WordList] = [
      .no, .noForNow, .none, .noOne, .courtesy, .filler, .correction, .articles, .between,
      .echoSubject, .echoVerb, .echoShort, .afterNoOne, .agreesWithNo,
    ]
    let colleagues = reply.words.indices.compactMap { colleague(in: reply[$0..<reply.count]) }
    let figures = reply.words.filter { $0.first?.isNumber == true }
    let own = colleagues + figures
    return reply.isMade(
      of: lists.flatMap { script.words[$0] } + own, andOneOf: script.words[needed])
  }

  /// A colleague whom words begin with: "with our TA", "with Mr Obi".
  private func colleague(in words: NormalizedReply) -> String? {
    let before = words.longestOpening(among: script.words[.beforeColleague])
    let rest = words[before..<words.count]
    guard before > 0, !rest.isEmpty else { return nil }
    let title = script.words[.titles].contains(rest.words[0]) ? min(2, rest.count) : 0
    let count = max(title, rest.longestOpening(among: script.words[.colleagues]))
    return count > 0 ? words[0..<before + count].typed : nil
  }
}
