import DialogueCompiler
import DialogueEngine
import DialogueModel
import Support
import Testing

/// An unreadable reply to a question that has a text for that case.
struct UnclearTests {
  private static let script = Result {
    try TestPacks.script(
      entry: "visit",
      [
        SourceFile(
          path: "visit.yaml",
          text: """
            dialogue: visit
            steps:
              - ask: notes
                text: Notes
                answer: list of note
                quiet: yes
                at-most: 3
              - ask: gas
                text: Do you smell gas?
                label: Gas
                answer: yes-no
                not-known: not sure
                unclear: If in doubt, go out.
              - ask: owner
                text: Whose is it?
                answer: text
            """)
      ], pack: "notes: visit.notes\n")
  }

  private func conversation() throws -> (Conversation, gas: Int, notes: Int) {
    let script = try Self.script.get()
    return (
      Conversation(script, today: try #require(CivilDate(iso: "2026-11-16"))),
      try #require(script.numbers["visit.gas"]), try #require(script.notes)
    )
  }

  @Test
  func
    `After the first unclear reply the question is asked again, and a second counts as not known`()
    throws
  {
    var (conversation, gas, notes) = try conversation()
    let first = conversation.takeUnclear("dont think so hes out", to: gas, isFirst: true)
    #expect(first?.map(\.text).last == "If in doubt, go out.")
    #expect(conversation.question == gas && conversation.answers[gas] == nil)
    let second = conversation.takeUnclear("hmm", to: gas, isFirst: false)
    #expect(second?.last?.text.contains("“not sure”") == true)
    #expect(conversation.answers[gas] == .notKnown)
    #expect(
      conversation.items(of: notes).map(\.name) == [
        "To “Gas”: dont think so hes out", "To “Gas”: hmm",
      ])
  }

  @Test(arguments: ["no, it hisses", "not now, it was strong"])
  func `A second one that begins as a no does is asked about once more`(_ typed: String) throws {
    var (conversation, gas, _) = try conversation()
    _ = conversation.takeUnclear("hmm", to: gas, isFirst: true)
    let said = conversation.takeUnclear(typed, to: gas, isFirst: false)
    #expect(said?.last?.text == "If in doubt, go out.")
    #expect(conversation.question == gas && conversation.answers[gas] == nil)
  }

  /// A no that is wrong would be the worst.
  @Test(arguments: [
    ("no, it hisses", false), ("no but open the window", false), ("no he can smell it", false),
    ("no, later", false), ("not now, it was strong", false), ("no, nobody here", true),
    ("no, all safe", true), ("not at the moment", true),
  ])
  func `What comes with a no must agree with it`(_ typed: String, _ agrees: Bool) throws {
    let (conversation, gas, _) = try conversation()
    switch conversation.understand(typed, replyingTo: gas) {
    case .answer(let answer), .loose(let answer, _):
      #expect(agrees && answer == .value(.option(1)))
    default: #expect(!agrees)
    }
  }

  @Test func `An existing answer is kept, however many unclear replies follow`() throws {
    var (conversation, gas, _) = try conversation()
    conversation.answer(gas, with: .value(.option(0)))
    conversation.reopen(gas)
    for isFirst in [true, false] {
      let said = conversation.takeUnclear("hmm", to: gas, isFirst: isFirst)
      #expect(said?.last?.text == "If in doubt, go out.")
      #expect(conversation.answers[gas] == .value(.option(0)))
      #expect(conversation.question == gas)
    }
  }

  @Test func `When there is no room for a note, the reply is not said to be kept`() throws {
    var (conversation, gas, notes) = try conversation()
    conversation.answer(
      notes, with: .value(.items((1...3).map { Item(number: $0, name: "Kim") })))
    let said = conversation.takeUnclear("hmm", to: gas, isFirst: true)
    #expect(said?.map(\.text) == ["If in doubt, go out."])
    #expect(conversation.items(of: notes).count == 3)
  }

  @Test func `A question without an unclear text leaves the reply to its caller`() throws {
    var (conversation, _, _) = try conversation()
    let owner = try #require(conversation.script.numbers["visit.owner"])
    #expect(conversation.takeUnclear("hmm", to: owner, isFirst: true) == nil)
  }
}
