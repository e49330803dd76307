/// A condition with its names resolved to numbers.
///
/// It is two-valued: a test of an answer is true only if the answer has a value.
package indirect enum Condition: Hashable, Sendable {
  case always(Bool)
  /// A placeholder where a fault has been reported: a script with one is checked, but never run.
  case unresolved
  /// A yes-no or a one of is answered with one of these options.
  case isOption(question: Int, [Int])
  /// An any of includes at least one of these options, or a typed list one of these places.
  case includes(question: Int, [Int])
  case hasAny(question: Int)
  case isEmpty(question: Int)
  case isKnown(question: Int)
  /// The question has been met on this run and has no value.
  case isUnknown(question: Int)
  case compares(question: Int, Comparison, Operand)
  /// Compares the whole years from a date to today.
  case age(question: Int, Comparison, Double)
  /// A date, or the day of a moment, is at most this number of days before or after today.
  case within(question: Int, days: Int)
  /// A moment is at most this number of minutes after now, or is past.
  case withinMinutes(question: Int, minutes: Int)
  /// An office with these hours is open now, and for so many minutes more.
  case isOpen(OpeningHours, minutes: Int)
  /// An outcome has been reached; for letters, outcome texts, standing lines and safety rules only.
  case outcome(Int)
  /// One of these steps has been met; for safety rules only.
  case said(Set<Int>)
  case count([Condition], Comparison, Double)
  case not(Condition)
  case all([Condition])
  case any([Condition])

  /// How two positions on a line are compared, by the sign that packs write.
  package enum Comparison: String, Hashable, Sendable, CaseIterable {
    case isBelow = "<"
    case isAtMost = "<="
    case equals = "="
    case isAtLeast = ">="
    case isAbove = ">"

    /// Whether the comparison is true of these two values.
    package func holds<T: Comparable>(_ a: T, _ b: T) -> Bool {
      switch self {
      case .isBelow: a < b
      case .isAtMost: a <= b
      case .equals: a == b
      case .isAtLeast: a >= b
      case .isAbove: a > b
      }
    }

    /// The comparison with its sides exchanged: `<` becomes `>`.
    package var turned: Comparison {
      switch self {
      case .isBelow: .isAbove
      case .isAtMost: .isAtLeast
      case .equals: .equals
      case .isAtLeast: .isAtMost
      case .isAbove: .isBelow
      }
    }
  }

  /// The other side of a comparison with the answer to a question.
  package enum Operand: Hashable, Sendable {
    /// The position of a value on the line of the question's type.
    case value(Double)
    case today
    case question(Int)
  }
}

extension Condition {
  /// The question has been met on this run, with a value or without.
  package static func met(_ question: Int) -> Condition {
    .any([.isKnown(question: question), .isUnknown(question: question)])
  }

  /// Whether any of the tests in the condition is wanted; stops at the first that is.
  package func hasTest(where isWanted: (Condition) -> Bool) -> Bool {
    switch self {
    case .always: false
    case .not(let part): part.hasTest(where: isWanted)
    case .count(let parts, _, _), .all(let parts), .any(let parts):
      parts.contains { $0.hasTest(where: isWanted) }
    default: isWanted(self)
    }
  }

  /// Whether a test reads the answer to any wanted question.
  package func reads(where isWanted: (Int) -> Bool) -> Bool {
    hasTest { test in
      switch test {
      case .isOption(let question, _), .includes(let question, _), .hasAny(let question),
        .isEmpty(let question), .isKnown(let question), .isUnknown(let question),
        .age(let question, _, _), .within(let question, _), .withinMinutes(let question, _):
        isWanted(question)
      case .compares(let question, _, .question(let other)):
        isWanted(question) || isWanted(other)
      case .compares(let question, _, _): isWanted(question)
      default: false
      }
    }
  }

  /// The single tests in the condition, in order.
  package var tests: [Condition] {
    var tests: [Condition] = []
    _ = hasTest { test in
      tests.append(test)
      return false
    }
    return tests
  }

  /// Every question whose answer the condition reads.
  package var questions: Set<Int> {
    var questions: Set<Int> = []
    _ = reads { question in
      questions.insert(question)
      return false
    }
    return questions
  }

  /// Every outcome that the condition reads.
  package var outcomes: Set<Int> {
    Set(tests.compactMap { if case .outcome(let outcome) = $0 { outcome } else { nil } })
  }

  /// Every step that the condition reads with `is said`.
  package var stepsSaid: Set<Int> {
    tests.reduce(into: []) { if case .said(let steps) = $1 { $0.formUnion(steps) } }
  }
}

/// A condition with its place in a file.
package struct Test: Hashable, Sendable {
  /// The condition to evaluate.
  package let condition: Condition
  /// The condition as the engine follows it: the only one of its graph.
  package let graph: DecisionGraph
  /// Where the condition is written, for diagnostics and coverage.
  package var place: SourcePlace

  package init(_ condition: Condition, at place: SourcePlace) {
    self.condition = condition
    graph = DecisionGraph([condition])
    self.place = place
  }
}
