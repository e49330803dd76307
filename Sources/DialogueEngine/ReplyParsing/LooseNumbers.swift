package import DialogueModel

/// Numbers amid other words.
extension Conversation {
  /// The only number of a reply, unless something says that it is near it and not it: "hes 16", "about 14".
  ///
  /// One that is only about right is asked about if something depends on whether it is one less: "about 13".
  func looseNumber(_ typed: NormalizedReply, _ question: Question) -> ParsedReply? {
    let words = script.words
    let reply = typed.withoutEnds(words[.aboutDay])
    guard
      !reply.contains(anyOf: words[.hedges] + words[.takesBack])
    else { return nil }
    let context = ReplyContext(words: words, today: today, minute: minute, liesAhead: false)
    let year = schoolYear(reply)
    let numbers = reply.words.indices.filter { at in
      (reply.words[at].contains(where: \.isNumber) || words[.numberWords].contains(reply.words[at]))
        && !(year?.range.contains(at) ?? false)
    }
    func seems(_ number: ScalarValue) -> ParsedReply { .loose(.value(.scalar(number)), rest: "") }
    // "Fourteen, year 9" is 14.
    if let year, numbers.isEmpty { return seems(ScalarValue(.number, year.age)) }
    guard numbers.count == 1, let at = numbers.first, !isCount(at, of: reply, isAge: true),
      year != nil
        || reply[0..<at].isMade(of: words[.beforeNumber] + words[.filler] + words[.yes])
    else { return nil }
    var word = reply.words[at]
    let ending = words[.aboutEnding].first { word.hasSuffix($0) }
    word.removeLast(ending?.count ?? 0)
    guard case .sure(let number)? = NumberAnswer.read(NormalizedReply(word), context) else {
      return nil
    }
    // A best guess is what is asked for: "probably 13".
    let rough = words[.aboutDay].filter { !words[.probablyYes].contains($0) }
    let isRough = ending != nil || typed.contains(anyOf: rough)
    let (exact, lower) = (number.position.plain, (number.position - 1).plain)
    return isRough && isNearBound(number.position, question)
      ? .refused(.numberNear, ["number": exact, "lower": lower]) : seems(number)
  }

  /// The lower of the two numbers that a reply is between, with nothing else: "13 to 15", "13-15", "14 or 15".
  func lowerOfTwo(_ reply: NormalizedReply) -> ScalarValue? {
    let words = script.words
    let context = ReplyContext(words: words, today: today, minute: minute, liesAhead: false)
    func number(_ words: some Sequence<String>) -> ScalarValue? {
      switch NumberAnswer.read(NormalizedReply(words.joined(separator: " ")), context) {
      case .sure(let number)?: number
      default: nil
      }
    }
    let apart = reply.words.flatMap { $0.split(separator: "-").map(String.init) }
    let around =
      words[.beforeNumber] + words[.aroundNumber] + words[.filler] + words[.courtesy]
      + words[.eitherOr] + words[.upTo] + words[.between] + words[.spanOpening]
    let numbers = apart.compactMap { number([$0]) }
    let others = apart.filter { number([$0]) == nil }
    let joins = words[.eitherOr] + words[.upTo] + words[.between]
    let areJoined = apart.count > reply.count || others.contains { joins.contains($0.lowercased()) }
    guard numbers.count == 2, numbers[0].position < numbers[1].position, areJoined,
      NormalizedReply(others.joined(separator: " ")).isMade(of: around)
    else { return nil }
    return numbers[0]
  }

  /// Whether a condition of the script tells a number from the one below it.
  private func isNearBound(_ number: Double, _ question: Question) -> Bool {
    guard let asked = script.numbers[question.key] else { return false }
    return script.allConditions.contains { condition in
      condition.hasTest { test in
        guard case .compares(asked, let comparison, .value(let bound)) = test else { return false }
        return comparison.holds(number, bound) != comparison.holds(number - 1, bound)
      }
    }
  }

  /// The school year in a reply that is read as the age at its beginning, in the words that were typed, and the age
  /// at its end; nil for a reply that says its number in another way.
  package func schoolYear(
    in typed: String, readAs answer: Answer, to number: Int
  ) -> (words: String, next: String)? {
    let reply = NormalizedReply(typed.trimmed)
    guard script.questions[number].type == .number, let year = schoolYear(reply),
      answer == .value(.scalar(ScalarValue(.number, year.age))),
      !reply.words.contains(year.age.plain)
    else { return nil }
    return (reply[year.range].typed, (year.age + 1).plain)
  }

  /// The age at the beginning of a school year: "year 9", "in yr 10".
  func schoolYear(_ reply: NormalizedReply) -> (age: Double, range: Range<Int>)? {
    let ages = script.words[.schoolAges]
    for at in reply.words.indices {
      let rest = reply[at..<reply.count]
      let name = rest.longestOpening(among: script.words[.schoolYear])
      var digits = name > 0 ? rest.words.dropFirst(name).first : nil
      if let word = digits, let number = script.words[.numberWords].firstIndex(of: word) {
        digits = String(number)
      }
      for prefix in script.words[.schoolYear] where digits == nil && rest.words[0].hasPrefix(prefix)
      {
        digits = String(rest.words[0].dropFirst(prefix.count))
      }
      if let year = digits?.asWholeNumber, ages.indices.contains(year) {
        return Double(plain: ages[year]).map { ($0, at..<at + max(1, name + 1)) }
      }
    }
    return nil
  }
}
