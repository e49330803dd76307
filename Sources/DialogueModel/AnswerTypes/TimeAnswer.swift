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

  /// Reads `16:30`, `4.30pm`, `4 pm` or `midday`; refuses a time that could be in the morning or the evening.
  package static func read(_ reply: NormalizedReply, _ context: ReplyContext) -> ScalarReply? {
    let words = context.words
    if words[.midday].contains(where: reply.matches) { return .position(720) }
    if words[.midnight].contains(where: reply.matches) { return .position(0) }
    let around = Set(words[.beforeTime].map { $0.lowercased() })
    let rest = Array(reply.words.drop { around.contains($0) })
    guard let first = rest.first else { return nil }
    for (list, isAfternoon) in [(WordList.beforeMidday, false), (.afterMidday, true)] {
      for half in words[list] {
        let half = NormalizedReply(half).words
        if rest.count > 1, Array(rest.dropFirst()) == half {
          return halfDay(first, half, isAfternoon: isAfternoon)
        }
        if rest.count == 1, half.count == 1, half[0].count < first.count, first.hasSuffix(half[0]) {
          return halfDay(String(first.dropLast(half[0].count)), half, isAfternoon: isAfternoon)
        }
      }
    }
    guard rest.count == 1, let time = clock(first, ":") ?? clock(first, ".") else { return nil }
    // `2.30` on its own could be at night or in the afternoon.
    if (1...12).contains(time.hour), !first.hasPrefix("0") { return .refused(.timeOfWhichHalf) }
    return .position(Double(time.hour * 60 + time.minute))
  }

  /// Reads a twelve-hour time, `4` or `4.30`, that came with words for the first or second half of the day.
  private static func halfDay(_ word: String, _ half: [String], isAfternoon: Bool) -> ScalarReply? {
    guard let time = clock(word, ":") ?? clock(word, ".") ?? clock(word + ":00", ":"),
      (1...12).contains(time.hour)
    else { return nil }
    // People differ about 12am, and "12 in the evening" is not the 12 of 12.30pm.
    if time.hour == 12, time.minute == 0 || half.count > 1 { return .refused(.timeOfWhichHalf) }
    let hour = time.hour % 12 + (isAfternoon ? 12 : 0)
    return .position(Double(hour * 60 + time.minute))
  }

  /// Reads hours and minutes, with a colon or a point between them.
  static func clock(_ word: String) -> (hour: Int, minute: Int)? {
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
