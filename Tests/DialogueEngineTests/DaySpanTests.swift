import DialogueCompiler
import DialogueEngine
import DialogueModel
import Support
import Testing

/// Several days, or a day known roughly, as an answer: written, printed, compared and kept within bounds.
struct DaySpanTests {
  private static let script = Result {
    try TestPacks.script(
      entry: "visit",
      [
        SourceFile(
          path: "visit.yaml",
          text: """
            dialogue: visit
            steps:
              - ask: built
                text: When was it built?
                answer: date
              - ask: seen
                text: When was it seen?
                answer: date
                when-unsure: earliest
                earliest: 2026-06-01
                latest: today
              - say: young
                text: young
                when: age of built < 13
              - say: since
                text: since
                when: built >= 2013-06-01
              - say: early
                text: early
                when: seen <= 2026-10-01
              - say: old-sight
                text: old
                when: age of seen >= 1
            """)
      ])
  }

  private static func conversation() throws -> Conversation {
    Conversation(try script.get(), today: try #require(CivilDate(iso: "2026-11-16")))
  }

  static let written: [(edtf: String, words: String)] = [
    ("2026-11-10", "Tuesday 10 November 2026"), ("2026-11", "November 2026"), ("2013", "2013"),
    ("2026-11-10/2026-11-12", "10 to 12 November 2026"),
    ("2026-10-30/2026-11-02", "30 October to 2 November 2026"),
    ("2025-12-28/2026-01-02", "28 December 2025 to 2 January 2026"),
    ("2024-06-01/2024-08-31", "June to August 2024"),
    ("2024-12-01/2025-02-28", "December 2024 to February 2025"),
    ("2012-01-01/2013-12-31", "2012 to 2013"), ("2013-05-04", "4 May 2013"),
    ("2026-11-10~", "about Tuesday 10 November 2026"), ("2026-11~", "about November 2026"),
    ("2013~", "about 2013"), ("2026-11-10~/2026-11-12~", "about 10 to 12 November 2026"),
  ]

  @Test(arguments: written)
  func `It is read back from its written form, and from what is printed`(
    _ edtf: String, _ printed: String
  ) throws {
    let conversation = try Self.conversation()
    let given = StoredAnswer.scalar(.date, edtf, words: "about then")
    let answer = try #require(conversation.answer(to: 0, from: given))
    #expect(conversation.script.questions[0].stored(answer) == given)
    #expect(conversation.words(for: answer, to: 0) == printed)
    #expect(try DayGrammarTests.read(printed).hasSuffix(edtf))
    #expect(DaySpan(edtf: edtf)?.edtf == edtf)
    #expect(try Regex(DaySpan.pattern).wholeMatch(in: edtf) != nil)
  }

  @Test(arguments: [
    "", "~", "2026-13", "2026-11-31", "26", "2026-11-10/", "2026-11-12/2026-11-10",
    "2026-11/2026-12",
    "2026-11-10/2026-11-10", "2026-11-10~/2026-11-12", "2026-11-10/2026-11-12~", "2026?", "202",
    "2026-11-10~~", "0000", "2026-1-1", "/", "2026-11-10/2026-11-12/2026-11-14",
  ])
  func `Any other form is refused`(_ edtf: String) throws {
    #expect(DaySpan(edtf: edtf) == nil)
    #expect(try Self.conversation().answer(to: 0, from: .scalar(.date, edtf, words: "")) == nil)
  }

  @Test func `Whole months and years are written as such`() throws {
    let first = try #require(CivilDate(iso: "2024-02-01"))
    #expect(DaySpan(first, first.adding(days: 28))?.edtf == "2024-02")
    #expect(DaySpan(first, first.adding(days: 27))?.edtf == "2024-02-01/2024-02-28")
    #expect(DaySpan(first.adding(days: 1), first) == nil)
  }

  /// What is typed, and what is said of it: the latest day counts unless the question says otherwise.
  @Test(arguments: [
    ("2013", ["young", "since"]), ("2012", []), ("May 2013", []), ("May to June 2013", ["since"]),
    ("May 2015", ["young", "since"]),
  ])
  func `Conditions read the end that the question names`(_ typed: String, _ said: [String]) throws {
    #expect(try Self.said(typed, to: 0) == said)
  }

  @Test(arguments: [
    ("October 2026", ["early"]), ("2 Oct 2026", []), ("2-5 Oct 2026", []),
    ("1-2 Oct 2026", ["early"]), ("30 Sep to 5 Oct 2026", ["early"]),
  ])
  func `The earliest day counts where the question says so`(
    _ typed: String, _ said: [String]
  ) throws {
    #expect(try Self.said(typed, to: 1) == said)
  }

  private static func said(_ typed: String, to question: Int) throws -> [String] {
    var conversation = try conversation()
    conversation.answer(1 - question, with: .notKnown)
    guard case .answer(let answer) = conversation.understand(typed, replyingTo: question) else {
      Issue.record("\(typed) is not understood")
      return []
    }
    conversation.take(answer, to: question, typed: typed)
    let script = conversation.script
    return conversation.walk.path.map { script.steps[$0.step].key }.compactMap { key in
      ["young", "since", "early", "old-sight"].first { key == "visit.\($0)" }
    }
  }

  @Test(arguments: [
    ("June 2026", "June 2026"), ("May 2026", "day-too-early"),
    ("tomorrow", "day-too-late"), ("1-20 Dec 2026", "day-too-late"),
    ("October", "October 2026"), ("May to July 2026", "loose June to July 2026"),
    ("November 2026", "loose 1 to 16 November 2026"),
    ("about 2026", "loose about 1 June to 16 November 2026"),
  ])
  func `Both ends are within the bounds, or the part that is within them is shown back`(
    _ typed: String, _ meaning: String
  ) throws {
    let conversation = try Self.conversation()
    switch conversation.understand(typed, replyingTo: 1) {
    case .answer(let answer): #expect(conversation.words(for: answer, to: 1) == meaning)
    case .loose(let answer, _):
      #expect("loose " + conversation.words(for: answer, to: 1) == meaning)
    case .refused(let why, _): #expect(why.rawValue == meaning)
    default: Issue.record("\(typed) is not understood")
    }
    // A program is told instead.
    let given = StoredAnswer.scalar(.date, "2026-11", words: "November")
    let answer = try #require(conversation.answer(to: 1, from: given))
    guard case .refused(.dayTooLate, _)? = conversation.refusal(of: answer, to: 1) else {
      Issue.record("days to come are taken")
      return
    }
    let kept = Conversation(
      conversation.script, stored: ["visit.seen": given], today: conversation.today)
    #expect(kept.unmatchedAnswers == ["visit.seen": given])
  }

  @Test func `The words typed are kept`() throws {
    let conversation = try Self.conversation()
    guard case .loose(let answer, _) = conversation.understand("About 10 Nov!", replyingTo: 0)
    else {
      Issue.record("not shown back")
      return
    }
    let kept = conversation.script.questions[0].stored(answer)
    #expect(kept == .scalar(.date, "2026-11-10~", words: "About 10 Nov!"))
  }
}
