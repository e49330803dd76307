import Foundation
import Support
import Testing

/// The output of the check, and the commands that refuse a pack with faults.
struct CheckTests {
  /// The street tree pack with a path that ends without an outcome.
  static var broken: CheckedPack {
    get throws {
      var files = Dictionary(
        uniqueKeysWithValues: try FileManager.default.subpathsOfDirectory(
          atPath: TestPacks.streetTree
        ).filter { $0.contains(".") }.map {
          ($0, try TestPacks.text(at: "\(TestPacks.streetTree)/\($0)"))
        })
      files["tree.yaml"] = files["tree.yaml"]?.replacing(
        "otherwise: look-again", with: "otherwise: end")
      return CheckedPack(files: files)
    }
  }

  private func withBroken(_ body: (_ folder: String) throws -> Void) throws {
    let folder = FileManager.default.temporaryDirectory.appendingPathComponent(UUID().uuidString)
    defer { try? FileManager.default.removeItem(at: folder) }
    try Self.broken.write(to: folder.appendingPathComponent("street-tree"))
    try body(folder.path)
  }

  @Test func `A diagnostic for people says where, what, what to do and how to learn more`()
    throws
  {
    try withBroken { folder in
      let run = try Program.run(["check", "--dialogues", folder])
      #expect(run.code == 1)
      #expect(run.errors == "")
      #expect(run.output.contains("/street-tree/tree.yaml:18:13: a conversation can end here"))
      #expect(run.output.contains("\n    - choose: which-way\n              ^\n"))
      #expect(run.output.contains("\n  conclude one before it ends\n"))
      #expect(run.output.contains("\n  (error: curious check --explain dead-end)\n"))
      #expect(run.output.hasSuffix("/street-tree: 1 error.\n"))
    }
  }

  @Test func `The same diagnostic is available to code hosts as SARIF 2_1_0`() throws {
    try withBroken { folder in
      let run = try Program.run(["check", "--dialogues", folder, "--format", "sarif"])
      let log = try #require(
        try JSONSerialization.jsonObject(with: Data(run.output.utf8)) as? [String: Any])
      #expect(log["version"] as? String == "2.1.0")
      let part = try #require((log["runs"] as? [[String: Any]])?.first)
      let results = try #require(part["results"] as? [[String: Any]])
      #expect(results.map { $0["ruleId"] as? String } == ["dead-end"])
      let tool = part["tool"] as? [String: [String: Any]]
      let rules = tool?["driver"]?["rules"] as? [[String: Any]]
      #expect(rules?.contains { $0["id"] as? String == "dead-end" } == true)
    }
  }

  @Test func `A pack with an error starts no conversation, and the error is named`() throws {
    try withBroken { folder in
      for command in ["chat", "draft"] {
        let run = try Program.run([command, "--dialogues", folder], input: "Hill Lane\n")
        #expect(run.code == 1)
        #expect(run.errors.contains("tree.yaml:18:13: a conversation can end here without"))
        #expect(run.errors.hasSuffix("The pack has 1 problem and can't be used yet.\n"))
        #expect(!run.output.contains("lean"))
      }
    }
  }
}
