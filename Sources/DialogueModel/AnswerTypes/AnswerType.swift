/// What kind of answer a question takes, by the name that `answer:` gives it.
package enum AnswerType: String, Hashable, Sendable, CaseIterable {
  case yesNo = "yes-no"
  case oneOf = "one of"
  case anyOf = "any of"
  /// A typed list: its options are the places that items can take, by number.
  case list = "list of"
  case text
  case number
  case date
  case time

  /// The registry of the types that are one value on a line: each is a file of its own, and has a line here.
  package var scalar: (any ScalarAnswer.Type)? {
    switch self {
    case .number: NumberAnswer.self
    case .date: DateAnswer.self
    case .time: TimeAnswer.self
    default: nil
    }
  }

  package static let scalars = allCases.filter { $0.scalar != nil }

  /// Those that a file names by one word and nothing more.
  package static let plain = [yesNo, text] + scalars

  /// How such a question can be answered, in the pack's words.
  package var ways: Phrase {
    switch self {
    case .yesNo: .waysYesNo
    case .oneOf: .waysOneOf
    case .anyOf: .waysAnyOf
    case .list: .waysList
    case .text: .waysText
    default: scalar?.ways ?? .waysText
    }
  }
}
