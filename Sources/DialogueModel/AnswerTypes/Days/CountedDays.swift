/// Days that are counted from today: `4 days ago`, `two weeks ago today`, `in a month`.
extension DayGrammar {
  func counted(_ core: [String], _ tokens: [String]) -> Reading? {
    let isToDay = list.rest(of: core, before: .today)
    let rest = isToDay ?? core
    let direction: Int
    let amount: [String]
    if let before = list.rest(of: rest, before: .ago) {
      (direction, amount) = (-1, before)
    } else if let before = list.rest(of: rest, before: .fromNow) {
      (direction, amount) = (1, before)
    } else if let first = tokens.first, list.isOne(.inSoLong, [first]) {
      (direction, amount) = (1, rest)
    } else if !ahead, let count = counts(rest), count.unit != .days {
      // "Two weeks", where a day in the past is asked for.
      return reach(count.counts, true, count.unit, -1, isExact: false)
    } else {
      return nil
    }
    if direction < 0, isShort(amount) { return .loose(DaySpan(today)) }
    return counts(amount).flatMap {
      reach($0.counts, $0.isVague, $0.unit, direction, isExact: isToDay != nil)
    }
  }

  /// Whether it is a few minutes or hours, such as `20 mins`.
  private func isShort(_ amount: [String]) -> Bool {
    if list.isOne(.halfAnHour, amount) || list.isOne(.anHour, amount) { return true }
    guard amount.count == 2, let count = list.number(amount[0]) else { return false }
    return list.isOne(.minutes, [amount[1]]) && count <= 120
      || list.isOne(.hours, [amount[1]]) && count <= 6
  }

  /// How many of a unit of time: `4 days`, `a couple of weeks`, `a few months`.
  private func counts(
    _ core: [String]
  ) -> (counts: ClosedRange<Int>, isVague: Bool, unit: WordList)? {
    func unit(_ rest: [String]) -> WordList? {
      [WordList.days, .weeks, .fortnights, .monthsLong, .years].first { list.isOne($0, rest) }
    }
    for (words, counts) in [(WordList.couple, 2...2), (.few, 3...5)] {
      if let unit = list.rest(of: core, after: words).flatMap(unit) { return (counts, true, unit) }
    }
    guard let first = core.first, let unit = unit(Array(core.dropFirst())),
      let count = list.isOne(.articles, [first]) ? 1 : list.number(first), (1...200).contains(count)
    else { return nil }
    return (count...count, false, unit)
  }

  /// Days are exact; weeks, months and years are not, unless they are counted to the day.
  private func reach(
    _ counts: ClosedRange<Int>, _ isVague: Bool, _ unit: WordList, _ direction: Int, isExact: Bool
  ) -> Reading? {
    func span(_ from: Int, _ to: Int) -> DaySpan? {
      let ends = [direction * from, direction * to].sorted()
      return DaySpan(today.adding(days: ends[0]), today.adding(days: ends[1]))
    }
    func months(_ from: Int, _ to: Int, from start: Int, length: Int) -> DaySpan? {
      let ends = [start + direction * from * length, start + direction * to * length].sorted()
      return DaySpan(months: ends[0]...ends[1] + length - 1)
    }
    let days: DaySpan?
    switch unit {
    case .days:
      let most = isVague ? max(counts.upperBound, counts.lowerBound + 1) : counts.upperBound
      days = span(counts.lowerBound, most)
      if !isVague { return days.map { .sure($0) } }
    case .weeks, .fortnights:
      let length = unit == .weeks ? 7 : 14
      if isExact, !isVague {
        return span(counts.lowerBound * length, counts.lowerBound * length).map { .sure($0) }
      }
      days = span(counts.lowerBound * length - 3, counts.upperBound * length + 3)
    case .monthsLong:
      let this = today.year * 12 + today.month - 1
      days = months(counts.lowerBound, counts.upperBound, from: this, length: 1)
    default:
      days = months(counts.lowerBound, counts.upperBound, from: today.year * 12, length: 12)
    }
    return days.map { .loose($0.roughly) }
  }
}
