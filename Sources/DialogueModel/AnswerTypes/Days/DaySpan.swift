/// One day or several, known exactly or roughly: what people mean by "10 to 12 Nov", "in October" or "about Tuesday".
///
/// It is written in EDTF, the Library of Congress's Extended Date/Time Format: `2026-11-10`, `2026-11`, `2013`,
/// `2026-11-10/2026-11-12`, each date with a `~` after it if it is only about then.
package struct DaySpan: Hashable, Sendable {
  /// The first day that it can be.
  package let earliest: CivilDate
  /// The last day that it can be.
  package let latest: CivilDate
  /// Whether it may be a little before or after.
  package let isAbout: Bool

  /// Nil if the last day is before the first.
  package init?(_ earliest: CivilDate, _ latest: CivilDate, isAbout: Bool = false) {
    guard earliest <= latest else { return nil }
    (self.earliest, self.latest, self.isAbout) = (earliest, latest, isAbout)
  }

  /// Starts from one exact day.
  package init(_ day: CivilDate) {
    (earliest, latest, isAbout) = (day, day, false)
  }

  /// Starts from whole months, counted from January of the year 0; nil outside the calendar.
  package init?(months: ClosedRange<Int>) {
    func first(_ month: Int) -> CivilDate? {
      CivilDate(year: month / 12, month: month % 12 + 1, day: 1)
    }
    guard let earliest = first(months.lowerBound), let last = first(months.upperBound) else {
      return nil
    }
    let days = CivilDate.days(inMonth: last.month, of: last.year)
    self.init(earliest, last.adding(days: days - 1))
  }

  /// Starts from a whole year; nil outside the calendar.
  package init?(year: Int) {
    self.init(months: year * 12...year * 12 + 11)
  }

  /// The same days, known only roughly.
  package var roughly: DaySpan {
    DaySpan(self, isAbout: true)
  }

  private init(_ other: DaySpan, isAbout: Bool) {
    (earliest, latest, self.isAbout) = (other.earliest, other.latest, isAbout)
  }

  /// Whether it is one day and no other.
  package var isExactDay: Bool { earliest == latest && !isAbout }

  /// Whether it begins and ends with a month.
  package var isWholeMonths: Bool {
    earliest.day == 1 && latest.day == CivilDate.days(inMonth: latest.month, of: latest.year)
  }

  /// Whether it begins and ends with a year.
  package var isWholeYears: Bool {
    isWholeMonths && earliest.month == 1 && latest.month == 12
  }

  /// The part of it that is not before one day and not after another; nil if there is none.
  package func part(from first: CivilDate, to last: CivilDate) -> DaySpan? {
    DaySpan(max(earliest, first), min(latest, last), isAbout: isAbout)
  }
}

extension DaySpan {
  /// Reads a form of EDTF that `edtf` writes; nil for any other, and for days that do not exist.
  package init?(edtf text: String) {
    let dates = text.split(separator: "/", omittingEmptySubsequences: false).map(String.init)
    let isAbout = dates.allSatisfy { $0.hasSuffix("~") }
    let plain = isAbout ? dates.map { String($0.dropLast()) } : dates
    switch plain.count {
    case 1:
      guard let days = Self.whole(plain[0]) else { return nil }
      self.init(days, isAbout: isAbout)
    case 2:
      guard let first = CivilDate(iso: plain[0]), let last = CivilDate(iso: plain[1]),
        first != last
      else { return nil }
      self.init(first, last, isAbout: isAbout)
    default: return nil
    }
  }

  /// Reads a day, a month or a year.
  private static func whole(_ text: String) -> DaySpan? {
    switch text.utf8.count {
    case 4: CivilDate(iso: text + "-01-01").flatMap { DaySpan(year: $0.year) }
    case 7:
      CivilDate(iso: text + "-01").flatMap { first in
        let month = first.year * 12 + first.month - 1
        return DaySpan(months: month...month)
      }
    default: CivilDate(iso: text).map { DaySpan($0) }
    }
  }

  /// The span as files and programs write it: as a day, a month or a year where it is one.
  package var edtf: String {
    let sign = isAbout ? "~" : ""
    if earliest == latest { return earliest.iso + sign }
    if isWholeYears, earliest.year == latest.year { return earliest.iso.prefix(4) + sign }
    if isWholeMonths, (earliest.year, earliest.month) == (latest.year, latest.month) {
      return earliest.iso.prefix(7) + sign
    }
    return "\(earliest.iso)\(sign)/\(latest.iso)\(sign)"
  }

  /// The pattern of what `edtf` writes, as a JSON Schema gives it.
  package static let pattern: String = {
    let day = "[0-9]{4}-[0-9]{2}-[0-9]{2}"
    return "^([0-9]{4}(-[0-9]{2}(-[0-9]{2})?)?~?|\(day)/\(day)|\(day)~/\(day)~)$"
  }()
}

/// The end of a span that conditions read.
package enum SpanEnd: String, Hashable, Sendable, CaseIterable {
  case latest, earliest
}
