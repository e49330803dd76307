import DialogueModel
import Support
import Testing

/// What people type for a day, and the days that are recorded, shown back or refused.
///
/// Today is Monday, 16 November 2026. "loose" is shown back before it is recorded; "?" is asked again.
struct DayGrammarTests {
  /// About a day that has been.
  static let past: [(typed: String, meaning: String)] = [
    // One day.
    ("2026-11-10", "2026-11-10"), ("10/11/2026", "2026-11-10"), ("10-11-2026", "2026-11-10"),
    ("10.11.26", "2026-11-10"), ("10/11", "2026-11-10"), ("10 Nov", "2026-11-10"),
    ("10th November", "2026-11-10"), ("the 10th of nov", "2026-11-10"), ("Nov 10", "2026-11-10"),
    ("10-nov-2026", "2026-11-10"), ("it was 10 nov", "2026-11-10"), ("3 May", "2026-05-03"),
    ("Tues 10 Nov", "2026-11-10"), ("tuesday, 10 november 2026", "2026-11-10"),
    ("26 nov, thursday", "refused: not-that-weekday"), ("12 nov, thursday", "2026-11-12"),
    ("thursday the 12th", "2026-11-12"), ("9th", "2026-11-09"), ("the 5th", "2026-11-05"),
    ("on the 20th", "2026-10-20"), ("the 16th", "2026-11-16"), ("31st", "2026-10-31"),
    ("1 Dec 2025", "2025-12-01"), ("3 May 1911", "1911-05-03"), ("3 may '11", "2011-05-03"),
    ("Tues the 10th of November, 2026", "2026-11-10"), ("Nov 10 2026", "2026-11-10"),
    ("10 Nov 26", "2026-11-10"), ("29 Feb 2024", "2024-02-29"), ("1.2.03", "2003-02-01"),
    ("16 Nov", "2026-11-16"), ("tomorrow", "loose 2026-11-17"), ("16 Nov 2028", "2028-11-16"),
    // Counted from today, or by weekday.
    ("today", "2026-11-16"), ("this morning", "2026-11-16"), ("yesterday", "2026-11-15"),
    ("last night", "2026-11-15"), ("the day before yesterday", "2026-11-14"),
    ("yesterday teatime", "2026-11-15"), ("late last night", "2026-11-15"),
    ("4 days ago", "2026-11-12"), ("four days ago", "2026-11-12"), ("a day ago", "2026-11-15"),
    ("two weeks ago today", "2026-11-02"), ("a week ago today", "2026-11-09"),
    ("a fortnight ago today", "2026-11-02"), ("tuesday", "2026-11-10"),
    ("on Sunday", "2026-11-15"), ("last Tuesday", "2026-11-10"), ("last Monday", "2026-11-09"),
    ("monday just gone", "2026-11-09"), ("Friday gone", "2026-11-13"),
    ("friday just gone", "2026-11-13"), ("this Monday", "2026-11-16"),
    ("thursday last week", "2026-11-12"), ("last week, Thursday", "2026-11-12"),
    ("last thursday night", "2026-11-12"), ("weds dinner time", "2026-11-11"),
    ("thurs after school", "2026-11-12"), ("friday, at lunchtime", "2026-11-13"),
    ("the night of 3 nov", "2026-11-03"), ("halloween", "2026-10-31"),
    ("Christmas Day", "loose 2025-12-25"), ("boxing day 2024", "2024-12-26"),
    // With a time, which changes nothing.
    ("3 Nov at 4pm", "2026-11-03"), ("14 Nov 2pm", "2026-11-14"), ("10 Nov 2026 2pm", "2026-11-10"),
    ("4.30pm on 3 nov", "2026-11-03"), ("yesterday at about 4", "2026-11-15"),
    ("tuesday half 3", "2026-11-10"), ("yesterday 3ish", "2026-11-15"),
    ("10 Nov 20:30", "2026-11-10"), ("4 in the afternoon on tues", "2026-11-10"),
    // Several days.
    ("10-12 Nov", "2026-11-10/2026-11-12"), ("10 - 12 Nov", "2026-11-10/2026-11-12"),
    ("10–12 November 2026", "2026-11-10/2026-11-12"),
    ("10 to 12 Nov", "2026-11-10/2026-11-12"), ("10th-12th", "2026-11-10/2026-11-12"),
    ("from 10 Nov to 12 Nov", "2026-11-10/2026-11-12"), ("Nov 10-12", "2026-11-10/2026-11-12"),
    ("between 10 and 12 nov", "2026-11-10/2026-11-12"), ("10 and 11 Nov", "2026-11-10/2026-11-11"),
    ("10/11/2026 to 12/11/2026", "2026-11-10/2026-11-12"),
    ("30 Oct to 2 Nov", "2026-10-30/2026-11-02"),
    ("28 dec to 2 jan", "loose 2025-12-28/2026-01-02"),
    ("mon to weds", "2026-11-09/2026-11-11"), ("fri-sun", "2026-11-13/2026-11-15"),
    ("sat and sun", "2026-11-14/2026-11-15"), ("yesterday and today", "2026-11-15/2026-11-16"),
    ("4 days ago to yesterday", "2026-11-12/2026-11-15"),
    ("last friday to sunday", "2026-11-13/2026-11-15"),
    ("in October", "2026-10"), ("October", "2026-10"), ("november", "2026-11"),
    ("Oct 2024", "2024-10"), ("in oct '24", "2024-10"), ("2013", "2013"), ("in 2013", "2013"),
    ("2012 to 2013", "2012-01-01/2013-12-31"), ("2012-2013", "2012-01-01/2013-12-31"),
    ("June to August 2024", "2024-06-01/2024-08-31"), ("jan-mar", "2026-01-01/2026-03-31"),
    // Shown back: resolved with some doubt, or rough.
    ("about 10 Nov", "loose 2026-11-10~"), ("10 nov ish", "loose 2026-11-10~"),
    ("10 Nov?", "loose 2026-11-10~"), ("i think 10 nov", "loose 2026-11-10~"),
    ("maybe last tuesday", "loose 2026-11-10~"), ("10 nov or thereabouts", "loose 2026-11-10~"),
    ("it was about 10 nov", "loose 2026-11-10~"), ("around 2013", "loose 2013~"),
    ("about 10-12 Nov", "loose 2026-11-10~/2026-11-12~"), ("~ 10 nov", "loose 2026-11-10~"),
    ("on or about 10 nov", "loose 2026-11-10~"),
    ("20 Nov", "loose 2025-11-20"), ("2 jan 27", "loose 2027-01-02"),
    ("December", "loose 2025-12"), ("10 or 11 Nov", "loose 2026-11-10/2026-11-11"),
    ("thurs or fri", "loose 2026-11-12/2026-11-13"),
    ("a couple of weeks ago", "loose 2026-10-30~/2026-11-05~"),
    ("two weeks ago", "loose 2026-10-30~/2026-11-05~"),
    ("a fortnight ago", "loose 2026-10-30~/2026-11-05~"),
    ("a few weeks ago", "loose 2026-10-09~/2026-10-29~"),
    ("a couple of days ago", "loose 2026-11-13~/2026-11-14~"),
    ("few days ago", "loose 2026-11-11~/2026-11-13~"), ("2 months ago", "loose 2026-09~"),
    ("a few months ago", "loose 2026-06-01~/2026-08-31~"), ("a year ago", "loose 2025~"),
    ("last week", "loose 2026-11-09/2026-11-15"), ("this week", "loose 2026-11-16"),
    ("last month", "loose 2026-10"), ("this month", "loose 2026-11-01/2026-11-16"),
    ("last year", "loose 2025"), ("this year", "loose 2026-01-01/2026-11-16"),
    ("last October", "loose 2026-10"), ("mid september", "loose 2026-09-11~/2026-09-20~"),
    ("mid-September", "loose 2026-09-11~/2026-09-20~"),
    ("early october 2024", "loose 2024-10-01~/2024-10-10~"),
    ("the end of last month", "loose 2026-10-21~/2026-10-31~"),
    ("late 2024", "loose 2024-09-01~/2024-12-31~"),
    ("w/c 19 oct", "loose 2026-10-19/2026-10-25"), ("week of 2 nov", "loose 2026-11-02/2026-11-08"),
    ("the week of the 4th of nov", "loose 2026-11-02/2026-11-08"),
    ("over the weekend", "loose 2026-11-14/2026-11-15"),
    ("last weekend", "loose 2026-11-14/2026-11-15"),
    ("weekend of 7 nov", "loose 2026-11-07/2026-11-08"),
    ("summer 2024", "loose 2024-06-01~/2024-08-31~"),
    ("last summer", "loose 2026-06-01~/2026-08-31~"),
    ("winter", "loose 2025-12-01~/2026-02-28~"),
    // Refused, with the reason.
    ("31 June", "refused: month-days"), ("31/06/2026", "refused: month-days"),
    ("29 Feb", "refused: month-days"), ("30 feb 2024", "refused: month-days"),
    ("2026-06-31", "refused: month-days"), ("Wed 10 Nov", "refused: not-that-weekday"),
    ("Wednesday 10 November 2026", "refused: not-that-weekday"),
    ("friday the 12th", "refused: not-that-weekday"),
    ("31 February 2020", "refused: month-days"), ("17 Nov 2028", "refused: day-too-far"),
    ("this Tuesday", "refused: day-ahead"), ("20 Dec", "loose 2025-12-20"),
    ("3 May 2072", "refused: day-too-far"),
    ("10/11/206", "refused: day-too-far"), ("3 May 1899", "refused: day-too-far"),
    ("1630", "refused: day-too-far"), ("Monday", "refused: day-which"),
    ("next Tuesday", "refused: day-ahead"), ("this thurs", "refused: day-ahead"),
    ("next week", "refused: day-ahead"), ("this weekend", "refused: day-ahead"),
    ("coming friday", "refused: day-ahead"),
    // Asked again.
    ("half term", "?"), ("early 10 Nov", "?"), ("001/11/2026", "?"), ("end of term", "?"),
    ("soon", "?"), ("the other day", "?"),
    ("10 11 nov", "?"), ("10 Nov 20-26", "?"), ("10, 11 Nov", "?"), ("10 and 12 Nov", "?"),
    ("10 Nov or 12 Nov", "?"),
    ("3 nov, 26", "?"), ("Nov 10 26", "?"), ("10.11", "?"), ("10.11 nov", "?"), ("10-11", "?"),
    ("10", "?"), ("13", "?"), ("the 5", "?"), ("12-10 nov", "?"), ("10x Nov", "?"),
    ("5-11-2026-1", "?"), ("before 10 Nov", "?"), ("after 10 nov", "?"), ("since friday", "?"),
    ("not 10 nov", "?"), ("almost 10 nov", "?"), ("10 nov 5 to 6pm", "?"), ("2-3 days ago", "?"),
    ("3 days", "?"), ("week", "?"), ("the", "?"), ("about", "?"), ("?", "?"), ("11 13 2026", "?"),
    ("10/13/2026", "?"), ("2011-12", "?"), ("45 June", "?"), ("2pm", "?"), ("14 Nov 2", "?"),
    ("teatime", "?"), ("10/11.26", "?"), ("fri sat", "?"), ("0 nov", "?"), ("00/11/2026", "?"),
    ("yesterday to 12", "?"), ("tomorrow friday", "refused: not-that-weekday"),
  ]

  /// About a day still to come.
  static let ahead: [(typed: String, meaning: String)] = [
    ("today", "2026-11-16"), ("tomorrow", "2026-11-17"), ("16 Nov", "2026-11-16"),
    ("the day after tomorrow", "2026-11-18"), ("Friday", "2026-11-20"), ("20 Nov", "2026-11-20"),
    ("this Friday", "2026-11-20"), ("friday coming", "2026-11-20"), ("the 20th", "2026-11-20"),
    ("9th", "2026-12-09"), ("next Monday", "2026-11-23"), ("tuesday next week", "2026-11-24"),
    ("in 3 days", "2026-11-19"), ("3 days from now", "2026-11-19"), ("3 Jan", "2027-01-03"),
    ("2 jan 27", "2027-01-02"), ("fri 20 nov at 4pm", "2026-11-20"),
    ("20-22 Nov", "2026-11-20/2026-11-22"), ("in May", "2027-05"), ("2027", "2027"),
    ("christmas day", "2026-12-25"), ("in two weeks", "loose 2026-11-27~/2026-12-03~"),
    ("in a month's time", "loose 2026-12~"), ("in 2 weeks time", "loose 2026-11-27~/2026-12-03~"),
    ("next week", "loose 2026-11-23/2026-11-29"), ("this week", "loose 2026-11-16/2026-11-22"),
    ("the weekend", "loose 2026-11-21/2026-11-22"), ("next month", "loose 2026-12"),
    ("about 20 Nov", "loose 2026-11-20~"), ("early december", "loose 2026-12-01~/2026-12-10~"),
    ("October", "loose 2027-10"), ("next spring", "loose 2027-03-01~/2027-05-31~"),
    ("this Sunday", "2026-11-22"), ("20 Dec", "2026-12-20"),
    ("tuesday week", "2026-11-24"), ("a week on friday", "2026-11-27"),
    ("monday week", "refused: day-which"), ("next Friday", "refused: day-which"),
    ("Monday", "refused: day-which"),
    ("last Friday", "refused: day-past"), ("last Tuesday", "refused: day-past"),
    ("yesterday", "refused: day-past"), ("4 days ago", "refused: day-past"),
    ("10 Nov", "refused: day-past"), ("10 Nov 2026", "refused: day-past"),
    ("3 Jan 26", "refused: day-past"), ("w/c 19 oct", "refused: day-past"),
    ("10-12 nov", "refused: day-past"), ("last week", "refused: day-past"),
    ("2013", "refused: day-past"), ("friday just gone", "refused: day-past"),
    ("17 Nov 2028", "refused: day-too-far"), ("16 Nov 2028", "2028-11-16"), ("soon", "?"),
  ]

  @Test(arguments: past) func `A day that has been is read, or the question is asked again`(
    _ typed: String, _ meaning: String
  ) throws {
    #expect(try Self.read(typed) == meaning)
  }

  @Test(arguments: ahead) func `A day to come is read, or the question is asked again`(
    _ typed: String, _ meaning: String
  ) throws {
    #expect(try Self.read(typed, ahead: true) == meaning)
  }

  @Test func `On 1 December, 1 Dec is today`() throws {
    for ahead in [false, true] {
      #expect(try Self.read("1 Dec", ahead: ahead, on: "2026-12-01") == "2026-12-01")
    }
  }

  @Test func `A refusal says why`() throws {
    let words = try ParsedReplyTests.script.get().words
    for (typed, why) in [
      ("Wed 10 Nov", "10 November 2026 falls on a Tuesday. Please check the day."),
      ("31 June", "June has 30 days. Please check the day."),
      ("29 Feb", "February 2026 has 28 days. Please check the day."),
      (
        "Monday",
        "That could be Monday 9 November 2026 or Monday 16 November 2026. Which is it?"
      ),
    ] {
      guard case .refused(let phrase, let arguments)? = try Self.reply(typed) else {
        Issue.record("\(typed) is not refused")
        continue
      }
      #expect(words(phrase, arguments) == why)
    }
  }

  static func reply(
    _ typed: String, ahead: Bool = false, on day: String = "2026-11-16"
  ) throws -> ScalarReply? {
    let today = try #require(CivilDate(iso: day))
    let words = try ParsedReplyTests.script.get().words
    return DateAnswer.read(
      NormalizedReply(typed), ReplyContext(words: words, today: today, liesAhead: ahead))
  }

  static func read(
    _ typed: String, ahead: Bool = false, on day: String = "2026-11-16"
  ) throws -> String {
    switch try reply(typed, ahead: ahead, on: day) {
    case .sure(let value)?: value.literal
    case .loose(let value)?: "loose \(value.literal)"
    case .refused(let why, _)?: "refused: \(why.rawValue)"
    case nil: "?"
    }
  }
}
