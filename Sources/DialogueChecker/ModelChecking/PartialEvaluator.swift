import DialogueEngine
import DialogueModel
import Scenarios

/// What is left of each condition after each answer, worked out once.
///
/// A condition is a number here, and so is each of its parts: what two conditions share is worked out once.
/// Questions are renumbered as they are answered: an item of an any of or a list, and comparisons among
/// many answers, stay open and may turn out either way.
struct PartialEvaluator {
  let script: Script
  let choices: AnswerClasses
  let today: CivilDate
  private var parts = ConditionPool()
  private var events: [Event: Int] = [.readNow: 0]
  /// By an event and a part, by their numbers.
  private var worked: [Int: Int32] = [:]
  private var answers: [Int: [Answer]] = [:]
  /// The options that questions which are laid open later are asked for.
  private var kinds: [Int: [Int]] = [:]
  private let everythingMet: [Bool]

  /// Something that decides tests, and may leave others.
  enum Event: Hashable {
    /// A question was answered in one of the ways it can be.
    case answered(question: Int, choice: Int)
    /// A question was passed by.
    case passed(question: Int)
    /// A mark has been set, or an outcome reached.
    case marked(Int)
    case concluded(outcome: Int)
    case said(step: Int)
    /// What has not been met is not there, but may be later.
    case readNow
    /// A test that is open, by its number, is taken to hold, or not to.
    case taken(test: Int32, Bool)

    /// What alone reads it; nil for all.
    fileprivate var question: Int? {
      switch self {
      case .answered(let question, _), .passed(let question), .marked(let question): question
      case .concluded, .said, .readNow, .taken: nil
      }
    }
  }

  init(_ script: Script, _ choices: AnswerClasses, today: CivilDate) {
    self.script = script
    self.choices = choices
    self.today = today
    everythingMet = Array(repeating: true, count: script.questions.count)
    // A few thousand are worked out for most rules, and growing would hash them again and again.
    worked.reserveCapacity(2048)
  }

  mutating func number(_ condition: Condition) -> Int32 { parts.number(condition) }

  /// Whether it holds, where nothing of it is left.
  func truth(_ number: Int32) -> Bool? { parts.truth(number) }

  /// A test in it that is not decided yet, by its number; nil where none is.
  func undecided(_ number: Int32) -> Int32? { parts.undecided(number) }

  func test(_ number: Int32) -> Condition { parts.test(number) }

  mutating func choices(of question: Int) -> [Answer] {
    if let known = answers[question] { return known }
    let answers = choices.answers(to: question)
    self.answers[question] = answers
    if choices.isLaidOpen(question) { kinds[question] = choices.kinds(of: question) }
    return answers
  }

  /// What is left of each of these slots of a state after an event.
  mutating func follow(
    _ event: Event, in slots: some Sequence<Int>, of state: inout Exploration.State
  ) {
    var number: Int?
    for slot in slots where mayTouch(event, state[slot]) {
      let known = number ?? self.number(event)
      number = known
      state[slot] = left(of: state[slot], event, known)
    }
  }

  private func mayTouch(_ event: Event, _ number: Int32) -> Bool {
    parts.truth(number) == nil
      && (event.question.map { parts.mayRead($0, number) } ?? true)
  }

  mutating func now(_ number: Int32) -> Int32 {
    left(of: number, .readNow, 0)
  }

  private mutating func number(_ event: Event) -> Int {
    if let number = events[event] { return number }
    events[event] = events.count
    return events.count - 1
  }

  private mutating func left(of number: Int32, _ event: Event, _ eventNumber: Int) -> Int32 {
    guard mayTouch(event, number) else { return number }
    let key = eventNumber << 32 | Int(number)
    if let known = worked[key] { return known }
    let result: Int32 =
      switch parts[number] {
      case .always, .either: number
      case .test(let test): decided(test, number, by: event).map { parts.number($0) } ?? number
      case .not(let inner): parts.not(left(of: inner, event, eventNumber))
      case .all(let all): parts.all(all.map { left(of: $0, event, eventNumber) })
      case .any(let any): parts.any(any.map { left(of: $0, event, eventNumber) })
      case .count(let counted, let comparison, let count):
        parts.count(counted.map { left(of: $0, event, eventNumber) }, comparison, count)
      }
    worked[key] = result
    return result
  }

  /// What a test has come to; nil where the event does not touch it.
  private mutating func decided(_ test: Condition, _ number: Int32, by event: Event) -> Condition? {
    switch event {
    case .answered(let question, let choice):
      test.reads { $0 == question } ? decided(test, question, choices(of: question)[choice]) : nil
    case .passed(let question): test.reads { $0 == question } ? .always(false) : nil
    case .marked(let mark): test == .isKnown(question: mark) ? .always(true) : nil
    case .concluded(let outcome): test == .outcome(outcome) ? .always(true) : nil
    case .said(let step):
      if case .said(let steps) = test, steps.contains(step) { .always(true) } else { nil }
    case .readNow: Open.isOpen(test) ? nil : .always(false)
    case .taken(let taken, let truth): taken == number ? .always(truth) : nil
    }
  }

  private mutating func decided(
    _ test: Condition, _ question: Int, _ answer: Answer
  ) -> Condition {
    if let open = open(test, question, answer) { return open }
    let facts = Environment(answers: [question: answer], met: everythingMet, today: today)
    return .always(facts.holds(test))
  }

  /// A test that the answer to one question alone does not decide.
  private mutating func open(_ test: Condition, _ question: Int, _ answer: Answer) -> Condition? {
    guard let value = answer.value else {
      if case .compares(_, _, .question) = test { return .always(false) }
      return nil
    }
    func item(_ option: Int) -> Condition { .includes(question: Open.answered(question), [option]) }
    let kinds = kinds[question] ?? []
    switch test {
    case .includes(_, let options) where !kinds.isEmpty:
      return .any(kinds.filter(options.contains).map(item))
    case .hasAny where !kinds.isEmpty: return .any(kinds.map(item))
    case .isEmpty where !kinds.isEmpty: return .not(.any(kinds.map(item)))
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
    case .includes(let question, _): question < 0
    case .compares(let first, _, .question(let second)): first < 0 && second < 0
    default: false
    }
  }
}
