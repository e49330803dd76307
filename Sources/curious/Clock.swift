import DialogueModel
import Foundation

/// The day and the time of day: those set by options, or this machine's.
struct Clock: Sendable {
  private let fixedDay: CivilDate?
  private let fixedMinute: Int?

  /// A clock that shows what the options set; a wrong option is an error of use.
  init(today: String?, now: String?, timeZone: String?) throws {
    fixedDay = try today.map { today in
      guard let day = CivilDate(iso: today) else {
        throw Failure.usage("--today takes a day such as 2026-11-16, and got '\(today)'.")
      }
      return day
    }
    fixedMinute = try now.map { now in
      guard let minute = TimeAnswer.position(of: now) else {
        throw Failure.usage("--now takes a time of day such as 11:40, and got '\(now)'.")
      }
      return Int(minute)
    }
    guard let timeZone else { return }
    guard TimeZone(identifier: timeZone) != nil else {
      throw Failure.usage(
        "--time-zone takes a zone such as Europe/London, and got '\(timeZone)'.")
    }
    setenv("TZ", timeZone, 1)
    tzset()
  }

  func today() throws -> CivilDate {
    if let fixedDay { return fixedDay }
    guard let day = Self.read()?.day else {
      throw Failure.cannot("This machine's clock gives no day. Give one with --today.")
    }
    return day
  }

  /// The minute of the day, for letters of that day.
  ///
  /// Nil if the day was set without a time, or is over.
  func minute(on day: CivilDate) -> Int? {
    if fixedMinute != nil || fixedDay != nil { return fixedMinute }
    guard let now = Self.read(), now.day == day else { return nil }
    return now.minute
  }

  /// The moment for a record, by the machine's clock whatever the options set, with the zone's distance from UTC:
  /// `2026-11-30T11:40:05+00:00`.
  static func stamp() -> String {
    var (seconds, now) = (time(nil), tm())
    localtime_r(&seconds, &now)
    let zone = abs(Int(now.tm_gmtoff)) / 60
    let parts = [
      Int(now.tm_mon) + 1, Int(now.tm_mday), Int(now.tm_hour), Int(now.tm_min), Int(now.tm_sec),
      zone / 60, zone % 60,
    ].map { $0 < 10 ? "0\($0)" : "\($0)" }
    let sign = now.tm_gmtoff < 0 ? "-" : "+"
    return
      "\(now.tm_year + 1900)-\(parts[0])-\(parts[1])T\(parts[2]):\(parts[3]):\(parts[4])\(sign)\(parts[5]):\(parts[6])"
  }

  private static func read() -> (day: CivilDate, minute: Int)? {
    var (seconds, now) = (time(nil), tm())
    guard localtime_r(&seconds, &now) != nil,
      let day = CivilDate(
        year: Int(now.tm_year) + 1900, month: Int(now.tm_mon) + 1, day: Int(now.tm_mday))
    else { return nil }
    return (day, Int(now.tm_hour) * 60 + Int(now.tm_min))
  }
}
