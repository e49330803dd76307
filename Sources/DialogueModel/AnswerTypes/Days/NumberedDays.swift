/// Days that are given by their number in a month.
extension DayGrammar {
  /// Reads `2026-11-10`, `10/11/2026`, `10-11-2026`, `10.11.26` or `10/11`: the day comes first, as in England.
  func numbered(_ word: String) -> Reading? {
    // `10112026` has nothing between its parts.
    if word.count == 8, word.asWholeNumber != nil,
      case .sure(let day)? = numbered(
        "\(word.prefix(2))/\(word.dropFirst(2).prefix(2))/\(word.suffix(4))")
    {
      return .loose(day)
    }
    for separator in ["-", "/", "."] as [Character] {
      let parts = word.split(separator: separator, omittingEmptySubsequences: false).map(
        String.init)
      guard parts.count == 3 || parts.count == 2 && separator == "/" else { continue }
      let isISO = separator == "-" && parts[0].count == 4
      let (day, year) = isISO ? (parts[2], parts[0]) : (parts[0], parts.count == 3 ? parts[2] : nil)
      guard (1...2).contains(day.count), (1...2).contains(parts[1].count),
        let day = day.asWholeNumber, let month = parts[1].asWholeNumber, (1...12).contains(month),
        (year ?? "0").asWholeNumber != nil
      else { return nil }
      if let year, year.count == 1 { return .refused(.dayTooFar) }
      return date(day, month, year)
    }
    return nil
  }

  /// Reads `10` or `10th`.
  func dayOfMonth(_ word: String) -> Int? {
    let digits = list.stem(of: word, before: .dayEnding) ?? word
    return digits.count <= 2 ? digits.asWholeNumber : nil
  }

  /// Reads `10th`: the last such day, or the next where one to come is asked for.
  func ordinal(_ word: String) -> Reading? {
    guard list.stem(of: word, before: .dayEnding) != nil, let day = dayOfMonth(word),
      (1...31).contains(day)
    else { return nil }
    let this = today.year * 12 + today.month - 1
    let days = (-2...2).compactMap {
      CivilDate(year: (this + $0) / 12, month: (this + $0) % 12 + 1, day: day)
    }
    guard let date = ahead ? days.first(where: { $0 >= today }) : days.last(where: { $0 <= today })
    else { return nil }
    let isNear = abs(date.dayNumber - today.dayNumber) <= 31
    return isNear ? .sure(DaySpan(date)) : .loose(DaySpan(date))
  }

  /// A day of a month in a year of four digits, of two in this century, or in the year that is nearest.
  func date(_ day: Int, _ month: Int, _ year: String?) -> Reading? {
    guard (1...31).contains(day) else { return nil }
    guard let year else { return nearest(day, month) }
    let digits = year.hasPrefix("'") ? String(year.dropFirst()) : year
    guard let number = digits.asWholeNumber, digits.count > 1 else { return nil }
    if digits.count == 3 || digits.count > 4 { return .refused(.dayTooFar) }
    let whole = digits.count == 2 ? 2000 + number : number
    guard whole >= 1900 else { return .refused(.dayTooFar) }
    guard let date = CivilDate(year: whole, month: month, day: day) else {
      return tooShort(month, whole)
    }
    // A year of two digits is filled in, and might be meant otherwise where it is not the way that is asked for.
    let isExpected = digits.count == 4 || date == today || (date > today) == ahead
    return isExpected ? .sure(DaySpan(date)) : .loose(DaySpan(date))
  }

  /// The nearest such day in the question's direction, with some doubt if one in the other is within 60 days.
  private func nearest(_ day: Int, _ month: Int) -> Reading? {
    let days = (-1...1).compactMap { CivilDate(year: today.year + $0, month: month, day: day) }
    guard let past = days.last(where: { $0 <= today }),
      let coming = days.first(where: { $0 >= today })
    else { return tooShort(month, today.year) }
    if past == today { return .sure(DaySpan(today)) }
    if ahead, today.dayNumber - past.dayNumber <= 60 { return .refused(.dayPast) }
    if !ahead, coming.dayNumber - today.dayNumber <= 60 { return .loose(DaySpan(past)) }
    return .sure(DaySpan(ahead ? coming : past))
  }

  /// Says how many days a month has.
  private func tooShort(_ month: Int, _ year: Int) -> Reading {
    let name = words.months.count == 12 ? words.months[month - 1].first : nil
    return .refused(
      .monthDays,
      [
        "month": (name ?? "\(month)") + (month == 2 ? " \(year)" : ""),
        "days": "\(CivilDate.days(inMonth: month, of: year))",
      ])
  }
}
