import Foundation
import Support
import Testing

/// How the service ends, and that its output has nothing except replies.
struct ServeEndTests {
  @Test func `A signal while the service waits ends it with exit code 0`() throws {
    let service = try OpenService()
    #expect(try service.ask("conversation/start")["result/conversation"].text != nil)
    #expect(try service.finish(by: SIGTERM) == 0)
  }

  @Test func `The service ends quietly when its reader has gone`() throws {
    let run = try Program.run(
      [
        "-c", "yes \"$0\" | \"$@\" | head -n 1; echo ${PIPESTATUS[1]}", ServeTests.describe,
        Program.path, "serve",
      ] + Served.streetTree, program: "/bin/bash")
    let lines = run.output.split(separator: "\n")
    #expect(try Served.reply(try #require(lines.first))["id"] == 7)
    #expect(lines.dropFirst() == ["0"])
    #expect(run.errors == "")
  }

  @Test func `Empty input ends the service normally`() throws {
    #expect(
      try Program.run(["serve"] + Served.streetTree) == Outcome(output: "", errors: "", code: 0))
  }

  @Test func `A pack with errors is not served`() throws {
    let tree = try TestPacks.text(at: "\(TestPacks.streetTree)/tree.yaml")
    try withTreePack(["tree.yaml": tree + "  - say: hello\n"]) { arguments in
      let run = try Program.run(["serve"] + arguments, input: ServeTests.describe + "\n")
      #expect(run.code == 1)
      #expect(run.output == "")
      #expect(run.errors.hasPrefix("tree.yaml:34:5: a say needs `text:`\n"))
    }
  }

  @Test(arguments: [
    ["--max-line", "0"], ["--max-batch", "-1"], ["--max-nesting", "1025"], ["--idle-seconds", "x"],
  ])
  func `An invalid limit is wrong usage`(_ option: [String]) throws {
    let run = try Program.run(["serve"] + Served.streetTree + option)
    #expect(run.code == 2)
    #expect(run.output == "")
    #expect(!run.errors.isEmpty)
  }

  @Test func `Thousands of requests at once are answered in their order`() throws {
    let count = 5000
    let lines = try (1...count).map { number in
      try Served.request("conversation/start", id: .number(Double(number)))
    }
    let replies = try Served.replies(to: lines, Served.streetTree + ["--max-conversations", "10"])
    #expect(replies.map { $0["id"] } == (1...count).map { .number(Double($0)) })
    #expect(Set(replies.compactMap { $0["result/conversation"].text }).count == count)
  }
}
