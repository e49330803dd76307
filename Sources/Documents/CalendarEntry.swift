/// An entry for a calendar, as a file that calendar programs take (RFC 5545).
package struct CalendarEntry: Hashable, Sendable {
  package var title: String
  package var text: String
  /// When it is, by the clock on the wall wherever it is read: year, month, day, hour and minute.
  package var start: Time
  /// When it was made, in the same way.
  package var made: Time

  /// A time of the clock on the wall.
  package struct Time: Hashable, Sendable {
    package var year: Int
    package var month: Int
    package var day: Int
    package var hour: Int
    package var minute: Int

    package init(year: Int, month: Int, day: Int, hour: Int, minute: Int) {
      (self.year, self.month, self.day) = (year, month, day)
      (self.hour, self.minute) = (hour, minute)
    }

    fileprivate var written: String {
      func digits(_ number: Int, _ count: Int) -> String {
        let number = String(max(0, number))
        return String(repeating: "0", count: max(0, count - number.count)) + number
      }
      return digits(year, 4) + digits(month, 2) + digits(day, 2) + "T" + digits(hour, 2)
        + digits(minute, 2) + "00"
    }
  }

  package init(title: String, text: String, start: Time, made: Time) {
    self.title = title
    self.text = text
    self.start = start
    self.made = made
  }

  /// The file, the same bytes for the same entry, with an alarm at its time.
  package var ics: [UInt8] {
    let lines = [
      "BEGIN:VCALENDAR", "VERSION:2.0", "PRODID:-//Curious//Reminder//EN", "BEGIN:VEVENT",
      "UID:\(start.written)-\(made.written)@curious.invalid", "DTSTAMP:\(made.written)Z",
      "DTSTART:\(start.written)", "DURATION:PT15M", "SUMMARY:\(Self.escaped(title))",
      "DESCRIPTION:\(Self.escaped(text))", "CLASS:PRIVATE", "BEGIN:VALARM", "ACTION:DISPLAY",
      "TRIGGER:PT0M", "DESCRIPTION:\(Self.escaped(title))", "END:VALARM", "END:VEVENT",
      "END:VCALENDAR",
    ]
    return lines.flatMap { Self.folded($0) + [0x0D, 0x0A] }
  }

  /// Text in which no sign can end its line or begin another property.
  private static func escaped(_ text: String) -> String {
    var escaped = ""
    for scalar in text.unicodeScalars {
      switch scalar {
      case "\\", ";", ",": escaped += "\\\(scalar)"
      case "\n": escaped += "\\n"
      case "\u{2028}", "\u{2029}", "\u{85}": escaped += " "
      default:
        if scalar.value >= 0x20, scalar.value != 0x7F { escaped.unicodeScalars.append(scalar) }
      }
    }
    return escaped
  }

  /// A line broken so that no part has more than 75 bytes, and no letter is split.
  private static func folded(_ line: String) -> [UInt8] {
    var bytes: [UInt8] = []
    var count = 0
    for scalar in line.unicodeScalars {
      let letter = Array(String(scalar).utf8)
      if count + letter.count > 73 {
        bytes += [0x0D, 0x0A, 0x20]
        count = 1
      }
      bytes += letter
      count += letter.count
    }
    return bytes
  }
}
