import DialogueScript

/// Conditions taken apart into single checks, each of which leads on to another, or to yes or no.
///
/// What a check of options reads of an answer fits in one number, its mark; so nothing is looked up, copied or
/// counted while a script is walked.
struct Checks: Sendable {
  private var list: [Check] = []
  /// What does not fit a mark, looked at in the answers themselves.
  private(set) var conditions: [Condition] = []
  private let types: [AnswerType]

  static let yes: Int32 = -1
  static let no: Int32 = -2

  private struct Check {
    var reads: Reading
    var ifTrue: Int32
    var ifFalse: Int32
  }

  private enum Reading {
    /// The question's mark has one of these bits.
    case has(question: Int32, Mark)
    /// The question's mark is this one.
    case equals(question: Int32, Mark)
    case condition(Int32)
  }

  init(_ script: Script) {
    types = script.questions.map(\.type)
  }

  /// Takes a condition apart; its first check.
  mutating func add(_ condition: Condition) -> Int32 {
    add(condition, ifTrue: Self.yes, ifFalse: Self.no)
  }

  private mutating func add(_ condition: Condition, ifTrue: Int32, ifFalse: Int32)
    -> Int32
  {
    func isList(_ question: Int) -> Bool { types[question] == .anyOf || types[question] == .list }
    func isOption(_ question: Int) -> Bool {
      types[question] == .yesNo || types[question] == .oneOf
    }
    let reads: Reading
    switch condition {
    case .always(let truth): return truth ? ifTrue : ifFalse
    case .unresolved: return ifFalse
    case .not(let part): return add(part, ifTrue: ifFalse, ifFalse: ifTrue)
    case .all(let parts):
      return parts.reversed().reduce(ifTrue) { add($1, ifTrue: $0, ifFalse: ifFalse) }
    case .any(let parts):
      return parts.reversed().reduce(ifFalse) { add($1, ifTrue: ifTrue, ifFalse: $0) }
    case .isOption(let question, let options)
    where isOption(question) && Mark.tellsApart(options):
      reads = .has(question: Int32(question), Mark(options: options))
    case .includes(let question, let options)
    where isList(question) && Mark.tellsApart(options):
      reads = .has(question: Int32(question), Mark(options: options))
    case .hasAny(let question) where isList(question):
      reads = .has(question: Int32(question), .anyOption)
    case .isEmpty(let question) where isList(question):
      reads = .equals(question: Int32(question), .value)
    case .isKnown(let question): reads = .has(question: Int32(question), .value)
    case .isUnknown(let question): reads = .has(question: Int32(question), .withoutValue)
    default:
      conditions.append(condition)
      reads = .condition(Int32(conditions.count - 1))
    }
    list.append(Check(reads: reads, ifTrue: ifTrue, ifFalse: ifFalse))
    return Int32(list.count - 1)
  }

  /// Whether a condition holds, by its first check, for what has been met.
  @inline(__always)
  func hold(from first: Int32, _ met: [Bool], _ marks: [Mark], facts: () -> Facts) -> Bool {
    var at = first
    while at >= 0 {
      let check = list[Int(at)]
      let holds =
        switch check.reads {
        case .has(let question, let mark):
          met[Int(question)] && marks[Int(question)].met.has(mark)
        case .equals(let question, let mark):
          met[Int(question)] && marks[Int(question)] == mark
        case .condition(let number): facts().holds(conditions[Int(number)])
        }
      at = holds ? check.ifTrue : check.ifFalse
    }
    return at == Self.yes
  }
}

/// What conditions on options can read of an answer, in the bits of one number.
struct Mark: Hashable, Sendable {
  private var bits: UInt64

  /// Nothing: not answered, or not met.
  static let none = Mark(bits: 0)
  /// Met, or answered, without a value.
  static let withoutValue = Mark(bits: 1)
  static let value = Mark(bits: 2)
  static let anyOption = Mark(bits: ~3)

  /// So many options have a bit of their own; those after them share the last.
  private static let apart = 61

  private init(bits: UInt64) {
    self.bits = bits
  }

  init(options: [Int]) {
    bits = options.reduce(0) { $0 | 4 << min(max($1, 0), Self.apart) }
  }

  init(_ answer: Answer?) {
    switch answer {
    case nil: self = .none
    case .value(let value)?:
      switch value {
      case .option(let option): self = Mark(options: [option])
      case .options(let options): self = Mark(options: options)
      case .items(let items):
        self = Mark(options: items.filter { !$0.isRemoved }.map { $0.number - 1 })
      case .text, .number, .date: self = .none
      }
      bits |= Self.value.bits
    default: self = .withoutValue
    }
  }

  /// Whether each of these options has a bit of its own.
  static func tellsApart(_ options: [Int]) -> Bool { options.allSatisfy { $0 < apart } }

  /// Some bit of another mark is set.
  func has(_ other: Mark) -> Bool { bits & other.bits != 0 }

  /// As conditions see it once the question is met.
  var met: Mark { self == .none ? .withoutValue : self }

  /// The lowest option, where each has a bit of its own.
  var option: Int? {
    let options = bits >> 2
    guard options != 0, options.trailingZeroBitCount < Self.apart else { return nil }
    return options.trailingZeroBitCount
  }
}
