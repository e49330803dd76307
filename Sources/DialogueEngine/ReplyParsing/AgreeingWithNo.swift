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

  /// A no for a reply without one that says where someone is safe: "hes ok, hes with Miss Doyle".
  func safeNow(_ reply: NormalizedReply, _ question: Question) -> Answer? {
    // "Ok" alone may mean anything.
    guard question.unclear != nil, reply.count > 2, !polarity(reply, question).isNegated,
      isMadeOfAgreement(reply, andOneOf: .safeNow)
    else { return nil }
    return .value(.option(1))
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
