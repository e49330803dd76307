/// Conditions as one graph of single tests, each leading to two others or to a verdict.
///
/// This is short-circuit evaluation laid out once (the jumping code of Aho, Lam, Sethi and Ullman, Compilers, 6.6). A
/// test of options compares the bits of one number, so that nothing is copied or looked up while the program runs.
package struct DecisionGraph: Hashable, Sendable {
  /// The tests of all conditions; a node's number is its index.
  package private(set) var nodes: [Node] = []
  /// The first node of each condition, by the condition's number; or a verdict.
  package private(set) var starts: [Int32] = []
  /// Conditions that the bits can't decide: numbers, days, and options without a bit of their own.
  package private(set) var others: [Condition] = []

  /// One test, and where each result leads.
  package struct Node: Hashable, Sendable {
    /// The test to make.
    package var test: Test
    /// The next node if the test is true, or a verdict (`yes`, `no`).
    package var ifTrue: Int32
    /// The next node if the test is false, or a verdict.
    package var ifFalse: Int32
  }

  /// How a node decides.
  package enum Test: Hashable, Sendable {
    /// The question's bits include at least one of these.
    case bits(question: Int32, AnswerBits)
    /// A condition of `others`, by number.
    case other(Int32)
  }

  /// The verdict that a condition holds.
  package static let yes: Int32 = -1
  /// The verdict that a condition does not hold.
  private static let no: Int32 = -2

  package init() {}

  /// Builds the graph of these conditions.
  package init(_ conditions: [Condition]) {
    for condition in conditions {
      starts.append(add(condition, ifTrue: Self.yes, ifFalse: Self.no))
    }
  }

  /// Adds a condition that leads to one of two nodes, and returns its first node.
  private mutating func add(
    _ condition: Condition, ifTrue: Int32, ifFalse: Int32
  ) -> Int32 {
    func bits(_ question: Int, _ bits: AnswerBits) -> Int32 {
      node(.bits(question: Int32(question), bits), ifTrue, ifFalse)
    }
    switch condition {
    case .always(let truth): return truth ? ifTrue : ifFalse
    case .unresolved: return ifFalse
    case .not(let part): return add(part, ifTrue: ifFalse, ifFalse: ifTrue)
    case .all(let parts):
      return parts.reversed().reduce(ifTrue) { add($1, ifTrue: $0, ifFalse: ifFalse) }
    case .any(let parts):
      return parts.reversed().reduce(ifFalse) { add($1, ifTrue: ifTrue, ifFalse: $0) }
    case .isOption(let question, let options), .includes(let question, let options):
      if AnswerBits.distinguishes(options) { return bits(question, AnswerBits(options: options)) }
    case .hasAny(let question): return bits(question, .anyOption)
    case .isEmpty(let question):
      return add(
        .all([.isKnown(question: question), .not(.hasAny(question: question))]), ifTrue: ifTrue,
        ifFalse: ifFalse)
    case .isKnown(let question): return bits(question, .value)
    case .isUnknown(let question): return bits(question, .withoutValue)
    case .compares(let question, _, _), .age(let question, _, _), .within(let question, _),
      .withinMinutes(let question, _):
      // A comparison without a value is false.
      let comparison = other(condition, ifTrue, ifFalse)
      return node(.bits(question: Int32(question), .value), comparison, ifFalse)
    case .isOpen, .outcome, .said, .count: break
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
