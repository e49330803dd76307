/// A day of the Gregorian calendar, from 1 January 1 to 31 December 9999.
///
/// An earlier day is less than a later one.
package struct CivilDate: Hashable, Comparable, Sendable {
  // Packed into four bytes.
  private let yearOfEra: Int16
  private let monthOfYear: Int8
  private let dayOfMonth: Int8

  /// The year, 1 to 9999.
  package var year: Int { Int(yearOfEra) }
  /// The month, 1 to 12.
  package var month: Int { Int(monthOfYear) }
  /// The day of the month, 1 to 31.
  package var day: Int { Int(dayOfMonth) }

  /// Nil for a day that does not exist: 31 February, month 13, or a year outside 1 to 9999.
  package init?(year: Int, month: Int, day: Int) {
    guard (1...9999).contains(year), (1...12).contains(month),
      day >= 1, day <= Self.days(inMonth: month, of: year)
    else { return nil }
    yearOfEra = Int16(year)
    monthOfYear = Int8(month)
    dayOfMonth = Int8(day)
  }

  /// Reads `2026-11-16`; nil for any other form, and for a day that does not exist.
  package init?(iso text: String) {
    let parts = text.split(separator: "-", omittingEmptySubsequences: false)
    guard parts.count == 3, parts[0].count == 4, parts[1].count == 2, parts[2].count == 2,
      parts.allSatisfy({ $0.allSatisfy { ("0"..."9").contains($0) } }),
      let year = Int(parts[0]), let month = Int(parts[1]), let day = Int(parts[2])
    else { return nil }
    self.init(year: year, month: month, day: day)
  }

  /// The date as files and programs write it: `2026-11-16`.
  package var iso: String {
    func padded(_ number: Int, to width: Int) -> String {
      let digits = String(number)
      return String(repeating: "0", count: max(0, width - digits.count)) + digits
    }
    return "\(padded(year, to: 4))-\(padded(month, to: 2))-\(padded(day, to: 2))"
  }

  /// Whole days since 1 March of the year 0, by Howard Hinnant's `days_from_civil`.
  package var dayNumber: Int {
    let shifted = month > 2 ? year : year - 1
    let fromMarch = (month + 9) % 12
    return 365 * shifted + shifted / 4 - shifted / 100 + shifted / 400
      + (153 * fromMarch + 2) / 5 + day - 1
  }

  /// The day with this number, by Hinnant's `civil_from_days`; the calendar's first or last day if it is out of
  /// range.
  package init(dayNumber: Int) {
    let number = min(max(dayNumber, Self.first.dayNumber), Self.last.dayNumber)
    let era = number / 146_097
    let dayOfEra = number % 146_097
    let yearOfEra =
      (dayOfEra - dayOfEra / 1460 + dayOfEra / 36_524 - dayOfEra / 146_096) / 365
    let dayOfYear = dayOfEra - (365 * yearOfEra + yearOfEra / 4 - yearOfEra / 100)
    let fromMarch = (5 * dayOfYear + 2) / 153
    let month = fromMarch < 10 ? fromMarch + 3 : fromMarch - 9
    self.yearOfEra = Int16(yearOfEra + era * 400 + (month <= 2 ? 1 : 0))
    monthOfYear = Int8(month)
    dayOfMonth = Int8(dayOfYear - (153 * fromMarch + 2) / 5 + 1)
  }

  /// The calendar's first day.
  package static let first = CivilDate(checkedYear: 1, 1, 1)
  /// The calendar's last day.
  package static let last = CivilDate(checkedYear: 9999, 12, 31)

  private init(checkedYear year: Int16, _ month: Int8, _ day: Int8) {
    (yearOfEra, monthOfYear, dayOfMonth) = (year, month, day)
  }

  /// The day of the week: Monday is 0, Sunday 6.
  package var weekday: Int { (dayNumber + 2) % 7 }

  package static func < (a: CivilDate, b: CivilDate) -> Bool {
    (a.year, a.month, a.day) < (b.year, b.month, b.day)
  }

  /// The number of days in a month, 28 to 31.
  package static func days(inMonth month: Int, of year: Int) -> Int {
    switch month {
    case 2: year % 4 == 0 && (year % 100 != 0 || year % 400 == 0) ? 29 : 28
    case 4, 6, 9, 11: 30
    default: 31
    }
  }

  /// The day this number of days later, or earlier if negative; it stops at the calendar's ends.
  package func adding(days: Int) -> CivilDate {
    CivilDate(dayNumber: dayNumber + min(max(days, -4_000_000), 4_000_000))
  }

  /// The day this number of working days later, or earlier if negative; at most 2600.
  ///
  /// Working days are Monday to Friday; bank holidays are not taken into account.
  package func adding(workingDays: Int) -> CivilDate {
    var date = self
    for _ in 0..<Int(min(workingDays.magnitude, 2600)) {
      repeat { date = date.adding(days: workingDays.signum()) } while date.weekday > 4
    }
    return date
  }

  /// Whole years from this day to another, counted like an age.
  package func years(until other: CivilDate) -> Int {
    other.year - year - ((other.month, other.day) < (month, day) ? 1 : 0)
  }
}
