import DialogueScript

/// A decision that reads an answer of which nothing in the pack says what follows when it is not known.
///
/// A person who does not know must be led somewhere on purpose, not by the way a condition happens to fall.
enum UntestedUnknown: Check {
  static func problems(_ pack: Checkup) -> [Problem] {
    let script = pack.script
    let tested = script.questionsWithUnknownTested
    return script.decisions.flatMap { test in
      test.condition.questions.filter {
        $0 >= script.localCount && !tested.contains(script.questions[$0].place)
      }.map { question in
        Problem(
          .untestedUnknown,
          "this reads `\(script.questions[question].key)`, and nothing says what follows when it is not known",
          fix: "test `is unknown` or `is known` here, or give the question an `unknown:` branch",
          at: test.place)
      }
    }
  }
}

extension Script {
  /// The conditions of decisions, and of watches on numbers and dates.
  fileprivate var decisions: [Test] {
    steps.flatMap { step -> [Test] in
      switch (step.action, step.then) {
      case (.decide(let test), _): [test]
      case (_, .byCondition(let ways, _)): ways.map(\.test)
      default: []
      }
    }
      + watches.map(\.test).filter { test in
        test.condition.questions.contains { [.number, .date].contains(questions[$0].type) }
      }
  }

  /// The questions, by where they are asked, whose unknown some condition or branch tests.
  fileprivate var questionsWithUnknownTested: Set<SourcePlace> {
    var tested: Set<SourcePlace> = []
    func look(_ condition: Condition) {
      switch condition {
      case .isKnown(let question), .isUnknown(let question):
        tested.insert(questions[question].place)
      case .not(let part): look(part)
      case .all(let parts), .any(let parts), .count(let parts, _, _): parts.forEach(look)
      default: break
      }
    }
    for step in steps {
      if let when = step.when { look(when.condition) }
      switch (step.action, step.then) {
      case (.decide(let test), _): look(test.condition)
      case (_, .byCondition(let ways, _)): ways.forEach { look($0.test.condition) }
      case (.ask(let question), .byAnswer(_, .some, _)): tested.insert(questions[question].place)
      default: break
      }
    }
    for watch in watches { look(watch.test.condition) }
    return tested
  }
}
