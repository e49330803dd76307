import DialogueModel
import Testing

@testable import DialogueCompiler

/// Conditions as text, and the shape that they parse to.
struct ConditionParserTests {
  @Test(arguments: [
    ("a is yes", "a is [yes]"),
    ("a is one of yes, no", "a is [yes, no]"), ("a is yes, no", nil),
    ("a is not yes", "(not a is [yes])"), ("a has any of x, y", "a includes [x, y]"),
    ("a includes x, y", "a includes [x, y]"),
    ("a has any", "a has any"), ("a is empty", "a is empty"),
    ("a is known", "a is known"), ("a is unknown", "a is unknown"),
    ("visit.a < 3", "visit.a < number 3.0"), ("a >= -2.5", "a >= number -2.5"),
    ("a > 0001-03-02", "a > date 366.0"), ("1 < a < 3", nil), ("a < 3 < 4", nil),
    ("a <= today", "a <= today"),
    ("a = 16:30", "a = time 990.0"), ("a = b", "a = b"), ("a = 24:00", nil),
    ("a is within 7 days", "a within 7"), ("a is within 2 hours", "a within 120 minutes"),
    ("a is within 20 minutes", "a within 20 minutes"), ("a is within 20 weeks", nil),
    ("a = 2026-12-01T", "a = moment 1065970079.5"), ("age of a < 18", "age a < 18.0"),
    ("outcome includes x", "outcome [x]"),
    ("not a is yes", "(not a is [yes])"),
    ("a is yes and b is no or wet", "((a is [yes] and b is [no]) or wet)"),
    ("a is yes and (b is no or wet)", "(a is [yes] and (b is [no] or wet))"),
    ("any rooms where room is x", "(any rooms room is [x])"),
    ("count (rooms) >= 2", "(count rooms >= 2.0)"), ("count rooms >= 2", nil),
    ("count (rooms where damp is yes) = 1", "(count rooms damp is [yes] = 1.0)"),
    ("a is", nil), ("a", "a"), ("", nil), ("a is yes and", nil), ("(a is yes", nil),
    ("a is yes)", nil), ("3 < a", nil), ("a < ", nil), ("a is within x days", nil),
    ("and is yes", "and is [yes]"), ("any is yes", nil),
  ])
  func `A condition is parsed as it is meant, or refused`(_ text: String, _ shape: String?) {
    let scalar = Scalar(text: text, place: SourcePlace(file: "x.yaml", line: 1, column: 1))
    #expect((try? ConditionParser.parse(scalar))?.condition.shape == shape, "\(text)")
  }
}

extension ConditionSyntax {
  fileprivate var shape: String {
    func joined(_ parts: [ConditionSyntax], _ word: String) -> String {
      "(" + parts.map(\.shape).joined(separator: " \(word) ") + ")"
    }
    return switch self {
    case .fact(let name): name.text
    case .test(let name, let test): "\(name.text) \(test.shape)"
    case .anyItem(let list, let part): "(any \(list.text) \(part.shape))"
    case .count(let list, let part, let comparison, let number):
      "(count \(list.text)\(part.map { " " + $0.shape } ?? "") \(comparison.rawValue) \(number))"
    case .age(let name, let comparison, let years):
      "age \(name.text) \(comparison.rawValue) \(years)"
    case .outcome(let names): "outcome [\(names.map(\.text).joined(separator: ", "))]"
    case .letterDrafted(let name): "letter \(name.text)"
    case .partPrinted(let part, let letter): "part \(part.text) of \(letter.text)"
    case .answerPrinted(let answer, let letter): "answer \(answer.text) in \(letter.text)"
    case .letterForEach(let letter, let list): "letter \(letter.text) each \(list.text)"
    case .lineShown(let name): "line \(name.text)"
    case .oneChartOutcome: "one chart outcome"
    case .not(let part): "(not \(part.shape))"
    case .all(let parts): joined(parts, "and")
    case .any(let parts): joined(parts, "or")
    }
  }
}

extension ConditionSyntax.Test {
  fileprivate var shape: String {
    func list(_ words: [Word]) -> String { "[\(words.map(\.text).joined(separator: ", "))]" }
    return switch self {
    case .isOneOf(let words): "is \(list(words))"
    case .includes(let words): "includes \(list(words))"
    case .hasAny: "has any"
    case .isEmpty: "is empty"
    case .isKnown: "is known"
    case .isUnknown: "is unknown"
    case .within(let days): "within \(days)"
    case .withinMinutes(let minutes): "within \(minutes) minutes"
    case .isOpen(let minutes): "open for \(minutes) minutes"
    case .compares(let comparison, let operand):
      switch operand {
      case .value(let type, let position): "\(comparison.rawValue) \(type.rawValue) \(position)"
      case .today: "\(comparison.rawValue) today"
      case .name(let name): "\(comparison.rawValue) \(name.text)"
      }
    }
  }
}
