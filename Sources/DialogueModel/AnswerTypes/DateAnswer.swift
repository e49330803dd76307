/// The answer type for a day, which may be several days or known only roughly.
///
/// Its position on the line is `CivilDate.dayNumber`, of several days that of the first or the last.
package enum DateAnswer: ScalarAnswer {
  package static let type = AnswerType.date
  package static let ways = Phrase.waysDate
  package static let help =
    "A day, as people write it: 10 Nov, last Tuesday; or several, or about when: 10-12 Nov, in May, about 3 June."
  package static let example = "a date such as 2026-11-16"
  package static let outOfBounds = (below: Phrase.dayTooEarly, above: Phrase.dayTooLate)
  package static let schema = [
    (name: "type", value: "string"), (name: "format", value: "edtf"),
    (name: "pattern", value: DaySpan.pattern),
  ]

  package static func position(of literal: String) -> Double? {
    CivilDate(iso: literal).map { Double($0.dayNumber) }
  }

  package static func literal(_ position: Double) -> String {
    CivilDate(dayNumber: Int(position)).iso
  }

  package static func read(_ reply: NormalizedReply, _ context: ReplyContext) -> ScalarReply? {
    let grammar = DayGrammar(words: context.words, today: context.today, ahead: context.liesAhead)
    return switch grammar.read(reply, withTime: true) {
    case .sure(let days)?: .sure(ScalarValue(days, reading: context.whenUnsure))
    case .loose(let days)?: .loose(ScalarValue(days, reading: context.whenUnsure))
    case .refused(let why, let arguments)?: .refused(why, arguments)
    case nil: nil
    }
  }

  /// Whether words that are read as a day also say when on it, which a day does not keep: "14 Nov 2pm".
  package static func hasTime(_ reply: NormalizedReply, _ context: ReplyContext) -> Bool {
    let grammar = DayGrammar(words: context.words, today: context.today, ahead: context.liesAhead)
    return grammar.read(reply, withTime: false) == nil
      && grammar.read(reply, withTime: true)?.days != nil
  }

  package static func words(for position: Double, in words: Words) -> String {
    Self.words(for: CivilDate(dayNumber: Int(position)), in: words)
  }

  /// A date as letters print it, with its weekday; the ISO form if the language file lacks the names.
  package static func words(for date: CivilDate, in words: Words) -> String {
    guard words.weekdays.count == 7, let weekday = words.weekdays[date.weekday].first,
      let day = dayAlone(date, in: words)
    else { return date.iso }
    return "\(weekday) \(day)"
  }

  /// A date as seen from a day: the weekday says nothing of one more than a year away.
  package static func words(for date: CivilDate, from today: CivilDate, in words: Words) -> String {
    let isFar = abs(date.dayNumber - today.dayNumber) > 366
    return (isFar ? dayAlone(date, in: words) : nil) ?? self.words(for: date, in: words)
  }

  /// Days as seen from a day: `about Tuesday 10 November 2026`, `10 to 12 November 2026`, `May 2013`.
  package static func words(for days: DaySpan, from today: CivilDate, in words: Words) -> String {
    let exactly = exactly(days, from: today, in: words)
    return days.isAbout ? words(.daysAbout, ["days": exactly]) : exactly
  }

  private static func exactly(_ days: DaySpan, from today: CivilDate, in words: Words) -> String {
    if days.earliest == days.latest { return self.words(for: days.latest, from: today, in: words) }
    guard words.months.count == 12 else { return days.edtf }
    // What both ends share is said once.
    func parts(_ date: CivilDate) -> [String] {
      let month = words.months[date.month - 1].first ?? ""
      let (day, year) = ("\(date.day)", "\(date.year)")
      return days.isWholeYears ? [year] : days.isWholeMonths ? [month, year] : [day, month, year]
    }
    var first = parts(days.earliest)
    let last = parts(days.latest)
    for part in last.reversed() where first.last == part { first.removeLast() }
    let end = last.joined(separator: " ")
    return first.isEmpty
      ? end : words(.daysFromTo, ["first": first.joined(separator: " "), "last": end])
  }

  /// A date without its weekday; nil if the language file lacks the months.
  static func dayAlone(_ date: CivilDate, in words: Words) -> String? {
    guard words.months.count == 12, let month = words.months[date.month - 1].first else {
      return nil
    }
    return "\(date.day) \(month) \(date.year)"
  }

  package static func samples(
    around cuts: Set<Double>, width: Int, today: CivilDate
  ) -> [Double] {
    wholeSamples(
      around: cuts, width: width, from: today.dayNumber,
      in: CivilDate.first.dayNumber...CivilDate.last.dayNumber)
  }
}

extension ScalarValue {
  /// The value for a date, with the words it was given in.
  package init(_ date: CivilDate, words: String = "") {
    self.init(.date, Double(date.dayNumber), words: words)
  }
}

extension Value {
  /// The date, or the day of a moment; nil for any other value.
  package var date: CivilDate? {
    guard case .scalar(let scalar) = self else { return nil }
    return switch scalar.type {
    case .date: CivilDate(dayNumber: Int(scalar.position))
    case .moment: MomentAnswer.day(at: scalar.position)
    default: nil
    }
  }

  /// The latest day that a date or a moment can be on, from which an age counts; nil for any other value.
  package var latestDay: CivilDate? {
    if case .scalar(let scalar) = self, let days = scalar.days { days.latest } else { date }
  }
}
