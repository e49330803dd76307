import Foundation
import Support
import Testing

/// The letters of the shipped pack, addressed from its example local file.
struct AddressTests {
  private func drafts(_ answers: String) throws -> String {
    let run = try Program.run(
      [
        "draft", "--dialogues", TestPacks.withoutRules, "--today", "2026-11-16", "--local",
        "\(TestPacks.shipped)/local.example.yaml",
      ], input: #"{"answers": {"safety.danger-now": false, \#(answers)}}"# + "\n")
    #expect(run.code == 0, "\(run.errors)")
    return run.output
  }

  @Test func `A council's letters are addressed to it and to its police force`() throws {
    let letters = try drafts(
      #"""
      "own-account.now": "x", "gate.picks": ["assault", "staff"], "way.choice": "refer-now", "referral.child": "Theo Grant", \#
      "referral.council": "eastmere"
      """#.replacing("\\\n", with: ""))
    for words in [
      "To: Eastmere children's social care, 01632 960011",
      "To: Northshire Police, 101, and ask for the exploitation desk", "From: Alex Marsh",
    ] { #expect(letters.contains(words), "\(words)") }
    #expect(!letters.contains("It is not a letter"))
  }

  @Test func `If no child can be identified, the conversation asks for the police force`() throws {
    let letters = try drafts(
      #""own-account.now": "x", "child.age": {"not-known": true}, "gate.picks": ["crime"], "referral.child": {"not-known": true}, "referral.findable": false, "referral.force": "railway""#
    )
    #expect(letters.contains("To: The railway police, 101, and ask for the railway police"))
  }

  @Test func `If the council is unknown, no letter goes to a police desk`() throws {
    let letters = try drafts(
      #""own-account.now": "x", "gate.picks": ["assault"], "way.choice": "refer-now", "referral.council": {"not-known": true}"#
    )
    #expect(letters.contains("Do not send it: no police address is known for it"))
    #expect(!letters.contains("EXPLOITATION: report to the police"))
  }

  @Test func `The LADO is that of the council where the adult works`() throws {
    let lines = [
      "no", "at home", "A coach texts her.", "", "13", "staff", "coach", "none", "northby",
      "Monday at six", "quit",
    ]
    let run = try Program.run(
      [
        "--dialogues", TestPacks.withoutRules, "--today", "2026-11-16", "--local",
        "\(TestPacks.shipped)/local.example.yaml",
      ], input: lines.map { $0 + "\n" }.joined())
    #expect(run.output.contains("The LADO there, in Northby: 01632 960003"))
  }
}
