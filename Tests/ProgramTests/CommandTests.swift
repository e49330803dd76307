import DialogueCompiler
import Foundation
import Support
import Testing

/// Finding a pack, wrong usage, and the output of `curious test`.
struct CommandTests {
  @Test func `For a missing folder, the error says where the program looked`() throws {
    let run = try Program.run(["--dialogues", "/nowhere"])
    #expect(
      run
        == Outcome(
          output: "",
          errors:
            "The Dialogues folder was not found. Looked in: /nowhere. Say where it is with --dialogues or CURIOUS_DIALOGUES.\n",
          code: 3))
  }

  @Test func `For an unknown pack, the error lists the packs that exist`() throws {
    let packs = "\(TestPacks.root)/Tests/Packs"
    let run = try Program.run(["--pack", "street"], environment: ["CURIOUS_DIALOGUES": packs])
    #expect(run.code == 3)
    #expect(
      run.errors
        == "There is no pack 'street' in \(packs). There are: broken, street-tree, version-0.1.\n")
    let unnamed = try Program.run(["--dialogues", packs])
    #expect(unnamed.code == 2)
    #expect(
      unnamed.errors
        == "Say which pack with --pack. In \(packs) there are: broken, street-tree, version-0.1.\n")
  }

  @Test func `A language file beside the packs is taken, and else the one of the program`() throws {
    try withTreePack([:]) { arguments in
      let folder = arguments[1]
      let plain = try Program.run(arguments, input: "?\n")
      #expect(plain.output.contains("help, ?, h"))
      let shared = try TestPacks.sharedLanguage().text
      try shared.replacing("words: [help, \"?\", h]", with: "words: [what, \"?\"]")
        .write(toFile: "\(folder)/language.yaml", atomically: true, encoding: .utf8)
      let beside = try Program.run(arguments, input: "?\n")
      #expect(beside.output.contains("what, ?") && !beside.output.contains("help, ?, h"))
      #expect(try Program.run(["check", "\(folder)/street-tree"]).code == 0)
    }
  }

  @Test(arguments: [
    ["--today", "soon"], ["--tody", "x"], ["chatt"],
    ["check", "--rule", "No such", "--dialogues", "\(TestPacks.root)/Dialogues"],
  ])
  func `Wrong usage exits with 2 and an error message`(_ arguments: [String]) throws {
    let run = try Program.run(arguments)
    #expect(run.code == 2)
    #expect(run.output == "")
    #expect(!run.errors.isEmpty)
  }

  @Test func `For a mistyped command, the error lists the commands`() throws {
    #expect(
      try Program.run(["chatt"])
        == Outcome(
          output: "",
          errors:
            "There is no command 'chatt'. There are: chat, cases, draft, serve, check, test, graph, wording, local, glossary, card, schema.\n",
          code: 2)
    )
  }

  @Test func `The manual has every command and option`() throws {
    let manual = try TestPacks.text(at: "\(TestPacks.root)/Documentation/curious.1")
    for command in [
      "chat", "draft", "serve", "check", "test", "graph", "wording export", "wording import",
      "local check", "local new", "glossary", "card", "schema", "cases list", "cases resume",
      "cases show", "cases draft", "cases new", "cases note", "cases history", "cases verify",
      "cases due", "cases erase", "cases export", "cases import", "cases rekey",
    ] {
      #expect(manual.contains(".It Cm \(command)"))
      let help = try Program.run(command.split(separator: " ").map(String.init) + ["--help"]).output
      let options = help.split { $0.isWhitespace || ",|[]".contains($0) }
        .filter { $0.hasPrefix("--") && $0 != "--help" }.map { $0.dropFirst(2) }
      #expect(options.contains("dialogues") || options.contains("cases") || command == "schema")
      for option in Set(options) { #expect(manual.contains("Fl -\(option)"), "\(option)") }
    }
  }

  @Test func `Help and version exit with 0`() throws {
    #expect(try Program.run(["--help"]).code == 0)
    #expect(try Program.run(["--version"]) == Outcome(output: "0.1.0\n", errors: "", code: 0))
  }

  @Test func `A scenario may use an outcome's former name`() throws {
    let outcomes = try TestPacks.text(at: "\(TestPacks.streetTree)/outcomes.yaml")
      .replacing("  nothing-to-do:\n", with: "  leave-alone:\n    was: nothing-to-do\n")
    let tree = try TestPacks.text(at: "\(TestPacks.streetTree)/tree.yaml")
      .replacing("nothing-to-do", with: "leave-alone")
    try withTreePack([
      "outcomes.yaml": outcomes, "tree.yaml": tree,
      "scenarios/old.scenario":
        "# Old.\ntree.place: here\ntree.leaning: no\ntree.harm: none\n=> outcome nothing-to-do\n",
    ]) { arguments in
      let run = try Program.run(["test"] + arguments)
      #expect(run.code == 0)
      #expect(run.output.hasPrefix("2 scenarios passed.\n"))
    }
  }

  @Test func `Output that can't be written is a one-line error, not a crash`() throws {
    let process = Process()
    process.executableURL = URL(fileURLWithPath: Program.path)
    process.arguments = PipeTests.streetTree
    process.standardInput = FileHandle.nullDevice
    process.standardOutput = FileHandle(forWritingAtPath: "/dev/full")
    let errors = Pipe()
    process.standardError = errors
    try process.run()
    let said = try #require(try errors.fileHandleForReading.readToEnd())
    process.waitUntilExit()
    #expect(process.terminationReason == .exit)
    #expect(process.terminationStatus == 3)
    #expect(String(decoding: said, as: UTF8.self) == "The output can't be written to.\n")
  }

  @Test func `A pack with errors starts no conversation`() throws {
    let tree = try TestPacks.text(at: "\(TestPacks.streetTree)/tree.yaml")
    try withTreePack(["tree.yaml": tree + "  - say: hello\n"]) { arguments in
      let run = try Program.run(arguments)
      #expect(run.code == 1)
      #expect(run.output == "")
      #expect(
        run.errors
          == "tree.yaml:34:5: a say needs `text:`\n    - say: hello\n      ^\n"
          + "The pack has 1 problem and can't be used yet.\n")
    }
  }

  @Test func `Each fault in a scenario is reported`() throws {
    let base = "tree.place: here\ntree.leaning: no\n"
    let scenarios = [
      "passes": "# Fine.\n\(base)tree.harm: none\n=> outcome nothing-to-do\n",
      "unanswered": "# One answer short.\n\(base)",
      "unused": "# One too many.\n\(base)tree.harm: none\ntree.age: 3\n",
      "wrong-outcome": "# Wrong.\n\(base)tree.harm: none\n=> outcome fence-it-off\n",
      "missing": "# Missing.\n\(base)tree.harm: none\n=> letter tree-officer contains \"today\"\n",
      "forbidden": "# Forbidden.\n\(base)tree.harm: none\n=> letter tree-officer lacks \"here\"\n",
      "asked": "# Asked.\n\(base)tree.harm: none\n=> not asked: tree.harm\n",
      "stops": "# Stops.\ntree.place: here\n=> next: tree.leaning\n=> letters tree-officer\n",
      "goes-on": "# Goes on.\n\(base)tree.harm: none\n=> next: tree.harm\n",
      "nowhere": "# Nowhere.\n\(base)tree.harm: none\n=> next: tree.bark\n",
      "two-stops": "# Two.\n=> next: tree.place\n=> next: tree.harm\n",
      "letters": "# Letters.\n\(base)tree.harm: none\n=> letters tree-officer, owner\n",
      "no-letters": "# No letters.\n=> next: tree.place\n=> no letters\n",
      "not-understood": "# Odd.\ntree.place: here\ntree.leaning: a bit\n",
      "no-story": "\(base)tree.harm: none\n",
      "nonsense": "# Nonsense.\nhello\n=> something\n",
      "twice": "# Twice.\n\(base)tree.leaning: yes\ntree.harm: none\n",
    ]
    let files = Dictionary(
      uniqueKeysWithValues: scenarios.map { ("scenarios/\($0).scenario", $1) })
    try withTreePack(files) { arguments in
      let run = try Program.run(["test"] + arguments)
      #expect(run.code == 1)
      #expect(run.output == "")
      #expect(
        run.errors == """
          scenarios/asked.scenario:5:1: `tree.harm` is asked
          scenarios/forbidden.scenario:5:1: the letter `tree-officer` contains "here"
          scenarios/goes-on.scenario:5:1: nothing more is asked
            delete the line, or the answer to `tree.harm`
          scenarios/letters.scenario:5:1: the letters are tree-officer
          scenarios/missing.scenario:5:1: the letter `tree-officer` lacks "today"
          scenarios/no-letters.scenario:3:1: the letters are tree-officer
          scenarios/no-story.scenario:1:1: a scenario starts with its story in one line
            add `# What happened.` at the top
          scenarios/nonsense.scenario:2:1: a line without a colon
            hello
            ^
            write `KEY: REPLY`
          scenarios/nonsense.scenario:3:1: this does not say what must come of it
            => something
            ^
            write `=> outcome A, B`, `=> letter ID contains "…"`, `=> letter ID lacks "…"`, `=> letters A, B`, `=> no letters`, `=> said "…"`, `=> not asked: KEY` or `=> next: KEY`
          scenarios/not-understood.scenario:3:1: `a bit` is not understood as an answer to `tree.leaning`
          scenarios/nowhere.scenario:5:1: there is no question `tree.bark`
          scenarios/twice.scenario:4:1: `tree.leaning` is answered twice
          scenarios/two-stops.scenario:3:1: the next question is `tree.place`
            delete the line, or the answer to `tree.harm`
          scenarios/unanswered.scenario:1:1: `tree.harm` is asked, and nothing answers it
            add it
          scenarios/unused.scenario:5:1: there is no question `tree.age`
            delete the line, or check the answers before it
          scenarios/wrong-outcome.scenario:5:1: the outcomes are nothing-to-do
          15 of 18 scenarios failed.

          """)
    }
  }
}
