import DialogueModel
import Testing

@testable import DialogueChecker
@testable import Support

/// Examples of a rule from random conversations are possible conversations.
struct RuleExamplesTests {
  @Test(arguments: SeedBatches.all)
  func `Every random example of a rule is confirmed by running all conversations`(
    _ batch: UInt64
  ) throws {
    var shown = (applying: 0, failing: 0)
    var missed = (applying: 0, failing: 0)
    for seed in (batch * 400)..<(batch * 400 + 400) {
      guard let toy = try RuledToy(seed: seed) else { continue }
      let examples = Checker(toy.script, today: toy.today).ruleExamples(walks: 200)
      for (number, rule) in toy.rules.enumerated()
      where toy.script.safetyRules[number].when != .always(true) {
        let name = "seed \(seed): \(rule.yaml)"
        if examples.applying.contains(number) {
          shown.applying += 1
          #expect(toy.all.walks.contains { rule.applies(in: $0) }, "\(name)")
        } else if toy.all.walks.contains(where: { rule.applies(in: $0) }) {
          missed.applying += 1
        }
        if examples.failing.contains(number) {
          shown.failing += 1
          #expect(toy.all.walks.contains { rule.fails(in: $0) }, "\(name)")
        } else if toy.all.walks.contains(where: { rule.fails(in: $0) }) {
          missed.failing += 1
        }
      }
    }
    // Examples are rarely missed; a rule without one would have to be explored in every state.
    #expect(shown.applying > 10 * missed.applying && shown.applying > 100, "\(shown), \(missed)")
    #expect(shown.failing > 10 * missed.failing && shown.failing > 100, "\(shown), \(missed)")
  }

  @Test func `The examples are the same each time, and without conversations there are none`()
    throws
  {
    for seed in UInt64(0)..<40 {
      guard let toy = try RuledToy(seed: seed) else { continue }
      let checker = Checker(toy.script, today: toy.today)
      let (first, second) = (checker.ruleExamples(walks: 5), checker.ruleExamples(walks: 5))
      #expect(first.applying == second.applying && first.failing == second.failing)
      let none = checker.ruleExamples(walks: 0)
      #expect(none.applying.isEmpty && none.failing.isEmpty)
    }
  }
}
