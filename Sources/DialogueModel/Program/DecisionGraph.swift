/// The conditions of a program as one flat graph of single tests, each leading to two others or to a verdict.
///
/// Short-circuit evaluation laid out once (the jumping code of Aho, Lam, Sethi and Ullman, Compilers, 6.6): a test
/// of options compares the bits of one number, so that nothing is copied or looked up while the program runs.
package struct DecisionGraph: Sendable {
  package private(set) var nodes: [Node] = []
  /// The first node of each condition, by the condition's number; or a verdict.
  package private(set) var starts: [Int32] = []
  /// What no bits can tell: numbers, days, and options beyond those that have a bit of their own.
  package private(set) var others: [Condition] = []

  package struct Node: Sendable {
    package var test: Test
    package var ifTrue: Int32
    package var ifFalse: Int32
  }

  package enum Test: Sendable {
    /// The question's bits have one of these.
    case bits(question: Int32, AnswerBits)
    /// One of `others`, by number.
    case other(Int32)
  }

  package static let yes: Int32 = -1
  package static let no: Int32 = -2

  package init() {}

  package init(_ conditions: [Condition], types: [AnswerType]) {
    for condition in conditions {
      starts.append(add(condition, types, ifTrue: Self.yes, ifFalse: Self.no))
    }
  }

  /// Adds a condition that leads to one of two nodes; its first node.
  private mutating func add(
    _ condition: Condition, _ types: [AnswerType], ifTrue: Int32, ifFalse: Int32
  ) -> Int32 {
    func bits(_ question: Int, _ bits: AnswerBits) -> Int32 {
      node(.bits(question: Int32(question), bits), ifTrue, ifFalse)
    }
    switch condition {
    case .always(let truth): return truth ? ifTrue : ifFalse
    case .unresolved: return ifFalse
    case .not(let part): return add(part, types, ifTrue: ifFalse, ifFalse: ifTrue)
    case .all(let parts):
      return parts.reversed().reduce(ifTrue) { add($1, types, ifTrue: $0, ifFalse: ifFalse) }
    case .any(let parts):
      return parts.reversed().reduce(ifFalse) { add($1, types, ifTrue: ifTrue, ifFalse: $0) }
    case .isOption(let question, let options), .includes(let question, let options):
      if AnswerBits.distinguishes(options) { return bits(question, AnswerBits(options: options)) }
    case .hasAny(let question): return bits(question, .anyOption)
    case .isEmpty(let question):
      guard [.anyOf, .list].contains(types[question]) else { return ifFalse }
      return add(
        .all([.isKnown(question: question), .not(.hasAny(question: question))]), types,
        ifTrue: ifTrue, ifFalse: ifFalse)
    case .isKnown(let question): return bits(question, .value)
    case .isUnknown(let question): return bits(question, .withoutValue)
    case .compares(let question, _, _), .age(let question, _, _), .within(let question, _):
      // Without a value there is nothing to compare.
      let comparison = other(condition, ifTrue, ifFalse)
      return node(.bits(question: Int32(question), .value), comparison, ifFalse)
    case .outcome, .said, .count: break
    }
    return other(condition, ifTrue, ifFalse)
  }

  private mutating func other(_ condition: Condition, _ ifTrue: Int32, _ ifFalse: Int32) -> Int32 {
    others.append(condition)
    return node(.other(Int32(others.count - 1)), ifTrue, ifFalse)
  }

  private mutating func node(_ test: Test, _ ifTrue: Int32, _ ifFalse: Int32) -> Int32 {
    nodes.append(Node(test: test, ifTrue: ifTrue, ifFalse: ifFalse))
    return Int32(nodes.count - 1)
  }
}
