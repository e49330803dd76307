import DialogueChecker
import DialogueCompiler
import DialogueModel
import Support
import Testing

/// Flows the size of public services' and larger, with invented questions.
struct StressTests {
  static let today = CivilDate(iso: "2026-11-16")

  private func verdict(
    _ dialogue: String, outcomes: Int = 2, rule: String, limit: Int = 200_000
  ) throws -> Verdict {
    var declared = "outcomes:\n"
    for number in 0..<outcomes {
      declared += "  o\(number):\n    kind: chart\n    text: o\(number).\n    letters: [note]\n"
    }
    let script = try TestPacks.script(
      entry: "flow",
      [
        SourceFile(path: "flow.yaml", text: "dialogue: flow\nsteps:\n" + dialogue),
        SourceFile(path: "outcomes.yaml", text: declared + "unfinished: [note]\n"),
        SourceFile(path: "safety-rules.yaml", text: "rules:\n  - rule: A rule\n" + rule),
      ])
    let today = try #require(Self.today)
    return try #require(Checker(script, today: today).prove(limit: limit).first)
  }

  private func ask(_ id: String, _ answer: String, _ more: String = "") -> String {
    "  - ask: \(id)\n    text: \(id)?\n    answer: \(answer)\n" + more
  }

  private func options(_ count: Int) -> String {
    "    options:\n" + (0..<count).map { "      c\($0): Choice \($0)\n" }.joined()
  }

  @Test func `A rule over three of forty yes-no questions is decided`() throws {
    let steps =
      (0..<40).map { ask("q\($0)", "yes-no") }.joined()
      + "  - decide: which\n    if: q3 is yes and q17 is yes\n    then:\n      yes: a\n      otherwise: b\n"
      + "  - conclude: a\n    outcome: o0\n    then: end\n  - conclude: b\n    outcome: o1\n"
    let proved = try verdict(
      steps,
      rule:
        "    when: flow.q3 is yes and flow.q17 is yes and flow.q39 is no\n    always: outcome includes o0\n"
    )
    guard case .proved = proved.finding else {
      Issue.record("\(proved.finding)")
      return
    }
    #expect(proved.states < 100)
  }

  @Test func `When every answer matters to the end, the limit is reached and nothing is claimed`()
    throws
  {
    let all = (0..<24).map { "flow.q\($0) is yes" }
    // The pairs keep every combination of answers distinct until the end.
    let pairs = (0..<12).map { "(\(all[$0]) and \(all[23 - $0]))" }.joined(separator: " or ")
    let steps =
      (0..<24).map { ask("q\($0)", "yes-no") }.joined() + "  - conclude: a\n    outcome: o0\n"
    let found = try verdict(
      steps, rule: "    when: not (\(pairs))\n    always: outcome includes o0 and not (\(pairs))\n",
      limit: 1000)
    guard case .undecided = found.finding else {
      Issue.record("\(found.finding)")
      return
    }
  }

  /// Nine texts, and lists of choices that skip one another: 2^9 * 7 * 3 * 19.
  @Test func `A flow of 14 questions and 204,288 paths is proved`() throws {
    let texts = (0..<9).map { ask("t\($0)", "text") }.joined()
    let steps =
      texts + ask("kind", "yes-no", "    then:\n      yes: sort\n      otherwise: plain\n")
      + ask("sort", "one of", options(4)) + ask("plain", "yes-no")
      + ask(
        "place", "one of",
        options(3) + "    then:\n      c0: room\n      otherwise: ending\n")
      + ask("room", "one of", options(15))
      + "  - choose: ending\n"
      + "    when (t0 is known and t1 is known and t2 is known and t3 is known and t4 is known and t5 is known and t6 is known and t7 is known and t8 is known): a\n"
      + "    when sort is c3 and plain is yes: a\n    when room is c7: a\n    otherwise: b\n"
      + "  - conclude: a\n    outcome: o0\n    then: end\n  - conclude: b\n    outcome: o1\n"
    let found = try verdict(steps, rule: "    always: one chart outcome\n")
    guard case .proved = found.finding else {
      Issue.record("\(found.finding)")
      return
    }
    #expect(found.states < 100)
  }

  @Test func `A flow of 17 questions and 22 outcomes is proved`() throws {
    var steps = ask("start", "one of", options(2))
    for number in 0..<15 {
      let next = number < 14 ? "q\(number + 1)" : "last"
      steps += ask(
        "q\(number)", "yes-no", "    then:\n      yes: c\(number)\n      otherwise: \(next)\n")
    }
    steps += ask("last", "yes-no")
    steps +=
      "  - choose: ending\n    when q14 is unknown: c15\n    when q13 is unknown: c16\n"
      + "    when last is yes and start is c0: c17\n    when last is yes: c18\n"
      + "    when last is no: c19\n    when start is unknown: c20\n    otherwise: c21\n"
    for number in 0..<22 {
      steps += "  - conclude: c\(number)\n    outcome: o\(number)\n    then: end\n"
    }
    let found = try verdict(steps, outcomes: 22, rule: "    always: one chart outcome\n")
    guard case .proved = found.finding else {
      Issue.record("\(found.finding)")
      return
    }
    #expect(found.states < 200)
  }
}
