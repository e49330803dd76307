/// When an office answers, as a local file writes it: `Monday to Friday 8:45 to 17:00`, or `always`.
///
/// Conditions test it with `is open` and `is open for 60 minutes`. Whatever is in doubt counts as shut.
package struct OpeningHours: Hashable, Sendable {
  /// For each weekday, Monday first, the minutes of the day at which it is open; nil if it never shuts.
  private var days: [[Range<Int>]]?
  /// The days on which it is shut whatever the weekday.
  private var holidays: Set<CivilDate>

  /// Words that are no opening hours, and what is wrong with them.
  package struct Fault: Error {
    /// The part that could not be read.
    package var part: String
    /// What to write.
    package var fix: String
  }

  /// How opening hours are written, for messages.
  package static let example =
    "`Monday to Thursday 8:45 to 17:15, Friday 8:45 to 16:45`, or `always`"

  /// Reads opening hours; throws the part of them that can't be read.
  package init(_ text: String, holidays: Set<CivilDate> = []) throws(Fault) {
    self.holidays = holidays
    let words = Self.normalized(text)
    if words == ["always"] { return }
    var reading = HoursReading()
    for part in words.split(separator: ",") where !part.isEmpty { try reading.read(Array(part)) }
    days = try reading.finish(text)
  }

  /// Whether it is open at this minute of this day, and still is so many minutes later, without a break.
  ///
  /// Where the minute is not known, that must be so at every minute of the day.
  package func isOpen(for minutes: Int = 0, on day: CivilDate, at minute: Int?) -> Bool {
    guard let days else { return true }
    let last = (minute ?? 1439) + minutes
    var at = minute ?? 0
    while at <= last {
      let date = day.adding(days: at / 1440)
      let spans = holidays.contains(date) ? [] : days[date.weekday]
      guard let span = spans.first(where: { $0.contains(at % 1440) }) else { return false }
      at += span.upperBound - at % 1440
    }
    return true
  }

  /// The words in lower case, with `to` for dashes and a comma for semicolons and `and`.
  private static func normalized(_ text: String) -> [String] {
    var spaced = ""
    for letter in text.lowercased() {
      switch letter {
      case "-", "–", "—": spaced += " to "
      case ",", ";", "&": spaced += " , "
      default: spaced.append(letter)
      }
    }
    return spaced.split(whereSeparator: \.isWhitespace).reduce(into: []) { words, word in
      if ["am", "pm"].contains(word), let time = words.popLast() {
        words.append(time + word)
      } else {
        words.append(word == "and" ? "," : String(word))
      }
    }
  }
}

/// Reads opening hours part by part: `monday to friday 8:45 to 12:00` and `13:00 to 17:00`.
private struct HoursReading {
  private var days: [[Range<Int>]] = Array(repeating: [], count: 7)
  /// The days of the part before, which times alone go with.
  private var latest: Set<Int> = []
  /// Days whose times are still to come, as in `monday, wednesday 9:00 to 12:00`.
  private var waiting: Set<Int> = []

  private static let weekdays = [
    "monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday",
  ]

  mutating func read(_ words: [String]) throws(OpeningHours.Fault) {
    let (named, rest) = Self.named(words)
    waiting.formUnion(named)
    if rest.isEmpty { return }
    if !waiting.isEmpty { (latest, waiting) = (waiting, []) }
    guard !latest.isEmpty, rest.count == 3, rest[1] == "to",
      let start = Self.minute(rest[0], isEnd: false), let end = Self.minute(rest[2], isEnd: true)
    else { throw Self.fault(words) }
    guard start < end else {
      throw OpeningHours.Fault(
        part: words.joined(separator: " "),
        fix: "end it after it begins: 5pm is 17:00, and a night is `20:00 to 24:00, 0:00 to 8:00`")
    }
    for day in latest { days[day].append(start..<end) }
  }

  /// The spans of each weekday, once all parts are read.
  func finish(_ text: String) throws(OpeningHours.Fault) -> [[Range<Int>]] {
    guard waiting.isEmpty, !latest.isEmpty else { throw Self.fault([text]) }
    return days
  }

  private static func fault(_ words: [String]) -> OpeningHours.Fault {
    OpeningHours.Fault(
      part: words.joined(separator: " "), fix: "write it as in \(OpeningHours.example)")
  }

  /// The days that a part begins with, and the words after them.
  private static func named(_ words: [String]) -> (days: Set<Int>, rest: [String]) {
    if words.first == "daily" { return (Set(0...6), Array(words.dropFirst())) }
    guard let first = words.first.flatMap(weekday) else { return ([], words) }
    guard words.count > 2, words[1] == "to", let last = weekday(words[2]) else {
      return ([first], Array(words.dropFirst()))
    }
    let count = (last - first + 7) % 7
    return (Set((0...count).map { (first + $0) % 7 }), Array(words.dropFirst(3)))
  }

  /// The number of a weekday that is named by three letters or more, Monday 0.
  private static func weekday(_ word: String) -> Int? {
    word.count < 3 ? nil : weekdays.firstIndex { $0.hasPrefix(word) }
  }

  /// The minute of the day that `8:45`, `8.45am`, `5pm` or `midday` names; only an end is at 24:00.
  private static func minute(_ word: String, isEnd: Bool) -> Int? {
    if word == "midday" || word == "noon" { return 720 }
    if word == "midnight" { return isEnd ? 1440 : 0 }
    if word == "24:00" { return isEnd ? 1440 : nil }
    for (half, later) in [("am", 0), ("pm", 720)] where word.hasSuffix(half) {
      let time = String(word.dropLast(2))
      let read = TimeAnswer.clock(time) ?? TimeAnswer.clock("\(time):00")
      // People differ about 12am and 12pm.
      guard let read, (1...12).contains(read.hour), (read.hour, read.minute) != (12, 0) else {
        return nil
      }
      return read.hour % 12 * 60 + read.minute + later
    }
    return TimeAnswer.clock(word).map { $0.hour * 60 + $0.minute }
  }
}
