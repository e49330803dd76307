import DialogueCompiler
import DialogueEngine
import DialogueModel
import Support
import Testing

/// Replies that begin with an answer and go on, and what they seem to say.
struct LooseReadingTests {
  private static let script = Result {
    try TestPacks.script(
      entry: "visit",
      [
        SourceFile(
          path: "visit.yaml",
          text: """
            dialogue: visit
            steps:
              - ask: safe
                text: Is it safe? Shut or fenced counts.
                answer: yes-no
              - ask: seen
                text: Which day was it?
                answer: date
              - ask: age
                text: How old is it?
                answer: number
                at-most: 115
              - ask: kind
                text: What kind is it?
                answer: one of
                options:
                  oak: Oak
                  ash:
                    label: Ash
                    synonyms: [an ash tree]
              - ask: harm
                text: What has it?
                answer: any of
                options:
                  crack: A crack
                  fungus: Fungus
              - ask: told
                text: What else?
                answer: text
              - ask: notes
                text: Notes?
                answer: list of note
                quiet: yes
            """)
      ], pack: "notes: visit.notes\n")
  }

  /// The question, what is typed, and what it seems to say; nil if it is asked again.
  static let rows: [(question: String, typed: String, seems: String?)] = [
    ("safe", "yes it stands in the yard", "yes"), ("safe", "no, the yard is shut", "no"),
    ("safe", "not known to me, it stands in the yard", "not known"),
    // What takes it back, or says the other as well, is asked again.
    ("safe", "no wait yes", "yes"), ("safe", "yes and no", nil),
    ("safe", "no but a branch hangs", nil),
    ("safe", "it stands in the yard", nil),
    // An echo with another verb than the question's is shown back.
    ("safe", "it was", "yes"), ("safe", "they did", "yes"),
    // Only what is asked can be denied, not what explains it.
    ("safe", "not safe", "no"), ("safe", "it is not shut", nil), ("safe", "yes wait", nil),
    ("safe", "yeah right", nil),
    // The only day amid other words.
    ("seen", "found out friday", "Friday 13 November 2026"),
    ("seen", "it started in sept", "September 2026"), ("seen", "before friday", nil),
    ("seen", "tuesday week", nil), ("seen", "friday and again on monday", nil),
    ("seen", "yesterdya", "Sunday 15 November 2026"),
    ("seen", "tomorrow", "Tuesday 17 November 2026"),
    ("age", "13 or thereabouts", "13"), ("age", "~15", "15"),
    ("age", "13 like I said", "13"), ("age", "its 60", "60"),
    ("age", "about 14, so they say", "14"),
    ("age", "14 nearly 15", nil), ("age", "between 13 and 15", "13"),
    ("age", "planted in year 9", nil),
    ("age", "200 they say", nil),
    // A number that counts something else is no age and no option.
    ("age", "6 foot", nil), ("age", "3 branches", nil), ("harm", "2 branches", nil),
    ("harm", "two branches", nil), ("harm", "1 year old", nil),
    ("harm", "1 because it shows", "A crack"), ("harm", "2 fungus", "Fungus"),
    // One of two days.
    ("seen", "10 12 nov", nil), ("seen", "9, 11 nov", nil), ("seen", "nov 10 12", nil),
    ("kind", "1 by the door", "Oak"), ("kind", "an ash tree, by the door", "Ash"),
    ("kind", "1 or 2", nil), ("kind", "2 and 1", nil), ("kind", "by the oak", "Oak"),
    ("kind", "not by the oak", nil), ("kind", "oak?", nil),
    ("harm", "1 and 2 and it leans", "A crack and Fungus"),
    ("harm", "fungus, near the ground", "Fungus"), ("harm", "none that I know of", "none"),
    ("harm", "none but it leans", nil), ("harm", "no it leans though", nil),
    // Someone's own words are never read so.
    ("told", "yes it stands in the yard", nil),
  ]

  @Test(arguments: rows) func `A reply seems to say the answer that it begins with`(
    _ question: String, _ typed: String, _ seems: String?
  ) throws {
    let script = try Self.script.get()
    let conversation = Conversation(script, today: try #require(CivilDate(iso: "2026-11-16")))
    let number = try #require(script.numbers["visit.\(question)"])
    let answer: Answer?
    switch conversation.understand(typed, replyingTo: number) {
    case .answer(let sure) where question != "told": answer = sure
    case .loose(let loose, _): answer = loose
    default: answer = nil
    }
    #expect(answer.map { conversation.words(for: $0, to: number) } == seems)
  }

  @Test func `A school year is shown back with its words and the age at its end`() throws {
    let script = try Self.script.get()
    let conversation = Conversation(script, today: try #require(CivilDate(iso: "2026-11-16")))
    let number = try #require(script.numbers["visit.age"])
    guard case .loose(let age, _) = conversation.understand("year 9", replyingTo: number) else {
      Issue.record("a school year is not read")
      return
    }
    let year = conversation.schoolYear(in: "in year 9", readAs: age, to: number)
    #expect(conversation.words(for: age, to: number) == "13")
    #expect(year?.words == "year 9" && year?.next == "14")
    #expect(conversation.schoolYear(in: "13, year 9", readAs: age, to: number) == nil)
  }

  /// The day is the answer, and does not keep the time.
  @Test(arguments: [
    ("14 Nov 2pm", true), ("weds dinner time", true), ("yesterday at 3.15pm", true),
    ("14 Nov", false), ("last night", false),
  ])
  func `A time beside a day is kept as a note`(_ typed: String, _ isKept: Bool) throws {
    let script = try Self.script.get()
    var conversation = Conversation(script, today: try #require(CivilDate(iso: "2026-11-16")))
    let number = try #require(script.numbers["visit.seen"])
    let notes = try #require(script.notes)
    guard case .answer(let answer) = conversation.understand(typed, replyingTo: number) else {
      Issue.record("\(typed) is not understood")
      return
    }
    conversation.take(answer, to: number, typed: typed)
    #expect(conversation.items(of: notes).contains { $0.name.contains(typed) } == isKept)
  }

  @Test func `Without notes to keep the words in, nothing is read loosely`() throws {
    let script = try TestPacks.script(
      entry: "visit",
      [
        SourceFile(
          path: "visit.yaml",
          text: "dialogue: visit\nsteps:\n  - ask: safe\n    text: Safe?\n    answer: yes-no\n")
      ])
    let conversation = Conversation(script, today: try #require(CivilDate(iso: "2026-11-16")))
    guard case .notUnderstood = conversation.understand("yes it is, by the yard", replyingTo: 0)
    else {
      Issue.record("a reply whose words could not be kept was read")
      return
    }
  }

  /// Ten thousand letters take no longer than a moment, and are no answer.
  @Test func `A long story is not read loosely`() throws {
    let script = try Self.script.get()
    let conversation = Conversation(script, today: try #require(CivilDate(iso: "2026-11-16")))
    let story = "yes " + String(repeating: "it stands in the yard and leans ", count: 320)
    guard case .notUnderstood = conversation.understand(story, replyingTo: 0) else {
      Issue.record("a story was read as an answer")
      return
    }
  }
}
