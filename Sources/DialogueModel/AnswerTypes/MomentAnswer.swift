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
    TypedMoment(context).read(reply)
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

/// Reads a day and a time as people type them, in either order: `15:10`, `tomorrow 8am`, `6.30pm on Fri 27 Nov`.
private struct TypedMoment {
  private let context: ReplyContext
  private let words: Words
  private let leads: Set<String>

  init(_ context: ReplyContext) {
    (self.context, words) = (context, context.words)
    leads = Set(words[.beforeMoment].map { $0.lowercased() } + [","])
  }

  func read(_ reply: NormalizedReply) -> ScalarReply? {
    // No moment has more words.
    guard reply.count <= 12 else { return nil }
    if let position = soon(reply) { return .position(position) }
    var readings: [ScalarReply] = []
    for cut in 0...reply.count {
      let (first, second) = (reply[0..<cut], reply[cut..<reply.count])
      for (day, time) in [(first, second), (second, first)] {
        if let reading = read(day: bare(day), time: bare(time)), !readings.contains(reading) {
          readings.append(reading)
        }
      }
    }
    return readings.count == 1 ? readings[0] : nil
  }

  /// The part without words that may precede it, and without commas at its end.
  private func bare(_ part: NormalizedReply) -> NormalizedReply {
    let start = part.words.prefix { leads.contains($0) }.count
    let end = part.count - part.words.reversed().prefix { $0 == "," }.count
    return part[start..<max(start, end)]
  }

  /// A day with or without a time, or a time of today.
  private func read(day: NormalizedReply, time: NormalizedReply) -> ScalarReply? {
    if time.isEmpty { return self.day(day).map { placed($0, MomentAnswer.end) } }
    let onDay = day.isEmpty ? .position(Double(context.today.dayNumber)) : self.day(day)
    guard let onDay, let read = TimeAnswer.read(time, context) else { return nil }
    guard case .position(let minute) = read else { return read }
    return placed(onDay) { MomentAnswer.start(of: $0) + minute }
  }

  private func placed(_ day: ScalarReply, _ place: (CivilDate) -> Double) -> ScalarReply {
    guard case .position(let number) = day else { return day }
    return .position(place(CivilDate(dayNumber: Int(number))))
  }

  /// Reads a day: a weekday is the next one, today included, and a day without a year is the next one too, unless
  /// only the last one can be meant.
  private func day(_ part: NormalizedReply) -> ScalarReply? {
    let today = context.today
    if part.isEmpty { return nil }
    if words[.tonight].contains(where: part.matches) { return .position(Double(today.dayNumber)) }
    let weekday = words.weekdays.firstIndex { $0.contains(where: part.matches) }
    if let weekday {
      let ahead = today.adding(days: (weekday - today.weekday + 7) % 7)
      return .position(Double(ahead.dayNumber))
    }
    func read(ahead: Bool) -> ScalarReply? {
      DateAnswer.read(
        part, ReplyContext(words: words, today: today, minute: nil, liesAhead: ahead))
    }
    let coming = read(ahead: true)
    if case .position? = coming { return coming }
    return context.liesAhead ? coming : read(ahead: false) ?? coming
  }

  /// Reads `in 20 minutes` and `in 2 hours`, if it is known what time it is.
  private func soon(_ reply: NormalizedReply) -> Double? {
    let typed = reply.words
    guard let minute = context.minute, typed.count == 3,
      words[.inSoLong].contains(where: { $0.lowercased() == typed[0] }),
      let count = typed[1].asWholeNumber, count <= 1000
    else { return nil }
    let units = [(WordList.minutes, 1), (.hours, 60)]
    guard
      let unit = units.first(where: { list, _ in
        words[list].contains { $0.lowercased() == typed[2] }
      })
    else { return nil }
    return MomentAnswer.now(context.today, minute) + Double(count * unit.1)
  }
}
