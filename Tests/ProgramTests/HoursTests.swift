import Foundation
import Support
import Testing

/// Opening hours of a local file, at the time of the conversation.
struct HoursTests {
  private static let pack = """
    pack: street-tree
    title: A tree that worries you
    version: "1"
    entry: tree
    local:
      fields:
        hours:
          label: when the tree office is open
          gap: none
          type: hours

    """
  private static let tree = """
    dialogue: tree
    steps:
      - ask: place
        text: Where is it?
        answer: text
      - say: ring
        text: Ring the office.
        when: local.hours is open for 30 minutes
      - say: wait
        text: The office is shut.
        when: not (local.hours is open)
      - conclude: done
        outcome: done

    """
  private static let outcomes =
    "outcomes:\n  done:\n    kind: chart\n    text: Done.\n    letters: [tree-officer]\nunfinished: [tree-officer]\n"

  private func use(_ more: [String: String], _ body: ([String]) throws -> Void) throws {
    let files = [
      "pack.yaml": Self.pack, "tree.yaml": Self.tree, "outcomes.yaml": Self.outcomes,
      "letters/tree-officer.md": "Where: <<tree.place>>\n",
    ]
    try withTreePack(files.merging(more) { $1 }) { arguments in
      let pack = URL(fileURLWithPath: arguments[1]).appendingPathComponent("street-tree")
      for path in ["vocabularies", "scenarios/a-split-trunk.scenario"] {
        try FileManager.default.removeItem(at: pack.appendingPathComponent(path))
      }
      try body(arguments)
    }
  }

  private func scenario(_ day: String, _ time: String, _ said: String) -> String {
    """
    # The office, on \(day) at \(time).
    today: \(day)
    time: \(time)
    local:
      holidays:
        - 2026-12-25
      fields:
        hours: Monday to Friday 8:45 to 17:00
    tree.place: by the gate
    => said "\(said)"

    """
  }

  @Test func `Scenarios are played at their own time, with their own hours and holidays`() throws {
    try use([
      "scenarios/open.scenario": scenario("2026-12-24", "16:29", "Ring the office."),
      "scenarios/shut.scenario": scenario("2026-12-24", "17:00", "The office is shut."),
      "scenarios/holiday.scenario": scenario("2026-12-25", "12:00", "The office is shut."),
    ]) { arguments in
      let run = try Program.run(["test"] + arguments)
      #expect(run.code == 0, "\(run.errors)")
      #expect(run.output.hasPrefix("3 scenarios passed.\n"))
    }
  }

  @Test func `A rule that is broken only while the office is open is printed with its hours`()
    throws
  {
    let rules = "rules:\n  - rule: Nobody is told to ring\n    never: tree.ring is said\n"
    try use(["safety-rules.yaml": rules]) { arguments in
      let run = try Program.run(["check"] + arguments.prefix(2) + ["--today", "2026-12-25"])
      #expect(run.code == 1)
      let said = run.output + run.errors
      #expect(said.contains("time: 12:00\n"), "\(said)")
      #expect(said.contains("hours: \"always\"\n"), "\(said)")
    }
  }

  @Test func `The chat goes by the time it is, and without a time by what is certain`() throws {
    try use([:]) { arguments in
      let file = "\(arguments[1])/mine.yaml"
      let local = "local: street-tree\nchecked-on: 2026-11-02\nfields:\n  hours: daily 9am to 5pm\n"
      try Data(local.utf8).write(to: URL(fileURLWithPath: file))
      for (now, said) in [
        (["--now", "12:00"], "Ring the office."), (["--now", "17:00"], "The office is shut."),
        ([], "The office is shut."),
      ] {
        let run = try Program.run(
          arguments + ["--local", file] + now, input: "here\nquit\n")
        #expect(run.output.contains(said), "\(now): \(run.output)\(run.errors)")
      }
    }
  }
}
