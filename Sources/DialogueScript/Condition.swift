/// A condition, its names resolved to numbers.
///
/// It is two-valued: a test of an answer is true only of a value.
package indirect enum Condition: Hashable, Sendable {
  case always(Bool)
  /// Stands where a fault has been told of; a script with one is looked at, but never talked through.
  case unresolved
  /// A yes-no or one of is answered with one of these options.
  case isOption(question: Int, [Int])
  /// An any of includes at least one of these options.
  case includes(question: Int, [Int])
  case hasAny(question: Int)
  case isEmpty(question: Int)
  case isKnown(question: Int)
  /// Met on this walk, without a value.
  case isUnknown(question: Int)
  case compares(question: Int, Comparison, Operand)
  /// Whole years from a date to today.
  case age(question: Int, Comparison, Double)
  /// A date at most so many days before or after today.
  case within(question: Int, days: Int)
  /// An outcome has been reached; for letters and outcome texts only.
  case outcome(Int)
  /// One of these steps has been met; for safety rules only.
  case said(Set<Int>)
  case count([Condition], Comparison, Double)
  case not(Condition)
  case all([Condition])
  case any([Condition])

  package enum Comparison: String, Hashable, Sendable, CaseIterable {
    case isBelow = "<"
    case isAtMost = "<="
    case equals = "="
    case isAtLeast = ">="
    case isAbove = ">"

    package func holds<T: Comparable>(_ a: T, _ b: T) -> Bool {
      switch self {
      case .isBelow: a < b
      case .isAtMost: a <= b
      case .equals: a == b
      case .isAtLeast: a >= b
      case .isAbove: a > b
      }
    }

    /// The same said from the other side.
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

  package enum Operand: Hashable, Sendable {
    case number(Double)
    case date(CivilDate)
    case today
    case question(Int)
  }

  /// Every question whose answer the condition reads.
  package var questions: Set<Int> {
    switch self {
    case .always, .unresolved, .outcome, .said: []
    case .isOption(let question, _), .includes(let question, _), .hasAny(let question),
      .isEmpty(let question), .isKnown(let question), .isUnknown(let question),
      .age(let question, _, _), .within(let question, _):
      [question]
    case .compares(let question, _, .question(let other)): [question, other]
    case .compares(let question, _, _): [question]
    case .not(let part): part.questions
    case .count(let parts, _, _), .all(let parts), .any(let parts):
      parts.reduce(into: []) { $0.formUnion($1.questions) }
    }
  }
}

extension Condition {
  /// Every outcome that the condition reads.
  package var outcomes: Set<Int> {
    switch self {
    case .outcome(let outcome): [outcome]
    case .not(let part): part.outcomes
    case .count(let parts, _, _), .all(let parts), .any(let parts):
      parts.reduce(into: []) { $0.formUnion($1.outcomes) }
    default: []
    }
  }
}

extension Condition {
  /// Every step that the condition looks for.
  package var stepsSaid: Set<Int> {
    switch self {
    case .said(let steps): steps
    case .not(let part): part.stepsSaid
    case .count(let parts, _, _), .all(let parts), .any(let parts):
      parts.reduce(into: []) { $0.formUnion($1.stepsSaid) }
    default: []
    }
  }
}

/// A condition where it stands in a file.
package struct Test: Hashable, Sendable {
  package var condition: Condition
  package var place: SourcePlace

  package init(_ condition: Condition, at place: SourcePlace) {
    self.condition = condition
    self.place = place
  }
}
