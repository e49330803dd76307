import DialogueCompiler
import DialogueEngine
import DialogueModel
import Support
import Testing

/// The lowest and highest values of questions, for replies and for kept answers.
struct BoundTests {
  private static let script = Result {
    try TestPacks.script(
      entry: "visit",
      [
        SourceFile(
          path: "visit.yaml",
          text: """
            dialogue: visit
            steps:
              - ask: floors
                text: How many floors?
                answer: number
                at-least: 1
                at-most: 120
              - ask: built
                text: When was it built?
                answer: date
                earliest: 1900-01-02
                latest: today
              - ask: next
                text: When is the next visit?
                answer: date
                ahead: yes
                earliest: today + 1 day
                latest: today + 5 working days
              - ask: last
                text: When was the last visit?
                answer: date
                earliest: today - 2 working days
              - ask: shut
                text: When is it shut?
                answer: time
                earliest: "16:00"
                latest: "23:00"
            """)
      ])
  }

  private static func conversation(on day: String) throws -> Conversation {
    Conversation(try script.get(), today: try #require(CivilDate(iso: day)))
  }

  @Test(arguments: [
    ("floors", "1", "1"), ("floors", "120", "120"), ("floors", "0", "number-too-small 1"),
    ("floors", "121", "number-too-large 120"), ("floors", "not known", "not known"),
    ("built", "2 Jan 1900", "1900-01-02"), ("built", "today", "2026-11-16"),
    ("built", "1 Jan 1900", "day-too-early Tuesday 2 January 1900"),
    ("built", "tomorrow", "day-too-late Monday 16 November 2026"),
    ("next", "tomorrow", "2026-11-17"), ("next", "today", "day-too-early Tuesday 17 November 2026"),
    ("next", "23 Nov", "2026-11-23"), ("next", "24 Nov", "day-too-late Monday 23 November 2026"),
    ("last", "12 Nov", "2026-11-12"), ("last", "11 Nov", "day-too-early Thursday 12 November 2026"),
    ("shut", "4pm", "16:00"), ("shut", "15:59", "time-too-early 4pm"),
    ("shut", "11.01pm", "time-too-late 11pm"), ("shut", "skip", "skipped"),
  ])
  func `A reply outside the bounds is asked again, with the bound that it misses`(
    _ id: String, _ typed: String, _ meaning: String
  ) throws {
    let conversation = try Self.conversation(on: "2026-11-16")
    let number = try #require(conversation.script.numbers["visit.\(id)"])
    let reply = conversation.understand(typed, replyingTo: number)
    if case .refused(let why, let arguments) = reply {
      #expect("\(why.rawValue) \(arguments["bound"] ?? "")" == meaning)
      let said = conversation.script.words(why, arguments)
      #expect(!said.isEmpty && said.contains(arguments["bound"] ?? "no bound"))
    } else {
      #expect(reply.words(for: conversation.script.questions[number]) == meaning)
    }
  }

  /// Answers kept on a Monday, and whether they are used on the Friday after.
  @Test(
    arguments: [
      ("floors", .number(120), true), ("floors", .number(121), false),
      ("floors", .number(0), false),
      ("built", .text("1900-01-01"), false), ("built", .text("2026-11-20"), true),
      ("built", .text("2026-11-21"), false),
      // These days could be answered on the Monday, and on the Friday no longer.
      ("next", .text("2026-11-17"), true), ("last", .text("2026-11-12"), true),
      ("next", .text("2026-11-28"), false), ("shut", .text("15:59"), false),
      ("shut", .text("16:00"), true), ("floors", .notKnown, true),
    ] as [(String, StoredAnswer, Bool)])
  func `A kept answer is used as long as it may have been right when it was given`(
    _ id: String, _ kept: StoredAnswer, _ isUsed: Bool
  ) throws {
    let (script, key) = (try Self.script.get(), "visit.\(id)")
    let friday = try #require(CivilDate(iso: "2026-11-20"))
    let number = try #require(script.numbers[key])
    let conversation = Conversation(script, stored: [key: kept], today: friday)
    #expect((conversation.answers[number] != nil) == isUsed)
    #expect((conversation.unmatchedAnswers[key] == kept) == !isUsed)
    // Nothing is lost.
    let again = Conversation(script, stored: conversation.stored, today: friday)
    #expect(conversation.stored[key] != nil && again.stored == conversation.stored)
  }

  @Test func `Working days are counted back as well`() throws {
    let monday = try #require(CivilDate(iso: "2026-11-16"))
    let days = [0, -1, -5, -6, 4, 5].map { monday.adding(workingDays: $0).iso }
    #expect(
      days == [
        "2026-11-16", "2026-11-13", "2026-11-09", "2026-11-06", "2026-11-20", "2026-11-23",
      ])
    #expect(CivilDate.first.adding(workingDays: .min) == .first)
  }
}
