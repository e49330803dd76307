import DialogueEngine
import DialogueModel
import Foundation
import Support
import Testing

/// The page to keep for when there is no computer at hand.
struct CardTests {
  static let shipped = ["card", "--dialogues", "\(TestPacks.root)/Dialogues"]
  static let local = ["--local", "\(TestPacks.shipped)/local.example.yaml"]

  static let tree = """
    card: A tree that worries you
    marking: KEEP DRY
    sections:
      - section: first
        heading: First
        lines:
          - ask: tree.place
          - ask: tree.harm
            options: yes
          - say: careful
            text: |
              Keep away from it.
              Touch nothing.
          - blank: officer
            label: The tree officer

    """

  private func card(_ more: [String] = []) throws -> String {
    let run = try Program.run(Self.shipped + more)
    #expect(run.code == 0, "\(run.errors)")
    return run.output
  }

  /// Whether a card has these words, wherever its lines are broken.
  private func unwrapped(_ card: String) -> String {
    card.replacing("\u{A0}", with: " ").split(whereSeparator: \.isWhitespace)
      .joined(separator: " ")
  }

  @Test(arguments: [[], local])
  func `The card of the shipped pack fits one sheet of A4, filled in or not`(_ more: [String])
    throws
  {
    let lines = try card(more).split(separator: "\n", omittingEmptySubsequences: false).dropLast()
    #expect(lines.count <= 62)
    #expect(lines.allSatisfy { $0.count <= 96 && $0.last != " " })
  }

  @Test func `In a window of 80 columns the card has the same words, and no line is wider`() throws
  {
    let terminal = try PseudoTerminal(Self.shipped, columns: 80)
    #expect(terminal.finish() == 0)
    let output = terminal.output.replacing("\r\n", with: "\n")
    #expect(output.split(separator: "\n").allSatisfy { $0.count <= 80 })
    #expect(unwrapped(output) == unwrapped(try card()))
  }

  @Test func `The card has every question of the short way in its order, each with its number`()
    throws
  {
    let script = try ScenarioTests.script.get()
    let card = try #require(script.card)
    let asked = card.sections.flatMap(\.lines).compactMap { line -> Int? in
      guard case .ask(let question, _) = line else { return nil }
      return question
    }
    #expect(asked.map { script.questions[$0].key } == PracticeTests.shortWay)
    let text = unwrapped(try self.card())
    for (place, number) in asked.enumerated() {
      let words = script.questions[number].text.pieces.first
      guard case .words(let own)? = words else {
        Issue.record("\(script.questions[number].key) starts with a slot")
        continue
      }
      #expect(text.contains("\(place + 1): \(unwrapped(own))"))
    }
  }

  @Test func `The card has every item of the gate, with the number that the conversation gives it`()
    throws
  {
    let script = try ScenarioTests.script.get()
    let gate = script.questions[try #require(script.numbers["gate.picks"])]
    let text = unwrapped(try card())
    #expect(gate.options.count == 17)
    for (place, option) in gate.options.enumerated() {
      #expect(text.contains("(\(place + 1)) \(option.label)"))
    }
    #expect(!text.contains("<<"))
  }

  @Test func `The blanks are filled from the local file`() throws {
    let (empty, filled) = (unwrapped(try card()), unwrapped(try card(Self.local)))
    for (label, value) in [
      ("Your safeguarding lead, in person or by phone", "Sam Okoye"),
      ("Evenings, nights and weekends", "01632 960002"),
      (
        "LADO, if the person works with children",
        "Northby: 01632 960003; Eastmere: 01632 960013"
      ),
    ] {
      #expect(empty.contains("\(label): ________"))
      #expect(filled.contains("\(label): \(value)"))
    }
    #expect(filled.contains("their deputy: ________"))
  }

  @Test func `As Markdown it has the same words`() throws {
    let markdown = try card(["--format", "markdown"])
    #expect(markdown.contains("\n# Worried that a child is being sexually exploited?\n"))
    #expect(markdown.contains("\n**2:** Where's the child now, and who's with them? Until when?\n"))
  }

  @Test func `A card is printed from the questions as they are`() throws {
    let question = "What do you see on it?"
    let dialogue = try TestPacks.text(at: "\(TestPacks.streetTree)/tree.yaml")
    let asks =
      "|\n      What is on <<place | it>>?\n      <<when: leaning is yes>>\n      Which side?\n      <<end>>"
    for (text, printed) in [
      (question, question), ("What harm?", "What harm?"), (asks, "What is on it?"),
    ] {
      let changed = dialogue.replacing("text: \(question)", with: "text: \(text)")
      try withTreePack(["card.yaml": Self.tree, "tree.yaml": changed]) { arguments in
        let run = try Program.run(["card"] + arguments)
        #expect(
          run.output == """
            KEEP DRY
            A tree that worries you

            First
            1: Where does the tree stand?
            2: \(printed)
              (1)\u{A0}A split in the trunk; (2)\u{A0}Fungus at the foot; (3)\u{A0}Dead branches

            - Keep away from it.
            - Touch nothing.

            The tree officer: ________________________________________

            Questions and letters not yet approved for real use.

            """, "\(run.errors)")
      }
    }
  }

  @Test func `A pack without a card says so in one line`() throws {
    let run = try Program.run(["card"] + PipeTests.streetTree)
    #expect(
      run
        == Outcome(
          output: "",
          errors:
            "The pack street-tree has no card. A file that starts with `card:` gives it one.\n",
          code: 1))
  }

  @Test(arguments: [
    ("ask: tree.place", "ask: tree.plaice", "7:14: there is no question `tree.plaice`"),
    ("options: yes", "option: yes", "9:9: the line of the card can't have `option:`"),
    ("ask: tree.harm", "ask: tree.place", "8:14: `tree.place` has no options to print"),
    (
      "label: The tree officer", "label: Who\n        local: agent",
      "16:16: there is no local field `agent`"
    ),
    ("blank: officer", "blank: careful", "14:16: `careful` names a second part of the card"),
    ("say: careful", "ask: tree.place", "11:9: `ask:` on a card can't have `text:`"),
  ])
  func `What is wrong in a card is said with its line and column`(
    _ right: String, _ wrong: String, _ problem: String
  ) throws {
    try withTreePack(["card.yaml": Self.tree.replacing(right, with: wrong)]) { arguments in
      for command in ["card", "check"] {
        let run = try Program.run([command] + arguments)
        #expect(run.code == 1)
        #expect((run.output + run.errors).contains("card.yaml:\(problem)"), "\(run.errors)")
      }
    }
  }

  @Test func `A second card is reported`() throws {
    try withTreePack(["card.yaml": Self.tree, "other.yaml": Self.tree]) { arguments in
      let run = try Program.run(["card"] + arguments)
      #expect(run.errors.hasPrefix("other.yaml:1:7: a second `card:`; the first is in card.yaml\n"))
    }
  }
}
