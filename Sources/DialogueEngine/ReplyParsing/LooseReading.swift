import DialogueModel

/// Loose readings: what a reply that is not clear by itself seems to say. They are shown back, and recorded only once
/// the person agrees.
extension Conversation {
  /// What a reply seems to say: a slip mended, an answer with other words around it, an option it speaks of.
  ///
  /// Nil for text questions and lists, for long stories, and for a reply that says two things or doubts what it says,
  /// except one that is between two numbers.
  func looseReading(of typed: String, replyingTo number: Int) -> ParsedReply? {
    let question = script.questions[number]
    let reply = NormalizedReply(typed.trimmed)
    guard [.yesNo, .oneOf, .anyOf, .number, .date, .moment].contains(question.type),
      (1...Self.longestLooseReply).contains(reply.count), !isQuestion(reply)
    else { return nil }
    if question.type == .moment {
      let moment = script.notes == nil ? nil : moment(in: .value(.text(typed)))
      return moment.flatMap {
        checked(.loose(.value(.scalar(ScalarValue(.moment, $0))), rest: ""), number)
      }
    }
    if question.type == .number, let lower = lowerOfTwo(reply) {
      return checked(.loose(.value(.scalar(lower)), rest: ""), number)
    }
    // "Dunno who they are": no option says "dunno", whatever else it shares with them.
    if question.type == .oneOf, beginsUnknown(reply, question) {
      return .loose(.notKnown, rest: "")
    }
    // A word that several options share is asked about.
    if script.options(question, meantBy: reply, asItem: question.type == .anyOf).count > 1 {
      return nil
    }
    // Where danger is asked about, a yes is one, whatever it goes on to deny: "yes shes not back".
    if question.unclear != nil, saysYes(reply) {
      return checked(.loose(.value(.option(0)), rest: ""), number)
    }
    // Where danger is asked about, no slip is mended in words that the question hears.
    let isHeard = question.unclear != nil && saysWhatIsHeard(typed, by: question)
    let mended = isHeard ? nil : slips(question).mended(reply)
    if let mended, case .answer(let answer)? = closed(mended, question) {
      return checked(.loose(answer, rest: ""), number)
    }
    // The words around an answer are kept as a note, so there must be room for one.
    guard script.notes != nil else { return nil }
    if let piece = piece(reply, question) { return .loose(piece, rest: "") }
    if question.type != .yesNo,
      reply.withoutEnds(script.words[.aboutDay]).contains(anyOf: script.words[.eitherOr])
    {
      return nil
    }
    let corrected = corrected(reply)
    if let corrected, case .answer(let answer)? = closed(corrected, question) {
      return checked(.loose(answer, rest: ""), number)
    }
    if let corrected, question.type == .date || question.type == .number,
      let reading = loose(corrected, question)
    {
      return checked(reading, number)
    }
    let readings = [reply, mended].compactMap { $0.flatMap { loose($0, question) } }
    // A slip that is mended may leave less that is not understood.
    return readings.min { $0.restCount < $1.restCount }.flatMap { checked($0, number) }
  }

  /// Whether a reply begins with "not known" in words that no option has, and goes on without choosing one.
  private func beginsUnknown(_ reply: NormalizedReply, _ question: Question) -> Bool {
    let unknown = reply.longestOpening(among: script.words[.notKnown])
    guard script.notes != nil, unknown > 0, unknown < reply.count else { return false }
    let opening = reply[0..<unknown]
    let options = question.options.flatMap { [$0.label] + $0.synonyms }.map { NormalizedReply($0) }
    if question.options.contains(where: { NormalizedReply($0.label).contains(opening) }) {
      return false
    }
    // What is left says nothing that an option says: "dunno if it's safe" may be one.
    let said = Set(options.flatMap(\.words))
    let small = script.words[.pronouns] + script.words[.echoVerb] + notKnown(question)
    var at = unknown
    while at < reply.count {
      let length = reply[at..<reply.count].longestOpening(among: small)
      if length == 0, said.contains(reply.words[at]) { return false }
      at += max(1, length)
    }
    return true
  }

  /// Whether a reply asks something, and does not begin with an answer: "yes, twice. By whom?"
  private func isQuestion(_ reply: NormalizedReply) -> Bool {
    let answers = script.words[.yes] + script.words[.no]
    return reply.words.last == "?" && (reply.count < 4 || reply.longestOpening(among: answers) == 0)
  }

  /// The most words of a reply that is read loosely: longer ones are a story.
  private static let longestLooseReply = 60

  /// What follows the last words that take back what was said before: "15, sorry, 14".
  private func corrected(_ reply: NormalizedReply) -> NormalizedReply? {
    let starts = (1..<max(1, reply.count)).reversed()
    return starts.lazy.compactMap { at -> NormalizedReply? in
      let rest = reply[at..<reply.count]
      let count = rest.longestOpening(among: script.words[.correction])
      return count > 0 && count < rest.count ? rest[count..<rest.count] : nil
    }.first
  }

  private func checked(_ reply: ParsedReply, _ number: Int) -> ParsedReply? {
    guard case .loose(let answer, _) = reply else { return reply }
    return refusal(of: answer, to: number, isFromEarlierDay: false) == nil ? reply : nil
  }

  /// All the words that a reply to the question could be made of.
  private func slips(_ question: Question) -> Slips {
    let names = question.type == .date ? script.words.months + script.words.weekdays : []
    let own = question.options.flatMap { [$0.label] + $0.synonyms } + names.joined()
    let lists: [WordList] =
      switch question.type {
      case .yesNo: [.yes, .no, .notKnown, .probablyYes, .probablyNo, .echoVerb, .echoVerbNot]
      case .number: [.numberWords, .tens, .aroundNumber, .beforeNumber, .notKnown]
      case .date: [.today, .yesterday, .days, .weeks, .monthsLong, .ago, .lastWeek, .notKnown]
      // A word such as "seen" is no "seven".
      default: [.none, .all, .notKnown, .ordinals, .last, .toFindOut]
      }
    return Slips(own + lists.flatMap { script.words[$0] })
  }

  private func loose(_ reply: NormalizedReply, _ question: Question) -> ParsedReply? {
    func seems(_ answer: Answer?) -> ParsedReply? { answer.map { .loose($0, rest: "") } }
    switch question.type {
    case .yesNo:
      if let lean = polarity(reply, question).lean {
        return .refused(lean ? .leansYes : .leansNo)
      }
      return seems(looseYesNo(reply, question) ?? beginningState(of: reply, question))
    case .number:
      if let birth = birth(in: reply, question, amidWords: true) { return seems(birth.answer) }
      // "Correction, 16, she is 17 in February" is 16.
      let opening = reply.longestOpening(among: script.words[.correction])
      let start = opening < reply.count && reply.words[opening] == "," ? opening + 1 : opening
      let said = start < reply.count ? reply[start..<reply.count] : reply
      // "14, 15 in January" is 14.
      let clause = said.words.firstIndex(of: ",").map { said[0..<$0] }
      return looseNumber(said, question) ?? clause.flatMap { looseNumber($0, question) }
        ?? seems(beginningState(of: reply, question))
    case .date: return looseDay(reply, question) ?? seems(beginningState(of: reply, question))
    case .oneOf:
      let reply = reply.unhyphenated
      // "No. 5" is the fifth of them.
      if reply.count > 1, let number = reply.words[1].asWholeNumber,
        script.words[.no].contains(reply.words[0].lowercased()),
        question.options.indices.contains(number - 1), !countsThings(reply[1..<reply.count])
      {
        return seems(.value(.option(number - 1)))
      }
      // "Two yes, the other two no" is neither.
      if saysAlone(.yes, in: reply), saysAlone(.no, in: reply) { return nil }
      if let told = toldFirst(reply, question) { return seems(told) }
      let spokenOf = OptionMentions(reply, question, script.words)
      // "Never met, he wrote on Sunday" names a day and means what it says first.
      if spokenOf.options.isEmpty, let dated = optionByDay(reply, question) { return seems(dated) }
      if let placed = placed(reply, question) { return seems(placed) }
      if !optionsSaidAlike(reply, question).isEmpty { return nil }
      if !saysNotKnown(spokenOf, question), let unknown = unknown(amid: spokenOf, reply) {
        return unknown ? seems(.notKnown) : nil
      }
      // "None of those, it's Hill End": what is meant is not among them.
      if reply.longestOpening(among: script.words[.none]) > 1, spokenOf.options.isEmpty {
        return seems(.notKnown)
      }
      if spokenOf.options.count > 1 { return nil }
      if let only = only(of: spokenOf, reply, question) { return seems(only) }
      // "No. Seen safe" begins with one option and speaks of another.
      let begun = beginning(of: reply, question)
      if case .option(let option)? = begun?.value, let other = spokenOf.options.first,
        other != option
      {
        return nil
      }
      return seems(begun)
    default: return severalLoosely(reply, question)
    }
  }

  // MARK: Yes and no

  /// Whether a reply begins with a yes that nothing in it takes back.
  private func saysYes(_ reply: NormalizedReply) -> Bool {
    let words = script.words
    let opening = reply.longestOpening(among: words[.yes])
    let rest = reply[opening..<reply.count]
    return opening > 0 && !rest.contains(anyOf: words[.takesBack] + words[.correction])
      && rest.longestOpening(among: words[.between] + words[.no]) == 0
  }

  /// Whether a clause ends with one of these words, which is all it says: the "no" of "the other two no".
  private func saysAlone(_ list: WordList, in reply: NormalizedReply) -> Bool {
    reply.words.indices.contains { at in
      script.words[list].contains(reply.words[at])
        && (at + 1 == reply.count || reply.words[at + 1] == ",")
    }
  }

  private func looseYesNo(_ typed: NormalizedReply, _ question: Question) -> Answer? {
    let reply = typed.withoutBrackets
    let said =
      yesOrNo(reply, question) ?? safeNow(reply, question) ?? labelOfNo(typed, question)
    let spokenOf = OptionMentions(reply.unhyphenated, question, script.words)
    guard !spokenOf.found.isEmpty else { return said }
    // "No, it does" in a word of the question's own says both.
    if let said { return spokenOf.options.contains { said != .value(.option($0)) } ? nil : said }
    let answer = only(of: spokenOf, reply.unhyphenated, question)
    return answer == .value(.option(1)) && !agreesWithNo(reply, question) ? nil : answer
  }

  /// The answer that a yes, a no or an echo amid other words comes to.
  private func yesOrNo(_ reply: NormalizedReply, _ question: Question) -> Answer? {
    let said = polarity(reply, question)
    if let yes = said.loose, yes || agreesWithNo(reply, question) {
      let takenBack = reply.contains(anyOf: script.words[.takesBack])
      let corrects = said.parts.contains(.correction)
      return takenBack && !corrects && !yes ? nil : .value(.option(yes ? 0 : 1))
    }
    let echo = said.loose == nil ? echoOfTheQuestion(reply, question, said) : nil
    return echo == .value(.option(1)) && !agreesWithNo(reply, question) ? nil : echo
  }

  /// Yes for a reply that says again what the question asks, and no for one that denies it: "the owner knows".
  private func echoOfTheQuestion(
    _ reply: NormalizedReply, _ question: Question, _ said: Polarity
  ) -> Answer? {
    let words = script.words
    guard reply.count <= 12, said.lean == nil, !said.parts.contains(.notKnown),
      !reply.contains(anyOf: words[.takesBack]),
      !reply.contains(anyOf: words[.hedges])
    else { return nil }
    let asked = Set(
      NormalizedReply(print(question.text)).words.map(\.root).filter { $0.count >= 4 })
    guard reply.words.contains(where: { asked.contains($0.root) }) else { return nil }
    guard said.isNegated || reply.contains(anyOf: words[.noOne]) else { return .value(.option(0)) }
    // Of several things that are asked about, or that the question explains, only one may be denied.
    return said.asksAboutSeveral || !said.parts.contains(.asked) ? nil : .value(.option(1))
  }

  // MARK: Options

  /// The option whose number a reply begins with, before words that it does not count: "3 Helen, but she is off".
  private func placed(_ reply: NormalizedReply, _ question: Question) -> Answer? {
    guard reply.count > 1, let number = reply.words[0].asWholeNumber,
      question.options.indices.contains(number - 1), !countsThings(reply),
      reply.words[1].asWholeNumber == nil, reply.words[1] != ",",
      reply[1..<reply.count].longestOpening(among: script.words[.eitherOr] + script.words[.between])
        == 0
    else { return nil }
    return .value(.option(number - 1))
  }

  /// The longest beginning that is an answer by itself, unless what follows speaks against it.
  func beginning(of reply: NormalizedReply, _ question: Question) -> Answer? {
    guard reply.count > 1 else { return nil }
    for count in (1..<reply.count).reversed() {
      let start = reply[0..<count]
      guard start.words.last != ",", case .answer(let answer)? = closed(start, question) else {
        continue
      }
      let isNumber = start.wholeNumber != nil || start.isMade(of: script.words[.numberWords])
      if count == 1, isNumber, isCount(0, of: reply) { continue }
      // "Last Thursday" is not the last of the options.
      if count == 1, (script.words[.last] + script.words[.ordinals]).contains(where: start.matches)
      {
        continue
      }
      // "She would sell it" is no "she would".
      if question.type == .oneOf, polarity(start, question).sure != nil,
        start.longestOpening(among: script.words[.yes] + script.words[.no]) == 0
      {
        continue
      }
      let rest = reply[count..<reply.count]
      return speaksAgainst(rest, start, question) || names(anotherThan: answer, rest, question)
        ? nil : answer
    }
    return nil
  }

  /// Whether the only option spoken of says in its own label that someone does not know: "they don't know, safe".
  private func saysNotKnown(_ mentions: OptionMentions, _ question: Question) -> Bool {
    guard mentions.options.count == 1, let option = mentions.options.first else { return false }
    return NormalizedReply(question.options[option].label).contains(anyOf: script.words[.notKnown])
  }

  /// True for a reply that begins with "not known" and goes on, false for one that says so later; nil for any other.
  private func unknown(amid mentions: OptionMentions, _ reply: NormalizedReply) -> Bool? {
    let at = reply.words.indices.first {
      reply[$0..<reply.count].longestOpening(among: script.words[.notKnown]) > 0
    }
    guard let at, mentions.found.allSatisfy({ $0.range.lowerBound > at }) else { return nil }
    return at == 0
  }

  /// "Not known" or who is to be asked, with more words after it.
  func beginningState(of reply: NormalizedReply, _ question: Question) -> Answer? {
    guard let answer = beginning(of: reply, question), answer.value == nil else { return nil }
    return answer
  }

  /// Whether what follows an answer takes it back or goes on with it: "1 or 2", "2 3rd floor".
  private func speaksAgainst(
    _ rest: NormalizedReply, _ start: NormalizedReply, _ question: Question
  ) -> Bool {
    let words = script.words
    let next = rest.words.first { word in
      word != "," && !words[.between].contains { $0.lowercased() == word }
    }
    let hasNumber = start.words.contains { $0.asWholeNumber != nil }
    if hasNumber, next?.asWholeNumber != nil { return true }
    if rest.contains(anyOf: words[.takesBack] + words[.correction]) {
      return true
    }
    // "None" is only taken for all that it says: "no but it leans" is no "none of these".
    let saysNone = (words[.none] + words[.no]).contains(where: start.matches)
    return saysNone && question.type == .anyOf
  }

  /// The only option that the reply speaks of, if nothing in it is denied or hedged.
  private func only(
    of mentions: OptionMentions, _ reply: NormalizedReply, _ question: Question
  ) -> Answer? {
    let words = script.words
    let options = mentions.options
    guard options.count == 1, !mentions.isShared, let range = mentions.found.first?.range
    else { return nil }
    let yesOrNo = reply.longestOpening(among: words[.yes] + words[.no])
    let others = reply.words.indices.filter { !range.contains($0) && $0 >= yesOrNo }
    let hedges = words[.doubts]
    let speaksAgainst = (words[.negation] + words[.echoVerbNot] + hedges).contains {
      phrase in
      others.contains { reply[$0..<reply.count].longestOpening(among: [phrase]) > 0 }
    }
    if !speaksAgainst { return .value(.option(options[0])) }
    // "They don't, not safe" and "mum doesn't know, it's safe to tell her" deny what the option's own label denies.
    let label = NormalizedReply(question.options[options[0]].label)
    let before = reply[max(0, range.lowerBound - 4)..<range.lowerBound]
    let after = reply[range.upperBound..<reply.count].longestOpening(among: words[.takesBack])
    if question.type == .oneOf, after == 0, !before.contains(anyOf: hedges),
      label.contains(anyOf: words[.echoVerbNot])
    {
      return .value(.option(options[0]))
    }
    let parts = reply.parts(between: []).map { reply[$0] }
    let isOwn = parts.allSatisfy { part in
      label.contains(part) || OptionMentions(part, question, words).options == options
    }
    return isOwn && parts.count > 1 ? .value(.option(options[0])) : nil
  }

  /// The only option that has these words in its label.
  private func piece(_ reply: NormalizedReply, _ question: Question) -> Answer? {
    guard question.type == .oneOf || question.type == .anyOf else { return nil }
    return self.piece(reply, of: question).map {
      .value(question.type == .anyOf ? .options([$0]) : .option($0))
    }
  }
}

extension ParsedReply {
  /// How many words of a loose reading say nothing to the question.
  fileprivate var restCount: Int {
    if case .loose(_, let rest) = self { NormalizedReply(rest).count } else { .max }
  }
}
