package import DialogueScript
import Screening

/// What has come of a safety rule.
package struct Verdict: Sendable {
  package var rule: SafetyRule
  package var finding: Finding
  /// So many states were looked at.
  package var states: Int
  /// So many ways of answering they stand for, as far as the rule tells them apart.
  package var paths: Double

  package enum Finding: Sendable {
    case proved
    /// The shortest conversation that breaks it, as a scenario that runs.
    case broken(scenario: String)
    /// Why, and what would decide it.
    case undecided(why: String)
  }
}

extension Checkup {
  /// Looks at every state that a rule can be in, in every conversation that can be had.
  ///
  /// A way that breaks a rule is put to the engine itself; where it does not break there, because it hangs on
  /// something the states leave open, the rule is undecided and never called broken.
  package func prove(limit: Int = 200_000) -> [Verdict] {
    script.safetyRules.indices.map { prove($0, limit: limit) }
  }

  /// Looks at one rule, by its number.
  package func prove(_ number: Int, limit: Int = 200_000) -> Verdict {
    let rule = script.safetyRules[number]
    guard !program.isCut, program.isResolved else {
      return Verdict(
        rule: rule, finding: .undecided(why: "the pack is too large, or has faults to mend first"),
        states: 0, paths: 0)
    }
    return prove(rule, number, limit)
  }

  /// First with what else is read left open, which decides most rules in few states; where that leaves a way to
  /// break the rule, the whole is looked at.
  private func prove(_ rule: SafetyRule, _ number: Int, _ limit: Int) -> Verdict {
    let localized = explore(
      program.localized(to: rule.isBroken, of: script), rule, limit / 20, keeping: 1)
    if localized.isComplete, localized.seen.isEmpty {
      return Verdict(
        rule: rule, finding: .proved, states: localized.states, paths: localized.paths)
    }
    return judge(explore(program, rule, limit, keeping: 1000), rule, number, limit)
  }

  /// Looks for what breaks a rule, at the end of every conversation or at every point of it.
  private func explore(
    _ program: Program, _ rule: SafetyRule, _ limit: Int, keeping sightsKept: Int
  ) -> Exploration {
    var sights: Slice.Sights = [program.end: [rule.isBroken]]
    var hearing = Hearing()
    if rule.isForEveryPoint {
      hearing = Hearing(program, of: script, for: rule.isBroken)
      for point in hearing.points { sights[point] = [rule.isBroken] }
    }
    let slice = Slice(of: program, at: sights, hearing: hearing)
    return Exploration(slice, of: script, today: today, limit: limit, keeping: sightsKept)
  }

  private func judge(
    _ exploration: Exploration, _ rule: SafetyRule, _ number: Int, _ limit: Int
  ) -> Verdict {
    func verdict(_ finding: Verdict.Finding) -> Verdict {
      Verdict(rule: rule, finding: finding, states: exploration.states, paths: exploration.paths)
    }
    let ways = exploration.seen.keys.sorted { $0.node < $1.node }
      .flatMap { exploration.choices(to: $0) }.sorted { $0.count < $1.count }
    for choices in ways.prefix(50) {
      let witness = Witness(choices, script)
      // Best without a local file, as scenarios are played.
      let had = [
        witness.conversation(today: today, withoutLocal: playing.script),
        witness.conversation(today: today),
      ]
      for conversation in had.compactMap(\.self) {
        let rules = conversation.script.safetyRules
        if rules.indices.contains(number), let broken = rules[number].broken(in: conversation) {
          return verdict(.broken(scenario: broken.scenario(of: rule)))
        }
      }
    }
    if !exploration.isComplete {
      return verdict(
        .undecided(
          why: "more than \(limit) states: too many answers matter to the end; "
            + "a rule about fewer of them can be decided"))
    }
    guard ways.isEmpty else {
      return verdict(
        .undecided(
          why: "it hangs on how more than four answers compare with each other; "
            + "compare each with a number or a day instead"))
    }
    return verdict(.proved)
  }
}

extension SafetyRule {
  /// What a conversation that breaks the rule comes to.
  fileprivate var isBroken: Condition { .all([when, .not(claim)]) }

  /// The conversation, as far as it has come when the engine finds the rule broken.
  fileprivate func broken(in conversation: Conversation) -> Conversation? {
    guard isForEveryPoint else { return breaks(conversation) ? conversation : nil }
    // Only what no one is asked for is there from the start.
    let script = conversation.script
    var point = Conversation(
      conversation.course,
      answers: Answers(
        conversation.answers.filter {
          $0.key < script.localCount || script.questions[$0.key].isQuiet
        }),
      today: conversation.today)
    while !breaks(point) {
      guard let question = point.question else { return nil }
      point.answer(question, with: conversation.answers[question] ?? .skipped)
    }
    return point
  }

  /// As it stands now: with what has been answered and said so far, and no more.
  private func breaks(_ conversation: Conversation) -> Bool {
    let reached = conversation.walk.path.filter(\.isReached)
    var facts = Facts(
      questions: conversation.script.questions.count, today: conversation.today,
      outcomes: conversation.walk.outcomes)
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
