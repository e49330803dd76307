/// The answer type for a day, perhaps with a time of day.
///
/// Its position on the line is the number of minutes since the day with number 0. A day without a time comes after
/// every minute of that day, at half past the last.
package enum MomentAnswer: ScalarAnswer {
  package static let type = AnswerType.moment
  package static let ways = Phrase.waysMoment
  package static let help =
    "A day, perhaps with a time, as people write it: tomorrow 8am, Friday 18:30, 15:10, tonight."
  package static let example = "a moment such as 2026-11-16T16:30, or 2026-11-16T for the day"
  package static let outOfBounds = (below: Phrase.timeTooEarly, above: Phrase.timeTooLate)
  package static let schema = [
    (name: "type", value: "string"),
    (name: "pattern", value: "^[0-9]{4}-[0-9]{2}-[0-9]{2}T(([01][0-9]|2[0-3]):[0-5][0-9])?$"),
  ]

  /// Where a day begins on the line.
  package static func start(of day: CivilDate) -> Double { Double(day.dayNumber * 1440) }

  /// Where a day ends on the line, and where it is if no time is given.
  package static func end(of day: CivilDate) -> Double { start(of: day) + dayAlone }

  /// Where it is now on the line; an unknown minute counts as the last of the day, so that what may be soon is.
  package static func now(_ today: CivilDate, _ minute: Int?) -> Double {
    minute.map { start(of: today) + Double($0) } ?? end(of: today)
  }

  /// The day that a position is on.
  package static func day(at position: Double) -> CivilDate {
    CivilDate(dayNumber: Int((position / 1440).rounded(.down)))
  }

  /// Whether a position has a time of day, and is no day alone.
  package static func hasTime(_ position: Double) -> Bool { minute(at: position) != nil }

  /// The minute of a day without a time.
  private static let dayAlone = 1439.5

  /// The minute of the day at a position; nil for a day without a time.
  private static func minute(at position: Double) -> Double? {
    let minute = position - start(of: day(at: position))
    return minute == dayAlone ? nil : minute
  }

  package static func position(of literal: String) -> Double? {
    let parts = literal.split(separator: "T", omittingEmptySubsequences: false).map(String.init)
    guard parts.count == 2, let day = CivilDate(iso: parts[0]) else { return nil }
    if parts[1].isEmpty { return end(of: day) }
    return TimeAnswer.position(of: parts[1]).map { start(of: day) + $0 }
  }

  package static func literal(_ position: Double) -> String {
    day(at: position).iso + "T" + (minute(at: position).map(TimeAnswer.literal) ?? "")
  }

  package static func reply(_ position: Double, in words: Words) -> String {
    self.words(for: position, in: words)
  }

  package static func words(for position: Double, in words: Words) -> String {
    let day = DateAnswer.words(for: day(at: position), in: words)
    guard let minute = minute(at: position) else { return day }
    return words(.moment, ["day": day, "time": TimeAnswer.words(for: minute, in: words)])
  }

  /// The words for a moment as seen from a day: `3:10pm today, Tuesday 1 December 2026`.
  package static func words(for position: Double, from today: CivilDate, in words: Words) -> String
  {
    let date = DateAnswer.words(for: day(at: position), from: today, in: words)
    guard let minute = minute(at: position) else { return date }
    return words(
      phrase(for: day(at: position), from: today),
      ["day": date, "time": TimeAnswer.words(for: minute, in: words)])
  }

  private static func phrase(for day: CivilDate, from today: CivilDate) -> Phrase {
    if day == today { return .momentToday }
    return day == today.adding(days: 1) ? .momentTomorrow : .moment
  }

  /// The moment some minutes before one with a time of day; nil for a day alone.
  package static func position(_ position: Double, lessMinutes minutes: Int) -> Double? {
    minute(at: position).map { _ in position - Double(minutes) }
  }

  package static func read(_ reply: NormalizedReply, _ context: ReplyContext) -> ScalarReply? {
    MomentReader(context).read(reply)
  }

  /// The samples are counted in slots: each day has one for each of its minutes, and then one for the day alone.
  package static func samples(
    around cuts: Set<Double>, width: Int, today: CivilDate
  ) -> [Double] {
    let slots = 1441
    let cuts = Set(
      cuts.map { cut in
        Double(day(at: cut).dayNumber * slots) + (minute(at: cut) ?? Double(slots - 1))
      })
    let days = CivilDate.first.dayNumber...CivilDate.last.dayNumber
    let range = days.lowerBound * slots...(days.upperBound + 1) * slots - 1
    return wholeSamples(
      around: cuts, width: width, from: today.dayNumber * slots + 720, in: range
    ).map { slot in
      let (day, minute) = Int(slot).quotientAndRemainder(dividingBy: slots)
      return Double(day * 1440) + (minute == slots - 1 ? dayAlone : Double(minute))
    }
  }
}
