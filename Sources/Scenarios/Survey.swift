import DialogueModel

/// Finds every step, branch and option that a conversation without a local file could reach.
///
/// Scenarios have no local file unless one is given, so what needs one is not a gap in their coverage.
struct Survey {
  private let script: Script
  private let program: InlinedProgram
  /// The questions and marks that the previous pass found reachable; the first pass starts with all of them.
  private let askable: Set<Int>
  private var asked: Set<Int> = []
  private var parts: Set<Coverage.Part> = []

  /// Everything there is to cover.
  static func parts(of script: Script) -> Set<Coverage.Part> {
    let program = InlinedProgram(script)
    let marks = Flags(script)
    var survey = Survey(
      script, program, askable: Set(0..<marks.used(script.blocks.count)))
    // A question that is never asked can make others unreachable, so the passes repeat until nothing changes.
    while survey.asked != survey.askable {
      survey = Survey(script, program, askable: survey.asked)
    }
    return survey.parts
  }

  /// All jumps lead forward, so one pass finds everything that can be reached.
  private init(_ script: Script, _ program: InlinedProgram, askable: Set<Int>) {
    (self.script, self.program, self.askable) = (script, program, askable)
    var isReached = [Bool](repeating: false, count: program.end + 1)
    isReached[0] = true
    for (address, instruction) in program.code.enumerated() where isReached[address] {
      switch instruction {
      case .test(let condition, let yes, let no):
        let truth = decided(condition)
        if truth != false { isReached[yes] = true }
        if truth != true { isReached[no] = true }
      case .jump(let target): isReached[target] = true
      default:
        look(at: instruction)
        isReached[address + 1] = true
      }
    }
  }

  private mutating func look(at instruction: InlinedProgram.Instruction) {
    switch instruction {
    case .step(let step): add(.step, script.steps[step].place)
    case .branch(let branch): add(.branch, script.program.branchPlaces[branch])
    case .mark(let mark): asked.insert(mark)
    case .ask(let question):
      asked.insert(question)
      guard question >= script.localCount else { return }
      for place in script.questions[question].options.compactMap(\.place) { add(.option, place) }
    case .test, .jump, .conclude, .enterWatch, .leaveWatch, .watchesDone: break
    }
  }

  private mutating func add(_ kind: Coverage.Kind, _ place: SourcePlace) {
    parts.insert(Coverage.Part(kind: kind, place: place))
  }

  /// Whether a condition holds, if that is the same in every such conversation; nil if it varies.
  private func decided(_ condition: Condition) -> Bool? {
    let left = condition.replacing { test in
      switch test {
      case .isOption(_, []), .includes(_, []): return .always(false)
      case .outcome: return nil
      case .isKnown(let field) where field < script.localCount: return .always(hasValue(field))
      case .isUnknown(let field) where field < script.localCount: return .always(!hasValue(field))
      default: return test.questions.allSatisfy(hasValue) ? nil : .always(false)
      }
    }
    if case .always(let truth) = left { return truth }
    return nil
  }

  /// Whether a question can have a value; a local field has one only if the local file gives it.
  private func hasValue(_ question: Int) -> Bool {
    question < script.localCount
      ? script.localAnswers[question] != nil : askable.contains(question)
  }
}
