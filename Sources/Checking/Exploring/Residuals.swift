import DialogueScript
import Screening

/// What is left of each condition after each answer, worked out once.
///
/// A condition is a number here. Questions are renumbered as they are answered: an item of an any of or a
/// list, and comparisons among many answers, stay open and may turn out either way.
struct Residuals {
  let script: Script
  let choices: Choices
  let today: CivilDate
  private var conditions: [Condition] = []
  private var numbers: [Condition: Int32] = [:]
  private var worked: [Key: Int32] = [:]
  private var answers: [Int: [Answer]] = [:]
  /// The options that questions which are laid open later are asked for.
  private var kinds: [Int: [Int]] = [:]
  private let everythingMet: [Bool]

  private struct Key: Hashable {
    var condition: Int32
    var question: Int
    var choice: Int
  }

  init(_ script: Script, _ choices: Choices, today: CivilDate) {
    self.script = script
    self.choices = choices
    self.today = today
    everythingMet = Array(repeating: true, count: script.questions.count)
  }

  subscript(number: Int32) -> Condition { conditions[Int(number)] }

  mutating func number(_ condition: Condition) -> Int32 {
    if let number = numbers[condition] { return number }
    let number = Int32(conditions.count)
    numbers[condition] = number
    conditions.append(condition)
    return number
  }

  mutating func choices(of question: Int) -> [Answer] {
    if let known = answers[question] { return known }
    let answers = choices.answers(to: question)
    self.answers[question] = answers
    if choices.isLaidOpen(question) { kinds[question] = choices.kinds(of: question) }
    return answers
  }

  /// After a question was answered in one of the ways it can be.
  mutating func after(_ condition: Int32, question: Int, choice: Int) -> Int32 {
    work(condition, question, choice) { residuals in
      let answer = residuals.choices(of: question)[choice]
      return residuals[condition].replacing { residuals.decided($0, question, answer) }
    }
  }

  /// After a question was passed by.
  mutating func passing(_ condition: Int32, question: Int) -> Int32 {
    work(condition, question, -1) { residuals in
      residuals[condition].replacing { $0.reads(question) ? .always(false) : nil }
    }
  }

  /// After something that is read by its number alone has happened: a mark, or an outcome as -1 - number.
  mutating func having(_ condition: Int32, _ test: Condition) -> Int32 {
    let key: Int
    switch test {
    case .isKnown(let mark): key = mark
    case .outcome(let outcome): key = -1 - outcome
    default: return condition
    }
    return work(condition, key, -2) { residuals in
      residuals[condition].replacing { $0 == test ? .always(true) : nil }
    }
  }

  /// After a step was met.
  mutating func saying(_ condition: Int32, _ step: Int) -> Int32 {
    work(condition, step, -3) { residuals in
      residuals[condition].replacing { test in
        if case .said(let steps) = test, steps.contains(step) { .always(true) } else { nil }
      }
    }
  }

  /// As it is read now: what has not been met is not there, but may be later.
  mutating func now(_ condition: Int32) -> Int32 {
    work(condition, Int.max, 0) { residuals in
      residuals[condition].replacing { Open.isOpen($0) ? nil : .always(false) }
    }
  }

  /// With a test that is open taken to hold, or not to.
  mutating func taking(_ condition: Int32, _ test: Condition, as truth: Bool) -> Int32 {
    // Its number stands for the test beside the questions.
    let key = Int.min + Int(number(test))
    return work(condition, key, truth ? 1 : 0) { residuals in
      residuals[condition].replacing { $0 == test ? .always(truth) : nil }
    }
  }

  private mutating func work(
    _ condition: Int32, _ question: Int, _ choice: Int,
    _ result: (inout Residuals) -> Condition
  ) -> Int32 {
    let key = Key(condition: condition, question: question, choice: choice)
    if let known = worked[key] { return known }
    let number = number(result(&self))
    worked[key] = number
    return number
  }

  private func decided(_ test: Condition, _ question: Int, _ answer: Answer) -> Condition? {
    guard test.reads(question) else { return nil }
    if let open = open(test, question, answer) { return open }
    let facts = Facts(answers: [question: answer], met: everythingMet, today: today)
    return .always(facts.holds(test))
  }

  /// A test that the answer to one question alone does not decide.
  private func open(_ test: Condition, _ question: Int, _ answer: Answer) -> Condition? {
    guard let value = answer.value else {
      if case .compares(_, _, .question) = test { return .always(false) }
      return nil
    }
    func item(_ option: Int) -> Condition { .includes(question: Open.answered(question), [option]) }
    let kinds = kinds[question] ?? []
    switch test {
    case .includes(_, let options) where !kinds.isEmpty:
      return .any(of: kinds.filter(options.contains).map(item))
    case .hasAny where !kinds.isEmpty: return .any(of: kinds.map(item))
    case .isEmpty where !kinds.isEmpty:
      return Condition.not(.any(of: kinds.map(item))).replacing { _ in nil }
    case .compares(let first, let comparison, .question(let second)) where first != second:
      if let value = value.operand, !choices.isFree(question) {
        return first == question
          ? .compares(question: second, comparison.turned, value)
          : .compares(question: first, comparison, value)
      }
      // Both answered, it may turn out either way; else it waits for the other.
      return .compares(
        question: first == question ? Open.answered(first) : first, comparison,
        .question(second == question ? Open.answered(second) : second))
    default: return nil
    }
  }
}

extension Value {
  /// To compare another answer with.
  fileprivate var operand: Condition.Operand? {
    switch self {
    case .number(let number): .number(number)
    case .date(let date, _): .date(date)
    default: nil
    }
  }
}

/// Questions that have been answered, in tests that stay open.
enum Open {
  static func answered(_ question: Int) -> Int { -1 - question }

  /// Whether a test may turn out either way.
  static func isOpen(_ test: Condition) -> Bool {
    switch test {
    case .unresolved: true
    case .includes(let question, _): question < 0
    case .compares(let first, _, .question(let second)): first < 0 && second < 0
    default: false
    }
  }
}

extension Condition {
  /// Whether a single test reads a question.
  fileprivate func reads(_ question: Int) -> Bool {
    switch self {
    case .isOption(let read, _), .includes(let read, _), .hasAny(let read), .isEmpty(let read),
      .isKnown(let read), .isUnknown(let read), .age(let read, _, _), .within(let read, _):
      read == question
    case .compares(let read, _, .question(let other)): read == question || other == question
    case .compares(let read, _, _): read == question
    default: false
    }
  }
}
