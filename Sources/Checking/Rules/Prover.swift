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

  private func prove(_ rule: SafetyRule, _ number: Int, _ limit: Int) -> Verdict {
    var sights: Slice.Sights = [program.end: [rule.isBroken]]
    if case .noticeFirst = rule.demand {
      for (address, instruction) in program.code.enumerated() {
        if case .ask(let question) = instruction, question >= script.localCount {
          sights[address] = [rule.isBroken]
        }
      }
    }
    let slice = Slice(of: program, at: sights)
    let exploration = Exploration(
      slice, of: script, today: today, limit: limit, keeping: 1000)
    func verdict(_ finding: Verdict.Finding) -> Verdict {
      Verdict(rule: rule, finding: finding, states: exploration.states, paths: exploration.paths)
    }
    let ways = exploration.seen.keys.sorted { $0.node < $1.node }
      .flatMap { exploration.choices(to: $0) }.sorted { $0.count < $1.count }
    for choices in ways.prefix(50) {
      let witness = Witness(choices, script)
      // Best without a local file, as scenarios are played.
      let had = [
        witness.conversation(today: today, withoutLocal: playing),
        witness.conversation(today: today),
      ]
      for conversation in had.compactMap(\.self) {
        let rules = conversation.script.safetyRules
        if rules.indices.contains(number), rules[number].breaks(in: conversation) {
          return verdict(.broken(scenario: conversation.scenario(of: rule)))
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
  fileprivate var isBroken: Condition {
    switch demand {
    case .always(let condition): .all([when, .not(condition)])
    case .never(let condition): .all([when, condition])
    case .noticeFirst(let steps): .all([when, .not(.said(steps))])
    }
  }

  /// Whether the engine finds it broken.
  fileprivate func breaks(in conversation: Conversation) -> Bool {
    guard case .noticeFirst = demand else {
      var facts = Facts(
        answers: conversation.answers, met: conversation.walk.met, today: conversation.today,
        outcomes: conversation.walk.outcomes)
      facts.said = Set(conversation.walk.path.map(\.step))
      return facts.holds(isBroken)
    }
    // As it stands each time something is about to be asked: with the answers before that, and no more.
    let script = conversation.script
    var copy = Conversation(script, today: conversation.today)
    while true {
      var facts = Facts(answers: copy.answers, met: copy.walk.met, today: copy.today)
      facts.said = Set(copy.walk.path.filter(\.isReached).map(\.step))
      let reached = Set(
        copy.walk.path.filter { $0.isReached || $0.question == copy.question }
          .compactMap(\.question))
      facts.met = facts.met.indices.map {
        facts.met[$0] && reached.contains($0) && $0 != copy.question
      }
      if facts.holds(isBroken) { return true }
      guard let question = copy.question else { return false }
      copy.answer(question, with: conversation.answers[question] ?? .skipped)
    }
  }
}
