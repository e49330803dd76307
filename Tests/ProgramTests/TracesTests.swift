import DialogueModel
import Foundation
import Scenarios
import Support
import Testing

/// The traces of a conversation: without a yes it leaves no file, and no name where others can see it.
struct TracesTests {
  static let strace = "/usr/bin/strace"

  @Test(
    .enabled(if: FileManager.default.isExecutableFile(atPath: strace), "strace is not installed"))
  func `A whole conversation writes no file and shows no name in an argument or the environment`()
    throws
  {
    let scenario = try ScenarioTests.scenario("picked-up-by-car.scenario")
    let today = try #require(ScenarioTests.today)
    let played = scenario.play(try ScenarioTests.script.get(), today: today)
    let trace = FileManager.default.temporaryDirectory.appendingPathComponent(UUID().uuidString)
    defer { try? FileManager.default.removeItem(at: trace) }
    let home = FileManager.default.temporaryDirectory.appendingPathComponent(UUID().uuidString)
    try FileManager.default.createDirectory(at: home, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(at: home) }
    let terminal = try PseudoTerminal(
      ["--dialogues", TestPacks.withoutRules, "--today", (scenario.today ?? today).iso]
        + ["--no-save"] + scenario.clock, environment: ["HOME": home.path],
      through: [
        Self.strace, "-f", "-qq", "-v", "-s", "4096", "-o", trace.path, "-e",
        "trace=%file,%process,ftruncate,memfd_create",
      ])
    for line in played.typed + ["review", "change 2", "", "clear", "draft", "quit"] {
      try terminal.expect("> ")
      terminal.type(line + Key.enter)
    }
    #expect(terminal.finish() == 0)
    #expect(terminal.output.contains("Tasha Reed"))
    let calls = try TestPacks.text(at: trace.path).split(separator: "\n").map(String.init)
    #expect(calls.contains { $0.contains("execve(") })
    for call in calls {
      #expect(!call.contains("Tasha") && !call.contains("Dean"), "\(call)")
      let writes = ["O_WRONLY", "O_RDWR", "O_CREAT"].contains { call.contains($0) }
      let changes = ["rename", "unlink", "mkdir", "link(", "truncate", "memfd_create", "mknod"]
        .contains { call.contains("\($0)") }
      let toTerminal = call.contains("\"/dev/tty\"") || call.contains("\"/dev/pts/")
      #expect(!writes || toTerminal, "\(call)")
      #expect(!changes || call.contains("readlink"), "\(call)")
    }
    #expect(try FileManager.default.contentsOfDirectory(atPath: home.path) == [])
  }
}
