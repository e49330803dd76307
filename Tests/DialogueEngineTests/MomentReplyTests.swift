import DialogueEngine
import DialogueModel
import Testing

/// What people type for a day with a time or without, on a Monday at twenty to twelve.
struct MomentReplyTests {
  static let replies: [(id: String, typed: String, meaning: String)] = [
    ("meet", "15:10", "2026-11-16T15:10"), ("meet", "3.10pm", "2026-11-16T15:10"),
    ("meet", "today 15:10", "2026-11-16T15:10"), ("meet", "3.10pm today", "2026-11-16T15:10"),
    ("meet", "tomorrow 8am", "2026-11-17T08:00"), ("meet", "Tomorrow, at 8 am", "2026-11-17T08:00"),
    ("meet", "8am tomorrow", "2026-11-17T08:00"), ("meet", "by 8am on Tuesday", "2026-11-17T08:00"),
    ("meet", "tomorrow", "2026-11-17T"), ("meet", "tonight", "2026-11-16T"),
    ("meet", "this evening", "2026-11-16T"), ("meet", "tonight 8pm", "2026-11-16T20:00"),
    ("meet", "before midday", "2026-11-16T12:00"), ("meet", "at midnight", "2026-11-16T00:00"),
    ("meet", "Friday 18:30", "2026-11-20T18:30"), ("meet", "by Friday", "2026-11-20T"),
    ("meet", "Monday", "2026-11-16T"), ("meet", "Monday 8pm", "2026-11-16T20:00"),
    ("meet", "Sunday", "2026-11-22T"), ("meet", "next Friday", "refused: day-which"),
    ("meet", "last Friday 8am", "2026-11-13T08:00"), ("meet", "yesterday", "2026-11-15T"),
    ("meet", "Fri 27 Nov at 6.30pm", "2026-11-27T18:30"),
    ("meet", "6.30pm, 27 November", "2026-11-27T18:30"),
    ("meet", "around 6.30pm on 27/11/2026", "2026-11-27T18:30"),
    ("meet", "1 December 15:10", "2026-12-01T15:10"),
    ("meet", "1 December 2026 15:10", "2026-12-01T15:10"), ("meet", "10 Nov", "2026-11-10T"),
    ("meet", "1 December", "2026-12-01T"), ("meet", "2026-12-01", "2026-12-01T"),
    ("meet", "12 November 8 pm", "2026-11-12T20:00"), ("meet", "in 20 minutes", "2026-11-16T12:00"),
    ("meet", "in 13 hours", "2026-11-17T00:40"), ("meet", "in 1 hr", "2026-11-16T12:40"),
    ("meet", "3.10", "refused: time-of-which-half"),
    ("meet", "today at 3.10", "refused: time-of-which-half"),
    ("meet", "Friday 12am", "refused: time-of-which-half"),
    ("meet", "1 December 2030", "refused: day-too-far"),
    ("meet", "Fri 28 Nov", "refused: not-that-weekday"), ("meet", "tomorrow or Friday", "?"),
    ("meet", "soon", "?"),
    ("meet", "Friday 8", "?"), ("meet", "8", "?"), ("meet", "by", "?"),
    ("meet", "15:10 16:10", "?"),
    ("meet", "tomorrow Friday", "refused: not-that-weekday"), ("meet", "in 2 weeks", "?"),
    ("meet", "in 2000 hours", "?"),
    ("meet", "in a hours", "?"), ("meet", "4pm-5pm", "?"), ("meet", "Tuesday evening", "?"),
    ("meet", "not known", "not known"), ("return", "Friday 18:30", "2026-11-20T18:30"),
    ("return", "yesterday 8am", "refused: day-past"), ("return", "10 Nov", "refused: day-past"),
    ("meet", "the day after tomorrow at half 3 in the afternoon", "2026-11-18T15:30"),
    ("meet", "the 20th, 3ish pm", "loose 2026-11-20T15:00"), ("meet", "4 days ago", "2026-11-12T"),
    ("meet", "quarter to 4 on friday", "refused: time-of-which-half"),
    ("meet", "31 June 3pm", "refused: month-days"), ("meet", "teatime tomorrow", "?"),
    ("meet", "next week", "?"), ("meet", "10-12 Dec", "?"), ("meet", "about two weeks ago", "?"),
  ]

  @Test(arguments: replies) func `A moment has one meaning, or the question is asked again`(
    _ id: String, _ typed: String, _ meaning: String
  ) throws {
    let conversation = try ParsedReplyTests.conversation()
    let number = try #require(conversation.script.numbers["visit.\(id)"])
    let reply = conversation.understand(typed, replyingTo: number)
    #expect(reply.words(for: conversation.script.questions[number]) == meaning)
  }

  @Test func `Minutes from now are not read while the time of day is not known`() throws {
    var conversation = try ParsedReplyTests.conversation()
    conversation.minute = nil
    let number = try #require(conversation.script.numbers["visit.meet"])
    for typed in ["in 20 minutes", "in 2 hours"] {
      let reply = conversation.understand(typed, replyingTo: number)
      #expect(reply.words(for: conversation.script.questions[number]) == "?")
    }
  }
}
