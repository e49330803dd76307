import DialogueModel
import Testing

/// Opening hours as people write them, and when they are open.
struct OpeningHoursTests {
  private static let office = "Monday to Thursday 8:45 to 17:15, Friday 8:45 to 16:45"

  // 16 November 2026 is a Monday; 25 December is a Friday.
  private static let open: [(String, String, String?, Int, Bool)] = [
    (office, "2026-11-16", "08:44", 0, false),
    (office, "2026-11-16", "08:45", 0, true),
    (office, "2026-11-16", "17:14", 0, true),
    (office, "2026-11-16", "17:15", 0, false),
    (office, "2026-11-20", "16:44", 0, true),
    (office, "2026-11-20", "16:45", 0, false),
    (office, "2026-11-21", "12:00", 0, false),
    (office, "2026-11-22", "12:00", 0, false),
    // Still open so many minutes later: a minute before it shuts is the last.
    (office, "2026-11-16", "16:14", 60, true),
    (office, "2026-11-16", "16:15", 60, false),
    (office, "2026-11-16", "08:44", 60, false),
    // Holidays, and what has none.
    (office, "2026-12-25", "12:00", 0, false),
    ("always", "2026-12-25", "12:00", 720, true),
    ("daily 0:00 to 24:00", "2026-12-25", "12:00", 0, false),
    // Past midnight, and into a day on which it is shut.
    ("daily 0:00 to 24:00", "2026-11-16", "23:50", 60, true),
    ("daily 0:00 to 24:00", "2026-12-24", "22:59", 60, true),
    ("daily 0:00 to 24:00", "2026-12-24", "23:00", 60, false),
    ("Monday to Friday 0:00 to 24:00", "2026-11-20", "23:30", 60, false),
    // A break.
    ("Monday 9:00 to 12:00, 13:00 to 17:00", "2026-11-16", "11:30", 120, false),
    ("Monday 9:00 to 12:00, 12:00 to 17:00", "2026-11-16", "11:30", 120, true),
    // Without a minute, it must be open at every one.
    (office, "2026-11-16", nil, 0, false),
    ("daily 0:00 to 24:00", "2026-11-16", nil, 60, true),
    ("daily 0:00 to 24:00", "2026-12-24", nil, 60, false),
    ("daily 0:01 to 24:00", "2026-11-16", nil, 0, false),
    ("always", "2026-11-16", nil, 60, true),
  ]

  @Test(arguments: open)
  func `Offices are open within their hours, and shut on holidays`(
    _ text: String, _ day: String, _ time: String?, _ minutes: Int, _ isOpen: Bool
  ) throws {
    let holidays = Set(["2026-12-25"].compactMap { CivilDate(iso: $0) })
    let hours = try OpeningHours(text, holidays: holidays)
    let date = try #require(CivilDate(iso: day))
    let minute = time.flatMap(TimeAnswer.position).map { Int($0) }
    #expect(hours.isOpen(for: minutes, on: date, at: minute) == isOpen)
  }

  private static let same = [
    "mon–thu 8.45am–5.15pm; fri 8.45am–4.45pm",
    "Monday, Tuesday and Wednesday 08:45 to 17:15, Thursday 8:45 to 17:15, Friday 8:45 to 16:45",
    "Friday 8:45 to 16:45, Monday to Thursday 8:45 to midday, midday to 5.15 pm",
  ]

  @Test(arguments: same)
  func `Hours mean the same however they are written`(_ text: String) throws {
    let (hours, other) = (try OpeningHours(text), try OpeningHours(Self.office))
    let monday = try #require(CivilDate(iso: "2026-11-16"))
    for day in 0..<7 {
      for minute in 0..<1440 {
        let date = monday.adding(days: day)
        #expect(hours.isOpen(on: date, at: minute) == other.isOpen(on: date, at: minute))
      }
    }
  }

  @Test func `Days can go round the end of the week`() throws {
    let hours = try OpeningHours("Saturday to Monday 9:00 to 10:00")
    let monday = try #require(CivilDate(iso: "2026-11-16"))
    let open = (0..<7).filter { hours.isOpen(on: monday.adding(days: $0), at: 540) }
    #expect(open == [0, 5, 6])
  }

  private static let refused = [
    ("", ""), ("office hours", "office hours"), ("9:00 to 17:00", "9:00 to 17:00"),
    ("Monday to Friday", "Monday to Friday"),
    ("Monday to Friday 9 to 17", "monday to friday 9 to 17"),
    ("Monday to Friday 9:00", "monday to friday 9:00"),
    ("Monday 9:00 to 17:00, Tuesday", "Monday 9:00 to 17:00, Tuesday"),
    ("Monday 9:00 to 17:00, closed on Fridays", "closed on fridays"),
    ("Monday 9:00 to 5:00", "monday 9:00 to 5:00"),
    ("Monday 9:00 to 9:00", "monday 9:00 to 9:00"),
    ("Monday 24:00 to 24:00", "monday 24:00 to 24:00"),
    ("Monday 12am to 9am", "monday 12am to 9am"), ("Monday 9:00 to 25:00", "monday 9:00 to 25:00"),
    ("Mo 9:00 to 17:00", "mo 9:00 to 17:00"), ("always, Monday 9:00 to 17:00", "always"),
  ]

  @Test(arguments: refused)
  func `What could mean anything else is refused, with the part that can't be read`(
    _ text: String, _ part: String
  ) {
    do throws(OpeningHours.Fault) {
      _ = try OpeningHours(text)
      Issue.record("read: \(text)")
    } catch {
      #expect(error.part == part)
      #expect(error.fix.contains("`"))
    }
  }
}
