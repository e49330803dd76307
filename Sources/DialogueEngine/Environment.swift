package import DialogueModel

/// What conditions can read: the answers of questions already met, today, and the outcomes reached.
package struct Environment {
  /// The answers; conditions read only those of questions that have been met.
  package private(set) var answers: Answers
  private var met: [Bool]
  /// The day that ages and dates are compared with.
  package let today: CivilDate
  /// The outcomes reached; empty during a run, since only letters, texts and safety rules read them.
  package var outcomes: [Int]
  /// The steps met; only safety rules read them.
  package var said: Set<Int> = []

  /// Starts from answers, and for each question whether it has been met.
  package init(answers: Answers, met: [Bool], today: CivilDate, outcomes: [Int] = []) {
    (self.answers, self.met) = (answers, met)
    (self.today, self.outcomes) = (today, outcomes)
  }

  /// Starts with no question met; `questions` is the number of them.
  package init(questions: Int, today: CivilDate, outcomes: [Int] = []) {
    self.init(
      answers: [:], met: Array(repeating: false, count: questions), today: today,
      outcomes: outcomes)
  }

  /// Marks a question as met, with its answer or, if nil, without one.
  package mutating func meet(_ question: Int, _ answer: Answer?) {
    met[question] = true
    answers[question] = answer
  }

  func value(_ question: Int) -> Value? {
    met[question] ? answers[question]?.value : nil
  }

  /// What conditions on options can read of the live answer.
  private func bits(_ question: Int) -> AnswerBits {
    met[question] ? answers.bits(of: question).met : .none
  }

  /// Whether the condition is true here.
  package func holds(_ condition: Condition) -> Bool {
    switch condition {
    case .always(let truth): truth
    case .unresolved: false
    case .isOption(let question, let options), .includes(let question, let options):
      if AnswerBits.distinguishes(options) {
        bits(question).meets(AnswerBits(options: options))
      } else {
        chosen(question).contains { options.contains($0) }
      }
    case .hasAny(let question): bits(question).meets(.anyOption)
    case .isEmpty(let question): bits(question) == .value && isList(question)
    case .isKnown(let question): bits(question).meets(.value)
    case .isUnknown(let question): bits(question).meets(.withoutValue)
    case .compares, .age, .within: condition.holds(of: value, today: today) ?? false
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

  private func isList(_ question: Int) -> Bool {
    switch value(question) {
    case .options?, .items?: true
    default: false
    }
  }
}

extension Condition {
  /// Whether a comparison of numbers, days or times is true of these values; nil for any other condition.
  func holds(of value: (Int) -> Value?, today: CivilDate) -> Bool? {
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
      guard let born = value(question)?.date else { return false }
      return comparison.holds(Double(born.years(until: today)), years)
    case .within(let question, let days):
      guard let date = value(question)?.date else { return false }
      return abs(date.dayNumber - today.dayNumber) <= days
    default: return nil
    }
  }
}
