import DialogueScript

extension Conversation {
  /// A day as people type it: `2026-11-10`, `10/11/2026`, `10 Nov`, `Tues 10 November`,
  /// `yesterday`, `last Tuesday`.
  ///
  /// A day without a year, or a weekday alone, is the latest one that is not to come.
  func date(_ plain: Plain, ahead: Bool) -> CivilDate? {
    let words = script.words
    if words[.today].contains(where: plain.matches) { return today }
    if words[.tomorrow].contains(where: plain.matches) { return today.adding(days: 1) }
    if words[.yesterday].contains(where: plain.matches) { return today.adding(days: -1) }
    var rest = plain.words.filter { $0 != "," }[...]
    let before = Set(words[.beforeDate].map { $0.lowercased() })
    while let first = rest.first, before.contains(first) { rest.removeFirst() }
    let weekday = rest.first.flatMap { index(of: $0, in: words.weekdays) }
    if let weekday {
      rest.removeFirst()
      if rest.isEmpty {
        let days = ahead ? weekday - today.weekday : today.weekday - weekday
        let apart = (days + 6) % 7 + 1
        return today.adding(days: ahead ? apart : -apart)
      }
    }
    guard let date = numbered(rest, ahead) ?? named(rest, ahead),
      weekday ?? date.weekday == date.weekday
    else { return nil }
    return date
  }

  private func index(of word: String, in names: [[String]]) -> Int? {
    names.firstIndex { $0.contains { $0.lowercased() == word } }
  }

  /// `2026-11-10`, `10/11/2026`, `10.11.26`, `10/11`: day first, as in England.
  private func numbered(_ words: ArraySlice<String>, _ ahead: Bool) -> CivilDate? {
    guard words.count == 1, let word = words.first else { return nil }
    if let date = CivilDate(iso: word) { return date }
    let parts = word.split(omittingEmptySubsequences: false) { "/.-".contains($0) }.map { Int($0) }
    guard (2...3).contains(parts.count), let day = parts[0], let month = parts[1] else {
      return nil
    }
    if parts.count == 2 { return nearest(day: day, month: month, ahead) }
    guard let year = parts[2] else { return nil }
    return CivilDate(year: fullYear(year), month: month, day: day)
  }

  /// `10 Nov`, `10th of November 2026`, `November 10`.
  private func named(_ words: ArraySlice<String>, _ ahead: Bool) -> CivilDate? {
    var (day, month, year): (Int?, Int?, Int?) = (nil, nil, nil)
    for word in words {
      if let found = index(of: word, in: script.words.months), month == nil {
        month = found + 1
        continue
      }
      let digits = word.prefix { $0.isNumber }
      guard let number = Int(digits), word.count <= digits.count + 2 else {
        if self.script.words[.beforeDate].contains(word) { continue }
        return nil
      }
      if day == nil, number <= 31 {
        day = number
      } else if year == nil {
        year = number
      } else {
        return nil
      }
    }
    guard let day, let month else { return nil }
    guard let year else { return nearest(day: day, month: month, ahead) }
    return CivilDate(year: fullYear(year), month: month, day: day)
  }

  /// Two digits are this century, unless that is still to come: then the last.
  private func fullYear(_ year: Int) -> Int {
    guard (0...99).contains(year) else { return year }
    return 2000 + year > today.year ? 1900 + year : 2000 + year
  }

  private func nearest(day: Int, month: Int, _ ahead: Bool) -> CivilDate? {
    let thisYear = CivilDate(year: today.year, month: month, day: day)
    if let thisYear, ahead ? thisYear > today : thisYear <= today { return thisYear }
    return CivilDate(year: today.year + (ahead ? 1 : -1), month: month, day: day)
  }
}
