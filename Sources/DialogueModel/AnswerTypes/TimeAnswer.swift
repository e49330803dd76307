/// The answer type for a time of day, to the minute.
///
/// Its position on the line is the number of minutes since midnight.
package enum TimeAnswer: ScalarAnswer {
  package static let type = AnswerType.time
  package static let ways = Phrase.waysTime
  package static let help = "A time of day, as people write it: 4.30pm, 16:30, midday."
  package static let example = "a time such as 16:30"
  package static let outOfBounds = (below: Phrase.timeTooEarly, above: Phrase.timeTooLate)
  package static let schema = [
    (name: "type", value: "string"), (name: "pattern", value: "^([01][0-9]|2[0-3]):[0-5][0-9]$"),
  ]

  private static let minutes = 0...1439

  package static func position(of literal: String) -> Double? {
    guard literal.count == 5, let time = clock(literal, ":") else { return nil }
    return Double(time.hour * 60 + time.minute)
  }

  package static func literal(_ position: Double) -> String {
    let (hour, minute) = Int(position).quotientAndRemainder(dividingBy: 60)
    return (hour < 10 ? "0\(hour)" : "\(hour)") + (minute < 10 ? ":0\(minute)" : ":\(minute)")
  }

  package static func reply(_ position: Double, in words: Words) -> String {
    self.words(for: position, in: words)
  }

  package static func read(_ reply: NormalizedReply, _ context: ReplyContext) -> ScalarReply? {
    // Of days still to come nobody names a year long past.
    let year = context.today.year
    var time = TypedTime(
      tokens: reply.words, words: context.words.dayWords,
      years: context.liesAhead ? year..<year + 2 : TypedTime.anyYear)
    return time.read()
  }

  static func read(_ tokens: [String], _ words: DayWords) -> ScalarReply? {
    var time = TypedTime(tokens: tokens, words: words, years: TypedTime.anyYear)
    return time.read()
  }

  /// Reads hours and minutes, with a colon or a point between them.
  package static func clock(_ word: String) -> (hour: Int, minute: Int)? {
    clock(word, ":") ?? clock(word, ".")
  }

  /// Reads hours and minutes of the 24-hour clock.
  private static func clock(_ word: String, _ separator: Character) -> (hour: Int, minute: Int)? {
    let parts = word.split(separator: separator, omittingEmptySubsequences: false).map(String.init)
    guard parts.count == 2, (1...2).contains(parts[0].count), parts[1].count == 2,
      let hour = parts[0].asWholeNumber, let minute = parts[1].asWholeNumber,
      (0...23).contains(hour), (0...59).contains(minute)
    else { return nil }
    return (hour, minute)
  }

  /// Writes `4:30pm`, `9am` or `midday`, in the style of GOV.UK.
  package static func words(for position: Double, in words: Words) -> String {
    let (hour, minute) = Int(position).quotientAndRemainder(dividingBy: 60)
    let special: WordList? = position == 0 ? .midnight : position == 720 ? .midday : nil
    if let special, let word = words[special].first { return word }
    guard let half = words[hour < 12 ? .beforeMidday : .afterMidday].first else {
      return literal(position)
    }
    let face = (hour + 11) % 12 + 1
    return "\(face)" + (minute == 0 ? "" : minute < 10 ? ":0\(minute)" : ":\(minute)") + half
  }

  package static func samples(
    around cuts: Set<Double>, width: Int, today: CivilDate
  ) -> [Double] {
    wholeSamples(around: cuts, width: width, from: 720, in: minutes)
  }
}

/// Reads a time as people type it: `16:30`, `4.30pm`, `half 3 in the afternoon`, `3ish pm`, `midday`.
///
/// A time that could be in the morning or the evening is refused.
private struct TypedTime {
  var tokens: [String]
  let words: DayWords
  /// What four digits alone are rather than a time.
  let years: Range<Int>
  /// Whether words such as "about" came with it.
  var isRough = false

  static let anyYear = 1900..<2100

  mutating func read() -> ScalarReply? {
    dropLead()
    if let rest = words.rest(of: tokens, after: .aboutDay) {
      (tokens, isRough) = (rest, true)
      dropLead()
    }
    if let (literal, rest) = words.named(.namedTimes, tokens), rest.isEmpty {
      return TimeAnswer.position(of: literal).map { meant(Int($0)) }
    }
    if words.isOne(.midday, tokens) { return meant(720) }
    if words.isOne(.midnight, tokens) { return meant(0) }
    var isIsh = dropRoughEnding()
    if let minute = fourDigits { return meant(minute) }
    let half = takeHalf()
    isIsh = dropRoughEnding() || isIsh
    guard let first = tokens.first else { return nil }
    if let half { return time(half) }
    let isAlone = tokens.count == 1
    if isAlone, let time = TimeAnswer.clock(first),
      time.hour == 0 || time.hour > 12 || first.hasPrefix("0")
    {
      return meant(time.hour * 60 + time.minute)
    }
    // `2.30` or `half 2` could be at night or in the afternoon; `2` alone is hardly a time.
    guard let time = face, (1...12).contains(time.hour) else { return nil }
    let isTime = !isAlone || isIsh || TimeAnswer.clock(first) != nil
    return isTime ? .refused(.timeOfWhichHalf) : nil
  }

  private mutating func dropLead() {
    tokens = Array(tokens.drop { words.isOne(.beforeTime, [$0]) })
  }

  /// Takes off an ending that makes a time rough, as in `3ish`; false if there is none.
  private mutating func dropRoughEnding() -> Bool {
    guard let last = tokens.last, let stem = words.stem(of: last, before: .roughEnding) else {
      return false
    }
    tokens[tokens.count - 1] = stem
    isRough = true
    return true
  }

  /// Four digits in a row, `1530` or `1900hrs`; those that could be a year only with a word for hours.
  private var fourDigits: Int? {
    guard let first = tokens.first else { return nil }
    let digits = first.prefix(while: \.isASCIIDigit)
    let unit =
      first.dropFirst(digits.count).isEmpty
      ? Array(tokens.dropFirst())
      : [String(first.dropFirst(digits.count))] + tokens.dropFirst()
    guard digits.count == 4, let number = String(digits).asWholeNumber, number % 100 < 60,
      number < 2400, unit.isEmpty ? !years.contains(number) : words.isOne(.hours, unit)
    else { return nil }
    return number / 100 * 60 + number % 100
  }

  /// A part of the day that a twelve-hour time is in, and whether it takes several words to say.
  private typealias Half = (list: WordList, isPhrase: Bool)

  /// Takes off the words for a part of the day.
  private mutating func takeHalf() -> Half? {
    for list in [WordList.beforeMidday, .afterMidday, .atNight] {
      if let rest = words.rest(of: tokens, before: list), !rest.isEmpty {
        let isPhrase = tokens.count - rest.count > 1
        tokens = rest
        return (list, isPhrase)
      }
      if let last = tokens.last, let stem = words.stem(of: last, before: list) {
        tokens[tokens.count - 1] = stem
        return (list, false)
      }
    }
    return nil
  }

  /// A twelve-hour time in a half of the day.
  private func time(_ half: Half) -> ScalarReply? {
    guard let time = face, (1...12).contains(time.hour) else { return nil }
    // People differ about 12am, and "12 in the evening" is not the 12 of 12.30pm.
    let isTwelve = time.hour == 12 && (time.minute == 0 || half.isPhrase)
    let isToTwelve = time.hour == 11 && tokens.count > 1 && tokens.last.flatMap(words.number) == 12
    if isTwelve || isToTwelve { return .refused(.timeOfWhichHalf) }
    // "9 at night" is in the evening, "2 at night" is not.
    let isLate = half.list == .afterMidday || half.list == .atNight && time.hour > 5
    return meant((time.hour % 12 + (isLate ? 12 : 0)) * 60 + time.minute)
  }

  /// Hours and minutes as on a clock face: `4`, `4.30`, `half 4`, `quarter to 4`, `20 past 4`.
  private var face: (hour: Int, minute: Int)? {
    guard let last = tokens.last else { return nil }
    if tokens.count == 1, let time = TimeAnswer.clock(last) { return time }
    guard last.count < 3 || last.asWholeNumber == nil, let hour = words.number(last),
      (1...12).contains(hour)
    else { return nil }
    let lead = Array(tokens.dropLast())
    if lead.isEmpty { return (hour, 0) }
    if words.isOne(.halfPast, lead) { return (hour, 30) }
    if let past = words.rest(of: lead, before: .pastHour), let minutes = minutes(past, from: 1) {
      return (hour, minutes)
    }
    // `5 to 6` could be from five to six.
    if let to = words.rest(of: lead, before: .toHour), let minutes = minutes(to, from: 13) {
      return (hour == 1 ? 12 : hour - 1, 60 - minutes)
    }
    return nil
  }

  /// The minutes before or after an hour; alone, they are at least so many.
  private func minutes(_ amount: [String], from least: Int) -> Int? {
    if words.isOne(.quarter, amount) { return 15 }
    let alone = words.rest(of: amount, before: .minutes)
    guard let number = (alone ?? amount).first.flatMap(words.number), (alone ?? amount).count == 1,
      (1..<30).contains(number), alone != nil || number >= least
    else { return nil }
    return number
  }

  private func meant(_ minute: Int) -> ScalarReply {
    let value = ScalarValue(.time, Double(minute))
    return isRough ? .loose(value) : .sure(value)
  }
}
