import DialogueCompiler
import DialogueEngine
import DialogueModel
import Support
import Testing

/// The soonest moment still to come that a text names, on Monday 16 November 2026 at 11:40.
struct MomentsInTextsTests {
  private static let script = Result {
    try TestPacks.script(
      entry: "visit",
      [
        SourceFile(
          path: "visit.yaml",
          text: """
            dialogue: visit
            steps:
              - ask: at
                text: When is that?
                answer: moment
                ahead: yes
                quiet: yes
              - ask: next
                text: When do you come next?
                answer: text
                moment: at
              - ask: other
                text: What else?
                answer: text
            """)
      ])
  }

  /// What is typed, and the moment in it.
  static let texts: [(typed: String, moment: String?)] = [
    ("15:10 when she leaves", "2026-11-16T15:10"), ("3.10pm", "2026-11-16T15:10"),
    ("At 15:10, then 18:30 at the bus stop", "2026-11-16T15:10"),
    ("At the bus stop at 18:30, and before that 15:10", "2026-11-16T15:10"),
    ("tomorrow 8am, by the gate", "2026-11-17T08:00"), ("Home time, on Friday", "2026-11-20T"),
    ("On Friday at 18:30 in the park", "2026-11-20T18:30"),
    ("tonight, after work", "2026-11-16T"), ("Fri 27 Nov 18:30 or tomorrow", "2026-11-17T"),
    // The next of the two halves of the day.
    ("3.10 by the gate", "2026-11-16T15:10"), ("about 11.30", "2026-11-16T23:30"),
    ("at 11.50", "2026-11-16T11:50"), ("12.30 tomorrow", "2026-11-17T12:30"),
    ("Tomorrow at 3.10, after school", "2026-11-17T15:10"), ("Friday 7.30", "2026-11-20T07:30"),
    ("He fetches her at 4, from reception", "2026-11-16T16:00"),
    ("by 8 tonight", "2026-11-16T20:00"),
    ("thursdays at 17.15, he drives", "2026-11-19T17:15"),
    ("fridays and saturdays at 17.15, so the next is friday 20 nov", "2026-11-20T17:15"),
    ("tuesdays and thursdays at quarter past five by the gate", "2026-11-17T17:15"),
    ("thursdays and tuesdays at 17.15", "2026-11-17T17:15"),
    // What it is not, beside what it is.
    ("friday not thursday", "2026-11-20T"), ("not Thursday, Friday at 6pm", "2026-11-20T18:00"),
    ("15:40 not 15:10", "2026-11-16T15:40"),
    ("friday 15:40, not thursday 15:10", "2026-11-20T15:40"),
    ("if not friday then saturday", "2026-11-20T"), ("not before friday", "2026-11-20T"),
    ("not thursday", nil),
    // A time alone is on the day named before it in the same clause.
    ("tomorrow after training 5pm to 6pm", "2026-11-17T17:00"),
    ("drama club tomorrow weds 18 nov 3.15 to 5pm", "2026-11-17T"),
    ("weds 18 nov 3.15 to 5pm", "2026-11-18T15:15"), ("tomorrow 5pm to 6pm", "2026-11-17T17:00"),
    ("Perhaps Friday, and he rings at 9pm", "2026-11-16T21:00"),
    // A time that could be in either half of the day is on the day named last, if there is one.
    ("tomorow sat 9.40 train to hull, jays picking her up at 9", "2026-11-17T"),
    ("tomorrow 9.40 train, jay picks her up at 9", "2026-11-17T09:00"),
    ("saturday, jay is picking her up at 9, for the 9.40 train", "2026-11-21T09:00"),
    ("tomorrow at 7, home", "2026-11-17T07:00"), ("friday at 4", "2026-11-20T16:00"),
    ("tonight at 7 at his flat", "2026-11-16T19:00"), ("tonight 7", "2026-11-16T19:00"),
    ("7 tonight at his flat", "2026-11-16T19:00"), ("tonight 7.30", "2026-11-16T19:30"),
    ("about 9 at night", "2026-11-16T21:00"), ("every night about 9", "2026-11-16T21:00"),
    ("friday 9 at night", "2026-11-20T21:00"), ("tonight 2 lads", "2026-11-16T"),
    ("about 1930", "2026-11-16T19:30"),
    ("friday 11am, oh and the 2nd phone was his", "2026-11-20T11:00"),
    ("half 3 by the gate", "2026-11-16T15:30"), ("3ish, at home time", "2026-11-16T15:00"),
    ("quarter to 4 tomorrow, at the gate", "2026-11-17T15:45"),
    ("on the 20th at 5pm", "2026-11-20T17:00"), ("10 Nov at 15:10", nil),
    ("Tomorrow he waits in the flat at 4 Quay Street", "2026-11-17T"),
    ("9.40 train tomoz", "2026-11-17T09:40"), ("3.10 by the gate, and Friday", "2026-11-16T15:10"),
    // Of several days the first counts, and one that is too far ahead is no day of next year.
    ("11 12 dec", "2026-12-11T"), ("11 to 12 dec", "2026-12-11T"), ("dec 11 12", "2026-12-11T"),
    ("20 21 22 nov", "2026-11-20T"), ("12 11 dec", "2026-12-11T"), ("fri to sun", "2026-11-20T"),
    ("3 May 2072 by the gate", nil), ("9.40 train yesterday, by the gate", nil),
    ("last message half 11 last night", nil), ("the last was on Sun 15 Nov 23:30, no answer", nil),
    ("yesterday at 23:30, and tomorrow 8am", "2026-11-17T08:00"),
    ("he is with him now i'm telling you", "2026-11-16T11:40"),
    ("it is happening now", "2026-11-16T11:40"),
    ("they come from 1pm, they came at 9 yesterday", "2026-11-16T13:00"),
    // What is past, or not said, is not taken.
    ("They met at 10am", nil), ("yesterday at 15:10", nil), ("at home time", nil), ("often", nil),
    ("room 15", nil), ("in the flat at 4 Quay Street", nil), ("taken by 3 men", nil),
    ("not that I know of", nil),
  ]

  @Test(arguments: texts)
  func `The soonest moment that a text names is taken, and the text is kept`(
    _ typed: String, _ moment: String?
  ) throws {
    var conversation = try conversation()
    let (at, next) = try numbers()
    guard case .answer(let answer) = conversation.understand(typed, replyingTo: next) else {
      Issue.record("not understood")
      return
    }
    let said = conversation.take(answer, to: next, typed: typed)
    var taken: String?
    if case .scalar(let value)? = conversation.answers[at]?.value {
      taken = MomentAnswer.literal(value.position)
    }
    #expect(taken == moment)
    #expect(said.isEmpty == (moment == nil))
    #expect(conversation.answers[next]?.value == .text(typed))
  }

  @Test(arguments: [
    ("3 May 2072", Phrase.dayTooFar), ("3 may 2050", .dayTooFar), ("31 June", .monthDays),
    ("tues 18 nov", .notThatWeekday),
  ])
  func `A text that is only a day that can't be is refused, with the reason`(
    _ typed: String, _ why: Phrase
  ) throws {
    guard
      case .refused(why, _) = try conversation().understand(typed, replyingTo: try numbers().next)
    else {
      Issue.record("\(typed) is not refused")
      return
    }
  }

  @Test func `A text without a moment takes the last one back`() throws {
    var conversation = try conversation()
    let (at, next) = try numbers()
    conversation.take(.value(.text("tomorrow 8am")), to: next)
    #expect(conversation.answers[at]?.value != nil)
    conversation.take(.value(.text("some day")), to: next)
    #expect(conversation.answers[at]?.value == nil)
  }

  @Test func `A time of either half of the day is not taken while the time is not known`() throws {
    var conversation = try conversation()
    conversation.minute = nil
    let (at, next) = try numbers()
    conversation.take(.value(.text("3.10 by the gate")), to: next)
    #expect(conversation.answers[at] == nil)
  }

  private func conversation() throws -> Conversation {
    var conversation = Conversation(
      try Self.script.get(), today: try #require(CivilDate(iso: "2026-11-16")))
    conversation.minute = 700
    return conversation
  }

  private func numbers() throws -> (at: Int, next: Int) {
    let script = try Self.script.get()
    return (
      try #require(script.numbers["visit.at"]), try #require(script.numbers["visit.next"])
    )
  }
}
