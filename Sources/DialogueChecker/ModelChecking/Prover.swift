import DialogueEngine
package import DialogueModel

/// The result for one safety rule.
package struct Verdict: Sendable {
  package var rule: SafetyRule
  package var finding: Finding
  /// The number of states explored.
  package var states: Int

  package enum Finding: Sendable {
    case proved
    /// A short conversation that breaks it, as a scenario that runs.
    case broken(scenario: String)
    /// Why, and what would decide it.
    case undecided(why: String)
    /// Its `when:` holds in no conversation.
    case neverApplies
    /// `when` and not its claim can't hold together, whatever the pack does.
    case saysNothing
    /// Its claim holds in every conversation, so that its `when:` changes nothing.
    case needsNoWhen
  }
}

extension Checker {
  /// Decides every safety rule.
  ///
  /// A path that breaks a rule is replayed by the engine. If the engine does not break the rule on it, because the
  /// states left something open, the rule is undecided and never called broken.
  package func prove(limit: Int = 200_000) -> [Verdict] {
    let examples = ruleExamples()
    return script.safetyRules.indices.map { prove($0, knowing: examples, limit: limit) }
  }

  /// Decides one rule, by its number.
  package func prove(
    _ number: Int, knowing examples: RuleExamples, limit: Int = 200_000
  ) -> Verdict {
    let rule = script.safetyRules[number]
    guard isExplorable else {
      return Verdict(
        rule: rule, finding: .undecided(why: "the pack is too large, or has faults to mend first"),
        states: 0)
    }
    return prove(rule, number, examples, limit)
  }

  /// Tries the localized program first, which decides most rules in few states; if the rule can be broken there, or the
  /// search takes more than a fifth of the limit, explores the whole program.
  private func prove(
    _ rule: SafetyRule, _ number: Int, _ examples: RuleExamples, _ limit: Int
  ) -> Verdict {
    let canFail = Satisfiability(script, today: today).canHold(rule.isBroken)
    guard canFail || rule.readsOutcomesFile else {
      return Verdict(rule: rule, finding: .saysNothing, states: 0)
    }
    let localized = explore(
      program.localized(to: rule.isBroken, of: script), rule, rule.isBroken, limit / 5)
    if localized.isComplete, localized.reachedGoals.isEmpty {
      return Verdict(
        rule: rule, finding: vacuity(of: rule, number, examples, limit) ?? .proved,
        states: localized.states)
    }
    return decideExactly(rule, number, examples, limit)
  }

  private func decideExactly(
    _ rule: SafetyRule, _ number: Int, _ examples: RuleExamples, _ limit: Int
  ) -> Verdict {
    let exploration = explore(program, rule, rule.isBroken, limit, keeping: 1000)
    func verdict(_ finding: Verdict.Finding) -> Verdict {
      Verdict(rule: rule, finding: finding, states: exploration.states)
    }
    let paths = exploration.reachedGoals.keys.sorted { $0.node < $1.node }
      .flatMap { exploration.decisions(to: $0) }.sorted { $0.count < $1.count }
    if let scenario = counterexample(to: number, among: paths.prefix(50)) {
      return verdict(.broken(scenario: scenario))
    }
    if !exploration.isComplete {
      return verdict(
        .undecided(
          why:
            "the search stopped at its limit of \(limit) states: too many answers matter to the end; "
            + "a rule about fewer of them can be decided"))
    }
    if !paths.isEmpty {
      let isOpen = paths.joined().contains { if case .open = $0 { true } else { false } }
      return verdict(
        .undecided(
          why: isOpen
            ? "it depends on how more than four answers compare with each other; "
              + "compare each with a number or a day instead"
            : "the search found ways to break it, and none that was tried breaks it in a conversation; "
              + "a rule about fewer answers can be decided"))
    }
    return verdict(vacuity(of: rule, number, examples, limit) ?? .proved)
  }

  /// Why a rule that is not broken is vacuous; nil if it is not.
  private func vacuity(
    of rule: SafetyRule, _ number: Int, _ examples: RuleExamples, _ limit: Int
  ) -> Verdict.Finding? {
    guard rule.when != .always(true) else { return nil }
    if !examples.applying.contains(number), isUnreachable(rule.when, for: rule, limit) {
      return .neverApplies
    }
    let isNeeded =
      examples.failing.contains(number) || !isUnreachable(.not(rule.claim), for: rule, limit)
    return isNeeded ? nil : .needsNoWhen
  }

  /// Searches for a condition at the places where the rule is evaluated.
  private func explore(
    _ program: InlinedProgram, _ rule: SafetyRule, _ condition: Condition, _ limit: Int,
    keeping kept: Int = 1, stopsAtFirst: Bool = false
  ) -> Exploration {
    var goals: Slice.Goals = [program.end: [condition]]
    var pending = PendingWatches()
    if rule.isForEveryPoint {
      pending = PendingWatches(program, of: script, for: condition)
      for point in pending.points { goals[point] = [condition] }
    }
    let slice = Slice(of: program, at: goals, pending: pending)
    return Exploration(
      slice, of: script, today: today, limit: limit, keeping: kept, stopsAtFirst: stopsAtFirst)
  }

  /// Whether a condition holds at no place where the rule is evaluated; false if that is undecided.
  ///
  /// The end of the conversation is searched first: it takes far fewer states than every point.
  private func isUnreachable(_ condition: Condition, for rule: SafetyRule, _ limit: Int) -> Bool {
    let atEnd = Slice(of: program, at: [program.end: [condition]])
    let ending = Exploration(
      atEnd, of: script, today: today, limit: limit, stopsAtFirst: true)
    guard ending.isComplete, ending.reachedGoals.isEmpty else { return false }
    guard rule.isForEveryPoint else { return true }
    let exploration = explore(program, rule, condition, limit, stopsAtFirst: true)
    return exploration.isComplete && exploration.reachedGoals.isEmpty
  }

  /// The first of these paths that breaks the rule in the engine too, as a scenario; without a local file if
  /// possible, else with the one it needs.
  private func counterexample(
    to number: Int, among paths: some Sequence<[Exploration.Decision]>
  ) -> String? {
    var read: [[String]: Script] = [:]
    for choices in paths {
      let witness = Witness(choices, script)
      let local = witness.localLines
      var scripts = [([String](), playing)]
      if !local.isEmpty, let reading {
        let script = read[local] ?? (try? reading(local.map { "\($0)\n" }.joined(), "local.yaml"))
        read[local] = script
        if let script { scripts.append((local, script)) }
      }
      for (local, script) in scripts {
        guard let conversation = witness.conversation(today: today, on: script),
          script.safetyRules.indices.contains(number)
        else { continue }
        let rule = script.safetyRules[number]
        if let broken = rule.broken(in: conversation) {
          return broken.scenario(of: rule, local: local)
        }
      }
    }
    return nil
  }
}

extension SafetyRule {
  /// The goal: `when` holds, and the claim does not.
  fileprivate var isBroken: Condition { .all([when, .not(claim)]) }

  /// The conversation, as far as it has come when the engine finds the rule broken.
  fileprivate func broken(in conversation: Conversation) -> Conversation? {
    guard isForEveryPoint else { return breaks(conversation) ? conversation : nil }
    // Start with the local fields and the quiet questions; everything else is asked.
    let script = conversation.script
    var point = Conversation(
      conversation.script,
      answers: Answers(
        conversation.answers.filter {
          $0.key < script.localCount || script.questions[$0.key].isQuiet
        }),
      today: conversation.today, minute: conversation.minute)
    while !breaks(point) {
      guard let question = point.question else { return nil }
      point.answer(question, with: conversation.answers[question] ?? .skipped)
    }
    return point
  }

  /// Evaluates the rule with what has been answered and said so far.
  private func breaks(_ conversation: Conversation) -> Bool {
    let reached = conversation.walk.path.filter(\.isReached)
    var facts = Environment(
      questions: conversation.script.questions.count, today: conversation.today,
      minute: conversation.walk.minute, outcomes: conversation.walk.outcomes)
    for field in 0..<conversation.script.localCount {
      facts.meet(field, conversation.answers[field])
    }
    for question in reached.compactMap(\.question)
    where conversation.answers[question] != nil || conversation.script.questions[question].isQuiet {
      facts.meet(question, conversation.answers[question])
    }
    facts.said = Set(reached.map(\.step))
    return facts.holds(isBroken)
  }
}
