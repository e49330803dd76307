import DialogueCompiler
import DialogueModel
import Testing

@testable import DialogueChecker
@testable import Support

/// Over generated scripts, a program localized to a condition loses no conversation that matters to
/// it.
struct LocalizationTests {
  @Test(arguments: SeedBatches.all)
  func `Every claim that holds in some conversation is reachable in the localized program`(
    _ batch: UInt64
  ) throws {
    var opened = 0
    var compared = 0
    for seed in (batch * 200)..<(batch * 200 + 200) {
      var generator = ToyGenerator(seed: seed)
      let toy = generator.toy()
      guard let all = AllConversations(toy, atMost: 100) else { continue }
      let script = try TestPacks.script(
        entry: "m", toy.files.map { SourceFile(path: $0.path, text: $0.text) })
      let program = InlinedProgram(script)
      let goals = Claims(script, program).goals
      let today = try #require(CivilDate(toy.today))
      for claim in all.claims(script) {
        let places = try #require(goals[claim], "seed \(seed): \(claim)")
        let localized = program.localized(to: .any(places.map(\.condition)), of: script)
        opened += localized.code == program.code ? 0 : 1
        compared += 1
        let slice = Slice(
          of: localized,
          at: Dictionary(grouping: places, by: \.address).mapValues { $0.map(\.condition) })
        let exploration = Exploration(slice, of: script, today: today, limit: 20_000)
        #expect(exploration.isComplete, "seed \(seed): \(claim)")
        #expect(!exploration.reachedGoals.isEmpty, "seed \(seed): \(claim)")
      }
    }
    #expect(opened > 200 && compared > 500, "\(opened) of \(compared)")
  }

  @Test(arguments: SeedBatches.all)
  func `No conversation breaks a rule that is proved of the localized program`(
    _ batch: UInt64
  ) throws {
    var proved = 0
    for seed in (batch * 400)..<(batch * 400 + 400) {
      guard let toy = try RuledToy(seed: seed) else { continue }
      let program = InlinedProgram(toy.script)
      for (rule, read) in zip(toy.rules, toy.script.safetyRules) {
        let broken = Condition.all([read.when, .not(read.claim)])
        let localized = program.localized(to: broken, of: toy.script)
        guard localized.code != program.code else { continue }
        guard isProved(read, broken, localized, toy) else { continue }
        proved += 1
        #expect(
          !toy.all.walks.contains { rule.isBroken(in: $0) }, "seed \(seed): \(rule.yaml)")
      }
    }
    #expect(proved > 20, "\(proved)")
  }

  /// Whether no state reaches a goal at which the rule is broken.
  private func isProved(
    _ rule: SafetyRule, _ broken: Condition, _ program: InlinedProgram, _ toy: RuledToy
  ) -> Bool {
    var goals: Slice.Goals = [program.end: [broken]]
    var pending = PendingWatches()
    if rule.isForEveryPoint {
      pending = PendingWatches(program, of: toy.script, for: broken)
      for point in pending.points { goals[point] = [broken] }
    }
    let exploration = Exploration(
      Slice(of: program, at: goals, pending: pending), of: toy.script, today: toy.today,
      limit: 20_000)
    return exploration.isComplete && exploration.reachedGoals.isEmpty
  }
}

/// A generated script with rules, and every possible conversation over it.
struct RuledToy {
  let rules: [ToyRule]
  let script: Script
  let all: AllConversations
  let today: CivilDate

  /// Nil for a script with nothing to write a rule about, or with too many conversations.
  init?(seed: UInt64) throws {
    var generator = ToyGenerator(seed: seed)
    var toy = generator.toy()
    toy.sending = generator.sending()
    let names = generator.names(of: toy).filter { toy.allKeys.contains($0.name) }
    let steps = toy.stepsToTell
    guard !names.isEmpty, !steps.isEmpty else { return nil }
    rules = (0..<4).map { _ in generator.rule(toy, names, steps: steps) }
    guard let all = AllConversations(toy, besides: rules.flatMap(\.conditions), atMost: 200) else {
      return nil
    }
    self.all = all
    today = try #require(CivilDate(toy.today))
    script = try TestPacks.script(
      entry: "m",
      toy.files.map { SourceFile(path: $0.path, text: $0.text) } + [
        SourceFile(path: "safety-rules.yaml", text: "rules:\n" + rules.map(\.yaml).joined())
      ])
  }
}
