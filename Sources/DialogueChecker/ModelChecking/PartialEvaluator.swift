import DialogueEngine
import DialogueModel
import Scenarios

/// Partial evaluation of conditions: what remains of each after an event, computed once and remembered.
///
/// Conditions and their parts are numbers of a pool, so that shared parts are evaluated once. An item of a long any of
/// or list, and comparisons among more than four answers, stay open: they may go either way.
struct PartialEvaluator {
  let script: Script
  let choices: AnswerClasses
  let today: CivilDate
  private var parts = ConditionPool()
  private var events: [Event: Int] = [.evaluate: 0]
  /// The remainder, by the numbers of an event and a part.
  private var memo: [Int: Int32] = [:]
  private var answers: [Int: [Answer]] = [:]
  /// For questions whose options stay open: the options that conditions ask for.
  private var kinds: [Int: [Int]] = [:]
  private let everythingMet: [Bool]

  /// Something that decides some tests.
  enum Event: Hashable {
    /// A question was answered, by a class of answers.
    case answered(question: Int, answerClass: Int)
    /// A question will not be asked any more.
    case neverAsked(question: Int)
    /// A flag was set.
    case marked(Int)
    case concluded(outcome: Int)
    case said(step: Int)
    /// A condition is read now: what has not been met counts as absent, for this reading.
    case evaluate
    /// An open test is assumed to hold, or to fail.
    case assumed(test: Int32, Bool)

    /// The only question whose readers it can change; nil for all.
    fileprivate var question: Int? {
      switch self {
      case .answered(let question, _), .neverAsked(let question), .marked(let question): question
      case .concluded, .said, .evaluate, .assumed: nil
      }
    }
  }

  init(_ script: Script, _ choices: AnswerClasses, today: CivilDate) {
    self.script = script
    self.choices = choices
    self.today = today
    everythingMet = Array(repeating: true, count: script.questions.count)
    // Most rules need a few thousand; growing would rehash them each time.
    memo.reserveCapacity(2048)
  }

  mutating func number(_ condition: Condition) -> Int32 { parts.number(condition) }

  /// Whether a condition holds, if it is decided.
  func truth(_ number: Int32) -> Bool? { parts.truth(number) }

  /// The first test left in a condition, by its number; nil if there is none.
  func undecided(_ number: Int32) -> Int32? { parts.undecided(number) }

  func test(_ number: Int32) -> Condition { parts.test(number) }

  mutating func choices(of question: Int) -> [Answer] {
    if let known = answers[question] { return known }
    let answers = choices.answers(to: question)
    self.answers[question] = answers
    if choices.isLaidOpen(question) { kinds[question] = choices.kinds(of: question) }
    return answers
  }

  /// Applies an event to these slots of a state.
  mutating func follow(
    _ event: Event, in slots: some Sequence<Int>, of state: inout Exploration.State
  ) {
    var number: Int?
    for slot in slots where mayTouch(event, state[slot]) {
      let known = number ?? self.number(event)
      number = known
      state[slot] = remainder(of: state[slot], event, known)
    }
  }

  private func mayTouch(_ event: Event, _ number: Int32) -> Bool {
    parts.truth(number) == nil
      && (event.question.map { parts.mayRead($0, number) } ?? true)
  }

  mutating func now(_ number: Int32) -> Int32 {
    remainder(of: number, .evaluate, 0)
  }

  private mutating func number(_ event: Event) -> Int {
    if let number = events[event] { return number }
    events[event] = events.count
    return events.count - 1
  }

  private mutating func remainder(of number: Int32, _ event: Event, _ eventNumber: Int) -> Int32 {
    guard mayTouch(event, number) else { return number }
    let key = eventNumber << 32 | Int(number)
    if let known = memo[key] { return known }
    let result: Int32 =
      switch parts[number] {
      case .always, .either: number
      case .test(let test): decided(test, number, by: event).map { parts.number($0) } ?? number
      case .not(let inner): parts.not(remainder(of: inner, event, eventNumber))
      case .all(let all): parts.all(all.map { remainder(of: $0, event, eventNumber) })
      case .any(let any): parts.any(any.map { remainder(of: $0, event, eventNumber) })
      case .count(let counted, let comparison, let count):
        parts.count(counted.map { remainder(of: $0, event, eventNumber) }, comparison, count)
      }
    memo[key] = result
    return result
  }

  /// What an event makes of a test; nil if it does not affect it.
  private mutating func decided(_ test: Condition, _ number: Int32, by event: Event) -> Condition? {
    switch event {
    case .answered(let question, let answerClass):
      test.reads { $0 == question }
        ? decided(test, question, choices(of: question)[answerClass]) : nil
    case .neverAsked(let question): test.reads { $0 == question } ? .always(false) : nil
    case .marked(let mark): test == .isKnown(question: mark) ? .always(true) : nil
    case .concluded(let outcome): test == .outcome(outcome) ? .always(true) : nil
    case .said(let step):
      if case .said(let steps) = test, steps.contains(step) { .always(true) } else { nil }
    case .evaluate: Open.isOpen(test) ? nil : .always(false)
    case .assumed(let taken, let truth): taken == number ? .always(truth) : nil
    }
  }

  private mutating func decided(
    _ test: Condition, _ question: Int, _ answer: Answer
  ) -> Condition {
    if let open = residual(test, question, answer) { return open }
    let facts = Environment(
      answers: [question: answer], met: everythingMet, today: today, minute: Checker.minute)
    return .always(facts.holds(test))
  }

  /// A test that one answer does not decide.
  private mutating func residual(_ test: Condition, _ question: Int, _ answer: Answer) -> Condition?
  {
    guard let value = answer.value else {
      if case .compares(_, _, .question) = test { return .always(false) }
      return nil
    }
    func item(_ option: Int) -> Condition { .includes(question: Open.answered(question), [option]) }
    // An exclusive option, chosen alone, leaves nothing open.
    let kinds = answer.leavesItemsOpen ? kinds[question] ?? [] : []
    switch test {
    case .includes(_, let options) where !kinds.isEmpty:
      return .any(kinds.filter(options.contains).map(item))
    case .hasAny where !kinds.isEmpty: return .any(kinds.map(item))
    case .isEmpty where !kinds.isEmpty: return .not(.any(kinds.map(item)))
    case .compares(let first, let comparison, .question(let second)) where first != second:
      if let value = value.position, !choices.isFree(question) {
        return first == question
          ? .compares(question: second, comparison.turned, .value(value))
          : .compares(question: first, comparison, .value(value))
      }
      // With both answered, the comparison may go either way; before that it waits for the other.
      return .compares(
        question: first == question ? Open.answered(first) : first, comparison,
        .question(second == question ? Open.answered(second) : second))
    default: return nil
    }
  }
}

extension Answer {
  /// Whether the answer leaves open which options are chosen.
  fileprivate var leavesItemsOpen: Bool {
    switch value {
    case .options(let chosen)?: chosen.isEmpty
    default: true
    }
  }
}

/// Open tests, which may go either way: an item of a long any of or list, and a comparison of more than four answers.
///
/// A question in one is answered, and its number is below zero; mapping it again gives the question back.
enum Open {
  static func answered(_ question: Int) -> Int { -1 - question }

  /// Whether a test may go either way.
  static func isOpen(_ test: Condition) -> Bool {
    switch test {
    case .includes(let question, _): question < 0
    case .compares(let first, _, .question(let second)): first < 0 && second < 0
    default: false
    }
  }
}
