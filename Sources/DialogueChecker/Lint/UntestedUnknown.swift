import DialogueModel

/// Reports decisions that read an answer when nothing in the pack says what follows if it is not known.
///
/// A user who does not know must be led somewhere on purpose, not by the way a condition happens to fall.
enum UntestedUnknown: Check {
  static let explanation = Explanation(
    .untestedUnknown,
    "A decision reads an answer, and nothing in the pack says what follows when that is not known. It counts as said when some condition tests `is unknown` or `is known`, when a branch is called `unknown`, or when all that can be known is tested by name.",
    why:
      "people who do not know are led somewhere by the way a condition happens to fall, not on purpose.",
    example: """
        - ask: door
          text: Is the door open?
          answer: yes-no
        - decide: can-go-in
          if: door is yes
      #       ^
          then:
            yes: go-in
            otherwise: finish-here
        - say: go-in
          text: Go in.
        - conclude: finish-here
          outcome: done
      """)

  static func problems(_ pack: Checker) -> [Diagnostic] {
    let script = pack.script
    let tested = Tested(script)
    var reported: Set<SourcePlace> = []
    return script.decisions.flatMap { decision -> [Diagnostic] in
      let untested = decision.questions.filter { number in
        let question = script.questions[number]
        return number >= script.localCount && question.type != .list
          && !tested.isUnknownTested(question)
      }
      return untested.sorted().compactMap { number in
        let question = script.questions[number]
        guard reported.insert(question.place).inserted else { return nil }
        return Diagnostic(
          .untestedUnknown,
          "this reads `\(question.key.withoutRounds)`, and nothing says what follows when it is not known",
          fix: "test `is unknown` where it matters, or give the question an `unknown:` branch",
          at: decision.place)
      }
    }
  }
}

extension Script {
  /// What decisions read, and watches on numbers and dates.
  fileprivate var decisions: [(place: SourcePlace, questions: Set<Int>)] {
    var decisions: [(place: SourcePlace, questions: Set<Int>)] = []
    for step in steps {
      switch (step.action, step.then) {
      case (.decide(let test), _): decisions.append((test.place, test.condition.questions))
      case (_, .byCondition(let ways, _)):
        decisions += ways.map { ($0.test.place, $0.test.condition.questions) }
      default: break
      }
    }
    return decisions
      + watches.compactMap { watch in
        let read = watch.test.condition.questions.filter {
          [.number, .date].contains(questions[$0].type)
        }
        return read.isEmpty ? nil : (watch.test.place, read)
      }
  }
}

/// Which values of each question the conditions of a pack test, by where the question is asked.
private struct Tested {
  private var unknown: Set<SourcePlace> = []
  private var any: Set<SourcePlace> = []
  private var empty: Set<SourcePlace> = []
  private var options: [SourcePlace: Set<Int>] = [:]
  private let script: Script

  init(_ script: Script) {
    self.script = script
    for test in script.allConditions.flatMap(\.tests) { look(at: test) }
    for step in script.steps { lookAtBranches(step) }
  }

  /// Whether a condition or branch names the unknown case, or all other cases are named.
  func isUnknownTested(_ question: Question) -> Bool {
    let place = question.place
    return unknown.contains(place) || (any.contains(place) && empty.contains(place))
      || (!question.options.isEmpty && options[place]?.count == question.options.count)
  }

  private mutating func look(at test: Condition) {
    func place(_ question: Int) -> SourcePlace { script.questions[question].place }
    switch test {
    case .isKnown(let question), .isUnknown(let question): unknown.insert(place(question))
    case .hasAny(let question), .includes(let question, _): any.insert(place(question))
    case .isEmpty(let question): empty.insert(place(question))
    case .isOption(let question, let chosen):
      options[place(question), default: []].formUnion(chosen)
    default: break
    }
  }

  private mutating func lookAtBranches(_ step: Step) {
    guard case .ask(let question) = step.action,
      case .byAnswer(let ways, let unknown, _) = step.then
    else { return }
    let place = script.questions[question].place
    if unknown != nil { self.unknown.insert(place) }
    options[place, default: []].formUnion(ways.indices.filter { ways[$0] != nil })
  }
}
