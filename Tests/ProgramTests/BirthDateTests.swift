import DialogueCompiler
import DialogueEngine
import DialogueModel
import Support
import TerminalChat
import Testing

/// A date of birth typed where an age is asked for, on Monday 16 November 2026.
struct BirthDateTests {
  private static let script = Result {
    try TestPacks.script(
      entry: "visit",
      [
        SourceFile(
          path: "visit.yaml",
          text: """
            dialogue: visit
            steps:
              - ask: born
                text: Born?
                answer: date
                quiet: yes
              - ask: age
                text: How old?
                label: Age
                answer: number
                at-most: 110
                birth-date: born
              - ask: other
                text: How old is the other?
                answer: number
              - ask: place
                text: Where is that?
                answer: text
            """)
      ])
  }

  /// What is typed, the age taken, and the date of birth taken.
  static let replies: [(typed: String, age: String?, born: String?)] = [
    ("15", "15", nil), ("she is 15 years old", "15", nil), ("2011", nil, nil),
    ("6 May 2011", "15", "2011-05-06"), ("06/05/2011", "15", "2011-05-06"),
    ("06/05/11", "15", "2011-05-06"), ("2011-05-06", "15", "2011-05-06"),
    ("16 November 2011", "15", "2011-11-16"), ("17 November 2011", "14", "2011-11-17"),
    ("15, born 6 May 2011", "15", "2011-05-06"), ("14 (6 May 2011)", "14", "2011-05-06"),
    ("born on 6 May 2011", "15", "2011-05-06"), ("DOB: 6.5.2011", "15", "2011-05-06"),
    ("date of birth 6th of May 2011, she is 15", "15", "2011-05-06"),
    ("today", nil, nil), ("yesterday", nil, nil), ("6 May", nil, nil), ("Friday", nil, nil),
    ("16 November 2026", "0", "2026-11-16"), ("17 November 2026", nil, nil),
    ("1 May 1905", nil, nil), ("6 May 1911", nil, nil), ("about 15, born 6 May 2011", nil, nil),
    ("15 or 16, born 6 May 2011", nil, nil), ("6 May 2011 or 7 May 2011", nil, nil),
    ("not known", "not known", nil),
  ]

  @Test(arguments: replies) func `A date of birth answers both questions, or is asked again`(
    _ typed: String, _ age: String?, _ born: String?
  ) throws {
    var conversation = try conversation()
    let (bornAt, ageAt) = try numbers()
    var said: [Message] = []
    if case .answer(let answer) = conversation.understand(typed, replyingTo: ageAt) {
      said = conversation.take(answer, to: ageAt, typed: typed)
    }
    #expect(conversation.answers[ageAt].map { conversation.words(for: $0, to: ageAt) } == age)
    let date = try born.map { try #require(CivilDate(iso: $0)) }
    #expect(conversation.answers[bornAt]?.value?.date == date)
    #expect(said.isEmpty == (born == nil))
  }

  @Test func `A question that takes no date of birth asks for digits again`() throws {
    let conversation = try conversation()
    let other = try #require(conversation.script.numbers["visit.other"])
    guard case .notUnderstood = conversation.understand("6 May 2011", replyingTo: other) else {
      Issue.record("a date was taken for a number")
      return
    }
  }

  @Test func `The chat says what it took, and a plain number later leaves the date`() throws {
    let (born, age) = try numbers()
    var chat = Chat(try conversation())
    #expect(chat.take("6 May 2011").contains("Born 6 May 2011, aged 15."))
    _ = chat.take("change age")
    #expect(!chat.take("16").contains("Born"))
    #expect(
      chat.conversation.words(for: try #require(chat.conversation.answers[age]), to: age) == "16")
    #expect(chat.conversation.answers[born]?.value?.date == CivilDate(iso: "2011-05-06"))
  }

  @Test func `A date of birth in other words asks whether to change the age`() throws {
    let (born, age) = try numbers()
    var chat = Chat(try conversation())
    for line in ["16", "3"] { _ = chat.take(line) }
    let said = chat.take("my mistake 15. dob 30.1.11 on his record")
    #expect(said.contains("Shall I change your answer to “Age”? It would be: 15."))
    _ = chat.take("yes")
    #expect(
      chat.conversation.words(for: try #require(chat.conversation.answers[age]), to: age) == "15")
    #expect(chat.conversation.answers[born]?.value?.date == CivilDate(iso: "2011-01-30"))
  }

  @Test func `So does one that is typed where something else is asked, and a no leaves the age`()
    throws
  {
    let (_, age) = try numbers()
    for (reply, after) in [("yes", "11"), ("no", "12")] {
      var chat = Chat(try conversation())
      _ = chat.take("12")
      let said = chat.take("just checked hes 11, born 19 march 2015")
      #expect(said.contains("Shall I change your answer to “Age”? It would be: 11."))
      _ = chat.take(reply)
      #expect(
        chat.conversation.words(for: try #require(chat.conversation.answers[age]), to: age) == after
      )
    }
  }

  @Test func `An age is only raised by a date of birth that corrects it`() throws {
    for (typed, asks) in [
      ("it says born 14 february 2008 but i dont know which is right", false),
      ("my mistake, born 14 february 2008", true),
    ] {
      var chat = Chat(try conversation())
      for line in ["15", "3"] { _ = chat.take(line) }
      #expect(chat.take(typed).contains("Shall I change your answer to “Age”?") == asks)
    }
  }

  private func conversation() throws -> Conversation {
    Conversation(try Self.script.get(), today: try #require(CivilDate(iso: "2026-11-16")))
  }

  private func numbers() throws -> (born: Int, age: Int) {
    let script = try Self.script.get()
    return (
      try #require(script.numbers["visit.born"]), try #require(script.numbers["visit.age"])
    )
  }
}
