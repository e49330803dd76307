/// The answer type for a day.
///
/// Its position on the line is `CivilDate.dayNumber`.
package enum DateAnswer: ScalarAnswer {
  package static let type = AnswerType.date
  package static let ways = Phrase.waysDate
  package static let help = "A day, as people write it: 10 Nov, last Tuesday."
  package static let example = "a date such as 2026-11-16"
  package static let outOfBounds = (below: Phrase.dayTooEarly, above: Phrase.dayTooLate)
  package static let schema = [(name: "type", value: "string"), (name: "format", value: "date")]

  package static func position(of literal: String) -> Double? {
    CivilDate(iso: literal).map { Double($0.dayNumber) }
  }

  package static func literal(_ position: Double) -> String {
    CivilDate(dayNumber: Int(position)).iso
  }

  package static func read(_ reply: NormalizedReply, _ context: ReplyContext) -> ScalarReply? {
    TypedDate(context).read(reply)
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

  /// A date without its weekday; nil if the language file lacks the months.
  private static func dayAlone(_ date: CivilDate, in words: Words) -> String? {
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
}

/// Reads a day as people type it: `2026-11-10`, `10/11/2026`, `10 Nov`, `Tues 10 November`, `yesterday`,
/// `last Tuesday`.
///
/// A reply that could mean two days, or a span of days, is not read as a date.
private struct TypedDate {
  private let words: Words
  private let today: CivilDate
  private let ahead: Bool

  init(_ context: ReplyContext) {
    (words, today, ahead) = (context.words, context.today, context.liesAhead)
  }

  func read(_ reply: NormalizedReply) -> ScalarReply? {
    guard let day = anyDay(reply) else { return nil }
    if ahead, day < today { return .refused(.dayPast) }
    let latest =
      CivilDate(year: today.year + 2, month: today.month, day: today.day)
      ?? CivilDate(year: today.year + 2, month: 2, day: 28)
    if day.year < 1900 || latest.map({ day > $0 }) ?? false { return .refused(.dayTooFar) }
    return .position(Double(day.dayNumber))
  }

  private func anyDay(_ reply: NormalizedReply) -> CivilDate? {
    if words[.today].contains(where: reply.matches) { return today }
    if words[.tomorrow].contains(where: reply.matches) { return today.adding(days: 1) }
    if words[.yesterday].contains(where: reply.matches) { return today.adding(days: -1) }
    let around = Set(words[.beforeDate].map { $0.lowercased() } + [","])
    var rest = reply.words.filter { !around.contains($0) }[...]
    if let day = weekday(Array(rest)) { return day }
    let weekday = rest.first.flatMap { index(of: $0, in: words.weekdays) }
    if weekday != nil { rest.removeFirst() }
    guard let date = numbered(rest) ?? named(Array(rest)), weekday ?? date.weekday == date.weekday
    else { return nil }
    return date
  }

  private func index(of word: String, in names: [[String]]) -> Int? {
    names.firstIndex { $0.contains { $0.lowercased() == word } }
  }

  /// Reads a weekday alone, or after last, this or next; nil where people differ about which day they mean.
  private func weekday(_ rest: [String]) -> CivilDate? {
    guard let name = rest.last, let weekday = index(of: name, in: words.weekdays) else {
      return nil
    }
    let monday = today.adding(days: -today.weekday)
    let before = today.adding(days: -((today.weekday - weekday + 6) % 7 + 1))
    let after = today.adding(days: (weekday - today.weekday + 6) % 7 + 1)
    if rest.count == 1 {
      return weekday == today.weekday ? nil : ahead ? after : before
    }
    guard rest.count == 2 else { return nil }
    func isOne(of list: WordList) -> Bool {
      words[list].contains { $0.lowercased() == rest[0] }
    }
    if isOne(of: .lastWeek) { return !ahead && before < monday ? before : nil }
    if isOne(of: .nextWeek) { return ahead && after >= monday.adding(days: 7) ? after : nil }
    guard isOne(of: .thisWeek) else { return nil }
    let day = monday.adding(days: weekday)
    return day == today || (day > today) == ahead ? day : nil
  }

  /// Reads `2026-11-10`, `10/11/2026`, `10.11.26` or `10/11`: the day comes first, as in England.
  private func numbered(_ typed: ArraySlice<String>) -> CivilDate? {
    guard typed.count == 1, let word = typed.first else { return nil }
    if let date = CivilDate(iso: word) { return date }
    for separator in ["/", "."] as [Character] {
      let parts = word.split(separator: separator, omittingEmptySubsequences: false).map(
        String.init)
      guard parts.count == 3 || parts.count == 2 && separator == "/",
        parts[0].count <= 2, parts[1].count <= 2,
        let day = parts[0].asWholeNumber, let month = parts[1].asWholeNumber
      else { continue }
      if parts.count == 2 { return nearest(day: day, month: month) }
      return dated(day, month, year: parts[2])
    }
    return nil
  }

  /// Reads `10 Nov`, `10th of November 2026` or `November 10`.
  private func named(_ typed: [String]) -> CivilDate? {
    guard typed.count == 2 || typed.count == 3 else { return nil }
    let months = words.months
    if let day = dayOfMonth(typed[0]), let month = index(of: typed[1], in: months) {
      return typed.count == 2
        ? nearest(day: day, month: month + 1)
        : dated(day, month + 1, year: typed[2])
    }
    guard let month = index(of: typed[0], in: months), let day = dayOfMonth(typed[1]) else {
      return nil
    }
    if typed.count == 2 { return nearest(day: day, month: month + 1) }
    // Two digits after the day could be a second day rather than a year.
    return typed[2].count == 4 ? dated(day, month + 1, year: typed[2]) : nil
  }

  /// Reads `10` or `10th`.
  private func dayOfMonth(_ word: String) -> Int? {
    let ending = words[.dayEnding].first { word.hasSuffix($0.lowercased()) }
    let digits = word.dropLast(ending?.count ?? 0)
    return digits.count <= 2 ? String(digits).asWholeNumber : nil
  }

  /// Takes a year of four digits, or of two in this century if the date then lies in the question's direction.
  private func dated(_ day: Int, _ month: Int, year: String) -> CivilDate? {
    guard let number = year.asWholeNumber, year.count == 4 || year.count == 2 else { return nil }
    if year.count == 4 { return CivilDate(year: number, month: month, day: day) }
    guard let date = CivilDate(year: 2000 + number, month: month, day: day) else { return nil }
    return date == today || (date > today) == ahead ? date : nil
  }

  /// The nearest such day in the question's direction; nil if one in the other direction is within 60 days.
  private func nearest(day: Int, month: Int) -> CivilDate? {
    let days = (-1...1).compactMap { CivilDate(year: today.year + $0, month: month, day: day) }
    let past = days.last { $0 <= today }
    let coming = days.first { $0 >= today }
    guard let taken = ahead ? coming : past else { return nil }
    if taken == today { return taken }
    if let other = ahead ? past : coming, abs(other.dayNumber - today.dayNumber) <= 60 {
      return nil
    }
    return taken
  }
}
