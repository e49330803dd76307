import DialogueEngine
import DialogueModel
import Scenarios

/// Whether a condition can hold at all, with every question answered in any way, every outcome reached or not, and
/// every message said or not: whatever the pack does.
struct Satisfiability {
  private let script: Script
  private let today: CivilDate

  init(_ script: Script, today: CivilDate) {
    (self.script, self.today) = (script, today)
  }

  /// True as well if deciding would take too long.
  func canHold(_ condition: Condition) -> Bool {
    var stepsLeft = 20_000
    let choices = AnswerClasses(
      script, [condition], today: today, minute: Checker.minute)
    return canHold(condition, choices, &stepsLeft)
  }

  /// Decides one test after the other both ways, together with the other tests of its question.
  private func canHold(_ condition: Condition, _ choices: AnswerClasses, _ stepsLeft: inout Int)
    -> Bool
  {
    stepsLeft -= 1
    guard stepsLeft > 0 else { return true }
    let condition = condition.replacing { _ in nil }
    if case .always(let truth) = condition { return truth }
    guard let test = condition.tests.first else { return true }
    for way in ways(of: test, in: condition, choices) {
      let left = condition.replacing { way[$0].map { .always($0) } }
      if canHold(left, choices, &stepsLeft) { return true }
    }
    return false
  }

  /// The results that the tests of one question can have together.
  private func ways(
    of test: Condition, in condition: Condition, _ choices: AnswerClasses
  ) -> [[Condition: Bool]] {
    let questions = test.questions
    guard questions.count == 1, let question = questions.first, !choices.isLaidOpen(question) else {
      return [[test: true], [test: false]]
    }
    let tests = condition.tests.filter { $0.questions == questions }
    var ways = [Dictionary(tests.map { ($0, false) }) { first, _ in first }]
    for answer in choices.answers(to: question) {
      var facts = Environment(
        questions: script.questions.count, today: today, minute: Checker.minute)
      facts.meet(question, answer)
      let way = Dictionary(tests.map { ($0, facts.holds($0)) }) { first, _ in first }
      if !ways.contains(way) { ways.append(way) }
    }
    return ways
  }
}
