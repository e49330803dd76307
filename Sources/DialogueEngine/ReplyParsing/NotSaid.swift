import DialogueModel

/// Texts that have nothing of what a question asks for: no one's own words, and no name.
extension Conversation {
  /// Whether a reply has no one's own words where these are asked for: "none really", "see my notes".
  func hasNoWords(_ plain: NormalizedReply) -> Bool {
    let words = script.words
    let reply = plain.withoutQuestionMark
    let nothing = words[.noWords] + words[.no] + words[.none] + words[.noForNow]
    let around = words[.courtesy] + words[.filler] + words[.afterNoOne]
    return reply.isMade(of: around + nothing, andOneOf: nothing) || placeElsewhere(reply) != nil
      || reply.hasNoLetters
  }

  /// Whether a text says that something is not known, and that nothing was seen or heard of it: it is no account.
  package func tellsNothing(_ typed: String) -> Bool {
    let reply = NormalizedReply(typed.trimmed)
    return reply.count <= 25 && !typed.hasQuotations
      && reply.longestOpening(among: script.words[.notKnown]) > 0
      && reply.contains(anyOf: script.words[.noWords])
  }

  /// Not known, or where it is to be found, for a short reply without a name where one is asked for: "no name yet",
  /// "nobody knows", "see my notes".
  func stateWithoutName(_ plain: NormalizedReply, _ question: Question) -> Answer? {
    guard question.isForName, !question.isQuoted else { return nil }
    let words = script.words
    let reply = plain.withoutQuestionMark
    let around = words[.courtesy] + words[.filler] + words[.aroundName]
    var nothing = words[.noName] + notKnown(question)
    // "None" may be an answer to who else has seen it, and is no full name.
    if asksForFullName(question) {
      nothing += words[.noWords] + words[.no] + words[.none] + words[.noOne]
    }
    if reply.isMade(of: around + nothing, andOneOf: nothing) || reply.hasNoLetters {
      return .notKnown
    }
    return placeElsewhere(reply).map { .toFindOut(from: $0) }
  }

  /// Whether a reply to a question for a full name begins by saying that there is none, and goes on.
  ///
  /// "Don't have one. One of them may be Liv."
  func beginsWithoutName(_ typed: String, _ question: Question) -> Bool {
    guard asksForFullName(question), let end = typed.firstIndex(where: ".;\n".contains) else {
      return false
    }
    return stateWithoutName(NormalizedReply(String(typed[..<end])), question) == .notKnown
  }

  private func asksForFullName(_ question: Question) -> Bool {
    NormalizedReply(print(question.text)).contains(anyOf: script.words[.fullName])
  }

  /// The place that a reply points to and gives nothing else: the notes, of "see my notes".
  private func placeElsewhere(_ reply: NormalizedReply) -> String? {
    let words = script.words
    let opening = reply.longestOpening(among: words[.pointsTo])
    let place = reply[opening..<reply.count]
    let around = words[.articles] + words[.courtesy] + words[.filler]
    return opening > 0 && place.isMade(of: around, andOneOf: words[.elsewhere]) ? place.typed : nil
  }
}

extension Question {
  /// Whether a name or a description of someone is asked for.
  var isForName: Bool {
    switch holding {
    case .labelled, .name: true
    case .number, .date, nil: false
    }
  }
}

extension NormalizedReply {
  /// Whether it has neither a letter nor a figure: "-", "...".
  fileprivate var hasNoLetters: Bool {
    !words.contains { $0.contains { $0.isLetter || $0.isNumber } }
  }
}
