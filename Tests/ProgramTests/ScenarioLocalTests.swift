import Foundation
import Support
import Testing

/// Scenarios with a local file of their own, and rules that break only with one.
struct ScenarioLocalTests {
  static let files = [
    "pack.yaml": """
    pack: street-tree
    title: A tree that worries you
    version: "1"
    entry: tree
    local:
      fields:
        officer:
          label: the tree officer
          gap: none
      lists:
        gardeners:
          fields:
            phone:
              label: telephone
              gap: none

    """,
    "tree.yaml": """
    dialogue: tree
    steps:
      - ask: gardener
        text: Who looks after it?
        answer: one of gardeners
      - say: officer
        text: Ask <<local.officer>>.
        when: local.officer is known
      - say: write
        text: Write to them.
        when: gardener.phone is unknown
      - conclude: done
        outcome: done

    """,
    "outcomes.yaml":
      "outcomes:\n  done:\n    kind: chart\n    text: Done.\n    letters: [tree-officer]\nunfinished: [tree-officer]\n",
    "letters/tree-officer.md": "Gardener: <<tree.gardener>>\n",
  ]

  private func use(_ more: [String: String], _ body: ([String]) throws -> Void) throws {
    try withTreePack(Self.files.merging(more) { $1 }) { arguments in
      let pack = URL(fileURLWithPath: arguments[1]).appendingPathComponent("street-tree")
      for path in ["vocabularies", "scenarios/a-split-trunk.scenario"] {
        try FileManager.default.removeItem(at: pack.appendingPathComponent(path))
      }
      try body(arguments)
    }
  }

  @Test func `A scenario is played with its own local lines, and with no others`() throws {
    let with = """
      # With a local file.
      local:
        fields:
          officer: Ash Vale
        lists:
          gardeners:
            green:
              label: Green and Sons
      tree.gardener: green
      => said "Ask Ash Vale."
      => said "Write to them."

      """
    let without = "# Without.\n=> not asked: tree.gardener\n=> outcome done\n"
    try use(["scenarios/with.scenario": with, "scenarios/without.scenario": without]) { arguments in
      let run = try Program.run(["test"] + arguments)
      #expect(run.code == 0, "\(run.errors)")
      #expect(run.output.hasPrefix("2 scenarios passed.\n"))
      let check = try Program.run(["check"] + arguments.prefix(2))
      #expect(check.code == 0, "\(check.output)")
    }
  }

  @Test(arguments: [
    (
      "local:\n  fields:\n    oficer: Ash\n",
      "wrong.scenario:4:5: the pack has no local field `oficer`"
    ),
    (
      "local:\n  feilds:\n    officer: Ash\n",
      "wrong.scenario:3:3: `local:` of a scenario can't have"
    ),
    ("local:\n  fields: [\n", "wrong.scenario:4:1: this line can't be read"),
    ("local:\n  fields:\n    officer: Ash\nlocal:\n", "wrong.scenario:5:1: a second `local:`"),
  ])
  func `A fault in a scenario's local lines is reported at its place`(
    _ lines: String, _ fault: String
  ) throws {
    try use(["scenarios/wrong.scenario": "# Wrong.\n\(lines)"]) { arguments in
      let run = try Program.run(["test"] + arguments)
      #expect(run.code == 1)
      #expect(run.errors.contains(fault), "\(run.errors)")
      let check = try Program.run(["check"] + arguments.prefix(2))
      #expect(check.output.contains(fault), "\(check.output)")
    }
  }

  @Test(arguments: [
    ("never: tree.officer is said", "local:\n  fields:\n    officer: \"an answer\"\n"),
    ("never: tree.write is said", "local:\n  lists:\n    gardeners:\n"),
  ])
  func `A rule that breaks only with a local file is shown with one, and the scenario runs`(
    _ rule: String, _ lines: String
  ) throws {
    let rules = ["safety-rules.yaml": "rules:\n  - rule: A rule\n    \(rule)\n"]
    var printed = ""
    try use(rules) { arguments in
      let run = try Program.run(["check"] + arguments.prefix(2))
      #expect(run.code == 1)
      let block = run.output.components(separatedBy: "  this one:\n").last ?? ""
      printed = block.components(separatedBy: "\n").prefix { $0.hasPrefix("    ") }
        .map { String($0.dropFirst(4)) + "\n" }.joined()
    }
    #expect(printed.contains("\n\(lines)"), "\(printed)")
    try use(rules.merging(["scenarios/broken.scenario": printed]) { $1 }) { arguments in
      let run = try Program.run(["test"] + arguments)
      #expect(run.output.hasPrefix("1 scenario passed.\n"), "\(run.errors)")
    }
  }
}
