import DialogueModel

extension Compiler {
  mutating func resolveRules() {
    var scope = Scope.letter
    scope.isRule = true
    for rule in source.rules {
      let when = rule.when.map { condition($0.condition, in: scope) } ?? .always(true)
      var isForEveryPoint = rule.isForEveryPoint
      let claim: Condition
      switch rule.demand {
      case .always(let test): claim = condition(test.condition, in: scope)
      case .never(let test): claim = .not(condition(test.condition, in: scope))
      case .noticeFirst(let step):
        claim = .said(steps(named: step))
        isForEveryPoint = true
      }
      var resolved = SafetyRule(
        name: rule.name.text, place: rule.name.place, when: when, claim: claim,
        isForEveryPoint: isForEveryPoint)
      resolved.readsOutcomesFile = rule.tests.contains { $0.condition.readsOutcomesFile }
      script.safetyRules.append(resolved)
    }
  }

  /// The tests `QUESTION is asked`, which only letters and safety rules have, and `STEP is said`, which only safety
  /// rules have; nil for any other test.
  mutating func ruleTest(
    _ name: Word, _ test: ConditionSyntax.Test, in scope: Scope
  ) -> Condition? {
    guard case .isOneOf(let words) = test, words.count == 1 else { return nil }
    switch words[0].text {
    case "asked" where scope.readsOutcomes:
      return question(name, in: scope).map {
        .any([.isKnown(question: $0), .isUnknown(question: $0)])
      } ?? .unresolved
    case "said" where scope.isRule: return .said(steps(named: name))
    default: return nil
    }
  }

  /// The steps of this name, one for each round if it is inside a list.
  private mutating func steps(named name: Word) -> Set<Int> {
    let telling = script.steps.indices.filter { script.steps[$0].tells }
    let steps = telling.filter { script.steps[$0].key.withoutRounds == name.text }
    if steps.isEmpty {
      reportUnknown(
        .unknownName, "say or conclude", name.text, at: name.place,
        among: telling.map { script.steps[$0].key.withoutRounds })
    }
    return Set(steps)
  }

  /// The condition under which a standing line is shown.
  mutating func lineShown(_ name: Word, in scope: Scope) -> Condition {
    guard isForRules(name, in: scope) else { return .unresolved }
    guard let line = script.standing.first(where: { $0.id == name.text }) else {
      reportUnknown(
        .unknownName, "standing line", name.text, at: name.place, among: script.standing.map(\.id))
      return .unresolved
    }
    return line.test.condition
  }

  mutating func oneChartOutcome(_ word: Word, in scope: Scope) -> Condition {
    guard isForRules(word, in: scope) else { return .unresolved }
    return .count(chartOutcomes, .equals, 1)
  }

  var chartOutcomes: [Condition] {
    script.outcomes.indices.filter { script.outcomes[$0].kind == .chart }.map { .outcome($0) }
  }

  mutating func isForRules(_ word: Word, in scope: Scope) -> Bool {
    if !scope.isRule {
      report(
        .wrongType, "only safety rules can test this", fix: "test the answers that lead to it",
        at: word.place)
    }
    return scope.isRule
  }
}

extension Step {
  /// Whether it shows a text, as a say and a concluded outcome do.
  fileprivate var tells: Bool {
    switch action {
    case .say, .conclude: true
    default: false
    }
  }
}

extension RuleSyntax {
  /// The conditions that the rule states.
  var tests: [TestSyntax] {
    let claim: TestSyntax? =
      switch demand {
      case .always(let test), .never(let test): test
      case .noticeFirst: nil
      }
    return [when, claim].compactMap(\.self)
  }
}

extension ConditionSyntax {
  fileprivate var readsOutcomesFile: Bool {
    switch self {
    case .letterDrafted, .partPrinted, .answerPrinted, .letterForEach, .lineShown,
      .oneChartOutcome:
      true
    case .anyItem(_, let part), .not(let part): part.readsOutcomesFile
    case .count(_, let part, _, _): part?.readsOutcomesFile ?? false
    case .all(let parts), .any(let parts): parts.contains(where: \.readsOutcomesFile)
    case .fact, .test, .age, .outcome: false
    }
  }
}
