import DialogueModel

/// What a reply says towards yes or no, phrase by phrase: "no wait, she is" says no, takes it back, and says yes.
struct Polarity {
  /// What a phrase of the reply says.
  enum Part: Hashable {
    case yes, no
    /// "I think so", "probably not": an answer only beside a plain one.
    case probablyYes, probablyNo
    case notKnown
    /// "Wait", "I mean": what stands before it is taken back.
    case correction
    /// "She's": it agrees with a yes and is none by itself.
    case echo
    /// "She is" or "they don't" amid other words, which may only speak against an answer.
    case echoOfYes, echoOfNo
    /// "Not at the moment": a no that may not hold for long.
    case noForNow
    /// A word of the question itself: "it's not safe".
    case asked
    /// Thanks and the like, which say nothing.
    case filler
    /// Words of another kind.
    case other
  }

  /// The parts in order; commas are left out.
  let parts: [Part]

  /// Whether the question asks about several things, of which a reply may deny one only.
  let asksAboutSeveral: Bool
  /// Whether a "no" stands right before a word that it may be about: "no leaves".
  private let deniesOne: Bool
  /// Whether something in the reply is denied.
  let isNegated: Bool
  /// Whether the reply begins with a plain no.
  private let isPlainNo: Bool
  /// Whether an echo has a verb that is none of the question's: "she was", where it is asked whether she is.
  private let echoesAnotherVerb: Bool
  /// Whether it speaks of something by which the question is explained: "not shut", where
  /// shut counts as safe.
  private let speaksOfExplanation: Bool

  init(
    _ reply: NormalizedReply, to question: NormalizedReply, explained by: NormalizedReply,
    _ words: Words
  ) {
    let asked = Set(question.words.filter { $0.contains(where: \.isLetter) }.map(\.root))
    asksAboutSeveral = question.contains(anyOf: words[.eitherOr])
    let lists = Self.lists.map { part, lists in (part, lists.flatMap { words[$0] }) }
    var (parts, echoed): ([Part], [String]) = ([], [])
    var at = 0
    while at < reply.count {
      let rest = reply[at..<reply.count]
      var found = (part: Part.other, count: 1)
      for (part, phrases) in lists {
        let count = rest.longestOpening(among: phrases)
        if count > 0, count >= found.count { found = (part, count) }
      }
      // In the middle of other words a "no" is part of a sentence: "it has no leaves".
      let isAlone = !parts.contains { $0 == .other || $0 == .asked } || found.count == rest.count
      if !isAlone, [.yes, .no].contains(found.part) {
        found.part = found.part == .yes ? .echoOfYes : .echoOfNo
      }
      if found.part == .other, asked.contains(rest.words[0].root) { found.part = .asked }
      if found.part == .other, words[.between].contains(where: rest[0..<1].matches) {
        found.part = .filler
      }
      if let echo = Self.echo(rest, words), echo.count >= found.count,
        !Self.opensStory(rest, echo, words)
      {
        found = echo
        echoed += rest[0..<echo.count].words
        if parts.contains(where: { $0 == .other || $0 == .asked }), echo.count < rest.count {
          found.part = echo.part == .no ? .echoOfNo : echo.part == .yes ? .echoOfYes : .other
        }
      }
      // "Sorry" at the end takes nothing back.
      if found.part == .correction, found.count == rest.count,
        words[.courtesy].contains(where: rest.matches)
      {
        found.part = .filler
      }
      if found.part != .other || rest.words.first != "," { parts.append(found.part) }
      at += found.count
    }
    self.parts = parts
    let explaining = Set(by.words.map(\.root).filter { $0.count >= 4 && !asked.contains($0) })
    speaksOfExplanation = reply.words.contains { explaining.contains($0.root) }
    echoesAnotherVerb = Self.hasAnotherVerb(echoed, than: question, words)
    let plainNo = reply.longestOpening(among: words[.no])
    isPlainNo = plainNo > 0
    isNegated = reply.contains(anyOf: words[.negation] + words[.echoVerbNot])
    let next = reply[plainNo..<reply.count]
    deniesOne =
      plainNo == 1 && next.words.first != "," && !next.isEmpty
      && next.longestOpening(
        among: words[.echoSubject] + words[.echoShort] + words[.courtesy] + words[.filler]
          + words[.no] + words[.none] + words[.noForNow] + words[.not] + words[.between]
          + words[.takesBack] + words[.correction])
        == 0
  }

  private static let lists: [(Part, [WordList])] = [
    (.filler, [.courtesy, .filler]), (.other, [.noOne]), (.correction, [.correction]),
    (.probablyYes, [.probablyYes]), (.probablyNo, [.probablyNo]), (.notKnown, [.notKnown]),
    (.noForNow, [.noForNow, .none]), (.yes, [.yes]), (.no, [.no]),
  ]

  /// Whether words have a form of a verb, and the question has forms of other verbs only.
  private static func hasAnotherVerb(
    _ echoed: [String], than question: NormalizedReply, _ words: Words
  ) -> Bool {
    let verbs = words[.verbForms].map { Set($0.split(separator: " ").map(\.bare)) }
    func spoken(_ typed: [String]) -> [Set<String>] {
      let typed = typed.map { $0[...].bare }
      return verbs.filter { verb in typed.contains(where: verb.contains) }
    }
    let (own, others) = (spoken(question.words), spoken(echoed))
    return !own.isEmpty && !others.isEmpty && !others.contains(where: own.contains)
  }

  /// Reads "she is", "they don't" or "it's not" at the start of the words.
  private static func echo(
    _ rest: NormalizedReply, _ words: Words
  ) -> (part: Part, count: Int)? {
    func opening(_ at: Int, _ list: WordList) -> Int {
      rest[at..<rest.count].longestOpening(among: words[list])
    }
    let short = opening(0, .echoShort)
    if short > 0 {
      let not = opening(short, .not)
      return not > 0 ? (.no, short + not) : (.echo, short)
    }
    // "Nobody" and "no one could".
    let noOne = opening(0, .noOne)
    if noOne > 0 {
      let verb = opening(noOne, .echoVerb)
      return verb > 0 || noOne == rest.count ? (.no, noOne + verb) : nil
    }
    // "Haven't" and "does not" alone.
    if opening(0, .echoVerbNot) == rest.count { return (.no, rest.count) }
    let verbAlone = opening(0, .echoVerb)
    if verbAlone > 0, opening(verbAlone, .not) == rest.count - verbAlone, verbAlone < rest.count {
      return (.no, rest.count)
    }
    let subject = opening(0, .echoSubject)
    guard subject > 0 else { return nil }
    let verbNot = opening(subject, .echoVerbNot)
    if verbNot > 0 { return (.no, subject + verbNot) }
    let verb = opening(subject, .echoVerb)
    guard verb > 0 else { return nil }
    let not = opening(subject + verb, .not)
    return not > 0 ? (.no, subject + verb + not) : (.yes, subject + verb)
  }

  /// Whether words like an echo are the beginning of a long sentence: "there was a bang this morning, and …".
  private static func opensStory(
    _ rest: NormalizedReply, _ echo: (part: Part, count: Int), _ words: Words
  ) -> Bool {
    let next = rest[echo.count..<rest.count]
    return echo.part == .yes && next.count > 10 && next.words.first != ","
      && next.longestOpening(among: words[.between] + words[.courtesy] + words[.takesBack]) == 0
  }

  /// The answer if every part says the same; nil if one says something else.
  var sure: Bool? {
    if echoesAnotherVerb { return nil }
    let said = Set(parts).subtracting([.filler])
    if said.contains(.yes) { return said.isSubset(of: [.yes, .echo]) ? true : nil }
    // "They aren't" may deny one of several things that are asked about.
    return said == [.no] && (isPlainNo || !asksAboutSeveral) ? false : nil
  }

  /// The answer that the reply comes to after what it takes back; nil if it says both or neither.
  var loose: Bool? {
    let last = parts.lastIndex { $0 != .correction && $0 != .filler } ?? 0
    let correction = parts[..<last].lastIndex(of: .correction)
    let after = correction.map { parts[($0 + 1)...] } ?? parts[...]
    let said = Set(after)
    // After "no wait" comes what was meant.
    // "Yes, twice, I don't know by whom" is a yes.
    let isPlainYes = after.first { $0 != .filler } == .yes
    guard isPlainYes || !said.contains(.notKnown), parts.last != .correction else { return nil }
    if said.contains(.yes) || said.contains(.echo) && said.contains(.asked) && !isNegated,
      said.isDisjoint(with: [.no, .echoOfNo, .noForNow, .probablyNo])
    {
      return true
    }
    // "No leaves" and "it's not shut" deny one of the things that are asked about.
    let mayDenyOne = speaksOfExplanation && !isPlainNo
    if deniesOne || mayDenyOne
      || asksAboutSeveral && said.isSuperset(of: [.no, .asked]) && !isPlainNo
    {
      return nil
    }
    let isNo =
      !said.isDisjoint(with: [.no, .noForNow])
      && said.isDisjoint(with: [.yes, .echoOfYes, .probablyYes])
    return isNo ? false : nil
  }

  /// The answer that "I think so" or "probably not" leans to; nil if more is said, or neither.
  var lean: Bool? {
    let said = Set(parts).subtracting([.filler, .other, .asked])
    if said == [.probablyYes] { return true }
    return said == [.probablyNo] ? false : nil
  }
}

extension String {
  /// The word without a plural's or a third person's -s.
  var root: String { count > 3 && hasSuffix("s") ? String(dropLast()) : self }
}

extension Substring {
  /// The word in small letters without an apostrophe, which people leave out.
  fileprivate var bare: String { lowercased().filter { $0 != "'" && $0 != "’" } }
}
