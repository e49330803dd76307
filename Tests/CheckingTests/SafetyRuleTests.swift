import DialogueReading
import DialogueScript
import Screening
import Testing

@testable import Checking
@testable import Support

/// Over generated scripts and rules, a rule is proved when no conversation breaks it, and broken when one
/// does, which is then shown.
struct SafetyRuleTests {
  @Test(arguments: 0..<8)
  func `A verdict is what having every conversation would come to`(_ batch: UInt64) throws {
    var counts = (proved: 0, broken: 0, undecided: 0, comparing: 0)
    for seed in (batch * 400)..<(batch * 400 + 400) {
      var generator = ToyGenerator(seed: seed)
      var toy = generator.toy()
      toy.sending = generator.sending()
      let names = generator.names(of: toy).filter { toy.allKeys.contains($0.name) }
      let told = [("m", toy.dialogues["m"] ?? [])] + toy.watches.map { ($0.id, $0.steps) }
      let steps = told.flatMap { name, steps in
        steps.filter(\.tells).map { "\(name).\($0.id)" }
      }
      guard !names.isEmpty, !steps.isEmpty else { continue }
      let rules = (0..<4).map { _ in generator.rule(toy, names, steps: steps) }
      guard
        let all = AllConversations(toy, besides: rules.flatMap(\.conditions), atMost: 200)
      else { continue }
      let today = try #require(CivilDate(toy.today))
      let script = try TestPacks.script(
        entry: "m",
        toy.files.map { SourceFile(path: $0.path, text: $0.text) } + [
          SourceFile(path: "safety-rules.yaml", text: "rules:\n" + rules.map(\.yaml).joined())
        ])
      if all.choices.mostCompared > 1 { counts.comparing += 1 }
      let verdicts = Checkup(script, today: today).prove()
      for (rule, verdict) in zip(rules, verdicts) {
        let isBroken = all.walks.contains { rule.isBroken(in: $0) }
        switch verdict.finding {
        case .proved:
          counts.proved += 1
          #expect(!isBroken, "seed \(seed): \(rule.yaml)")
        case .broken(let scenario):
          counts.broken += 1
          #expect(isBroken, "seed \(seed): \(rule.yaml)")
          let played = try Scenario(file: "broken.scenario", text: scenario)
            .play(Course(script), today: today)
          #expect(played.faults == [], "seed \(seed): \(scenario)")
        case .undecided(let why):
          // Only how many answers compare with each other is left open.
          #expect(all.choices.mostCompared > 4, "seed \(seed): undecided: \(why): \(rule.yaml)")
          counts.undecided += 1
        }
      }
    }
    #expect(counts.proved > 80 && counts.broken > 80 && counts.comparing > 4, "\(counts)")
    #expect(counts.undecided < 5, "\(counts)")
  }
}
