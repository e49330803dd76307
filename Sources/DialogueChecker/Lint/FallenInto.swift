import DialogueModel

/// Reports a `conclude` that a branch names and that the skipped step before it falls into by accident.
enum FallenInto: Check {
  static let explanation = Explanation(
    .fallenInto,
    "A branch leads to this outcome, and whoever passes over the step before it falls into it as well, since that step leads elsewhere only when its condition holds.",
    why: "an outcome would be told to people it was never meant for.",
    example: """
        - ask: door
          text: Is the door open?
          answer: yes-no
          then:
            yes: done
            otherwise: shut
        - ask: shut
          text: Is a window open?
          answer: yes-no
        - say: climb
          text: Please do not climb in.
          when: shut is yes
          then: conclude done
        - conclude: done
      #             ^
          outcome: done
      """)

  static func problems(_ pack: Checker) -> [Diagnostic] {
    let script = pack.script
    let named = Set(
      script.steps.flatMap(\.targets).compactMap { target in
        if case .step(let step) = target { step } else { nil }
      })
    return script.blocks.flatMap { block in
      zip(block, block.dropFirst()).compactMap { before, number -> Diagnostic? in
        let (before, step) = (script.steps[before], script.steps[number])
        // The step before leads elsewhere, except when its own condition or that of its group skips it.
        let passed = before.when == nil ? script.group(endingBefore: number, in: block) : before
        guard case .conclude = step.action, named.contains(number), let passed,
          case .to(let target) = before.then, target != .next
        else { return nil }
        return Diagnostic(
          .fallenInto,
          "a branch leads to `\(step.name)`, and whoever passes over `\(passed.name)` falls into it too",
          fix: "put a `choose` before `\(passed.name)` that says where each goes", at: step.place)
      }
    }
  }
}

extension Script {
  /// The outermost group of a block whose last step comes right before this one; nil if there is none.
  fileprivate func group(endingBefore number: Int, in block: Range<Int>) -> Step? {
    let group = block.first { at in
      if case .group(let inside) = steps[at].action { at + 1 + inside == number } else { false }
    }
    return group.map { steps[$0] }
  }
}
