import DialogueCompiler
import DialogueEngine
import DialogueModel
import Foundation
import Scenarios
import Support
import Testing

/// Every scenario of the shipped pack, played three ways.
///
/// Each is played straight through, stored and read back after every turn, and typed into the
/// program over a pipe.
struct ScenarioTests {
  static let today = CivilDate(iso: "2026-11-16")
  static let names =
    (try? FileManager.default.contentsOfDirectory(atPath: "\(TestPacks.shipped)/scenarios")
      .filter { $0.hasSuffix(".scenario") }.sorted()) ?? []
  static let script = Result {
    try Script.read(files: try TestPacks.files(in: TestPacks.shipped))
  }

  @Test func `The shipped pack has scenarios`() {
    #expect(Self.names.count >= 15)
  }

  @Test(arguments: names)
  func `A scenario passes, and gives the same when stored and resumed after every turn`(
    _ name: String
  ) throws {
    let scenario = try Self.scenario(name)
    let script = try Self.script.get()
    let today = try #require(Self.today)
    let straight = scenario.play(script, today: today)
    #expect(straight.faults.map(\.description) == [])
    var failed: (any Error)?
    let kept = scenario.play(script, today: today) { conversation in
      do {
        let answers = try #require(conversation.stored.writtenAndRead)
        var resumed = Conversation(
          script, stored: answers, today: conversation.today, minute: conversation.minute)
        resumed.offerAgain(conversation.offered, holdsOutcome: conversation.holdsOutcome)
        return resumed
      } catch {
        failed = error
        return conversation
      }
    }
    #expect(failed == nil)
    #expect(kept.faults.map(\.description) == [])
    #expect(kept.conversation.drafts == straight.conversation.drafts)
    #expect(kept.conversation.stored == straight.conversation.stored)
    #expect(kept.said == straight.said)
  }

  /// Plays every fourth; all are played above.
  @Test(arguments: names.enumerated().filter { $0.offset.isMultiple(of: 4) }.map(\.element))
  func `A scenario typed over a pipe gives the same letters and exit code 0`(_ name: String) throws
  {
    let scenario = try Self.scenario(name)
    let today = try #require(Self.today)
    let played = scenario.play(try Self.script.get(), today: today)
    let run = try Program.run(
      [
        "--dialogues", TestPacks.withoutRules, "--today", (scenario.today ?? today).iso,
      ] + scenario.clock,
      input: (played.typed + ["/draft all"]).map { $0 + "\n" }.joined())
    #expect(run.code == 0)
    #expect(run.errors == "")
    for draft in played.conversation.drafts { #expect(run.output.contains(draft.text)) }
    for said in played.said { #expect(run.output.contains(said.trimmed)) }
  }

  static func scenario(_ name: String) throws -> Scenario {
    try Scenario(
      file: name, text: try TestPacks.text(at: "\(TestPacks.shipped)/scenarios/\(name)"))
  }
}

extension Scenario {
  /// The option that sets the clock to the scenario's time, if it has one.
  var clock: [String] { minute.map { ["--now", TimeAnswer.literal(Double($0))] } ?? [] }
}
