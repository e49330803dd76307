import DialogueModel

/// The watches that speak while a question of an earlier watch is pending, set off by the same answer.
///
/// In the inlined program a later watch comes after the earlier one's question and its answer. In the engine it speaks
/// while that question still waits: without following it, that moment would be left out, and a rule broken only there
/// would be called proved. So goals at a pending question are evaluated after these watches. Only watches that can
/// change the goal are kept.
struct PendingWatches {
  /// The addresses at which such watches begin and end.
  private(set) var begins: Set<Int> = []
  private(set) var ends: Set<Int> = []
  /// The addresses of questions that may be left pending.
  private(set) var mayStayPending: Set<Int> = []
  /// The addresses at which a conversation can wait, after everything that is said before it does; without its end.
  private(set) var points: Set<Int> = []

  /// No goal, no pending watch.
  init() {}

  init(_ program: InlinedProgram, of script: Script, for condition: Condition) {
    var (effectsBefore, count) = ([0], 0)
    for instruction in program.code {
      switch instruction {
      case .conclude(let outcome) where condition.outcomes.contains(outcome): count += 1
      case .step(let step) where condition.stepsSaid.contains(step): count += 1
      default: break
      }
      effectsBefore.append(count)
    }
    // Local fields and quiet questions are never pending.
    func isAsked(_ address: Int) -> Bool {
      guard case .ask(let question) = program.code[address] else { return false }
      return question >= script.localCount && !script.questions[question].isQuiet
    }
    for watches in program.watches {
      for (at, watch) in watches.enumerated() {
        let relevantLater = watches[(at + 1)...].filter {
          effectsBefore[$0.upperBound] > effectsBefore[$0.lowerBound]
        }
        guard !relevantLater.isEmpty else { continue }
        begins.formUnion(relevantLater.map(\.lowerBound))
        ends.formUnion(relevantLater.map { $0.upperBound - 1 })
        mayStayPending.formUnion(watch.filter(isAsked))
      }
    }
    points = Set(program.code.indices.filter(isAsked)).subtracting(mayStayPending)
    for address in mayStayPending {
      if let watchesDone = program.watchesDone.first(where: { $0 > address }) {
        points.insert(watchesDone)
      }
    }
  }
}
