import Foundation
import Support
import Testing

/// The glossary, looked up in the chat and by a command.
struct GlossaryTests {
  static let files = [
    "glossary.yaml": """
    glossary:
      TPO:
        means: a tree preservation order
        also: [preservation order]
        source: act
      crown:
        means: all branches and leaves
      crown lifting:
        means: taking off the lowest branches
    """,
    "pack.yaml": """
    pack: street-tree
    title: A tree that worries you
    version: "1"
    entry: tree
    sources:
      act:
        title: An act
        date: "1990"
    """,
  ]
  static let order = "TPO: a tree preservation order (An act)"
  static let crown = "crown: all branches and leaves"
  static let lifting = "crown lifting: taking off the lowest branches"

  private func ask(_ asked: String, inChat: Bool) throws -> (said: String, code: Int32) {
    var result = (said: "", code: Int32(0))
    try withTreePack(Self.files) { arguments in
      guard inChat else {
        let run = try Program.run(
          ["glossary"] + asked.split(separator: " ").map(String.init) + arguments)
        result = (run.output + run.errors, run.code)
        return
      }
      let run = try Program.run(arguments, input: "glossary \(asked)\nquit\n")
      let turns = run.output.components(separatedBy: "\n> ")
      let said = turns.indices.contains(1) ? turns[1].components(separatedBy: "\n\n") : []
      result = (said.dropFirst().dropLast().joined(separator: "\n\n") + "\n", 0)
    }
    return result
  }

  @Test(arguments: [
    ("TPO", order, true), ("tpo", order, true), ("preservation  order?", order, true),
    ("crown", crown, true), ("Crown Lifting", lifting, true),
    ("", "\(order)\n\(crown)\n\(lifting)", true),
    ("TOP", "The glossary has no “TOP”. Did you mean TPO?", false),
    ("TPA", "The glossary has no “TPA”. Did you mean TPO?", false),
    ("crwon liftng", "The glossary has no “crwon liftng”. Did you mean crown lifting?", false),
    ("lifting", "The glossary has no “lifting”. Did you mean crown lifting?", false),
    ("order", "The glossary has no “order”. Did you mean TPO?", false),
    ("x", "The glossary has no “x”. Type glossary to see them all.", false),
  ])
  func `The glossary finds a term, its other names, near misses, or everything`(
    _ asked: String, _ said: String, _ isFound: Bool
  ) throws {
    let command = try ask(asked, inChat: false)
    #expect(command.said == said + "\n")
    #expect(command.code == (isFound ? 0 : 1))
    #expect(try ask(asked, inChat: true).said == said + "\n")
  }

  @Test func `A pack without a glossary says so`() throws {
    let run = try Program.run(["glossary", "TPO"] + PipeTests.streetTree)
    #expect(run == Outcome(output: "", errors: "There is no glossary here.\n", code: 1))
  }

  @Test func `Tab completes a term`() throws {
    try withTreePack(Self.files) { arguments in
      let terminal = try PseudoTerminal(arguments)
      try terminal.expect("> ")
      terminal.type("glossary t" + Key.tab + Key.enter)
      try terminal.expect(Self.order)
    }
  }
}
