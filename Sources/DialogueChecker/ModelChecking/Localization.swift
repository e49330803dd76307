import DialogueModel

extension InlinedProgram {
  /// The program with every test that reads nothing of a condition's questions left to go either way.
  ///
  /// Tests of outcomes and of steps said stay as they are, and so do the flags of watches that can change the goal. The
  /// result can do all that the real program can, and more: what is impossible here is impossible there. It is the
  /// first step of localization reduction (Kurshan, Computer-Aided Verification of Coordinating Processes, 1994),
  /// without its refinement: if the goal is reached, the real program is explored.
  func localized(to condition: Condition, of script: Script) -> InlinedProgram {
    let marks = Flags(script)
    let watches = script.watches.indices.filter {
      script.affects(condition, in: script.watches[$0])
    }
    let localizing = Localizing(kept: condition.questions.union(watches.map(marks.fired)))
    var program = self
    program.code = code.map { instruction in
      guard case .test(let condition, let yes, let no) = instruction else { return instruction }
      return .test(localizing.localized(condition), ifTrue: yes, ifFalse: no)
    }
    return program
  }
}

extension Script {
  /// A step of the watch says or concludes something that the condition reads.
  fileprivate func affects(_ condition: Condition, in watch: Watch) -> Bool {
    blocks[watch.block].contains { step in
      if case .conclude(let outcome) = steps[step].action,
        condition.outcomes.contains(outcome)
      {
        return true
      }
      return condition.stepsSaid.contains(step)
    }
  }
}

private struct Localizing {
  /// For each question, and each flag of a watch, whether its tests are kept; none behind the last that is.
  private let kept: [Bool]

  init(kept: Set<Int>) {
    self.kept = (0..<(kept.max() ?? -1) + 1).map(kept.contains)
  }

  func localized(_ condition: Condition) -> Condition {
    guard !isAbstracted(condition) else { return .unresolved }
    switch condition {
    case .not(let part): return .not(localized(part))
    case .all(let parts): return .all(parts.map(localized))
    case .any(let parts): return .any(parts.map(localized))
    case .count(let parts, let comparison, let number):
      return .count(parts.map(localized), comparison, number)
    default: return condition
    }
  }

  /// The condition reads questions, and none that is kept.
  func isAbstracted(_ condition: Condition) -> Bool {
    condition.reads { _ in true }
      && !condition.reads { kept.indices.contains($0) && kept[$0] }
  }
}
