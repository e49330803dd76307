import DialogueModel

/// The watches that speak while a question of an earlier watch is pending, set off by the same answer.
///
/// They speak at once, up to their own questions, so goals at a pending question are evaluated after them. Only
/// watches that can make the goal true are kept.
struct PendingWatches {
  /// The addresses at which such watches begin and end.
  private(set) var begins: Set<Int> = []
  private(set) var ends: Set<Int> = []
  /// The questions that are left pending.
  private(set) var passedBy: Set<Int> = []
  /// The addresses at which a conversation can wait, with everything said that is said there; without its end.
  private(set) var points: Set<Int> = []

  /// No goal, no pending watch.
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
    // Local fields and quiet questions are never pending.
    func isAsked(_ address: Int) -> Bool {
      guard case .ask(let question) = program.code[address] else { return false }
      return question >= script.localCount && !script.questions[question].isQuiet
    }
    for watches in program.watches {
      for (at, watch) in watches.enumerated() {
        let later = watches[(at + 1)...].filter { told[$0.upperBound] > told[$0.lowerBound] }
        guard !later.isEmpty else { continue }
        begins.formUnion(later.map(\.lowerBound))
        ends.formUnion(later.map { $0.upperBound - 1 })
        passedBy.formUnion(watch.filter(isAsked))
      }
    }
    points = Set(program.code.indices.filter(isAsked)).subtracting(passedBy)
    for address in passedBy {
      if let watchesEnd = program.watchesDone.first(where: { $0 > address }) {
        points.insert(watchesEnd)
      }
    }
  }
}
