import DialogueModel

/// What is heard while a question of a watch waits for its answer: the watches that come behind its own,
/// set off by the same answer.
///
/// They speak at once, up to their own questions, and so what has been said at that point is told only behind
/// them. Only those count that bring about what is looked for.
struct PendingWatches {
  /// Where such watches begin, and where they are over.
  private(set) var listens: Set<Int> = []
  private(set) var hushes: Set<Int> = []
  /// The questions that they do not wait for.
  private(set) var passedBy: Set<Int> = []
  /// Every place where a conversation can stand still, once all that is said there is said; its end is not
  /// among them.
  private(set) var points: Set<Int> = []

  /// Looks for nothing.
  init() {}

  init(_ program: InlinedProgram, of script: Script, for condition: Condition) {
    var (told, count) = ([0], 0)
    for instruction in program.code {
      switch instruction {
      case .conclude(let outcome) where condition.outcomes.contains(outcome): count += 1
      case .step(let step) where condition.stepsSaid.contains(step): count += 1
      default: break
      }
      told.append(count)
    }
    // No one waits for what is not asked.
    func isAsked(_ address: Int) -> Bool {
      guard case .ask(let question) = program.code[address] else { return false }
      return question >= script.localCount && !script.questions[question].isQuiet
    }
    for watches in program.watches {
      for (at, watch) in watches.enumerated() {
        let later = watches[(at + 1)...].filter { told[$0.upperBound] > told[$0.lowerBound] }
        guard !later.isEmpty else { continue }
        listens.formUnion(later.map(\.lowerBound))
        hushes.formUnion(later.map { $0.upperBound - 1 })
        passedBy.formUnion(watch.filter(isAsked))
      }
    }
    points = Set(program.code.indices.filter(isAsked)).subtracting(passedBy)
    for address in passedBy {
      if let heard = program.allHeard.first(where: { $0 > address }) { points.insert(heard) }
    }
  }
}
