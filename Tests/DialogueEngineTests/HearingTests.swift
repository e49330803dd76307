import DialogueCompiler
import DialogueModel
import Support
import Testing

@testable import DialogueEngine

/// What someone wrote brings questions forward, and back once; it never changes the path.
struct HearingTests {
  private static let dialogue = """
    dialogue: visit
    steps:
      - ask: danger
        text: Is anyone in danger?
        answer: yes-no
        hears: [kinds.smell, bang]
      - ask: words
        text: What happened?
        answer: text
        hears: [over]
      - ask: age
        text: How old is the house?
        answer: number
      - ask: old-kinds
        text: Which of these, in an old house?
        answer: any of
        options:
          fumes: Fumes in the cellar
        when: age > 100
      - ask: kinds
        text: Which of these?
        answer: any of kinds
        hears: kinds.smell
        hears-late: kinds.leak
      - ask: more
        text: More?
        answer: text
      - ask: notes
        text: Notes?
        answer: list of note
        quiet: yes
      - conclude: done
        outcome: done

    """

  private static let phrases = """
    listening: the kinds
    options-of: kinds
    words:
      deny: no, not
    classes:
      smell:
        find: |
          gas
          fumes
      damp:
        find: wet
      leak:
        find: dripping

    """

  private func conversation(answers: [(String, Answer)] = []) throws -> Conversation {
    let script = try TestPacks.script(
      entry: "visit",
      [
        SourceFile(path: "visit.yaml", text: Self.dialogue),
        SourceFile(
          path: "kinds.yaml",
          text:
            "vocabulary: kinds\nitems:\n  damp: Damp\n  smell: A smell of gas\n  leak: A leak\n"),
        SourceFile(path: "phrases.yaml", text: Self.phrases),
        SourceFile(
          path: "bang.yaml",
          text:
            "listening: noise\nclasses:\n  bang:\n    find: a bang\n  over:\n    find: it stopped\n"
        ),
      ], pack: "notes: visit.notes\n")
    let given = try answers.map { key, answer in (try #require(script.numbers[key]), answer) }
    let today = try #require(CivilDate(iso: "2026-11-16"))
    return Conversation(
      script, answers: Answers(given.map { (key: $0.0, value: $0.1) }), today: today)
  }

  private func next(_ conversation: Conversation) -> String? {
    conversation.question.map { conversation.script.questions[$0].key }
  }

  private static let no = Answer.value(.option(1))
  private static let yes = Answer.value(.option(0))
  private static func text(_ words: String) -> Answer { .value(.text(words)) }
  private static let none = Answer.value(.options([]))

  @discardableResult
  private func answer(
    _ conversation: inout Conversation, _ key: String, _ answer: Answer
  ) throws -> [Message] {
    conversation.answer(try #require(conversation.script.numbers[key]), with: answer)
  }

  @Test func `A question that hears what was written is asked before the first without an answer`()
    throws
  {
    var talk = try conversation()
    try answer(&talk, "visit.danger", Self.yes)
    try answer(&talk, "visit.words", Self.text("It smells of gas and of fumes."))
    #expect(next(talk) == "visit.kinds")
    #expect(talk.walk.next == talk.script.numbers["visit.age"])
    let kinds = try #require(talk.question)
    #expect(talk.suggestions(for: kinds) == [Suggestion(option: 1, words: ["gas", "fumes"])])
    try answer(&talk, "visit.kinds", .value(.options([1])))
    #expect(next(talk) == "visit.age")
    #expect(talk.suggestions(for: kinds).isEmpty)
  }

  @Test func `What is denied, or written where it is not in use, brings nothing forward`() throws {
    var talk = try conversation()
    try answer(&talk, "visit.danger", Self.yes)
    try answer(&talk, "visit.words", Self.text("There is no gas."))
    #expect(next(talk) == "visit.age")
  }

  @Test func `A no is asked once more with the words, and once only`() throws {
    var talk = try conversation()
    try answer(&talk, "visit.danger", Self.no)
    try answer(&talk, "visit.words", Self.text("I heard a bang."))
    let danger = try #require(talk.question)
    #expect(next(talk) == "visit.danger" && talk.isOffered(danger))
    #expect(talk.words(heardBy: danger) == ["a bang"])
    talk.cancelReopen()
    #expect(next(talk) == "visit.age")
    try answer(&talk, "visit.age", .notKnown)
    try answer(&talk, "visit.kinds", Self.none)
    try answer(&talk, "visit.more", Self.text("It was a bang."))
    #expect(next(talk) == nil, "the class was put before")
  }

  @Test(arguments: [yes, .notKnown])
  func `A yes, or not being sure, is not asked once more`(_ given: Answer) throws {
    var talk = try conversation()
    try answer(&talk, "visit.danger", given)
    try answer(&talk, "visit.words", Self.text("I heard a bang."))
    #expect(next(talk) == "visit.age")
  }

  @Test func `A list is taken as empty only once what was written has been put`() throws {
    var talk = try conversation()
    try answer(&talk, "visit.danger", Self.yes)
    try answer(&talk, "visit.words", Self.text("It is wet."))
    try answer(&talk, "visit.age", .notKnown)
    try answer(&talk, "visit.kinds", Self.none)
    #expect(next(talk) == "visit.kinds")
    let kinds = try #require(talk.question)
    #expect(talk.added(.value(.options([0])), to: kinds) == .value(.options([0])))
    try answer(&talk, "visit.kinds", Self.none)
    #expect(next(talk) == "visit.more")
  }

  @Test
  func
    `What is chosen then is added, and a list with a choice is asked again only for what it hears`()
    throws
  {
    var talk = try conversation()
    try answer(&talk, "visit.danger", Self.yes)
    try answer(&talk, "visit.words", Self.text("Nothing much."))
    try answer(&talk, "visit.age", .notKnown)
    try answer(&talk, "visit.kinds", .value(.options([0])))
    try answer(&talk, "visit.more", Self.text("It is wet, and there were fumes."))
    #expect(next(talk) == "visit.kinds")
    let kinds = try #require(talk.question)
    #expect(talk.added(.value(.options([1])), to: kinds) == .value(.options([0, 1])))
    #expect(talk.added(Self.none, to: kinds) == .value(.options([0])))
  }

  @Test func `What a list hears late brings it back, and never forward`() throws {
    var talk = try conversation()
    try answer(&talk, "visit.danger", Self.yes)
    try answer(&talk, "visit.words", Self.text("The tap is dripping."))
    #expect(next(talk) == "visit.age")
    try answer(&talk, "visit.age", .notKnown)
    try answer(&talk, "visit.kinds", .value(.options([0])))
    try answer(&talk, "visit.more", Self.text("It is dripping."))
    #expect(next(talk) == nil, "it was put with the list")
    var later = try conversation(answers: [
      ("visit.danger", Self.yes), ("visit.words", Self.text("Nothing much.")),
      ("visit.age", .notKnown), ("visit.kinds", .value(.options([0]))),
    ])
    try answer(&later, "visit.more", Self.text("It is dripping."))
    let kinds = try #require(later.question)
    #expect(next(later) == "visit.kinds" && later.isOffered(kinds))
    #expect(later.suggestions(for: kinds) == [Suggestion(option: 2, words: ["dripping"])])
  }

  @Test func `What was chosen in a list that is set aside is put to the list that takes its place`()
    throws
  {
    var conversation = try conversation()
    func number(_ years: Double) -> Answer { .value(.scalar(ScalarValue(.number, years))) }
    try answer(&conversation, "visit.danger", Self.yes)
    try answer(&conversation, "visit.words", Self.text("It creaks."))
    try answer(&conversation, "visit.age", number(120))
    try answer(&conversation, "visit.old-kinds", .value(.options([0])))
    let kinds = try #require(conversation.script.numbers["visit.kinds"])
    #expect(conversation.suggestions(for: kinds).isEmpty)
    try answer(&conversation, "visit.age", number(20))
    #expect(conversation.suggestions(for: kinds) == [Suggestion(option: 1, words: ["Fumes"])])
    try answer(&conversation, "visit.kinds", Self.none)
    #expect(next(conversation) == "visit.kinds")
  }

  @Test func `Not being sure of what is put counts, beside what was chosen`() throws {
    var talk = try conversation(answers: [
      ("visit.danger", Self.yes), ("visit.words", Self.text("Nothing much.")),
      ("visit.age", .notKnown), ("visit.kinds", .value(.options([0]))),
    ])
    let kinds = try #require(talk.script.numbers["visit.kinds"])
    #expect(talk.countingDoubt(.answer(.notKnown), of: "dunno", at: kinds) == nil)
    try answer(&talk, "visit.more", Self.text("It is dripping."))
    for reply in [ParsedReply.answer(.notKnown), .loose(.notKnown, rest: "")] {
      #expect(talk.countingDoubt(reply, of: "dunno", at: kinds) == .value(.options([0, 2])))
      #expect(
        talk.countingDoubt(reply, of: "not sure about 3", at: kinds) == .value(.options([0, 2])))
    }
    #expect(talk.countingDoubt(.answer(Self.none), of: "none", at: kinds) == nil)
  }

  @Test func `The outcome is said only once nothing is asked once more`() throws {
    var talk = try conversation()
    try answer(&talk, "visit.danger", Self.yes)
    try answer(&talk, "visit.words", Self.text("Nothing much."))
    try answer(&talk, "visit.age", .notKnown)
    #expect(try answer(&talk, "visit.kinds", Self.none).isEmpty)
    #expect(try answer(&talk, "visit.more", Self.text("It is wet.")).isEmpty)
    #expect(next(talk) == "visit.kinds" && talk.isFinished)
    #expect(talk.cancelReopen().map(\.text) == ["Done."])
    #expect(next(talk) == nil)
  }

  @Test func `A text is asked once more for what was written after it, and not for its own words`()
    throws
  {
    var talk = try conversation()
    try answer(&talk, "visit.danger", Self.yes)
    try answer(&talk, "visit.words", Self.text("It stopped at noon."))
    #expect(next(talk) == "visit.age", "a text is never brought forward")
    try answer(&talk, "visit.age", .notKnown)
    try answer(&talk, "visit.kinds", .value(.options([0])))
    try answer(&talk, "visit.more", Self.text("Now it stopped."))
    let words = try #require(talk.question)
    #expect(next(talk) == "visit.words" && talk.isOffered(words))
    #expect(talk.words(heardBy: words) == ["it stopped"])
    try answer(&talk, "visit.words", Self.text("It stopped at one."))
    #expect(next(talk) == nil)
  }

  @Test func `The tool's own words in a note that it keeps are not heard`() throws {
    let script = try conversation().script
    let words = script.words(.unclearNote, ["question": "Gas or fumes", "reply": "a wet floor"])
    let mentions = Conversation.mentions(
      in: .value(.items([Item(number: 1, name: words)])), to: try #require(script.notes), of: script
    )
    #expect(mentions.map(\.words) == ["wet"])
  }

  @Test func `A mention changes neither the path nor the outcomes, and nothing of it is stored`()
    throws
  {
    func whole(_ words: String) throws -> Conversation {
      try conversation(answers: [
        ("visit.danger", Self.no), ("visit.words", Self.text(words)), ("visit.age", .notKnown),
        ("visit.kinds", Self.none), ("visit.more", Self.text("more")),
      ])
    }
    let (with, without) = (try whole("gas, a bang, wet"), try whole("nothing"))
    #expect(with.walk.path == without.walk.path && with.walk.outcomes == without.walk.outcomes)
    #expect(with.question == nil && with.stored.count == without.stored.count)
    #expect(!with.suggestions(for: try #require(with.script.numbers["visit.kinds"])).isEmpty)
  }
}
