import DialogueModel

/// What random conversations have shown of safety rules, by their numbers: most rules need no more to be told from
/// empty ones.
package struct RuleExamples: Sendable {
  /// A conversation makes the rule's `when:` true.
  fileprivate(set) var applying: Set<Int> = []
  /// A conversation makes its claim false.
  fileprivate(set) var failing: Set<Int> = []

  /// Nothing has been shown.
  package init() {}
}

extension Checker {
  /// Has random conversations, the same each time, and looks where each rule's `when:` holds and its claim fails.
  package func ruleExamples(walks: Int = 400) -> RuleExamples {
    var examples = RuleExamples()
    guard isExplorable else { return examples }
    var goals: RandomWalk.Goals = [:]
    for rule in script.safetyRules where rule.when != .always(true) {
      let addresses = (rule.isForEveryPoint ? points(of: rule) : []) + [program.end]
      goals[rule.applies] = addresses.map { ($0, rule.when) }
      goals[rule.fails] = addresses.map { ($0, .not(rule.claim)) }
    }
    var walk = RandomWalk(script, program, goals, today: today)
    for _ in 0..<walks where walk.openCount > 0 { walk.run() }
    for (number, rule) in script.safetyRules.enumerated() where goals[rule.applies] != nil {
      if !walk.isOpen(rule.applies) { examples.applying.insert(number) }
      if !walk.isOpen(rule.fails) { examples.failing.insert(number) }
    }
    return examples
  }

  /// The questions at which a walk can look at a rule as it goes by: not those that watches still speak behind.
  private func points(of rule: SafetyRule) -> [Int] {
    let watches = PendingWatches(program, of: script, for: .all([rule.when, rule.claim]))
    return watches.points.filter { if case .ask = program.code[$0] { true } else { false } }
      .sorted()
  }
}

extension SafetyRule {
  fileprivate var applies: Claim { Claim(kind: .holds, place: place) }
  fileprivate var fails: Claim { Claim(kind: .fails, place: place) }
}
