import DialogueCompiler
import DialogueEngine
import DialogueModel
import Support
import Testing

/// Edits, going back, kept answers, and the handling of text that people write.
struct ConversationTests {
  static let script = Result {
    try TestPacks.script(
      entry: "visit",
      [
        SourceFile(
          path: "visit.yaml",
          text: """
            dialogue: visit
            steps:
              - ask: inside
                text: Did you go inside?
                answer: yes-no
              - ask: seen
                text: What did you see?
                answer: any of rooms
                when: inside is yes
              - ask: smell
                text: Gas?
                answer: yes-no
                when: inside is yes
              - ask: fence
                text: Is there a fence?
                answer: yes-no
                when: inside is no
              - ask: notes
                text: Notes?
                answer: text
                optional: yes
              - ask: owner
                text: Whose is it?
                answer: text
            """),
        SourceFile(
          path: "rooms.yaml", text: "vocabulary: rooms\nitems:\n  hall: Hall\n  attic: Attic\n"),
        SourceFile(
          path: "watches.yaml",
          text: """
            watches:
              - watch: gas
                whenever: visit.smell is yes
                steps:
                  - say: out
                    text: "Go out, <<visit.owner | whoever you are>>."
            """),
        SourceFile(
          path: "letters/note.md",
          text: "always: Owner: <<visit.owner>>\nalways: Notes: <<visit.notes>>\n<<gaps>>\n"),
      ])
  }

  static func conversation(_ replies: (String, String)...) throws -> Conversation {
    let script = try Self.script.get()
    var conversation = Conversation(script, today: try #require(CivilDate(iso: "2026-11-16")))
    for (id, typed) in replies { try answer(&conversation, id, typed) }
    return conversation
  }

  /// Gives a typed answer, and returns the texts to say after it.
  @discardableResult
  static func answer(
    _ conversation: inout Conversation, _ id: String, _ typed: String
  ) throws -> [String] {
    let number = try #require(conversation.script.numbers["visit.\(id)"])
    guard case .answer(let answer) = conversation.understand(typed, replyingTo: number) else {
      Issue.record("\(typed) is not understood")
      return []
    }
    return conversation.answer(number, with: answer).map(\.text)
  }

  static func ids(_ conversation: Conversation, _ questions: [Int]) -> [String] {
    questions.map { String(conversation.script.questions[$0].key.dropFirst("visit.".count)) }
  }

  @Test func `The effect of an edit is known before it is made, with the watched answers first`()
    throws
  {
    let conversation = try Self.conversation(
      ("inside", "yes"), ("seen", "hall"), ("smell", "no"), ("owner", "Kim"))
    let inside = try #require(conversation.script.numbers["visit.inside"])
    let effect = conversation.effect(of: .value(.option(1)), to: inside)
    #expect(Self.ids(conversation, effect.parks) == ["smell", "seen"])
    #expect(Self.ids(conversation, effect.asks) == ["fence"])
    #expect(effect.returns == [])
    #expect(conversation.parked == [])

    var edited = conversation
    try Self.answer(&edited, "inside", "no")
    #expect(Self.ids(edited, edited.parked) == ["seen", "smell"])
    let back = edited.effect(of: .value(.option(0)), to: inside)
    #expect(Self.ids(edited, back.returns) == ["seen", "smell"])
    #expect(Self.ids(edited, back.parks) == [])
    #expect(edited.liveAnswer(try #require(edited.script.numbers["visit.seen"])) == nil)
  }

  @Test func `Back reopens the previous answered question and changes nothing`() throws {
    var conversation = try Self.conversation(("inside", "yes"), ("seen", "hall"))
    let drafts = conversation.drafts
    conversation.reopen(try #require(conversation.previous))
    #expect(Self.ids(conversation, [try #require(conversation.question)]) == ["seen"])
    conversation.reopen(try #require(conversation.previous))
    #expect(Self.ids(conversation, [try #require(conversation.question)]) == ["inside"])
    #expect(conversation.previous == nil)
    #expect(conversation.drafts == drafts)
    conversation.cancelReopen()
    #expect(Self.ids(conversation, [try #require(conversation.question)]) == ["smell"])
  }

  @Test func `Back works at the end, and a new answer returns to where the conversation was`()
    throws
  {
    var conversation = try Self.conversation(
      ("inside", "no"), ("fence", "yes"), ("notes", "skip"), ("owner", "Kim"))
    #expect(conversation.isFinished)
    conversation.reopen(try #require(conversation.previous))
    #expect(Self.ids(conversation, [try #require(conversation.question)]) == ["owner"])
    try Self.answer(&conversation, "owner", "Lee")
    #expect(conversation.isFinished)
  }

  @Test func `A notice is said as soon as its answer is given, and again when its words change`()
    throws
  {
    var conversation = try Self.conversation()
    #expect(try Self.answer(&conversation, "inside", "yes") == [])
    // The previous question is still open.
    #expect(try Self.answer(&conversation, "smell", "yes") == ["Go out, whoever you are."])
    #expect(conversation.noticesInForce.map(\.text) == ["Go out, whoever you are."])
    #expect(try Self.answer(&conversation, "seen", "hall") == [])
    #expect(try Self.answer(&conversation, "owner", "Kim") == ["Go out, Kim."])
  }

  @Test func `Each kind of gap has its own words, and an optional answer left out is not a gap`()
    throws
  {
    let conversation = try Self.conversation(
      ("inside", "ask Sam"), ("notes", ""), ("owner", "skip"))
    #expect(
      conversation.drafts.first?.text.hasSuffix(
        """
        Owner: [not answered]
        Notes: [not answered]

        To find out from Sam: Did you go inside?

        Not answered: Whose is it?
        """) == true)
    #expect(try Self.conversation(("notes", "skip")).left == 2)
  }

  @Test(arguments: [
    ("<<visit.owner>> {x} {{y}} <<end>>", "<<visit.owner>> {x} {{y}} <<end>>"),
    ("\u{1B}[31mred\u{7}\u{0}", "␛[31mred␇␀"),
    ("turned \u{202E}round\u{2066}", "turned ⟨U+202E⟩round⟨U+2066⟩"),
    ("tab\there\u{85}", "tab␉here⟨U+0085⟩"),
    ("Zoë 王 🙂 שלום", "Zoë 王 🙂 שלום"),
    ("one\nOwner: someone else", "one\n  Owner: someone else"),
    ("one\r\ntwo", "one␍\n  two"),
  ])
  func `Text that people write reaches the letter as plain text`(
    _ typed: String, _ printed: String
  ) throws {
    let conversation = try Self.conversation(("inside", "no"), ("owner", typed))
    let letter = try #require(conversation.drafts.first).text
    #expect(letter.contains("Owner: \(printed)\nNotes:"))
    let number = try #require(conversation.script.numbers["visit.owner"])
    #expect(conversation.answers[number] == .value(.text(typed)))
  }

  @Test func `Kept answers that no longer fit are kept, never used, and written out again`()
    throws
  {
    let script = try Self.script.get()
    let stored: [String: StoredAnswer] = [
      "visit.inside": .truth(true), "visit.seen": .list(["hall", "cellar"]),
      "visit.owner": .number(3), "visit.gone": .text("words"), "visit.fence": .truth(true),
      "visit.smell": .toFindOut(from: "Sam"),
    ]
    let conversation = Conversation(
      script, stored: stored, today: try #require(CivilDate(iso: "2026-11-16")))
    #expect(conversation.stored == stored)
    #expect(
      conversation.unmatchedAnswers.keys.sorted() == ["visit.gone", "visit.owner", "visit.seen"])
    #expect(Self.ids(conversation, conversation.parked) == ["fence"])
    let seen = try #require(script.numbers["visit.seen"])
    #expect(conversation.liveAnswer(seen) == .value(.options([0])))
    #expect(conversation.drafts.first?.text.contains("Owner: [not asked yet]") == true)
  }

  @Test func `A typed list keeps its items and numbers through every edit, store and resume`()
    throws
  {
    let script = try TestPacks.script(
      entry: "visit",
      [
        SourceFile(
          path: "visit.yaml",
          text: """
            dialogue: visit
            steps:
              - ask: people
                text: Who?
                answer: list of person
                at-most: 4
              - for each: people
                id: each
                as: person
                steps:
                  - ask: keys
                    text: Has <<person>> a key?
                    answer: yes-no
            """),
        SourceFile(path: "letters/note.md", text: "always: People: <<visit.people>>\n"),
      ])
    let today = try #require(CivilDate(iso: "2026-11-16"))
    let people = try #require(script.numbers["visit.people"])
    var conversation = Conversation(script, today: today)
    func edit(_ typed: String) throws {
      guard case .answer(let answer) = conversation.understand(typed, replyingTo: people) else {
        Issue.record("\(typed) is not understood")
        return
      }
      conversation.answer(people, with: answer)
      let kept = Conversation(script, stored: conversation.stored, today: today)
      #expect(kept.stored == conversation.stored)
      #expect(kept.items(of: people) == conversation.items(of: people))
    }
    try edit("Kim")
    try edit("Lee")
    conversation.answer(people, with: .notKnown)
    let kept = Conversation(script, stored: conversation.stored, today: today)
    #expect(kept.stored == conversation.stored)
    #expect(conversation.items(of: people).map(\.isRemoved) == [true, true])
    #expect(conversation.drafts.first?.text.hasSuffix("[not known]") == true)
    try edit("Max")
    #expect(conversation.items(of: people).map(\.number) == [1, 2, 3])
    #expect(conversation.drafts.first?.text.hasSuffix("People: Max") == true)
    try edit("restore 1")
    #expect(conversation.drafts.first?.text.hasSuffix("People: Kim and Max") == true)
    #expect(
      conversation.print(
        script.questions[try #require(script.numbers["visit.people[3].keys"])].text)
        == "Has Max a key?")
    // A number is taken, too, if an answer is kept for its round.
    let ahead = Conversation(
      script, stored: ["visit.people": .list(["Kim"]), "visit.people[3].keys": .truth(true)],
      today: today)
    #expect(
      ahead.adding("Lee", to: people)
        == .value(
          .items([
            Item(number: 1, name: "Kim"), Item(number: 4, name: "Lee"),
          ])))
    #expect(conversation.adding("Nan", to: people) != nil)
    try edit("Nan")
    #expect(conversation.adding("Ova", to: people) == nil)
  }

  /// A small house, with a list of rooms, a dialogue used in each, and a watch that reads two
  /// questions.
  private func house() throws -> Script {
    try TestPacks.script(
      entry: "visit",
      [
        SourceFile(
          path: "visit.yaml",
          text: """
            dialogue: visit
            steps:
              - ask: bell
                text: A bell?
                answer: yes-no
              - ask: seen
                was: saw
                text: Which?
                answer: any of rooms
              - for each: seen
                id: each
                as: room
                steps:
                  - use: floor
                    id: floor
                  - say: dry
                    text: "<<room>> is dry."
                    when: floor.is-dry
            """),
        SourceFile(
          path: "floor.yaml",
          text: """
            dialogue: floor
            facts:
              is-dry: damp is no
            steps:
              - ask: damp
                text: Damp?
                answer: yes-no
            """),
        SourceFile(
          path: "rooms.yaml",
          text: """
            vocabulary: rooms
            items:
              kitchen:
                label: Kitchen
                was: galley
              hall: Hall
            """),
        SourceFile(
          path: "watches.yaml",
          text: """
            watches:
              - watch: look
                whenever: visit.bell is unknown or visit.seen includes hall
                steps:
                  - conclude: flag
                    outcome: done
            """),
      ])
  }

  @Test func `Former names of a list and its items find the answers of its rounds`() throws {
    let script = try house()
    let today = try #require(CivilDate(iso: "2026-11-16"))
    let conversation = Conversation(
      script,
      stored: ["visit.saw": .list(["galley"]), "visit.saw[galley].floor.damp": .truth(false)],
      today: today)
    #expect(conversation.unmatchedAnswers.isEmpty)
    #expect(
      conversation.stored == [
        "visit.seen": .list(["kitchen"]), "visit.seen[kitchen].floor.damp": .truth(false),
      ])
    // A fact of a dialogue used in a round is evaluated in that round.
    #expect(
      conversation.walk.path.map { script.steps[$0.step].key }.contains("visit.seen[kitchen].dry"))
  }

  @Test func `A watch that an unanswered question has set off can still fire later`() throws {
    let script = try house()
    let today = try #require(CivilDate(iso: "2026-11-16"))
    let nothing = Conversation(script, today: today)
    #expect(nothing.walk.outcomes == [])
    let seen = Conversation(script, stored: ["visit.seen": .list(["hall"])], today: today)
    #expect(seen.walk.outcomes == [0])
  }

  @Test func `No number, day or condition of any kind can cause a trap`() throws {
    for year in [1, 4, 100, 1600, 1999, 2000, 9999] {
      let day = try #require(CivilDate(year: year, month: 12, day: 31))
      _ = day.adding(days: 40_000).adding(days: -80_000).adding(workingDays: 9_999)
    }
    #expect(CivilDate(iso: "2026-02-29") == nil)
    #expect(CivilDate(iso: "2024-02-29")?.adding(days: 366).iso == "2025-03-01")
    #expect(CivilDate(iso: "2026-11-13")?.adding(workingDays: 2).iso == "2026-11-17")
    #expect(CivilDate(iso: "2026-11-16")?.weekday == 0)
    let born = try #require(CivilDate(iso: "2013-11-17"))
    #expect(born.years(until: try #require(CivilDate(iso: "2026-11-16"))) == 12)
    #expect(born.years(until: try #require(CivilDate(iso: "2026-11-17"))) == 13)
  }
}
