/// What an answer tells of someone, so that a pseudonymised copy of a letter replaces it.
package enum Holding: Hashable, Sendable {
  /// A name that gets a label, such as "Person 1": the kind, by its name in the language file.
  case labelled(String)
  /// Names that all get the same stand-in.
  case name
  /// A number, which is replaced with all words around it.
  case number
  /// A day by which someone can be known.
  case date

  /// The words for the kinds that need no label of the language file.
  package static let plain: [(word: String, holding: Holding)] = [
    ("name", .name), ("number", .number), ("date", .date),
  ]

  /// The types of question that it goes with.
  package var types: [AnswerType] {
    switch self {
    case .labelled, .name: [.text, .list, .oneOf, .anyOf]
    case .number: [.text, .number]
    case .date: [.date, .moment]
    }
  }
}
