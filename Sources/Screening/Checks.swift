import DialogueScript

/// One question that a condition comes down to, and where its answer leads: to another, or to yes or no.
///
/// What a check of options reads of an answer fits in one number, its mark; so nothing is looked up, copied or
/// counted while a script is walked.
struct Check {
  var reads: Reading
  var ifTrue: Int32
  var ifFalse: Int32

  static let yes: Int32 = -1
  static let no: Int32 = -2

  enum Reading {
    /// The question's mark has one of these bits.
    case has(question: Int32, Mark)
    /// The question's mark is this one.
    case equals(question: Int32, Mark)
    /// It is looked at in the answers themselves, and does not hold while this question has no value.
    case condition(Int32, ofValue: Int32)
    case anyCondition(Int32)
  }
}

/// Conditions taken apart into single checks.
struct Checks {
  private(set) var list: [Check] = []
  /// What does not fit a mark.
  private(set) var conditions: [Condition] = []
  private let types: [AnswerType]

  init(_ script: Script) {
    types = script.questions.map(\.type)
  }

  /// Takes a condition apart; its first check.
  mutating func add(_ condition: Condition) -> Int32 {
    add(condition, ifTrue: Check.yes, ifFalse: Check.no)
  }

  private mutating func add(_ condition: Condition, ifTrue: Int32, ifFalse: Int32)
    -> Int32
  {
    func isList(_ question: Int) -> Bool { types[question] == .anyOf || types[question] == .list }
    func isOption(_ question: Int) -> Bool {
      types[question] == .yesNo || types[question] == .oneOf
    }
    let reads: Check.Reading
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
    case .compares(let question, _, _), .age(let question, _, _), .within(let question, _):
      reads = .condition(Int32(conditions.count), ofValue: Int32(question))
      conditions.append(condition)
    default:
      reads = .anyCondition(Int32(conditions.count))
      conditions.append(condition)
    }
    list.append(Check(reads: reads, ifTrue: ifTrue, ifFalse: ifFalse))
    return Int32(list.count - 1)
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

  /// Another has some bit of this one.
  func isIn(_ other: Mark) -> Bool { bits & other.bits != 0 }

  /// As conditions see it once the question is met.
  var met: Mark { self == .none ? .withoutValue : self }

  /// The lowest option, where each has a bit of its own.
  var option: Int? {
    let options = bits >> 2
    guard options != 0, options.trailingZeroBitCount < Self.apart else { return nil }
    return options.trailingZeroBitCount
  }
}
