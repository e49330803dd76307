import Foundation
import Support
import Testing

/// Drafting in bulk, with one JSON object a line in and out.
struct DraftTests {
  static let command = ["draft"] + PipeTests.streetTree + ["--today", "2026-11-16"]

  private func replies(
    to lines: String..., with options: [String] = []
  ) throws -> [[String: Any]] {
    let run = try Program.run(Self.command + options, input: lines.map { $0 + "\n" }.joined())
    #expect(run.code == 0)
    #expect(run.errors == "")
    return try run.output.split(separator: "\n").map { line in
      try #require(
        try JSONSerialization.jsonObject(with: Data(line.utf8)) as? [String: Any])
    }
  }

  @Test func `A line of answers gives a line with the letter`() throws {
    let reply = try #require(
      try replies(
        to: """
          {"id": "case-1", "answers": {"tree.place": "by the gate", "tree.leaning": false, "tree.harm": ["fungus", "split"]}}
          """
      ).first)
    #expect(reply["id"] as? String == "case-1")
    #expect(reply["finished"] as? Bool == true)
    #expect(reply["outcomes"] as? [String] == ["fence-it-off"])
    #expect((reply["gaps"] as? [Any])?.isEmpty == true)
    #expect(
      reply["letters"] as? [[String: String]] == [
        [
          "letter": "tree-officer",
          "text":
            "To the tree officer\n\nWhere: by the gate\nLeaning: no\nSeen: A split in the trunk and Fungus at the foot\n\nPlease come today.",
        ]
      ])
  }

  @Test func `Copies without names have none in their gaps either`() throws {
    let lines =
      #"{"answers": {"tree.place": "by Kim's gate", "tree.leaning": {"to-find-out": "Lee"}}}"#
    let reply = try #require(try replies(to: lines, with: ["--pseudonymised"]).first)
    let text = try #require((reply["letters"] as? [[String: String]])?.first?["text"])
    #expect(text.hasPrefix("PSEUDONYMISED COPY"))
    #expect(text.contains("Where: by [name]'s gate\nLeaning: [to find out from [name]]\n"))
    let gaps = try #require(reply["gaps"] as? [[String: String]])
    #expect(gaps.first?["gap"] == "[to find out from [name]]")
  }

  @Test func `Every state without an answer, and every missing answer, is a gap in words`() throws {
    let reply = try #require(
      try replies(
        to: """
          {"answers": {"tree.place": {"to-find-out": "Kim"}, "tree.leaning": {"not-known": true}}}
          """
      ).first)
    #expect(reply["finished"] as? Bool == false)
    let gaps = try #require(reply["gaps"] as? [[String: String]])
    #expect(
      gaps == [
        ["question": "tree.place", "gap": "[to find out from Kim]"],
        ["question": "tree.leaning", "gap": "[not known]"],
        ["question": "tree.harm", "gap": "[not asked yet]"],
      ])
  }

  @Test(arguments: [
    "nonsense", "[]", "3", "{}", "{\"answers\": 3}", "{\"answers\": {\"tree.place\": {\"x\": 1}}}",
    "{\"answers\": {}, \"today\": \"soon\"}", "{\"answers\": {\"tree.place\": [1]}}",
  ])
  func `An invalid line gets an error in its place, and the other lines are drafted`(_ bad: String)
    throws
  {
    let good = "{\"answers\": {\"tree.place\": \"here\"}}"
    let all = try replies(to: good, bad, "", good)
    #expect(all.count == 3)
    #expect(all[0]["error"] == nil)
    #expect(all[1]["error"] is String)
    #expect(all[2]["letters"] != nil)
  }

  @Test func `Answers that fit nothing are named and not used`() throws {
    let reply = try #require(
      try replies(
        to: """
          {"answers": {"tree.place": "here", "tree.leaning": "perhaps", "tree.harm": ["gone"], "tree.age": 3}}
          """
      ).first)
    #expect(reply["unknown"] as? [String] == ["tree.age", "tree.harm", "tree.leaning"])
    #expect(reply["finished"] as? Bool == false)
  }

  @Test func `An absent optional answer counts as skipped`() throws {
    let run = try Program.run(
      ["draft", "--dialogues", TestPacks.withoutRules, "--today", "2026-11-16"],
      input: """
        {"answers": {"safety.danger-now": false, "own-account.now": "x", "own-account.happened": "x", "child.age": 14, "gate.picks": [], "way.choice": "signs-first", "warning-signs.noticed": ["cars"], "warning-signs.noticed[cars].account.text": "x", "warning-signs.noticed[cars].account.basis": "saw", "warning-signs.noticed[cars].account.when": "x", "warning-signs.noticed[cars].explained": "not-explained"}}

        """)
    #expect(run.output.contains("\"question\":\"referral.basis\""))
    #expect(!run.output.contains("account.words"))
  }
}
