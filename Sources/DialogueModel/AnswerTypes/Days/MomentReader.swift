/// Reads a day and a time as people type them, in either order: `15:10`, `tomorrow 8am`, `6.30pm on Fri 27 Nov`.
package struct MomentReader {
  private let context: ReplyContext
  private let words: Words
  private let leads: Set<String>

  package init(_ context: ReplyContext) {
    (self.context, words) = (context, context.words)
    leads = Set(words[.beforeMoment].map { $0.lowercased() } + [","])
  }

  /// What the reply means; nil if it could mean no moment or more than one.
  package func read(_ reply: NormalizedReply) -> ScalarReply? {
    // No moment has more words.
    guard reply.count <= 12 else { return nil }
    if let position = soon(reply) { return .sure(ScalarValue(.moment, position)) }
    var readings: [ScalarReply] = []
    for cut in 0...reply.count {
      let (first, second) = (reply[0..<cut], reply[cut..<reply.count])
      for (day, time) in [(first, second), (second, first)] {
        if let reading = read(day: bare(day), time: bare(time)), !readings.contains(reading) {
          readings.append(reading)
        }
      }
    }
    // The 2030 of "3 May 2030" is a year, if it is one that is too far ahead.
    if endsWithYear(reply), let refused = readings.first(where: { $0.refusal == .dayTooFar }) {
      return refused
    }
    // A day that can't be meant is no second reading: `0305` is no year.
    let likely = readings.filter { reading in
      if case .refused(let why, _) = reading { why != .dayPast && why != .dayTooFar } else { true }
    }
    if likely.count == 1 { return likely[0] }
    return readings.count == 1 ? readings[0] : nil
  }

  /// Whether the words can be a moment at all; quicker to tell than reading them.
  package func mayRead(_ reply: NormalizedReply) -> Bool {
    reply.words.allSatisfy(mayRead)
  }

  package func mayRead(_ word: String) -> Bool { words.dayWords.mayBeOfMoment(word) }

  /// Whether it ends with the name of a month and a year of this century.
  private func endsWithYear(_ reply: NormalizedReply) -> Bool {
    guard let year = reply.words.last?.asWholeNumber, (2000..<2100).contains(year),
      let month = reply.words.dropLast().last
    else { return false }
    return words.months.joined().contains { $0.lowercased() == month }
  }

  /// The part without words that may precede it, and without commas at its end.
  private func bare(_ part: NormalizedReply) -> NormalizedReply {
    let start = part.words.prefix { leads.contains($0) }.count
    let end = part.count - part.words.reversed().prefix { $0 == "," }.count
    return part[start..<max(start, end)]
  }

  /// A day with or without a time, or a time of today.
  private func read(day: NormalizedReply, time: NormalizedReply) -> ScalarReply? {
    if time.isEmpty { return self.day(day).flatMap { placed($0, MomentAnswer.end) } }
    let onDay = day.isEmpty ? .sure(DaySpan(context.today)) : self.day(day)
    let isTonight = words[.tonight].contains(where: day.matches)
    let tonight = isTonight ? evening(time) : nil
    guard let onDay, let read = tonight ?? TimeAnswer.read(time, context) else { return nil }
    switch read {
    case .refused: return read
    case .sure(let minute): return placed(onDay) { MomentAnswer.start(of: $0) + minute.position }
    case .loose(let minute):
      let moment = placed(onDay) { MomentAnswer.start(of: $0) + minute.position }
      guard case .sure(let value)? = moment else { return moment }
      return .loose(value)
    }
  }

  /// A time of tonight, whichever way round the clock it was typed: the "7" of "tonight 7"; nil for one before four.
  private func evening(_ time: NormalizedReply) -> ScalarReply? {
    guard let half = words[.afterMidday].first,
      let read = TimeAnswer.read(NormalizedReply("\(time.typed) \(half)"), context),
      let minute = read.value?.position, minute >= 16 * 60
    else { return nil }
    return read
  }

  /// A place in one day; nil for several days, which no moment can be.
  private func placed(
    _ reading: DayGrammar.Reading, _ place: (CivilDate) -> Double
  ) -> ScalarReply? {
    if case .refused(let why, let arguments) = reading { return .refused(why, arguments) }
    guard let day = reading.day else { return nil }
    let value = ScalarValue(.moment, place(day))
    return reading.isSure ? .sure(value) : .loose(value)
  }

  /// Reads a day: a weekday is the next one, today included, and a day without a year is the next one too, unless
  /// only the last one can be meant.
  private func day(_ part: NormalizedReply) -> DayGrammar.Reading? {
    let today = context.today
    if part.isEmpty { return nil }
    if words[.tonight].contains(where: part.matches) { return .sure(DaySpan(today)) }
    // "Tuesdays": the next of them.
    let weekday = words.weekdays.firstIndex { names in
      names.contains { part.matches($0) || part.matches($0 + "s") }
    }
    if let weekday {
      return .sure(DaySpan(today.adding(days: (weekday - today.weekday + 7) % 7)))
    }
    func read(ahead: Bool) -> DayGrammar.Reading? {
      DayGrammar(words: words, today: today, ahead: ahead).read(part, withTime: false)
    }
    let coming = read(ahead: true)
    if context.liesAhead || coming?.day != nil { return coming }
    let past = read(ahead: false)
    if case .refused(.dayPast, _)? = coming { return past }
    return past?.isSure == true ? past : coming ?? past
  }

  /// Reads `in 20 minutes`, `in about half an hour` and `any minute`, if it is known what time it is.
  private func soon(_ reply: NormalizedReply) -> Double? {
    guard let minute = context.minute else { return nil }
    let now = MomentAnswer.now(context.today, minute)
    if words[.anyMinute].contains(where: reply.matches) { return now }
    let days = words.dayWords
    guard var typed = days.rest(of: reply.words, after: .inSoLong) else { return nil }
    typed = days.rest(of: typed, after: .aboutDay) ?? typed
    if days.isOne(.halfAnHour, typed) { return now + 30 }
    if days.isOne(.anHour, typed) { return now + 60 }
    guard typed.count == 2, let count = days.number(typed[0]), count <= 1000 else { return nil }
    if days.isOne(.minutes, [typed[1]]) { return now + Double(count) }
    return days.isOne(.hours, [typed[1]]) ? now + Double(count * 60) : nil
  }
}
