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
    guard !program.isCut, program.isResolved else { return examples }
    let asked = program.code.indices.filter { address in
      guard case .ask(let question) = program.code[address] else { return false }
      return question >= script.localCount && !script.questions[question].isQuiet
    }
    var sights: RandomWalk.Goals = [:]
    for rule in script.safetyRules where rule.when != .always(true) {
      let addresses = (rule.isForEveryPoint ? asked : []) + [program.end]
      sights[rule.applies] = addresses.map { ($0, rule.when) }
      sights[rule.fails] = addresses.map { ($0, .not(rule.claim)) }
    }
    var walk = RandomWalk(script, program, sights, today: today)
    for _ in 0..<walks where walk.openCount > 0 { walk.run() }
    for (number, rule) in script.safetyRules.enumerated() where sights[rule.applies] != nil {
      if !walk.isOpen(rule.applies) { examples.applying.insert(number) }
      if !walk.isOpen(rule.fails) { examples.failing.insert(number) }
    }
    return examples
  }
}

extension SafetyRule {
  fileprivate var applies: Claim { Claim(kind: .holds, place: place) }
  fileprivate var fails: Claim { Claim(kind: .fails, place: place) }
}
