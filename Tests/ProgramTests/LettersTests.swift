import Foundation
import Support
import Testing

/// An outcome with several letters: the first is shown, and the others are named.
struct LettersTests {
  static let files: [String: String] = [
    "outcomes.yaml": """
    outcomes:
      fence-it-off:
        kind: chart
        text: Keep people away from it and ring the tree officer.
        letters: [tree-officer, own-note, caretaker]
      nothing-to-do:
        kind: chart
        text: Nothing to do today.
        letters: [own-note]
      send-someone:
        kind: chart
        text: The tree officer will have a look.
        letters: [caretaker]
    unfinished: [tree-officer]
    letters:
      own-note: a note for your own file
      caretaker: a line to whoever looks after the place
    """,
    "letters/own-note.md": "For the file: <<tree.place>>\n",
    "letters/caretaker.md": "Dear caretaker: <<tree.place>>\n",
  ]

  /// The program's output for these lines, and the first words of each letter in it.
  private func run(_ lines: [String]) throws -> (output: String, letters: [String], code: Int32) {
    var result = (output: "", letters: [String](), code: Int32(0))
    try withTreePack(Self.files) { arguments in
      let run = try Program.run(arguments, input: lines.map { $0 + "\n" }.joined())
      let starts = ["To the tree officer", "For the file", "Dear caretaker"]
      let letters = run.output.split(separator: "\n").compactMap { line in
        starts.first { line.hasPrefix($0) }
      }
      result = (run.output, letters, run.code)
    }
    return result
  }

  static let split = ["by the gate", "yes", "1"]

  @Test func `The end shows the outcome's first letter, and one line names the others`() throws {
    let end = try run(Self.split)
    #expect(end.code == 0)
    #expect(end.letters == ["To the tree officer"])
    #expect(
      end.output.contains(
        """
        ----- End of draft -----

        More to send: own-note (a note for your own file), caretaker (a line to whoever looks after the place). Type draft and the letter's name, or draft all.
        """))
  }

  @Test(arguments: [
    ("draft", ["To the tree officer"]), ("draft own-note", ["For the file"]),
    ("/draft Own-Note", ["For the file"]), ("letter whoever looks after", ["Dear caretaker"]),
    ("draft all", ["To the tree officer", "For the file", "Dear caretaker"]), ("draft a", []),
    ("draft bark", []),
  ])
  func `Draft shows the first letter, one by its name or label, or all of them`(
    _ line: String, _ letters: [String]
  ) throws {
    let end = try run(Self.split + [line])
    #expect(end.letters.dropFirst().elementsEqual(letters))
    if letters.isEmpty {
      let asked = line.dropFirst("draft ".count)
      #expect(
        end.output.contains(
          "Which draft? “\(asked)” is not clear to me. There are: tree-officer, own-note (a note"))
    }
    // Each letter except the last says what else there is to send.
    #expect(
      end.output.components(separatedBy: "More to send:").count - 1
        == (letters.count == 1 ? 2 : 1))
  }

  @Test func `A letter's label is its heading`() throws {
    #expect(
      try run(["by the gate", "no", "none"]).output.contains(
        "----- Draft: a note for your own file -----\n\nFor the file: by the gate"))
  }

  @Test
  func `An unfinished conversation has its own letter, and an account may begin with draft`()
    throws
  {
    let early = try run(["draft", "draft of cold air", "/draft", "quit"])
    #expect(early.code == 1)
    // Two drafts were asked for, and quit prints one more.
    #expect(early.letters == Array(repeating: "To the tree officer", count: 3))
    #expect(early.output.contains("Where: draft of cold air"))
    #expect(!early.output.contains("More to send"))
  }

  @Test func `Drafting in bulk returns all the letters`() throws {
    try withTreePack(Self.files) { arguments in
      let run = try Program.run(
        ["draft"] + arguments,
        input: #"{"answers": {"tree.place": "x", "tree.leaning": true, "tree.harm": []}}"# + "\n")
      #expect(run.output.contains("Dear caretaker: x") && run.output.contains("For the file: x"))
    }
  }

  @Test func `Tab completes the names of letters`() throws {
    try withTreePack(Self.files) { arguments in
      let terminal = try PseudoTerminal(arguments)
      for line in Self.split {
        try terminal.expect("> ")
        terminal.type(line + Key.enter)
      }
      try terminal.expect("More to send")
      terminal.type("draft ca" + Key.tab + Key.enter)
      try terminal.expect("Dear caretaker: by the gate")
      terminal.type("quit" + Key.enter)
      #expect(terminal.finish() == 0)
    }
  }
}
