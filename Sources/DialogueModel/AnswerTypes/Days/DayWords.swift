/// The words that days and times are made of, split up once for reading.
package struct DayWords: Sendable {
  /// The phrases of each list, the longest first.
  private var lists: [WordList: [[String]]] = [:]
  private var months: [String: Int] = [:]
  private var weekdays: [String: Int] = [:]
  /// Number words: one, two and so on.
  private var numbers: [String: Int] = [:]
  /// The names of days and times, with `12-25` or `17:00` before them in the file.
  private var named: [WordList: [(value: String, phrase: [String])]] = [:]
  private var fillers: Set<String> = []
  /// Every word of these lists: a reply with any other is no day.
  private var known: Set<String> = [",", "-", "?"]
  /// The words that only moments have besides.
  private var ofMoments: Set<String> = []

  /// Starts without any words.
  package init() {}

  package init(_ words: Words) {
    fillers = Set(words[.beforeDate].flatMap { NormalizedReply($0).words })
    for list in Self.inDays + Self.inTimes {
      // Within days fillers are left out, in what is typed too.
      let phrases = words[list].map { NormalizedReply($0).words }.map {
        Self.inTimes.contains(list) ? $0 : bare($0)
      }
      lists[list] = phrases.filter { !$0.isEmpty }.sorted { $0.count > $1.count }
      known.formUnion(phrases.joined())
    }
    for list in [WordList.namedDays, .namedTimes] {
      named[list] = words[list].map { entry in
        let value = String(entry.prefix { $0 != " " })
        return (value, NormalizedReply(String(entry.dropFirst(value.count))).words)
      }
      known.formUnion(named[list, default: []].flatMap(\.phrase))
    }
    func numbered(_ names: [[String]]) -> [String: Int] {
      let pairs = names.enumerated().flatMap { place, names in
        names.map { ($0.lowercased(), place) }
      }
      return Dictionary(pairs) { first, _ in first }
    }
    months = numbered(words.months)
    weekdays = numbered(words.weekdays)
    numbers = numbered(words[.numberWords].map { [$0] })
    let phrases = [WordList.beforeMoment, .tonight, .anyMinute].flatMap { words[$0] }
    ofMoments = Set(
      phrases.flatMap { NormalizedReply($0).words }.flatMap { [$0, $0.replacing("'", with: "")] })
    known.formUnion(fillers)
    known.formUnion(months.keys)
    known.formUnion(weekdays.keys.flatMap { [$0, $0 + "s"] })
    known.formUnion(numbers.keys)
  }

  private static let inDays: [WordList] = [
    .today, .yesterday, .tomorrow, .beforeYesterday, .afterTomorrow, .lastWeek, .thisWeek,
    .nextWeek, .justGone, .coming, .earlyPart, .midPart, .latePart, .weekOf, .weekend, .spring,
    .summer, .autumn, .winter, .couple, .few, .days, .weeks, .fortnights, .monthsLong, .years, .ago,
    .fromNow, .partOfDay,
  ]
  private static let inTimes: [WordList] = [
    .aboutDay, .inSoLong, .spanOpening, .spanJoining, .between, .either, .articles, .dayEnding,
    .beforeTime, .midday, .midnight, .beforeMidday, .afterMidday, .atNight, .halfPast, .quarter,
    .pastHour,
    .toHour, .roughEnding, .minutes, .hours, .halfAnHour, .anHour,
  ]

  /// The words of a reply, with a hyphen between two of them as a word; nil if one of them is in no list.
  ///
  /// A year such as `'24` keeps its apostrophe.
  func tokens(_ reply: NormalizedReply) -> [String]? {
    guard reply.count <= 14 else { return nil }
    var tokens: [String] = []
    for word in reply.words {
      let parts = word.split(separator: "-").map(String.init)
      if parts.isEmpty || word == "–" || word == "—" {
        tokens.append("-")
      } else if parts.count == 1
        || parts.count == 3 && parts.allSatisfy({ $0.asWholeNumber != nil })
      {
        tokens.append(word)
      } else {
        tokens += parts.flatMap { ["-", $0] }.dropFirst()
      }
    }
    guard tokens.allSatisfy({ known.contains($0) || $0.first?.isASCIIDigit == true }) else {
      return nil
    }
    let typed = reply.typed.replacing("’", with: "'")
    guard typed.contains("'") else { return tokens }
    return tokens.map { $0.count == 2 && typed.contains("'\($0)") ? "'\($0)" : $0 }
  }

  /// Whether a word can be part of a moment; most words of a story can't.
  func mayBeOfMoment(_ word: String) -> Bool {
    word.contains(where: \.isNumber) || word.contains("-") || known.contains(word)
      || ofMoments.contains(word) || stem(of: word, before: .roughEnding) != nil
  }

  /// These words without those that change nothing in a day.
  func bare(_ tokens: [String]) -> [String] {
    tokens.filter { $0 != "," && $0 != "-" && !fillers.contains($0) }
  }

  func isFiller(_ token: String) -> Bool { fillers.contains(token) || token == "," }

  func isOne(_ list: WordList, _ tokens: [String]) -> Bool {
    lists[list]?.contains(tokens) ?? false
  }

  /// What is left behind the longest phrase of a list that the words begin with; nil if there is none.
  func rest(of tokens: [String], after list: WordList) -> [String]? {
    lists[list]?.first { tokens.starts(with: $0) }.map { Array(tokens.dropFirst($0.count)) }
  }

  /// What is left before the longest phrase of a list that the words end with; nil if there is none.
  func rest(of tokens: [String], before list: WordList) -> [String]? {
    lists[list]?.first { tokens.suffix($0.count).elementsEqual($0) }
      .map { tokens.dropLast($0.count) }
  }

  /// The word without an ending of a list; nil if it has none, or is nothing else.
  func stem(of token: String, before list: WordList) -> String? {
    let ending = lists[list]?.first {
      $0.count == 1 && $0[0].count < token.count && token.hasSuffix($0[0])
    }
    return ending.map { String(token.dropLast($0[0].count)) }
  }

  /// The month with this name, 1 to 12.
  func month(_ token: String) -> Int? { months[token].map { $0 + 1 } }

  /// The weekday with this name, Monday 0.
  func weekday(_ token: String) -> Int? { weekdays[token] }

  /// A number in digits or as a word.
  package func number(_ token: String) -> Int? {
    token.count <= 3 ? token.asWholeNumber ?? word(token) : word(token)
  }

  private func word(_ token: String) -> Int? { numbers[token] }

  /// What a name at the beginning of these words is the name of, and the words behind it.
  func named(_ list: WordList, _ tokens: [String]) -> (value: String, rest: [String])? {
    named[list]?.first { tokens.starts(with: $0.phrase) }
      .map { ($0.value, Array(tokens.dropFirst($0.phrase.count))) }
  }
}
