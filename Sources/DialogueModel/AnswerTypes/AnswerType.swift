/// The type of answer that a question takes, by the name that `answer:` gives it.
package enum AnswerType: String, Hashable, Sendable, CaseIterable {
  case yesNo = "yes-no"
  case oneOf = "one of"
  case anyOf = "any of"
  /// A typed list; its options are the places that items can take, by number.
  case list = "list of"
  case text
  case number
  case date
  case time
  case moment

  /// The implementation of a type whose answer is one value on a line; nil for other types.
  ///
  /// This is the registry of scalar types: each has a file of its own, and a line here.
  package var scalar: (any ScalarAnswer.Type)? {
    switch self {
    case .number: NumberAnswer.self
    case .date: DateAnswer.self
    case .time: TimeAnswer.self
    case .moment: MomentAnswer.self
    default: nil
    }
  }

  /// The types that are one value on a line.
  package static let scalars = allCases.filter { $0.scalar != nil }

  /// The types that a file names by a single word and nothing more.
  package static let plain = [yesNo, text] + scalars

  /// The phrase that says how such a question can be answered.
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
