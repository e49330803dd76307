import DialogueModel
import Foundation
import Support
import Testing

/// A pack with a fault that only a full check finds is not used for a conversation.
struct UnfitPackTests {
  static let refused =
    "These questions have a fault and can't be used today. Nothing you typed was kept."
  static let mark = "NOT FOR USE: a trial of these questions, which may have faults."

  /// Files added to the pack about trees, and the start of the refusal; nil if the pack is used.
  static let cases: [(files: [String: String], line: String?)] = [
    ([:], nil),
    (
      [
        "safety-rules.yaml":
          "rules:\n  - rule: It always leans\n    always: tree.leaning is yes\n"
      ],
      "safety-rules.yaml:2:11: the rule “It always leans”: a conversation breaks this rule. `curious check` shows it."
    ),
    (
      [
        "safety-rules.yaml":
          "rules:\n  - rule: No more than said\n    when: tree.leaning is yes\n    always: tree.leaning is known\n"
      ], "safety-rules.yaml:2:11: the rule “No more than said”: no conversation of any pack could"
    ),
    (
      [
        "safety-rules.yaml":
          "rules:\n  - rule: Nobody\n    when: tree.leaning is unknown and outcome includes nothing-to-do\n    never: outcome includes fence-it-off\n"
      ], "safety-rules.yaml:2:11: the rule “Nobody”: no conversation is one that this rule is about"
    ),
    (
      ["safety-rules.yaml": undecided, "spare.yaml": spare, "tree.yaml": treeWithSpare],
      "safety-rules.yaml:2:11: the rule “Six in a row”: neither proved nor broken"
    ),
    // Packs that are used: a rule that holds, a mere warning, or a failing scenario.
    (
      [
        "safety-rules.yaml":
          "rules:\n  - rule: One end\n    always: one chart outcome\n",
        "scenarios/wrong.scenario": "# Wrong.\ntree.place: here\n=> next: tree.place\n",
      ], nil
    ),
  ]

  private static let spare =
    "dialogue: spare\nsteps:\n"
    + (1...6).map { "  - ask: n\($0)\n    text: How many?\n    answer: number\n" }.joined()
  private static let treeWithSpare = """
    dialogue: tree
    steps:
      - use: spare
        id: numbers
      - ask: place
        text: Where does the tree stand?
        answer: text
      - ask: leaning
        text: Does it lean more than it did?
        answer: yes-no
      - ask: harm
        text: What do you see on it?
        answer: any of harms
      - choose: way
        when leaning is yes: fence
        when leaning is no: leave
        otherwise: look
      - conclude: fence
        outcome: fence-it-off
        then: end
      - conclude: leave
        outcome: nothing-to-do
        then: end
      - conclude: look
        outcome: send-someone

    """
  private static let undecided =
    "rules:\n  - rule: Six in a row\n    when: "
    + (1...5).map { "spare.n\($0) < spare.n\($0 + 1)" }.joined(separator: " and ")
    + "\n    always: spare.n1 < spare.n6\n"

  @Test(arguments: cases.indices)
  func `The chat asks its first question, and stops before it says anything to the reply`(
    _ number: Int
  ) throws {
    let (files, line) = Self.cases[number]
    try withTreePack(files) { arguments in
      let run = try Program.run(arguments, input: "by the gate\nno\nnone\n")
      #expect(run.output.contains(number == 4 ? "How many?" : "Where does the tree stand?"))
      guard let line else {
        #expect(run.code == 0, "\(run.errors)")
        #expect(!run.output.contains(Self.refused))
        return
      }
      #expect(run.code == 1)
      #expect(run.output.hasSuffix("\n\(Self.refused) Tell whoever looks after them.\n"))
      #expect(!run.output.contains("Does it lean"))
      let lines = run.errors.split(separator: "\n")
      #expect(lines.count == 2 && lines[0].hasPrefix(line), "\(run.errors)")
      #expect(lines.last == "The pack has 1 problem and can't be used yet.")
    }
  }

  @Test(arguments: cases.indices)
  func `An unfit pack is neither served nor drafted from`(_ number: Int) throws {
    let (files, line) = Self.cases[number]
    try withTreePack(files) { arguments in
      for (command, input) in [("serve", ServeTests.describe), ("draft", "{\"answers\":{}}")] {
        let run = try Program.run([command] + arguments, input: input + "\n")
        #expect(run.code == (line == nil ? 0 : 1), "\(command): \(run.errors)")
        #expect(run.output.isEmpty == (line != nil))
        if let line { #expect(run.errors.hasPrefix(line)) }
      }
    }
  }

  @Test func `The chat stops at an unfit pack in a terminal too`() throws {
    try withTreePack(Self.cases[1].files) { arguments in
      let terminal = try PseudoTerminal(arguments, columns: 500)
      try terminal.expect("> ")
      terminal.type("by the gate" + Key.enter)
      try terminal.expect(Self.refused)
      #expect(terminal.finish() == 1)
      #expect(!terminal.output.contains("Does it lean"))
    }
  }

  @Test func `A trial continues, and every page and letter says that it is not for use`() throws {
    try withTreePack(Self.cases[1].files) { arguments in
      let run = try Program.run(
        ["chat", "--try"] + arguments, input: "by the gate\n?\nno\ndraft\nnone\n")
      #expect(run.code == 0)
      let pages = run.output.components(separatedBy: "\n> ")
      #expect(pages.count == 7)
      #expect(pages[0].hasPrefix(Self.mark + "\n\n"))
      for page in pages.dropFirst().prefix(5) {
        let said = page.components(separatedBy: "\n").dropFirst(2).joined(separator: "\n")
        #expect(said.hasPrefix(Self.mark + "\n\n"), "\(said)")
      }
      let letters = run.output.components(separatedBy: "----- Draft: tree-officer -----\n\n")
      #expect(letters.count == 3)
      for letter in letters.dropFirst() { #expect(letter.hasPrefix(Self.mark + "\n\n")) }
    }
    try withTreePack([:]) { arguments in
      let run = try Program.run(arguments, input: "by the gate\nno\nnone\n")
      #expect(!run.output.contains("NOT FOR USE"))
    }
  }
}
