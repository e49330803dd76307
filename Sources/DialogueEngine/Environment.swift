package import DialogueModel

/// What conditions can read: the answers of questions already met, today, and the outcomes reached.
package struct Environment {
  /// The answers; conditions read only those of questions that have been met.
  package private(set) var answers: Answers
  /// What conditions on options can read of each question; `.none` until it has been met.
  var bits: [AnswerBits]
  /// The day that ages and dates are compared with.
  package let today: CivilDate
  /// The minute that moments are compared with; nil if it is not known.
  let minute: Int?
  /// The outcomes reached; empty during a run, since only letters, texts and safety rules read them.
  package var outcomes: [Int]
  /// The steps met; only safety rules read them.
  package var said: Set<Int> = []

  /// Starts from answers, and for each question whether it has been met.
  package init(
    answers: Answers, met: [Bool], today: CivilDate, minute: Int?, outcomes: [Int] = []
  ) {
    self.answers = answers
    bits = met.map { $0 ? .withoutValue : .none }
    for question in answers.questions where met[question] {
      bits[question] = answers.bits(of: question)
    }
    (self.today, self.minute, self.outcomes) = (today, minute, outcomes)
  }

  /// Starts from answers to questions of which none has been met; `unmet` is the number of questions.
  init(answers: Answers, unmet: Int, today: CivilDate, minute: Int?) {
    self.answers = answers
    bits = Array(repeating: .none, count: unmet)
    (self.today, self.minute, outcomes) = (today, minute, [])
  }

  /// Starts with no question met; `questions` is the number of them.
  package init(questions: Int, today: CivilDate, minute: Int?, outcomes: [Int] = []) {
    self.init(
      answers: [:], met: Array(repeating: false, count: questions), today: today,
      minute: minute, outcomes: outcomes)
  }

  /// Marks a question as met, with its answer or, if nil, without one.
  package mutating func meet(_ question: Int, _ answer: Answer?) {
    bits[question] = AnswerBits(answer).met
    answers[question] = answer
  }

  func value(_ question: Int) -> Value? {
    bits[question] == .none ? nil : answers[question]?.value
  }

  /// Whether the condition of a test is true here.
  func holds(_ test: Test) -> Bool {
    holds(0, of: test.graph)
  }

  /// Whether a condition of a graph is true here, by its number.
  func holds(_ condition: Int32, of graph: DecisionGraph) -> Bool {
    var at = graph.starts[Int(condition)]
    while at >= 0 {
      let node = graph.nodes[Int(at)]
      let isTrue =
        switch node.test {
        case .bits(let question, let wanted): bits[Int(question)].meets(wanted)
        case .other(let number): holds(graph.others[Int(number)])
        }
      at = isTrue ? node.ifTrue : node.ifFalse
    }
    return at == DecisionGraph.yes
  }

  /// Whether the condition is true here.
  package func holds(_ condition: Condition) -> Bool {
    switch condition {
    case .always(let truth): truth
    case .unresolved: false
    case .isOption(let question, let options), .includes(let question, let options):
      if AnswerBits.distinguishes(options) {
        bits[question].meets(AnswerBits(options: options))
      } else {
        chosen(question).contains { options.contains($0) }
      }
    case .hasAny(let question): bits[question].meets(.anyOption)
    case .isEmpty(let question): bits[question] == .value
    case .isKnown(let question): bits[question].meets(.value)
    case .isUnknown(let question): bits[question].meets(.withoutValue)
    case .compares, .age, .within, .withinMinutes:
      condition.holds(of: value, today: today, minute: minute) ?? false
    case .isOpen(let hours, let minutes): hours.isOpen(for: minutes, on: today, at: minute)
    case .outcome(let outcome): outcomes.contains(outcome)
    case .said(let steps): !steps.isDisjoint(with: said)
    case .count(let parts, let comparison, let number):
      comparison.holds(Double(parts.count { holds($0) }), number)
    case .not(let part): !holds(part)
    case .all(let parts): parts.allSatisfy { holds($0) }
    case .any(let parts): parts.contains { holds($0) }
    }
  }

  /// The options chosen, or the places of the items that are not removed.
  private func chosen(_ question: Int) -> [Int] {
    switch value(question) {
    case .option(let option)?: [option]
    case .options(let options)?: options
    case .items(let items)?: items.filter { !$0.isRemoved }.map { $0.number - 1 }
    default: []
    }
  }
}

extension Condition {
  /// Whether a comparison of numbers, days, times or moments is true of these values; nil for any other condition.
  func holds(of value: (Int) -> Value?, today: CivilDate, minute: Int?) -> Bool? {
    switch self {
    case .compares(let question, let comparison, let operand):
      let other: Double? =
        switch operand {
        case .value(let position): position
        case .today: Double(today.dayNumber)
        case .question(let question): value(question)?.position
        }
      guard let position = value(question)?.position, let other else { return false }
      return comparison.holds(position, other)
    case .age(let question, let comparison, let years):
      guard let born = value(question)?.latestDay else { return false }
      return comparison.holds(Double(born.years(until: today)), years)
    case .within(let question, let days):
      guard let date = value(question)?.date else { return false }
      return abs(date.dayNumber - today.dayNumber) <= days
    case .withinMinutes(let question, let minutes):
      guard let position = value(question)?.position else { return false }
      return position <= MomentAnswer.now(today, minute) + Double(minutes)
    default: return nil
    }
  }
}
