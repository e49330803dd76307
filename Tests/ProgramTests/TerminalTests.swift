import Foundation
import Support
import Testing

@testable import TerminalChat

/// The chat as people use it, in a pseudo-terminal, key by key.
@Suite(.serialized)
struct TerminalChatTests {
  private func start(columns: Int = 500, environment: [String: String] = [:]) throws
    -> PseudoTerminal
  {
    let terminal = try PseudoTerminal(
      PipeTests.streetTree, columns: columns, environment: environment)
    try terminal.expect("> ")
    return terminal
  }

  @Test func `Line editing, completion and Enter work`() throws {
    let terminal = try start()
    terminal.type(
      "hear" + Key.left + Key.left + Key.backspace + Key.control.a + "over t" + Key.enter)
    try terminal.expect("Does it lean")
    terminal.type("not k" + Key.tab + Key.enter)
    try terminal.expect("What do you see on it?")
    terminal.type("dead" + Key.tab + "," + "fung" + Key.tab + Key.enter)
    try terminal.expect("The tree officer will have a look.")
    try terminal.expect("Where: over thar")
    try terminal.expect("Leaning: [not known]")
    try terminal.expect("Seen: Fungus at the foot and Dead branches")
    terminal.type("quit" + Key.enter)
    #expect(terminal.finish() == 0)
  }

  @Test func `A letter longer than the window comes a screen at a time, up to what is typed`()
    throws
  {
    let terminal = try PseudoTerminal(PipeTests.streetTree, columns: 60, rows: 10)
    try terminal.expect("> ")
    terminal.type("by the gate" + Key.enter)
    try terminal.expect("Does it lean")
    terminal.type("draft" + Key.enter)
    try terminal.expect("(Press Enter for more")
    terminal.type(Key.enter)
    try terminal.expect("End of draft")
    terminal.type("q" + Key.enter)
    try terminal.expect("Does it lean")
    terminal.type("draft" + Key.enter)
    try terminal.expect("(Press Enter for more")
    terminal.type("no" + Key.enter)
    try terminal.expect("What do you see on it?")
    terminal.type("quit" + Key.enter)
    _ = terminal.finish()
    #expect(terminal.output.contains("Leaning: no"))
  }

  @Test func `Ctrl-C shows the progress and keeps what was typed, and twice leaves`() throws {
    let terminal = try start()
    terminal.type("by the ga")
    try terminal.expect("by the ga")
    terminal.type(Key.control.c)
    try terminal.expect("0 answered so far.")
    try terminal.expect("> by the ga")
    terminal.type("te" + Key.enter)
    try terminal.expect("Does it lean")
    terminal.type(Key.control.c)
    try terminal.expect("1 answered so far.")
    terminal.type("no" + Key.enter)
    try terminal.expect("What do you see")
    terminal.type(Key.control.c)
    try terminal.expect("2 answered so far.")
    terminal.type(Key.control.c)
    #expect(terminal.finish() == 1)
    #expect(!terminal.output.contains("Draft: tree-officer"))
    #expect(terminal.output.contains("The draft was not shown, and nothing is kept."))
  }

  @Test(arguments: [("show", true), ("yes", false), ("no", false), ("", false)])
  func `Ctrl-D offers the draft so far`(_ reply: String, _ shows: Bool) throws {
    let terminal = try start()
    terminal.type("by the gate" + Key.enter)
    try terminal.expect("3 not known")
    try terminal.expect("> ")
    terminal.type(Key.control.d)
    try terminal.expect("type show to see the draft so far")
    try terminal.expect("> ")
    terminal.type(reply.isEmpty ? Key.control.d : reply + Key.enter)
    #expect(terminal.finish() == 1)
    #expect(terminal.output.contains("Where: by the gate") == shows)
  }

  @Test func `PageUp returns to the previous question, and the typed text is kept`() throws {
    let terminal = try start()
    terminal.type("by the gate" + Key.enter)
    try terminal.expect("Does it lean")
    try terminal.expect("> ")
    terminal.type("perhaps n" + Key.pageUp)
    try terminal.expect("Your answer now: by the gate (Enter keeps it.)")
    terminal.type(Key.enter)
    try terminal.expect("> perhaps n")
    terminal.type(Key.pageUp)
    try terminal.expect("Your answer now: by the gate")
    terminal.type(Key.pageUp)
    try terminal.expect("There is nothing before this.")
  }

  @Test func `Lines pasted together are one answer, and a resize keeps the prompt`() throws {
    let terminal = try PseudoTerminal(
      ["--dialogues", TestPacks.withoutRules, "--today", "2026-11-16", "--no-save"])
    try terminal.expect("3 not sure")
    terminal.type("no" + Key.enter)
    try terminal.expect("Until when?")
    terminal.type("at sch")
    try terminal.expect("at sch")
    terminal.resize(columns: 90)
    terminal.resize(columns: 500)
    terminal.type("ool" + Key.enter)
    try terminal.expect("(To finish, press Enter on an empty line.)")
    terminal.type(Key.pasted("A car.\n\nTwice, she said.") + Key.enter + Key.enter)
    try terminal.expect("Kept as you wrote it")
    terminal.type("draft" + Key.enter)
    try terminal.expect("Now: at school")
    try terminal.expect("What happened: A car.\r\n  \r\n  Twice, she said.")
  }

  /// The lines that the program itself wrote, without the typed ones, which readline lays out.
  private func lines(of output: String) -> [String] {
    output.replacing("\r\n", with: "\n").replacing("\r", with: "\n").split(separator: "\n")
      .map(String.init).filter { !$0.contains("> ") && !$0.contains("\u{1B}") }
  }

  @Test(arguments: [40, 80])
  func `No line is wider than the window, whatever the names`(_ columns: Int) throws {
    let terminal = try PseudoTerminal(
      ["--dialogues", TestPacks.withoutRules, "--today", "2026-11-16", "--no-save"],
      columns: columns)
    let names = ["王小明", "Zoë Ó Briain", "أحمد", "Мария", "שלום 🙂"]
    let typed = [
      "no", "at school", "A car.", "", "14", "none", "not known", "1", "saw",
      names.dropFirst().joined(separator: ", "), "x", names[0],
    ]
    for line in typed {
      try terminal.expect("> ")
      terminal.type(line + Key.enter)
    }
    try terminal.expect("Where does the child live")
    terminal.type("review" + Key.enter)
    try terminal.expect("What happened")
    terminal.type("draft" + Key.enter)
    try terminal.expect("End of draft")
    terminal.type("quit" + Key.enter)
    _ = terminal.finish()
    let lines = lines(of: terminal.output)
    #expect(lines.count > 100)
    for line in lines { #expect(line.columns <= columns, "\(line)") }
    for name in names { #expect(terminal.output.contains(name)) }
  }

  @Test func `A dumb terminal and a pipe get plain text only`() throws {
    let terminal = try start(columns: 80, environment: ["TERM": "dumb"])
    terminal.type("by the gate" + Key.enter + "no" + Key.enter + "clear" + Key.enter)
    try terminal.expect("This screen cannot be cleared from here.")
    terminal.type("none" + Key.enter)
    try terminal.expect("End of draft")
    terminal.type("quit" + Key.enter)
    #expect(terminal.finish() == 0)
    #expect(!terminal.output.contains("\u{1B}"))
    // Long input stays readable, Ctrl-C shows the progress, and Ctrl-D leaves.
    let other = try start(columns: 80, environment: ["TERM": "dumb"])
    let long = String(repeating: "by the gate and ", count: 20)
    other.type(long + Key.enter)
    try other.expect(long)
    try other.expect("> ")
    other.type(Key.control.c)
    try other.expect("1 answered")
    try other.expect("> ")
    other.type(Key.control.d)
    try other.expect("type show to see the draft so far")
    try other.expect("> ")
    other.type("no" + Key.enter)
    #expect(other.finish() == 1)
    #expect(!other.output.contains("\u{1B}"))
    let piped = try Program.run(PipeTests.streetTree, input: "by the gate\nno\nclear\nnone\n")
    #expect(piped.output.unicodeScalars.allSatisfy { $0.value >= 0x20 || $0 == "\n" })
    #expect(piped.output.contains("This screen cannot be cleared from here."))
  }

  @Test func `Clear wipes the screen and its scrollback`() throws {
    let terminal = try start()
    terminal.type("by the gate" + Key.enter)
    try terminal.expect("Does it lean")
    terminal.type("clear" + Key.enter)
    try terminal.expect("\u{1B}[H\u{1B}[2J\u{1B}[3J")
    try terminal.expect("The screen is clear. Your answers are still here.")
    try terminal.expect("Does it lean")
  }

  @Test func `Over SSH the program says which machine it is on`() throws {
    let terminal = try start(environment: ["SSH_CONNECTION": "192.0.2.1 1 192.0.2.2 22"])
    #expect(terminal.output.contains("You are working on another computer: "))
    #expect(try !start().output.contains("another computer"))
  }

  @Test func `The option --plain turns line editing off`() throws {
    let terminal = try PseudoTerminal(PipeTests.streetTree + ["--plain"])
    try terminal.expect("> ")
    terminal.type("here" + Key.enter)
    try terminal.expect("Does it lean")
    #expect(!terminal.output.contains("\u{1B}"))
  }

  /// The pack that ships, at the question that takes lines: plain, or with line editing.
  private func atAccount(plain: Bool) throws -> PseudoTerminal {
    let terminal = try PseudoTerminal(
      ["--dialogues", TestPacks.withoutRules, "--today", "2026-11-16"]
        + (plain ? ["--plain"] : []))
    for line in ["no", "at school"] {
      try terminal.expect("> ")
      terminal.type(line + Key.enter)
    }
    try terminal.expect("(To finish, press Enter on an empty line.)")
    try terminal.expect("> ")
    return terminal
  }

  @Test(arguments: [false, true])
  func `A line longer than the terminal's own lines is kept whole`(_ plain: Bool) throws {
    let terminal = try atAccount(plain: plain)
    let long = (1...1500).map(String.init).joined(separator: " ")
    terminal.type(long + Key.enter)
    try terminal.expect("> ")
    terminal.type(Key.enter)
    try terminal.expect("Kept as you wrote it")
    terminal.type("draft" + Key.enter)
    try terminal.expect(" 1499 1500")
    try terminal.expect("End of draft")
  }

  @Test(arguments: [false, true])
  func `Lines that come together are one answer, without marks of a paste too`(_ plain: Bool) throws
  {
    let terminal = try atAccount(plain: plain)
    terminal.type("A car.\r\rTwice, she said.\r\r")
    try terminal.expect("Kept as you wrote it")
    terminal.type("draft" + Key.enter)
    try terminal.expect("What happened: A car.\r\n  \r\n  Twice, she said.")
  }

  @Test(arguments: [[], ["--plain"]])
  func `Letters of a terminal without UTF-8 are kept`(_ options: [String]) throws {
    let terminal = try PseudoTerminal(PipeTests.streetTree + options)
    try terminal.expect("> ")
    terminal.type(Array("by the caf".utf8) + [0xE9, 0x0D])
    try terminal.expect("Does it lean")
    terminal.type("draft" + Key.enter)
    try terminal.expect("Where: by the café")
  }

  @Test func `Where lines are plain, Ctrl-C keeps what was typed, and PageUp goes back`() throws {
    let terminal = try PseudoTerminal(PipeTests.streetTree, environment: ["ACCESSIBLE": "1"])
    try terminal.expect("> ")
    terminal.type("by the ga")
    try terminal.expect("by the ga")
    terminal.type(Key.control.c)
    try terminal.expect("0 answered so far.")
    try terminal.expect("> by the ga")
    terminal.type("p" + Key.backspace + "te" + Key.left + Key.enter)
    try terminal.expect("Does it lean")
    try terminal.expect("> ")
    terminal.type(Key.pageUp)
    try terminal.expect("Your answer now: by the gate (Enter keeps it.)")
    try terminal.expect("> ")
    terminal.type(Key.control.c)
    try terminal.expect("1 answered so far.")
    try terminal.expect("> ")
    terminal.type(Key.control.c)
    #expect(terminal.finish() == 1)
    #expect(!terminal.output.contains("\u{1B}"))
    #expect(terminal.isForShells)
  }

  @Test(arguments: [[], ["--plain"]], [SIGTERM, SIGHUP])
  func `A signal ends the chat and leaves the terminal as it was`(
    _ options: [String], _ signal: Int32
  ) throws {
    // A shell says by which signal the program ended.
    let terminal = try PseudoTerminal(
      PipeTests.streetTree + options,
      through: ["bash", "-c", "trap : TERM HUP; \"$@\"; exit $?", "sh"])
    try terminal.expect("> ")
    terminal.type("by the ga")
    try terminal.expect("by the ga")
    #expect(!terminal.isForShells)
    terminal.send(signal)
    #expect(terminal.finish() == 128 + signal)
    #expect(terminal.isForShells)
    #expect(terminal.output.contains("nothing is kept") == (signal != SIGHUP))
  }

  @Test(arguments: [[], ["--plain"]])
  func `Ctrl-Z leaves the terminal as it was, and what was typed is there again`(
    _ options: [String]
  ) throws {
    let terminal = try PseudoTerminal(
      PipeTests.streetTree + options,
      through: [
        "bash", "-c", "set -m; \"$@\"; stty -a; read -r line; echo \"read $line\"; fg", "sh",
      ])
    try terminal.expect("> ")
    terminal.type("by the ga")
    try terminal.expect("by the ga")
    terminal.type("\u{1A}")
    try terminal.expect(" icanon")
    try terminal.expect(" echo ")
    terminal.type("words for the shell" + Key.enter)
    try terminal.expect("read words for the shell")
    try terminal.expect("> by the ga")
    terminal.type("te" + Key.enter)
    try terminal.expect("Does it lean")
    terminal.type("draft" + Key.enter)
    try terminal.expect("Where: by the gate")
    terminal.type("quit" + Key.enter)
    _ = terminal.finish()
    #expect(terminal.isForShells)
  }
}
