import Support
import Testing

/// The approval of a pack, as shown under the banner, in a letter and in the checker's warnings.
struct ApprovalTests {
  private func withApproval(_ body: ([String]) throws -> Void) throws {
    let pack = try TestPacks.text(at: "\(TestPacks.streetTree)/pack.yaml")
    try withTreePack([
      "pack.yaml": pack
        + "approved-by: Ash Vale, tree officer\napproved-on: 2026-11-02\nreview-by: 2027-11-01\n",
      "letters/tree-officer.md":
        try TestPacks.text(at: "\(TestPacks.streetTree)/letters/tree-officer.md")
        + "footer: <<approval>>\n",
    ]) { try body(Array($0.dropLast(2))) }
  }

  @Test(arguments: [
    (
      "2027-11-01",
      "Questions and letters approved by Ash Vale, tree officer on Monday 2 November 2026. They are to be checked again by Monday 1 November 2027."
    ),
    (
      "2027-11-02",
      "Questions and letters approved by Ash Vale, tree officer on Monday 2 November 2026. They were to be checked again by Monday 1 November 2027: ask Ash Vale, tree officer whether they can still be used."
    ),
  ])
  func `The banner and the letter say who approved the pack, and whether that still holds`(
    _ today: String, _ words: String
  ) throws {
    try withApproval { arguments in
      let run = try Program.run(
        arguments + ["--today", today], input: "here\ndraft\nquit\n")
      #expect(run.output.hasPrefix("A place to report a tree.\n\(words)\n\n"))
      #expect(run.output.contains("Seen: [not asked yet]\n\n\(words)\n\n-----"))
      let check = try Program.run(
        ["check", "street-tree"] + arguments + ["--today", today, "--format", "json"])
      let isPast = today > "2027-11-01"
      #expect(check.code == 0)
      #expect(check.output.contains("source-review") == isPast)
      #expect(check.output.contains("the pack was to be approved again by 2027-11-01") == isPast)
      #expect(check.output.contains("\"line\":9") == isPast)
    }
  }

  @Test func `An approval names the digest that it is for, and a pack changed since says so`()
    throws
  {
    let pack = try TestPacks.text(at: "\(TestPacks.streetTree)/pack.yaml")
    let digest = try digest(of: ["pack.yaml": pack])
    let approved =
      pack + "approved-by: Ash Vale, tree officer\napproved-on: 2026-11-02\nreview-by: 2027-11-01\n"
    let named = approved + "approved-digest: \(digest)\n"
    // Who approved it changes nothing in the digest.
    #expect(try self.digest(of: ["pack.yaml": named]) == digest)
    let tree = try TestPacks.text(at: "\(TestPacks.streetTree)/tree.yaml")
    for (files, words) in [
      (["pack.yaml": named], "to be checked again by"),
      (
        ["pack.yaml": named, "tree.yaml": tree + "# a word\n"],
        "and changed since: ask Ash Vale, tree officer whether"
      ),
      (["pack.yaml": approved, "tree.yaml": tree + "# a word\n"], "to be checked again by"),
    ] {
      try withTreePack(files) { arguments in
        let run = try Program.run(arguments, input: "")
        #expect(run.output.contains(words))
      }
    }
  }

  private func digest(of files: [String: String]) throws -> String {
    var digest = ""
    try withTreePack(files) { arguments in
      let run = try Program.run(["check", "--digest"] + arguments.prefix(2), input: "")
      digest = String(run.output.split(separator: " ").last?.dropLast() ?? "")
    }
    #expect(digest.count == 64)
    return digest
  }

  @Test func `A pack without an approval does not claim to have one`() throws {
    let run = try Program.run(PipeTests.streetTree, input: "")
    #expect(
      run.output.hasPrefix(
        "A place to report a tree.\nQuestions and letters not yet approved for real use.\n\n"))
  }
}
