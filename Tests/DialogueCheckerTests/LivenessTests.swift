import DialogueCompiler
import DialogueModel
import Scenarios
import Testing

@testable import DialogueChecker
@testable import Support

/// Liveness analysis: what can still matter in a state, and the states that this saves.
struct LivenessTests {
  @Test(arguments: SeedBatches.all)
  func `Liveness finds exactly the conditions and questions that some path from a node reaches`(
    _ batch: UInt64
  ) throws {
    var (compared, cut) = (0, 0)
    for seed in (batch * 200)..<(batch * 200 + 200) {
      var generator = ToyGenerator(seed: seed)
      let toy = generator.toy()
      let script = try TestPacks.script(
        entry: "m", toy.files.map { SourceFile(path: $0.path, text: $0.text) })
      let program = InlinedProgram(script)
      let goals = Claims(script, program).goals.values.joined()
      let slice = Slice(
        of: program,
        at: Dictionary(grouping: goals, by: \.address).mapValues { $0.map(\.condition) })
      guard !slice.nodes.isEmpty else { continue }
      let slots = ConditionTable(slice)
      var random = SeededGenerator(seed: seed)
      for _ in 0..<5 {
        let truths: [Bool?] = slots.conditions.map { _ in
          [true, false, nil].randomElement(using: &random) ?? nil
        }
        let start = Int.random(in: 0...slice.nodes.count, using: &random)
        let reach = Liveness(from: start, in: slice, slots, questions: script.questions.count) {
          truths[$0]
        }
        var walk = EveryWay(slice: slice, slots: slots, truths: truths)
        walk.follow(start)
        #expect(live(reach.isLive) == walk.read, "seed \(seed)")
        #expect(live(reach.isAsked) == walk.asked, "seed \(seed)")
        compared += 1
        cut += walk.met.count < slice.nodes.count - start ? 1 : 0
      }
    }
    // In most of them a decided test makes some node unreachable.
    #expect(compared > 500 && cut > 200, "\(cut) of \(compared)")
  }

  private func live(_ flags: [Bool]) -> Set<Int> { Set(flags.indices.filter { flags[$0] }) }

  /// The reachable nodes, found by following every path.
  private struct EveryWay {
    let slice: Slice
    let slots: ConditionTable
    let truths: [Bool?]
    private(set) var met: Set<Int> = []
    private(set) var read: Set<Int> = []
    private(set) var asked: Set<Int> = []

    init(slice: Slice, slots: ConditionTable, truths: [Bool?]) {
      (self.slice, self.slots, self.truths) = (slice, slots, truths)
    }

    mutating func follow(_ node: Int) {
      guard met.insert(node).inserted else { return }
      let isEnd = node == slice.nodes.count
      let seen = isEnd ? slice.goalsAtEnd : slice.nodes[node].goals
      read.formUnion(seen.compactMap { slots.conditions.firstIndex(of: $0) })
      guard !isEnd else { return }
      switch slice.nodes[node].action {
      case .test(let condition, let ifFalse):
        guard let slot = slots.conditions.firstIndex(of: condition) else { return }
        read.insert(slot)
        if truths[slot] != false { follow(slice.nodes[node].next) }
        if truths[slot] != true { follow(ifFalse) }
      case .ask(let question, _, _):
        asked.insert(question)
        follow(slice.nodes[node].next)
      default: follow(slice.nodes[node].next)
      }
    }
  }

  /// Ten pairs of answers matter after the first of ten choices, but not after the others.
  @Test(arguments: [("c", true), ("b", false)])
  func `Answers that matter on one branch only are not distinguished on the others`(
    _ outcome: String, _ isProved: Bool
  ) throws {
    let verdict = try verdict("    never: outcome includes \(outcome)\n")
    switch verdict.finding {
    case .proved: #expect(isProved)
    case .broken: #expect(!isProved)
    default: Issue.record("\(verdict.finding)")
    }
    // Without liveness, each of the ten choices would take a thousand states at most of the
    // questions.
    #expect(verdict.states < 12_000, "\(verdict.states)")
  }

  private func verdict(_ rule: String) throws -> Verdict {
    func ask(_ id: String, _ answer: String) -> String {
      "  - ask: \(id)\n    text: \(id)?\n    answer: \(answer)\n"
    }
    func conclude(_ id: String) -> String {
      "  - conclude: \(id)\n    outcome: \(id)\n    then: end\n"
    }
    let pairs = (0..<10).map { "(q\($0) is yes and q\(19 - $0) is yes)" }.joined(separator: " or ")
    let steps =
      ask("kind", "one of") + "    options:\n"
      + (0..<10).map { "      c\($0): Choice \($0)\n" }.joined()
      + (0..<20).map { ask("q\($0)", "yes-no") }.joined()
      + "  - choose: way\n    when kind is c0: pairs\n"
      + (1..<9).map { "    when kind is c\($0): \($0 % 2 == 0 ? "a" : "b")\n" }.joined()
      + "    otherwise: a\n"
      + "  - choose: pairs\n    when \(pairs): a\n    when not (\(pairs)): b\n    otherwise: c\n"
      + ["a", "b", "c"].map(conclude).joined()
    let outcomes = ["a", "b", "c"].map { "  \($0):\n    kind: chart\n    text: \($0).\n" }.joined()
    let script = try TestPacks.script(
      entry: "flow",
      [
        SourceFile(path: "flow.yaml", text: "dialogue: flow\nsteps:\n" + steps),
        SourceFile(
          path: "outcomes.yaml", text: "outcomes:\n" + outcomes + "unfinished: [note]\n"),
        SourceFile(path: "safety-rules.yaml", text: "rules:\n  - rule: A rule\n" + rule),
      ])
    let today = try #require(CivilDate(iso: "2026-11-16"))
    return try #require(Checker(script, today: today).prove().first)
  }
}
