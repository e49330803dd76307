import DialogueModel

/// Reports steps that no answers lead to, and outcomes that nothing concludes.
enum Unreachable: Check {
  static let explanation = Explanation(
    .unreachable,
    "A step that no answers lead to, whatever anyone says; or an outcome that nothing concludes. It is told once for all the steps that follow it.",
    why: "what it asks or says is never asked or said.",
    example: """
        - say: hello
          text: Good morning.
          then: finish-here
        - ask: door
      #        ^
          text: Is the door open?
          answer: yes-no
        - conclude: finish-here
          outcome: done
      """)

  static func problems(_ pack: Checker) -> [Diagnostic] {
    let script = pack.script
    // A repeated question is skipped when already answered; `asked-twice` reports it.
    let placedAgain = Set(pack.metTwice.map { script.steps[$0].place })
    func isUnmet(_ step: Step) -> Bool {
      pack.isImpossible(.reached, step.place) && !placedAgain.contains(step.place)
    }
    let owners = script.owners
    var problems: [Diagnostic] = []
    for (number, block) in script.blocks.enumerated() {
      // Report once for all steps inside a step, and once for all that follow it.
      if let owner = owners[number], isUnmet(owner) { continue }
      var before: Step?
      for step in script.steps[block] {
        defer { before = step }
        guard isUnmet(step), before.map({ !isUnmet($0) || $0.place == step.place }) ?? true,
          !isForbidden(step, pack), !isNeverLookedAt(number, pack)
        else { continue }
        problems.append(
          Diagnostic(
            .unreachable, "no answers lead to `\(step.name)`",
            fix: "check where the steps before it go on, or delete it", at: step.place))
      }
    }
    problems += script.outcomes.filter { pack.isImpossible(.concluded, $0.place) }.compactMap {
      outcome in
      guard !script.isConcluded(outcome.id) else { return nil }
      return Diagnostic(
        .unreachable, "nothing concludes the outcome `\(outcome.id)`",
        fix: "conclude it where it belongs, or delete it", at: outcome.place)
    }
    return problems
  }

  /// Whether its own `when:` never holds, which is reported there.
  private static func isForbidden(_ step: Step, _ pack: Checker) -> Bool {
    step.when.map {
      !pack.isImpossible(.looked, $0.place) && pack.isImpossible(.holds, $0.place)
    } ?? false
  }

  /// Whether these are the steps of a watch whose condition never holds.
  private static func isNeverLookedAt(_ block: Int, _ pack: Checker) -> Bool {
    let watches = pack.script.watches.filter { $0.block == block }
    return !watches.isEmpty && watches.allSatisfy { pack.isImpossible(.holds, $0.test.place) }
  }
}

extension Script {
  /// The step that uses or repeats each block, by block; the entry and watches have none.
  fileprivate var owners: [Int: Step] {
    var owners: [Int: Step] = [:]
    for step in steps {
      switch step.action {
      case .use(let block): owners[block] = owners[block] ?? step
      case .forEach(let rounds): for round in rounds { owners[round.block] = step }
      default: break
      }
    }
    return owners
  }

  /// Whether some step concludes it, reachable or not.
  fileprivate func isConcluded(_ id: String) -> Bool {
    let number = outcomes.firstIndex { $0.id == id }
    return steps.contains { step in
      if case .conclude(let outcome) = step.action, outcome == number { return true }
      return step.targets.contains { $0 == .conclude(outcome: number ?? -1) }
    }
  }
}

extension Step {
  /// The targets of its jump or of its branches.
  var targets: [Target] {
    switch then {
    case .to(let target): [target]
    case .byAnswer(let ways, let unknown, let otherwise):
      (ways + [unknown, otherwise]).compactMap { $0?.target }
    case .byCondition(let ways, let otherwise): ways.map(\.target) + [otherwise.target]
    }
  }
}
