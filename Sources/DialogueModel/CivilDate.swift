/// A day of the Gregorian calendar.
///
/// Comparing two compares the days.
package struct CivilDate: Hashable, Comparable, Sendable {
  // Four bytes: every answer has room for one.
  private let yearOfEra: Int16
  private let monthOfYear: Int8
  private let dayOfMonth: Int8

  package var year: Int { Int(yearOfEra) }
  package var month: Int { Int(monthOfYear) }
  package var day: Int { Int(dayOfMonth) }

  /// Nil for a day that never was: 31 February, month 13, or a year outside 1 to 9999.
  package init?(year: Int, month: Int, day: Int) {
    guard (1...9999).contains(year), (1...12).contains(month),
      day >= 1, day <= Self.days(inMonth: month, of: year)
    else { return nil }
    yearOfEra = Int16(year)
    monthOfYear = Int8(month)
    dayOfMonth = Int8(day)
  }

  /// Reads `2026-11-16`.
  package init?(iso text: String) {
    let parts = text.split(separator: "-", omittingEmptySubsequences: false)
    guard parts.count == 3, parts[0].count == 4, parts[1].count == 2, parts[2].count == 2,
      parts.allSatisfy({ $0.allSatisfy { ("0"..."9").contains($0) } }),
      let year = Int(parts[0]), let month = Int(parts[1]), let day = Int(parts[2])
    else { return nil }
    self.init(year: year, month: month, day: day)
  }

  package var iso: String {
    func padded(_ number: Int, to width: Int) -> String {
      let digits = String(number)
      return String(repeating: "0", count: max(0, width - digits.count)) + digits
    }
    return "\(padded(year, to: 4))-\(padded(month, to: 2))-\(padded(day, to: 2))"
  }

  /// Whole days since 1 March of the year 0; the formula is Howard Hinnant's `days_from_civil`.
  package var dayNumber: Int {
    let shifted = month > 2 ? year : year - 1
    let fromMarch = (month + 9) % 12
    return 365 * shifted + shifted / 4 - shifted / 100 + shifted / 400
      + (153 * fromMarch + 2) / 5 + day - 1
  }

  /// Monday is 0, Sunday 6.
  package var weekday: Int { (dayNumber + 2) % 7 }

  package static func < (a: CivilDate, b: CivilDate) -> Bool {
    (a.year, a.month, a.day) < (b.year, b.month, b.day)
  }

  package static func days(inMonth month: Int, of year: Int) -> Int {
    switch month {
    case 2: year % 4 == 0 && (year % 100 != 0 || year % 400 == 0) ? 29 : 28
    case 4, 6, 9, 11: 30
    default: 31
    }
  }

  /// The day so many days later, or earlier; the calendar's last or first day beyond its ends.
  package func adding(days: Int) -> CivilDate {
    var date = self
    for _ in 0..<min(abs(days), 36600) { date = days > 0 ? date.next : date.previous }
    return date
  }

  /// The day so many working days later: Monday to Friday, bank holidays not known.
  package func adding(workingDays: Int) -> CivilDate {
    var date = self
    for _ in 0..<min(max(workingDays, 0), 2600) {
      repeat { date = date.next } while date.weekday > 4
    }
    return date
  }

  /// Whole years from this day to another, as an age is counted.
  package func years(until other: CivilDate) -> Int {
    other.year - year - ((other.month, other.day) < (month, day) ? 1 : 0)
  }

  private var next: CivilDate {
    CivilDate(year: year, month: month, day: day + 1)
      ?? CivilDate(year: year, month: month + 1, day: 1)
      ?? CivilDate(year: year + 1, month: 1, day: 1) ?? self
  }

  private var previous: CivilDate {
    if let date = CivilDate(year: year, month: month, day: day - 1) { return date }
    let month = month == 1 ? 12 : month - 1
    let year = month == 12 ? year - 1 : year
    return CivilDate(year: year, month: month, day: Self.days(inMonth: month, of: year)) ?? self
  }
}
