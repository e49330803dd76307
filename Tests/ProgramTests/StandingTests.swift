import DialogueCompiler
import DialogueModel
import Foundation
import Support
import Testing

/// Lines that are shown on every turn, and commands that answer a question wherever they are typed.
struct StandingTests {
  static let line = "The tree officer has not been rung. Ring now."

  static let files = [
    "tree.yaml": """
    dialogue: tree
    steps:
      - ask: leaning
        text: Does it lean more than it did?
        answer: yes-no
      - ask: place
        text: Where does the tree stand?
        answer: text
        lines: yes
      - ask: owner
        text: Whose is it?
        answer: text
      - ask: height
        text: How many metres high?
        answer: number
      - conclude: done
        outcome: send-someone

    """,
    "watches.yaml": """
    watches:
      - watch: road
        whenever: tree.leaning is yes
        steps:
          - conclude: fence
            outcome: fence-now
          - ask: officer
            text: Has the tree officer been told?
            answer: one of
            options:
              rung: They have been rung
              asked: Someone was asked to ring
          - say: thanks
            text: Thank you for ringing.
            when: officer is rung
          - ask: by
            text: Who was asked?
            answer: text
            when: officer is asked

    """,
    "outcomes.yaml": """
    outcomes:
      send-someone:
        kind: chart
        text: The tree officer will have a look.
        letters: [tree-officer]
      fence-now:
        kind: flag
        text: Keep people away from it.
    standing:
      - line: not-rung
        while: outcome includes fence-now and not (road.officer is rung)
        text: \(line)
    unfinished: [tree-officer]

    """,
    "letters/tree-officer.md": """
    always: Where: <<tree.place>>
    Owner: <<tree.owner>>
    Asked: <<road.by>>

    """,
  ]

  static let commands = """
      rung:
        words: [rung, officer rung]
        help: say that the tree officer has been rung
        answers: road.officer
        with: rung
      asked:
        words: [have asked]
        help: someone was asked to ring, such as have asked Mrs Ames
        answers: road.officer
        with: asked
        then: road.by

    """

  static func use(_ body: ([String]) throws -> Void) throws {
    var files = Self.files
    files["language.yaml"] = "language: en-GB\ncommands:\n" + commands
    try withTreePack(files, body)
  }

  /// The chat's reply to each line over a pipe, after its opening.
  private func pages(_ lines: [String]) throws -> [String] {
    var pages: [String] = []
    try Self.use { arguments in
      let run = try Program.run(arguments, input: lines.map { $0 + "\n" }.joined())
      let turns = run.output.components(separatedBy: "\n> ")
      pages = [turns[0]]
      pages += turns.dropFirst().prefix(lines.count).map {
        $0.components(separatedBy: "\n").dropFirst(2).joined(separator: "\n")
      }
    }
    return pages
  }

  @Test func `While it holds, a standing line comes first on every page, once, and in no letter`()
    throws
  {
    let typed = ["yes", "?", "review", "banana", "not known", "quit"]
    let pages = try pages(typed)
    #expect(!pages[0].contains(Self.line))
    for (typed, page) in zip(typed, pages.dropFirst()) {
      #expect(page.hasPrefix(Self.line + "\n\n"), "\(typed): \(page)")
      // Quit shows two pages: a closing word, and the letters.
      let pagesShown = typed == "quit" ? 2 : 1
      #expect(page.components(separatedBy: Self.line).count == pagesShown + 1, "\(typed): \(page)")
    }
    #expect(try #require(pages.last?.components(separatedBy: Self.line).last).contains("Where: "))
    let calm = try self.pages(["no", "?", "quit"])
    #expect(!calm.contains { $0.contains(Self.line) })
    let answered = try self.pages(["yes", "rung", "?", "quit"])
    #expect(answered[1].contains(Self.line))
    #expect(!answered.dropFirst(2).contains { $0.contains(Self.line) })
  }

  @Test func `The standing line is on the last screen too`() throws {
    let pages = try pages(["yes", "not known", "here", "", "Kim", "3"])
    #expect(pages.last?.hasPrefix(Self.line) == true)
    #expect(pages.last?.contains("Where: here") == true)
  }

  @Test func `A command answers its question from anywhere, and the open question stays open`()
    throws
  {
    let pages = try pages(["yes", "not known", "by the gate", "Officer rung!", "near the pond", ""])
    // The fourth line is in the middle of an account, whose first line gets no reply.
    let after = try #require(pages.first { $0.contains("Thank you for ringing.") })
    #expect(!after.contains(Self.line))
    #expect(after.contains("Where does the tree stand?"))
    let letters = try self.pages(
      ["yes", "not known", "by the gate", "officer rung", "near the pond", "", "draft"])
    #expect(letters.last?.contains("Where: by the gate\n  near the pond\n") == true)
  }

  @Test(arguments: [
    // At a text question, only a whole reply can be a command without an argument.
    (["yes", "not known", "there", "", "rung"], "Whose is it?", true),
    (["yes", "not known", "there", "", "rung the owner at nine"], "How many metres high?", false),
    (["yes", "not known", "there", "", "have asked Mrs Ames"], "Whose is it?", true),
    // Nobody was asked, or somebody may have been.
    (["yes", "not known", "there", "", "have asked no one"], "How many metres high?", false),
    (["yes", "not known", "there", "", "rung?"], "How many metres high?", false),
    (["yes", "not known", "there", "", "Kim", "rung"], "How many metres high?", true),
    // Nothing follows the command, so its question is asked after the open one is answered.
    (["yes", "not known", "there", "", "have asked", "Kim"], "Who was asked?", true),
    // The words are an answer if they name an option of the question.
    (["yes", "rung"], "Where does the tree stand?", true),
  ])
  func `A typed command is recognised, and other replies are taken as answers`(
    _ lines: [String], _ asked: String, _ isRecorded: Bool
  ) throws {
    let pages = try pages(lines + ["review"])
    #expect(pages.dropLast().last?.contains(asked) == true, "\(pages)")
    let review = try #require(pages.last)
    #expect(
      (review.contains("They have been rung") || review.contains("Someone was asked"))
        == isRecorded, "\(review)")
  }

  @Test func `The words typed after a command are the second answer`() throws {
    let pages = try pages([
      "yes", "not known", "there", "", "have asked Mrs Ames at 14:10", "draft",
    ])
    #expect(pages.last?.contains("Asked: Mrs Ames at 14:10") == true)
  }

  @Test func `A command for a question that is not asked answers nothing, and says so`() throws {
    let pages = try pages(["no", "/rung", "review"])
    let words = try TestPacks.script(
      entry: "visit",
      [
        SourceFile(
          path: "visit.yaml", text: "dialogue: visit\nsteps:\n  - conclude: x\n    outcome: done\n")
      ]
    ).words(.notUsed)
    #expect(pages[2].contains(words))
    #expect(pages[2].contains("Where does the tree stand?"))
    #expect(!pages[3].contains("They have been rung"))
  }

  @Test func `In a terminal the standing line is shown at Ctrl-C, at Ctrl-D and on leaving`() throws
  {
    try Self.use { arguments in
      let terminal = try PseudoTerminal(arguments + ["--no-save"], columns: 500)
      try terminal.expect("> ")
      terminal.type("yes" + Key.enter)
      try terminal.expect(Self.line)
      try terminal.expect("3 not known")
      try terminal.expect("> ")
      terminal.type(Key.control.c)
      try terminal.expect(Self.line)
      try terminal.expect("answered so far")
      try terminal.expect("> ")
      terminal.type("not known" + Key.enter)
      try terminal.expect(Self.line)
      try terminal.expect("Where does the tree stand?")
      try terminal.expect("> ")
      terminal.type("by the gate" + Key.enter)
      try terminal.expect("by the gate")
      try terminal.expect("> ")
      terminal.type("rung" + Key.enter)
      try terminal.expect("Thank you for ringing.")
      try terminal.expect("> ")
      terminal.type("the road" + Key.enter)
      try terminal.expect("the road")
      try terminal.expect("> ")
      terminal.type(Key.enter)
      try terminal.expect("Whose is it?")
      try terminal.expect("> ")
      terminal.type(Key.control.d)
      try terminal.expect("type show to see the draft so far")
      terminal.type("show" + Key.enter)
      #expect(terminal.finish() == 1)
      let end = try #require(
        terminal.output.components(separatedBy: "Thank you for ringing.").last)
      #expect(!end.contains(Self.line))
      #expect(end.contains("Where: by the gate"))
    }
  }

  @Test(arguments: Mode.allCases)
  func `A turn includes the standing lines, and a command that answers is a turn`(_ mode: Mode)
    throws
  {
    try Self.use { arguments in
      let talk = try ServedTalk(OpenService(arguments), mode)
      func reply(_ words: String) throws -> JSON { try talk.ask("answer", ["reply": .text(words)]) }
      let line = JSON.array([.text(Self.line)])
      let first = try reply("yes")
      #expect(first["result/standing"] == line)
      #expect(first["result/question/id"] == "road.officer")
      #expect(try reply("not known")["result/standing"] == line)
      #expect(try talk.ask("back")["result/standing"] == line)
      #expect(try reply("not known")["result/question/id"] == "tree.place")
      let asked = try reply("have asked Mrs Ames")
      #expect(asked["result/question/id"] == "tree.place")
      #expect(asked["result/standing"] == line)
      let rung = try reply("officer rung")
      #expect(rung["result/standing"] == [])
      #expect(rung["result/said"].items.map { $0["text"] } == ["Thank you for ringing."])
      #expect(rung["result/question/id"] == "tree.place")
      #expect(rung["result/parked"] == ["road.by"])
      #expect(try reply("there")["result/question/id"] == "tree.owner")
      #expect(try reply("rung the owner")["result/question/id"] == "tree.height")
      #expect(try reply("review")["error/data/command"] == "review")
      #expect(try reply("3")["result/finished"] == true)
      // The line is in the turn at the end, too.
      #expect(try reply("have asked")["result/standing"] == line)
      #expect(try talk.service.finish() == 0)
    }
  }
}
