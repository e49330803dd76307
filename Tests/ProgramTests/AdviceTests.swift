import DialogueModel
import Foundation
import Support
import Testing

@testable import DialogueEngine

/// Advice on the wording of people's own answers, given after a draft.
struct AdviceTests {
  static let rules = """
    wording:
      instead:
        shabby: say what you saw
        shabby old tree: give its kind
        won't grow: say what has been tried
    """

  /// The advice given after these lines.
  private func advice(_ lines: String...) throws -> [String] {
    var found: [String] = []
    try withTreePack(["wording.yaml": Self.rules]) { arguments in
      let run = try Program.run(arguments, input: lines.map { $0 + "\n" }.joined())
      found = run.output.split(separator: "\n").filter { $0.hasPrefix("Look again at") }.map(
        String.init)
    }
    return found
  }

  private func line(_ words: String, _ advice: String) -> String {
    "Look again at “\(words)”. Instead: \(advice). To change it, type change 1; or just go on."
  }

  @Test func `Advice comes after a draft, one line each time, and never twice for the same words`()
    throws
  {
    let answer = "A Shabby fence by a shabby old tree that won’t grow"
    #expect(try advice(answer, "no") == [])
    let first = line("shabby", "say what you saw")
    let second = line("shabby old tree", "give its kind")
    let third = line("won't grow", "say what has been tried")
    #expect(try advice(answer, "draft") == [first])
    #expect(try advice(answer, "draft", "draft", "draft", "draft") == [first, second, third])
    // The end shows a draft as well.
    #expect(try advice(answer, "no", "none", "draft") == [first, second])
    #expect(try advice(answer, "draft led-note") == [])
  }

  @Test func `Advice changes nothing, and an answer that was changed gets none`() throws {
    #expect(try advice("a shabby lane", "change 1", "a lane with a broken wall", "draft") == [])
    try withTreePack(["wording.yaml": Self.rules]) { arguments in
      let run = try Program.run(arguments, input: "a shabby lane\nno\nnone\n")
      #expect(run.output.contains("Where: a shabby lane\n"))
      let bulk = try Program.run(
        ["draft"] + arguments, input: #"{"answers": {"tree.place": "a shabby lane"}}"# + "\n")
      #expect(bulk.output.contains("a shabby lane") && !bulk.output.contains("Instead"))
    }
  }

  @Test(arguments: [
    #"She said "it is shabby" and left"#, "He says “a shabby place”, no more", "'a shabby place'",
    "They call it 'the shabby lane' here", "‘shabby’, he said",
    #"the end is open: "shabby, I think"#,
    "»shabby«", "the sign reads “shabby\nlane”",
  ])
  func `Text in quotation marks gets no advice`(_ answer: String) throws {
    #expect(!answer.withoutQuotations.contains("shabby"))
    #expect(answer.withoutQuotations.count == answer.count)
  }

  @Test(arguments: [
    ("the girls' shabby lane and the boys' gate", "the girls' shabby lane and the boys' gate"),
    ("it's shabby, isn’t it", "it's shabby, isn't it"), ("'tis shabby", "'tis shabby"),
    ("\"a\" shabby \"b\"", "    shabby    "), ("rock 'n' shabby", "rock     shabby"),
    ("", ""), ("'", "'"), ("\"", " "),
  ])
  func `Text outside quotation marks is kept, apostrophes included`(_ text: String, _ left: String)
  {
    #expect(text.withoutQuotations == left)
  }

  @Test(arguments: [
    ("a shabby thing", false), ("\"a shabby thing\"", false), ("'a shabby thing'", false),
    ("He was shabby and said \"go\"", true), ("\"go\", he said, and \"shabby\"", false),
  ])
  func
    `In an answer meant to be someone's own words, only text outside quotation marks is checked`(
      _ answer: String, _ isTold: Bool
    ) throws
  {
    let tree = try TestPacks.text(at: "\(TestPacks.streetTree)/tree.yaml")
      .replacing("stand?\n    answer: text", with: "stand?\n    answer: text\n    quoted: yes")
    #expect(tree.contains("quoted"))
    try withTreePack(["wording.yaml": Self.rules, "tree.yaml": tree]) { arguments in
      let run = try Program.run(arguments, input: answer + "\ndraft\n")
      #expect(run.output.contains("Look again at") == isTold)
    }
  }
}
