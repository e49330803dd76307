/// Days that are given by weekday, week, month, season or year, or counted from today.
extension DayGrammar {
  private var monday: CivilDate { today.adding(days: -today.weekday) }

  /// The reading of days in a direction, if it is the question's.
  private func toward(_ isAhead: Bool, _ reading: Reading) -> Reading {
    isAhead == ahead ? reading : .refused(isAhead ? .dayAhead : .dayPast)
  }

  private func either(_ first: CivilDate, _ second: CivilDate) -> Reading {
    .refused(
      .dayWhich,
      [
        "first": DateAnswer.words(for: first, in: words),
        "second": DateAnswer.words(for: second, in: words),
      ])
  }

  /// The words behind or before last, this or next, and how many weeks or years from this one that is.
  private func which(_ core: [String]) -> (offset: Int, rest: [String])? {
    for (words, offset) in [(WordList.lastWeek, -1), (.thisWeek, 0), (.nextWeek, 1)] {
      if let rest = list.rest(of: core, after: words) { return (offset, rest) }
    }
    return nil
  }

  /// A weekday alone, or with a word for the week it is in; people differ about some of these.
  func weekday(_ core: [String]) -> Reading? {
    func only(_ rest: [String]?) -> Int? {
      rest?.count == 1 ? rest?.first.flatMap(list.weekday) : nil
    }
    func before(_ weekday: Int) -> CivilDate {
      today.adding(days: -((today.weekday - weekday + 6) % 7 + 1))
    }
    func after(_ weekday: Int) -> CivilDate {
      today.adding(days: (weekday - today.weekday + 6) % 7 + 1)
    }
    if let weekday = only(core) {
      let (last, next) = (before(weekday), after(weekday))
      if weekday == today.weekday { return ahead ? either(today, next) : either(last, today) }
      return .sure(DaySpan(ahead ? next : last))
    }
    if let weekday = only(list.rest(of: core, before: .justGone)) {
      return toward(false, .sure(DaySpan(before(weekday))))
    }
    let coming = list.rest(of: core, after: .coming) ?? list.rest(of: core, before: .coming)
    if let weekday = only(coming) { return toward(true, .sure(DaySpan(after(weekday)))) }
    if let (offset, rest) = which(core), let weekday = only(rest) {
      let (last, next) = (before(weekday), after(weekday))
      switch offset {
      case -1:
        return toward(
          false, last < monday ? .sure(DaySpan(last)) : either(last.adding(days: -7), last))
      case 1:
        let isNextWeek = next >= monday.adding(days: 7)
        return toward(true, isNextWeek ? .sure(DaySpan(next)) : either(next, next.adding(days: 7)))
      default: return inWeek(0, weekday)
      }
    }
    if let weekday = aWeekOn(core) {
      let next = after(weekday).adding(days: 7)
      return toward(
        true, weekday == today.weekday ? either(next.adding(days: -7), next) : .sure(DaySpan(next)))
    }
    // `Thursday last week`, `last week Thursday`.
    guard core.count == 3 else { return nil }
    let named = [(core[0], [core[1], core[2]]), (core[2], [core[0], core[1]])]
    for (name, rest) in named {
      if let weekday = list.weekday(name), let (offset, unit) = which(rest),
        list.isOne(.weeks, unit)
      {
        return inWeek(offset, weekday)
      }
    }
    return nil
  }

  /// The weekday of `Tuesday week` and `a week on Tuesday`, which is the one after the next.
  private func aWeekOn(_ core: [String]) -> Int? {
    func isWeek(_ words: [String]) -> Bool {
      list.isOne(.weeks, words)
        || words.count == 2 && list.isOne(.articles, [words[0]]) && list.isOne(.weeks, [words[1]])
    }
    guard (2...3).contains(core.count) else { return nil }
    if isWeek(Array(core.dropFirst())) { return list.weekday(core[0]) }
    return isWeek(core.dropLast()) ? core.last.flatMap(list.weekday) : nil
  }

  private func inWeek(_ offset: Int, _ weekday: Int) -> Reading {
    let day = monday.adding(days: 7 * offset + weekday)
    return day == today ? .sure(DaySpan(day)) : toward(day > today, .sure(DaySpan(day)))
  }

  /// A month, a season or a year: `October`, `Oct 2024`, `last month`, `summer 2024`, `2013`.
  func calendar(_ core: [String]) -> Reading? {
    if let (offset, rest) = which(core) { return calendar(rest, offset) }
    if core.count == 1, let year = year(core[0]) { return DaySpan(year: year).map { .sure($0) } }
    if let last = core.last, let year = year(last) {
      return named(core.dropLast()).flatMap { reading(of: $0, in: year) }
    }
    guard let months = named(core) else { return nil }
    // The last that has begun, or the next that has not ended; with some doubt if another is near.
    let early = months.number(in: today.year) - thisMonth
    let late = thisMonth - months.number(in: today.year) - months.count + 1
    if (ahead ? late : early) <= 0 { return reading(of: months, in: today.year) }
    let other = reading(of: months, in: today.year + (ahead ? 1 : -1))
    return (ahead ? late : early) > 2 ? other : other?.days.map { .loose($0) }
  }

  /// The same behind last, this or next.
  private func calendar(_ rest: [String], _ offset: Int) -> Reading? {
    if list.isOne(.monthsLong, rest) {
      let month = thisMonth + offset
      return DaySpan(months: month...month).flatMap { going(offset, $0) }
    }
    if list.isOne(.years, rest) {
      return DaySpan(year: today.year + offset).flatMap { going(offset, $0) }
    }
    guard let months = named(rest) else { return nil }
    let years = today.year - 2...today.year + 1
    let year: Int? =
      switch offset {
      case -1: years.last { months.number(in: $0) + months.count <= thisMonth }
      case 1: years.first { months.number(in: $0) > thisMonth }
      default: today.year
      }
    guard let days = year.flatMap({ reading(of: months, in: $0) })?.days else { return nil }
    return offset == 0 ? .loose(days) : toward(offset > 0, .loose(days))
  }

  /// This month, counted from January of the year 0.
  private var thisMonth: Int { today.year * 12 + today.month - 1 }

  /// A year of four digits, or of two behind an apostrophe.
  private func year(_ word: String) -> Int? {
    if word.hasPrefix("'") { return String(word.dropFirst()).asWholeNumber.map { 2000 + $0 } }
    return word.count == 4 ? word.asWholeNumber : nil
  }

  /// A month or a season.
  private struct Months {
    /// Its first month, from 0.
    let first: Int
    let count: Int

    /// Its first month in a year, counted from January of the year 0.
    func number(in year: Int) -> Int { year * 12 + first }
  }

  private func named(_ core: [String]) -> Months? {
    if core.count == 1, let month = list.month(core[0]) {
      return Months(first: month - 1, count: 1)
    }
    let seasons = [WordList.spring, .summer, .autumn, .winter]
    return seasons.firstIndex { list.isOne($0, core) }
      .map { Months(first: 2 + 3 * $0, count: 3) }
  }

  /// A season has no exact days.
  private func reading(of months: Months, in year: Int) -> Reading? {
    let first = months.number(in: year)
    guard let days = DaySpan(months: first...first + months.count - 1) else { return nil }
    return months.count == 1 ? .sure(days) : .loose(days.roughly)
  }

  /// Days before or after today; of those around it, the part in the question's direction.
  private func going(_ offset: Int, _ days: DaySpan) -> Reading? {
    if offset != 0 { return toward(offset > 0, .loose(days)) }
    let part = ahead ? days.part(from: today, to: .last) : days.part(from: .first, to: today)
    return part.map { .loose($0) } ?? .refused(ahead ? .dayPast : .dayAhead)
  }

  /// `mid September`, `early 2024`, `the end of last month`: about a third of it.
  func part(_ core: [String]) -> Reading? {
    for (place, words) in [WordList.earlyPart, .midPart, .latePart].enumerated() {
      guard let rest = list.rest(of: core, after: words), let days = calendar(rest)?.days,
        days.isWholeMonths
      else { continue }
      let first = days.earliest
      if days.isWholeYears {
        let month = first.year * 12 + 4 * place
        return DaySpan(months: month...month + 3).map { .loose($0.roughly) }
      }
      guard (first.year, first.month) == (days.latest.year, days.latest.month) else { return nil }
      let start = first.adding(days: 10 * place)
      let end = place == 2 ? days.latest : start.adding(days: 9)
      return DaySpan(start, end).map { .loose($0.roughly) }
    }
    return nil
  }

  /// `last week`, `the weekend`, `w/c 19 Oct`.
  func week(_ core: [String]) -> Reading? {
    func days(_ first: CivilDate, _ count: Int) -> DaySpan? {
      DaySpan(first, first.adding(days: count - 1))
    }
    if list.isOne(.weekend, core) {
      let isNow = today.weekday > 4
      let saturday = monday.adding(days: ahead || isNow ? 5 : -2)
      return days(saturday, 2).map { .loose($0) }
    }
    if let (offset, rest) = which(core) {
      let start = monday.adding(days: 7 * offset)
      if list.isOne(.weeks, rest) { return days(start, 7).flatMap { going(offset, $0) } }
      guard list.isOne(.weekend, rest) else { return nil }
      return days(start.adding(days: 5), 2).flatMap { going(offset, $0) }
    }
    for (words, day, count) in [(WordList.weekOf, 0, 7), (.weekend, 5, 2)] {
      guard let rest = list.rest(of: core, after: words), let reading = single(rest) else {
        continue
      }
      guard let named = reading.day else { return reading.days == nil ? reading : nil }
      return days(named.adding(days: day - named.weekday), count).map { .loose($0) }
    }
    return nil
  }
}
