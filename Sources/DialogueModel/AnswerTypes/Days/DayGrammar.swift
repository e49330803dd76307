/// Reads days as people type them: `10/11/2026`, `Tues 10 Nov`, `last Tuesday`, `10-12 Nov`, `about 10 Nov`,
/// `a couple of weeks ago`.
///
/// Each rule takes all the words that it is given, so that no word is passed over. The words are those of the language
/// file; a reply with any other word, or one that could mean two things, is not read.
struct DayGrammar {
  /// What a reply says: days without doubt, days to be shown back, or why its day can't be taken.
  enum Reading: Equatable {
    case sure(DaySpan)
    case loose(DaySpan)
    case refused(Phrase, [String: String] = [:])

    /// The reading with some doubt about it.
    fileprivate var roughly: Reading {
      switch self {
      case .sure(let days), .loose(let days): .loose(days.roughly)
      case .refused: self
      }
    }

    /// The only day that it can be; nil for a span and where nothing can be taken.
    var day: CivilDate? {
      switch self {
      case .sure(let days), .loose(let days): days.isExactDay ? days.latest : nil
      case .refused: nil
      }
    }

    var isSure: Bool { if case .sure = self { true } else { false } }
  }

  let words: Words
  let today: CivilDate
  /// Whether a day still to come is asked for.
  let ahead: Bool

  var list: DayWords { words.dayWords }

  /// Reads a whole reply, in which a time of day may come with the day, and changes nothing.
  func read(_ reply: NormalizedReply, withTime: Bool) -> Reading? {
    guard var tokens = list.tokens(reply) else { return nil }
    let asked = tokens.count
    while tokens.last == "?" { tokens.removeLast() }
    var isRough = tokens.count < asked
    while let rest = withoutHedge(tokens) {
      tokens = rest
      isRough = true
    }
    guard let reading = withTime ? timed(tokens) : span(tokens) else { return nil }
    return placed(isRough ? reading.roughly : reading)
  }

  /// The words without one such as "about" at either end; nil if there is none.
  private func withoutHedge(_ tokens: [String]) -> [String]? {
    let lead = tokens.prefix { list.isFiller($0) }.count
    return list.rest(of: tokens, after: .aboutDay)
      ?? list.rest(of: Array(tokens.dropFirst(lead)), after: .aboutDay)
      ?? list.rest(of: tokens, before: .aboutDay)
  }

  /// Refuses days that the question can't ask for.
  private func placed(_ reading: Reading) -> Reading {
    switch reading {
    case .sure(let days), .loose(let days):
      if ahead, days.latest < today { return .refused(.dayPast) }
      let latest =
        CivilDate(year: today.year + 2, month: today.month, day: today.day)
        ?? CivilDate(year: today.year + 2, month: 2, day: 28)
      let isTooLate = latest.map { days.earliest > $0 } ?? false
      return days.earliest.year < 1900 || isTooLate ? .refused(.dayTooFar) : reading
    case .refused: return reading
    }
  }

  /// Days, before or after a time of day: "weds dinner time", "4pm on 3 Nov".
  private func timed(_ tokens: [String]) -> Reading? {
    if let reading = span(tokens) { return reading }
    var readings: [Reading] = []
    for cut in tokens.indices.dropFirst() where tokens[cut] != "-" && tokens[cut - 1] != "-" {
      let (first, second) = (Array(tokens[..<cut]), Array(tokens[cut...]))
      for (days, time) in [(first, second), (second, first)] where isTime(time) {
        // A time is of one day: the 10.11 of `10.11 Nov` is none.
        if let reading = single(days), reading.days?.isExactDay ?? true, !readings.contains(reading)
        {
          readings.append(reading)
        }
      }
    }
    return readings.count == 1 ? readings[0] : nil
  }

  private func isTime(_ tokens: [String]) -> Bool {
    if TimeAnswer.read(tokens, list) != nil { return true }
    var rest = list.bare(tokens)
    var (isPart, hasLead) = (false, false)
    while let less = list.rest(of: rest, after: .partOfDay)
      ?? list.rest(of: rest, before: .partOfDay)
    {
      (rest, isPart) = (less, true)
    }
    while let less = list.rest(of: rest, after: .beforeTime)
      ?? list.rest(of: rest, after: .aboutDay)
    {
      (rest, hasLead) = (less, hasLead || list.isOne(.beforeTime, [rest[0]]))
    }
    if rest.isEmpty { return isPart }
    if TimeAnswer.read(rest, list) != nil { return true }
    return (isPart || hasLead) && rest.count == 1
      && list.number(rest[0]).map((1...12).contains) ?? false
  }

  /// From one day to another, or days that have one name.
  private func span(_ tokens: [String]) -> Reading? {
    range(tokens) ?? single(tokens)
  }

  /// `10-12 Nov`, `from Friday to Sunday`, `Sat and Sun`, `June to August 2024`.
  private func range(_ tokens: [String]) -> Reading? {
    let lead = tokens.prefix { list.isFiller($0) }.count
    let bare = Array(tokens.dropFirst(lead))
    let opened = list.rest(of: bare, after: .spanOpening)
    let rest = opened ?? bare
    for at in rest.indices.dropFirst().dropLast() {
      let joins = list.isOne(.spanJoining, [rest[at]]) || rest[at] == "-"
      let isEither = list.isOne(.either, [rest[at]])
      guard joins || isEither || list.isOne(.between, [rest[at]]) else { continue }
      let (first, last) = (Array(rest[..<at]), Array(rest[(at + 1)...]))
      if case .refused(let why, let arguments)? = single(last), isNamed(first) {
        return .refused(why, arguments)
      }
      guard let (start, end, isSure) = ends(first, last), start.latest < end.earliest,
        let days = DaySpan(start.earliest, end.latest)
      else { continue }
      let isWhole = joins || opened != nil && !isEither
      guard isWhole || start.latest.adding(days: 1) == end.earliest else { continue }
      return isSure && !isEither ? .sure(days) : .loose(days)
    }
    return nil
  }

  /// The two ends of a range, of which one may leave its month or year to the other: `10 to 12 Nov`, `Nov 10-12`.
  private func ends(
    _ first: [String], _ last: [String]
  ) -> (first: DaySpan, last: DaySpan, isSure: Bool)? {
    if let end = single(last), let days = end.days {
      let before = DayGrammar(words: words, today: days.latest, ahead: false)
      // What is counted from today is not counted from the other end.
      let start = isNamed(first) ? before.single(first) : single(first)
      guard let start = start ?? dayAlone(first, inMonthOf: last, days) else { return nil }
      return start.days.map { ($0, days, end.isSure && start.isSure) }
    }
    let named = list.bare(first)
    guard named.count == 2, list.month(named[0]) != nil, let start = single(first),
      let day = start.day,
      let end = dayAlone(last, inMonthOf: first, DaySpan(day))?.days
    else { return nil }
    return (DaySpan(day), end, start.isSure)
  }

  /// Whether these are names and numbers of days, months and years alone.
  private func isNamed(_ tokens: [String]) -> Bool {
    list.bare(tokens).allSatisfy {
      list.month($0) != nil || list.weekday($0) != nil
        || $0.first.map { "'0123456789".contains($0) } == true
    }
  }

  /// The number of a day in the month that another end of a range names, if that end has a month or such a number.
  private func dayAlone(
    _ tokens: [String], inMonthOf other: [String], _ days: DaySpan
  ) -> Reading? {
    let (bare, other) = (list.bare(tokens), list.bare(other))
    let hasMonth = other.contains {
      list.month($0) != nil || list.stem(of: $0, before: .dayEnding) != nil
    }
    guard hasMonth, bare.count == 1, let day = dayOfMonth(bare[0]) else { return nil }
    return CivilDate(year: days.latest.year, month: days.latest.month, day: day)
      .map { .sure(DaySpan($0)) }
  }

  /// Days with one name.
  func single(_ tokens: [String]) -> Reading? {
    let core = list.bare(tokens)
    guard !core.isEmpty else { return nil }
    return oneDay(core, tokens) ?? withWeekday(core, tokens) ?? weekday(core) ?? calendar(core)
      ?? part(core) ?? week(core) ?? counted(core, tokens)
  }

  /// A day without its weekday.
  private func oneDay(_ core: [String], _ tokens: [String]) -> Reading? {
    let relative: [(WordList, Int)] = [
      (.today, 0), (.yesterday, -1), (.tomorrow, 1), (.beforeYesterday, -2), (.afterTomorrow, 2),
    ]
    if let days = relative.first(where: { list.isOne($0.0, core) })?.1 {
      let day = DaySpan(today.adding(days: days))
      return days > 0 && !ahead ? .loose(day) : .sure(day)
    }
    if let (value, rest) = list.named(.namedDays, core), rest.count < 2 {
      let parts = value.split(separator: "-").compactMap { String($0).asWholeNumber }
      return parts.count == 2 ? date(parts[1], parts[0], rest.first) : nil
    }
    if core.count == 1 { return numbered(core[0]) ?? ordinal(core[0]) }
    guard core.count < 4 else { return nil }
    let year = core.count == 3 ? core[2] : nil
    // Two digits after the day, or after a comma, could be a second day rather than a year.
    let isWhole = year == nil || year?.count == 4
    if let month = list.month(core[1]), let day = dayOfMonth(core[0]) {
      return isWhole || tokens.dropLast().last != "," ? date(day, month, year) : nil
    }
    guard let month = list.month(core[0]), let day = dayOfMonth(core[1]), isWhole else {
      return nil
    }
    // "Sept 26" may be a day of this year, or that month of 2026.
    if year == nil, core[1].asWholeNumber == today.year % 100 {
      return date(day, month, nil).map { $0.days.map(Reading.loose) ?? $0 }
    }
    return date(day, month, year)
  }

  /// A day with its weekday, which must be right: `Tues 10 Nov`, `26 Nov, Thursday`.
  private func withWeekday(_ core: [String], _ tokens: [String]) -> Reading? {
    guard core.count > 1 else { return nil }
    let named = [
      (list.weekday(core[0]), Array(core.dropFirst())),
      (list.weekday(core[core.count - 1]), Array(core.dropLast())),
    ]
    for case (let weekday?, let rest) in named {
      guard let reading = oneDay(rest, tokens) else { continue }
      guard let day = reading.day, day.weekday != weekday else { return reading }
      return .refused(
        .notThatWeekday,
        [
          "date": DateAnswer.dayAlone(day, in: words) ?? day.iso,
          "weekday": words.weekdays[day.weekday].first ?? "",
        ])
    }
    return nil
  }
}

extension DayGrammar.Reading {
  /// The days of a reading; nil where nothing can be taken.
  var days: DaySpan? {
    switch self {
    case .sure(let days), .loose(let days): days
    case .refused: nil
    }
  }
}
