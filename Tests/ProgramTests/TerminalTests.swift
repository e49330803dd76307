import Checking
import DialogueScript
import Foundation
import Screening
import Support
import Testing

/// The chat as people have it, in a pseudo-terminal, key by key.
@Suite(.serialized)
struct TerminalTests {
  private func start(columns: Int = 500, environment: [String: String] = [:]) throws
    -> PseudoTerminal
  {
    let terminal = try PseudoTerminal(
      PipeTests.streetTree, columns: columns, environment: environment)
    try terminal.expect("> ")
    return terminal
  }

  @Test func `Editing, completion and Enter`() throws {
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
    try terminal.expect("Seen: Fungus at the foot, Dead branches")
    terminal.type("quit" + Key.enter)
    #expect(terminal.finish() == 0)
  }

  @Test func `Ctrl-C says where things stand and keeps what was typed; twice leaves`() throws {
    let terminal = try start()
    terminal.type("by the ga")
    try terminal.expect("by the ga")
    terminal.type(Key.control.c)
    try terminal.expect("Nothing is lost: 0 answered, about 3 to go.")
    try terminal.expect("> by the ga")
    terminal.type("te" + Key.enter)
    try terminal.expect("Does it lean")
    terminal.type(Key.control.c)
    try terminal.expect("Nothing is lost: 1 answered, about 2 to go.")
    terminal.type("no" + Key.enter)
    try terminal.expect("What do you see")
    terminal.type(Key.control.c)
    try terminal.expect("Nothing is lost: 2 answered, about 1 to go.")
    terminal.type(Key.control.c)
    #expect(terminal.finish() == 1)
    #expect(!terminal.output.contains("Draft: tree-officer"))
  }

  @Test(arguments: [("yes", true), ("no", false), ("", false)])
  func `Ctrl-D offers the draft so far`(_ reply: String, _ shows: Bool) throws {
    let terminal = try start()
    terminal.type("by the gate" + Key.enter)
    try terminal.expect("3 not known")
    try terminal.expect("> ")
    terminal.type(Key.control.d)
    try terminal.expect("shall I show the draft so far?")
    try terminal.expect("> ")
    terminal.type(reply.isEmpty ? Key.control.d : reply + Key.enter)
    #expect(terminal.finish() == 1)
    #expect(terminal.output.contains("Where: by the gate") == shows)
  }

  @Test func `PageUp goes to the question before, and what was typed waits`() throws {
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

  @Test func `Lines pasted in one go stay one answer, and a resize keeps the prompt`() throws {
    let terminal = try PseudoTerminal(
      ["--dialogues", "\(TestPacks.root)/Dialogues", "--today", "2026-11-16"])
    try terminal.expect("3 not sure")
    terminal.type("no" + Key.enter)
    try terminal.expect("when could it next happen?")
    terminal.type("at sch")
    try terminal.expect("at sch")
    terminal.resize(columns: 90)
    terminal.resize(columns: 500)
    terminal.type("ool" + Key.enter)
    try terminal.expect("(An empty line ends it.)")
    terminal.type(Key.pasted("A car.\n\nTwice, she said.") + Key.enter + Key.enter)
    try terminal.expect("You can send what you have now")
    terminal.type("draft" + Key.enter)
    try terminal.expect("NOW        at school")
    try terminal.expect("WORRY      A car.\r\n           \r\n           Twice, she said.")
  }

  @Test(arguments: ScenarioTests.names)
  func `A scenario typed into a terminal gives the same letters as over a pipe`(
    _ name: String
  ) throws {
    let scenario = try ScenarioTests.scenario(name)
    let today = try #require(ScenarioTests.today)
    let played = scenario.play(try ScenarioTests.script.get(), today: today)
    let terminal = try PseudoTerminal(
      ["--dialogues", "\(TestPacks.root)/Dialogues", "--today", (scenario.today ?? today).iso])
    try terminal.expect("> ")
    for line in played.typed { terminal.type(line + Key.enter) }
    terminal.type("/quit" + Key.enter)
    #expect(terminal.finish() == 0)
    let output = terminal.output.replacing("\r\n", with: "\n")
    for draft in played.conversation.drafts { #expect(output.contains(draft.text), "\(name)") }
  }
}
