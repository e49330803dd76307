import DialogueChecker
import DialogueModel

extension Verdict {
  /// The diagnostic for a rule that is broken, undecided or empty; nil for a proved rule.
  var problem: Diagnostic? {
    switch finding {
    case .proved: nil
    case .broken(let scenario):
      Diagnostic(
        .brokenRule, "a conversation breaks this rule", fix: "this one:\n\(scenario.setIn)",
        at: rule.place)
    case .undecided(let why):
      Diagnostic(.undecidedRule, "neither proved nor broken: \(why)", at: rule.place)
    case .neverApplies:
      Diagnostic(
        .ruleNeverApplies, "no conversation is one that this rule is about",
        fix: "look for parts of its `when:` that rule each other out, or that the pack rules out",
        at: rule.place)
    case .saysNothing:
      Diagnostic(
        .ruleSaysNothing, "no conversation of any pack could break this rule",
        fix: "say what must hold that its `when:` does not say already", at: rule.place)
    case .needsNoWhen:
      Diagnostic(
        .ruleSaysNothing, "this rule holds in every conversation, also without its `when:`",
        fix: "delete its `when:`, or say what must hold only then", at: rule.place)
    }
  }

  /// The same for a user of the pack: it names the rule and leaves out the counterexample.
  var fault: Diagnostic? {
    problem.map { problem in
      Diagnostic(problem.code, "the rule “\(rule.name)”: \(problem.message)", at: problem.place)
    }
  }

  /// The report of a proved rule, in one line; nil for any other.
  var proved: String? {
    guard case .proved = finding else { return nil }
    return "Proved: \(rule.name). \(states.of("state")).\n"
  }
}

extension String {
  fileprivate var setIn: String {
    split(separator: "\n").map { "    \($0)" }.joined(separator: "\n")
  }
}
