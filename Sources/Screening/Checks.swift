import DialogueScript

/// One question that a condition comes down to, and where its answer leads: to another, or to yes or no.
///
/// What a check of options reads of an answer fits in one number, its mark; so nothing is looked up, copied or
/// counted while a script is walked.
struct Check {
  var reads: Reading
  /// The question that is read.
  var question: Int32 = 0
  /// What its mark is held against.
  var mark = Mark.none
  /// The condition to look at, by its number.
  var condition: Int32 = 0
  var ifTrue: Int32
  var ifFalse: Int32

  static let yes: Int32 = -1
  static let no: Int32 = -2

  enum Reading {
    /// The question's mark has one of the bits.
    case has
    /// The question's mark is this one.
    case equals
    /// The condition is looked at in the answers themselves; with a mark, only where the question's has it.
    case condition
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
    var check = Check(reads: .has, ifTrue: ifTrue, ifFalse: ifFalse)
    switch condition {
    case .always(let truth): return truth ? ifTrue : ifFalse
    case .unresolved: return ifFalse
    case .not(let part): return add(part, ifTrue: ifFalse, ifFalse: ifTrue)
    case .all(let parts):
      return parts.reversed().reduce(ifTrue) { add($1, ifTrue: $0, ifFalse: ifFalse) }
    case .any(let parts):
      return parts.reversed().reduce(ifFalse) { add($1, ifTrue: ifTrue, ifFalse: $0) }
    case .count(let parts, let comparison, let number) where parts.count <= 12:
      // Where it leads once so many of the parts before have held.
      var targets = (0...parts.count).map {
        comparison.holds(Double($0), number) ? ifTrue : ifFalse
      }
      for (before, part) in parts.enumerated().reversed() {
        targets = (0...before).map { held in
          targets[held] == targets[held + 1]
            ? targets[held] : add(part, ifTrue: targets[held + 1], ifFalse: targets[held])
        }
      }
      return targets[0]
    case .isOption(let question, let options)
    where isOption(question) && Mark.tellsApart(options):
      (check.question, check.mark) = (Int32(question), Mark(options: options))
    case .includes(let question, let options)
    where isList(question) && Mark.tellsApart(options):
      (check.question, check.mark) = (Int32(question), Mark(options: options))
    case .hasAny(let question) where isList(question):
      (check.question, check.mark) = (Int32(question), .anyOption)
    case .isEmpty(let question) where isList(question):
      (check.reads, check.question, check.mark) = (.equals, Int32(question), .value)
    case .isKnown(let question): (check.question, check.mark) = (Int32(question), .value)
    case .isUnknown(let question):
      (check.question, check.mark) = (Int32(question), .withoutValue)
    case .compares(let question, _, _), .age(let question, _, _), .within(let question, _):
      (check.reads, check.question, check.mark) = (.condition, Int32(question), .value)
      check.condition = Int32(conditions.count)
      conditions.append(condition)
    default:
      check.reads = .condition
      check.condition = Int32(conditions.count)
      conditions.append(condition)
    }
    list.append(check)
    return Int32(list.count - 1)
  }
}

/// What conditions on options can read of an answer, in the bits of one number.
struct Mark: Hashable, Sendable {
  private var bits: UInt32

  /// Nothing: not answered, or not met.
  static let none = Mark(bits: 0)
  /// Met, or answered, without a value.
  static let withoutValue = Mark(bits: 1)
  static let value = Mark(bits: 2)
  static let anyOption = Mark(bits: ~3)

  /// So many options have a bit of their own; those after them share the last.
  private static let apart = 29

  private init(bits: UInt32) {
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
