package import DialogueScript

/// What a condition may read: the answers of questions already met, today, and outcomes reached.
package struct Facts {
  package var answers: [Int: Answer]
  package var met: [Bool]
  package let today: CivilDate
  /// Empty on a walk: only letters and texts read outcomes.
  package var outcomes: [Int]
  /// The steps met; only safety rules read them.
  package var said: Set<Int> = []

  package init(
    answers: [Int: Answer], met: [Bool], today: CivilDate, outcomes: [Int] = []
  ) {
    self.answers = answers
    self.met = met
    self.today = today
    self.outcomes = outcomes
  }

  /// The live answer of a question met on this walk.
  func answer(_ question: Int) -> Answer? {
    met[question] ? answers[question] : nil
  }

  func value(_ question: Int) -> Value? {
    answer(question)?.value
  }

  package func holds(_ condition: Condition) -> Bool {
    switch condition {
    case .always(let truth): truth
    case .unresolved: false
    case .isOption(let question, let options):
      if case .option(let option)? = value(question) { options.contains(option) } else { false }
    case .includes(let question, let options):
      !chosen(question).allSatisfy { !options.contains($0) }
    case .hasAny(let question): !chosen(question).isEmpty
    case .isEmpty(let question): isList(question) && chosen(question).isEmpty
    case .isKnown(let question): value(question) != nil
    case .isUnknown(let question): met[question] && value(question) == nil
    case .compares(let question, let comparison, let operand):
      compares(question, comparison, operand)
    case .age(let question, let comparison, let years):
      if let born = date(question) {
        comparison.holds(Double(born.years(until: today)), years)
      } else {
        false
      }
    case .within(let question, let days):
      if let date = date(question) {
        abs(date.dayNumber - today.dayNumber) <= days
      } else {
        false
      }
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

  private func date(_ question: Int) -> CivilDate? {
    if case .date(let date, _)? = value(question) { date } else { nil }
  }

  private func compares(
    _ question: Int, _ comparison: Condition.Comparison, _ operand: Condition.Operand
  ) -> Bool {
    let other: Value? =
      switch operand {
      case .number(let number): .number(number)
      case .date(let date): .date(date, words: "")
      case .today: .date(today, words: "")
      case .question(let question): value(question)
      }
    switch (value(question), other) {
    case (.number(let a)?, .number(let b)?): return comparison.holds(a, b)
    case (.date(let a, _)?, .date(let b, _)?): return comparison.holds(a, b)
    default: return false
    }
  }
}
