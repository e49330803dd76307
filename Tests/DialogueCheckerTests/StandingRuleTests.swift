import DialogueCompiler
import DialogueModel
import Support
import Testing

@testable import DialogueChecker

/// Safety rules about standing lines, at the end and at every point.
struct StandingRuleTests {
  static let files = [
    SourceFile(
      path: "visit.yaml",
      text: """
        dialogue: visit
        steps:
          - ask: gas
            text: Gas?
            answer: yes-no
          - conclude: leak
            outcome: ring
            when: gas is yes
          - ask: damp
            text: Damp?
            answer: yes-no
          - ask: rung
            text: Rung?
            answer: yes-no
            when: gas is yes
          - conclude: done
            outcome: done

        """),
    SourceFile(
      path: "outcomes.yaml",
      text: """
        outcomes:
          done:
            kind: chart
            text: Done.
          ring:
            kind: flag
            text: Ring.
        standing:
          - line: not-rung
            while: outcome includes ring and not (visit.rung is yes)
            text: Not rung.
        unfinished: [note]

        """),
  ]

  @Test(arguments: [
    ("when: visit.gas is yes and not (visit.rung is yes)", "always: line not-rung is shown", true),
    (
      "when: visit.gas is yes and not (visit.rung is yes)",
      "always: line not-rung is shown at every point", true
    ),
    ("when: visit.gas is yes", "always: line not-rung is shown at every point", false),
    ("when: visit.gas is no", "never: line not-rung is shown at any point", true),
    ("when: visit.damp is known", "never: line not-rung is shown at any point", false),
    ("when: visit.rung is yes", "never: line not-rung is shown", true),
  ])
  func `A rule about a standing line is a rule about the line's condition`(
    _ when: String, _ claim: String, _ isProved: Bool
  ) throws {
    let rule = "rules:\n  - rule: r\n    \(when)\n    \(claim)\n"
    let script = try TestPacks.script(
      entry: "visit", Self.files + [SourceFile(path: "safety-rules.yaml", text: rule)])
    let today = try #require(CivilDate(iso: "2026-11-16"))
    let verdict = try #require(Checker(script, today: today).prove().first)
    if case .proved = verdict.finding { #expect(isProved) } else { #expect(!isProved) }
  }
}
