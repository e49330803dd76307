import DialogueModel
import Foundation
import Scenarios
import Support
import Testing

/// Whole conversations as a screen reader gets them.
///
/// The terminal shows plain characters in order, and can do nothing else.
@Suite(.serialized)
struct TranscriptTests {
  @Test(arguments: ["picked-up-by-car", "no-signs-today", "missing-now"])
  func `A conversation makes sense read aloud`(_ name: String) throws {
    let scenario = try ScenarioTests.scenario("\(name).scenario")
    let today = try #require(ScenarioTests.today)
    let played = scenario.play(try ScenarioTests.script.get(), today: today)
    let terminal = try PseudoTerminal(
      [
        "--dialogues", TestPacks.withoutRules, "--today", (scenario.today ?? today).iso,
        "--plain", "--no-save",
      ] + scenario.clock, columns: 80, environment: ["TERM": "dumb"])
    for line in played.typed + ["quit"] {
      try terminal.expect("> ")
      terminal.type(line + Key.enter)
    }
    #expect(terminal.finish() == 0)
    let stream = terminal.output.replacing("\r\n", with: "\n")
    let file = "\(TestPacks.root)/Tests/Transcripts/\(name).txt"
    if ProcessInfo.processInfo.environment["RECORD"] == "1" {
      try stream.write(toFile: file, atomically: true, encoding: .utf8)
      Issue.record("Recorded. Read it aloud, then run without RECORD.")
    }
    #expect(stream == (try TestPacks.text(at: file)))
  }
}
