import DialogueEngine
import DialogueModel
import Foundation
import Scenarios
import Support
import Testing

@testable import TerminalChat

/// Scenarios of the shipped pack, typed in a pseudo-terminal.
///
/// They are marked as trials, which are not proved first: proving the pack each time would take minutes.
struct TypedScenarioTests {
  // All scenarios are played by the engine and the service.
  @Test(arguments: ScenarioTests.names.enumerated().filter { $0.offset % 8 == 1 }.map(\.element))
  func `A scenario typed key by key gives the same answers and letters as over a pipe`(
    _ name: String
  ) throws {
    let scenario = try ScenarioTests.scenario(name)
    let today = try #require(ScenarioTests.today)
    let script = try ScenarioTests.script.get()
    let played = scenario.play(script, today: today)
    // The chat runs beside the terminal, to know what each line should be answered with.
    var world = ChatWorld()
    world.isTrial = true
    var chat = Chat(
      Conversation(script, today: scenario.today ?? today, minute: scenario.minute), in: world)
    let terminal = try PseudoTerminal(
      ["--dialogues", TestPacks.withoutRules, "--try"]
        + ["--today", (scenario.today ?? today).iso]
        + scenario.clock)
    for (number, line) in played.typed.enumerated() {
      try terminal.expect("> ")
      try enter(line, way: number % 5, completions: chat.completions, terminal)
      // A resized window shows the prompt again, so the test waits for the reply as well.
      let said = chat.take(line)
      if let last = said.split(separator: "\n").last { try terminal.expect(String(last)) }
    }
    try terminal.expect("> ")
    terminal.type("/review" + Key.enter)
    let review = chat.take("/review")
    for reviewed in review.split(separator: "\n") {
      try terminal.expect(String(reviewed.prefix(60)))
    }
    terminal.type("/draft all" + Key.enter + "/quit" + Key.enter)
    #expect(terminal.finish() == 0)
    let output = terminal.output.replacing("\r\n", with: "\n")
    for draft in played.conversation.drafts { #expect(output.contains(draft.text), "\(name)") }
  }

  /// Types one line as people do: corrected, completed, interrupted, in a resized window, or
  /// pasted.
  private func enter(
    _ line: String, way: Int, completions: [String], _ terminal: PseudoTerminal
  ) throws {
    let unique = completions.filter { $0.hasPrefix(String(line.prefix(8))) }
    switch way {
    case 0: terminal.type(line + "x" + Key.backspace)
    case 1 where unique == [line]: terminal.type(line.prefix(8) + Key.tab)
    case 2:
      terminal.type(line)
      if !line.isEmpty { try terminal.expect(String(line.suffix(12))) }
      terminal.type(Key.control.c)
      try terminal.expect("Ctrl-C again leaves, and keeps nothing.")
      try terminal.expect("> \(line)")
    case 3 where !line.isEmpty:
      terminal.resize(columns: 300)
      terminal.type(line)
      terminal.resize(columns: 500)
    case 4 where !line.isEmpty: terminal.type(Key.pasted(line))
    default: terminal.type(line)
    }
    terminal.type(Key.enter)
  }
}
