import DialogueCompiler
import DialogueModel
import Scenarios
import Support
import Testing

@testable import DialogueChecker

/// Rules about opening hours are proved for every local file, and broken with hours that the engine is open at.
struct HoursRuleTests {
  private static let shape = """
    local:
      fields:
        hours:
          label: hours
          gap: none
          type: hours
      lists:
        builders:
          fields:
            desk:
              label: desk
              gap: none
              type: hours
            town:
              label: town
              gap: none
              item-of: towns
        towns:
          fields:
            permits:
              label: permits
              gap: none
              type: hours

    """

  private static let visit = """
    dialogue: visit
    steps:
      - ask: builder
        text: Which builder?
        answer: one of builders
      - say: office
        text: Ring the office.
        when: local.hours is open
      - say: closing
        text: Ring now.
        when: local.hours is open and local.hours is not open for 60 minutes
      - say: desk
        text: Go to the desk.
        when: builder.desk is open for 2 hours
      - say: permits
        text: Ask for a permit.
        when: builder.town.permits is open
      - conclude: done
        outcome: done

    """

  private static let rules: [(String, String)] = [
    ("when: local.hours is open\n    always: visit.office is said", "proved"),
    ("when: local.hours is open for 60 minutes\n    always: visit.office is said", "proved"),
    ("when: local.hours is open\n    always: visit.closing is said", "broken"),
    ("when: local.hours is unknown\n    never: visit.office is said", "proved"),
    ("when: local.hours is known\n    always: visit.office is said", "broken"),
    // Twenty minutes are named by no step, only by the rule.
    (
      "when: local.hours is open for 20 minutes\n    never: visit.closing is said",
      "broken"
    ),
    ("when: visit.builder.desk is open for 2 hours\n    always: visit.desk is said", "proved"),
    ("when: visit.builder.desk is open\n    always: visit.desk is said", "broken"),
    ("when: visit.builder.desk is unknown\n    never: visit.desk is said", "proved"),
    ("when: visit.builder.town.permits is open\n    always: visit.permits is said", "proved"),
    ("when: visit.builder.desk is open\n    never: visit.permits is said", "broken"),
    // The time that only a letter names.
    ("when: visit.builder.desk is open\n    always: part late of letter note", "broken"),
    (
      "when: visit.builder.desk is open for 5 minutes\n    always: part late of letter note",
      "proved"
    ),
  ]

  @Test(arguments: rules)
  func `Opening hours may be of any kind, or absent`(_ rule: String, _ expected: String) throws {
    let pack = PackFiles(
      try TestPacks.whole(
        [
          SourceFile(path: "visit.yaml", text: Self.visit),
          SourceFile(
            path: "outcomes.yaml",
            text: "outcomes:\n  done:\n    kind: chart\n    text: Done.\n    letters: [note]\n"
              + "unfinished: [note]\n"),
          SourceFile(path: "safety-rules.yaml", text: "rules:\n  - rule: A rule\n    \(rule)\n"),
          SourceFile(
            path: "letters/note.md",
            text: """
              A note.
              <<part: late>>
              <<when: visit.builder.desk is open for 5 minutes>>
              Ring them.
              <<end>>
              <<end>>

              """),
        ], entry: "visit", pack: Self.shape))
    let (script, plain) = (PackReading(pack, local: .standIn), PackReading(pack))
    #expect(script.problems.filter { !$0.code.isWarning } == [])
    #expect(plain.problems.filter { !$0.code.isWarning } == [])
    let today = try #require(CivilDate(iso: "2026-11-15"))
    let checker = Checker(
      try #require(script.script), playing: plain.script,
      reading: { lines, file throws(Diagnostics) in try pack.script(localLines: lines, in: file) },
      today: today)
    #expect(checker.lookingAtWays().problems.filter { !$0.code.isWarning } == [])
    switch try #require(checker.prove().first).finding {
    case .broken(let text):
      #expect(expected == "broken", "\(text)")
      let scenario = try Scenario(file: "broken.scenario", text: text)
      #expect(scenario.local != nil && scenario.minute == 720, "\(text)")
      let script = try scenario.script(try #require(plain.script)) {
        lines, file throws(Diagnostics) in try pack.script(localLines: lines, in: file)
      }
      #expect(scenario.play(script, today: today).faults == [], "\(text)")
    case .proved: #expect(expected == "proved")
    case let other: Issue.record("\(other)")
    }
  }
}
