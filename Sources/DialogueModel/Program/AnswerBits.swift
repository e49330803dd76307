/// What conditions on options can read of an answer, as the bits of one number.
package struct AnswerBits: Hashable, Sendable {
  private var bits: UInt32

  /// The question has not been met.
  package static let none = AnswerBits(bits: 0)
  /// The question has been met, or answered, without a value.
  package static let withoutValue = AnswerBits(bits: 1)
  /// The answer has a value; the bits of the options chosen come on top.
  package static let value = AnswerBits(bits: 2)
  /// The bits of all options, to test whether any is chosen.
  package static let anyOption = AnswerBits(bits: ~(3 | openBit))

  /// The bit of a question that has been met but not answered; no condition reads it.
  private static let openBit: UInt32 = 1 << 31

  /// The number of options that have a bit of their own; all options after them share the last bit.
  private static let distinctOptions = 28

  private init(bits: UInt32) {
    self.bits = bits
  }

  /// The bits of these options alone, without the bit that says there is a value.
  package init(options: [Int]) {
    bits = options.reduce(0) { $0 | 4 << min(max($1, 0), Self.distinctOptions) }
  }

  /// The bits of an answer; nil has none.
  package init(_ answer: Answer?) {
    switch answer {
    case nil: self = .none
    case .value(let value)?:
      switch value {
      case .option(let option): self = AnswerBits(options: [option])
      case .options(let options): self = AnswerBits(options: options)
      case .items(let items):
        self = AnswerBits(options: items.filter { !$0.isRemoved }.map { $0.number - 1 })
      case .text, .scalar: self = .none
      }
      bits |= Self.value.bits
    default: self = .withoutValue
    }
  }

  /// Whether each of these options has a bit of its own.
  package static func distinguishes(_ options: [Int]) -> Bool {
    options.allSatisfy { $0 < distinctOptions }
  }

  /// Whether the two have a bit in common.
  package func meets(_ other: AnswerBits) -> Bool { bits & other.bits != 0 }

  /// The bits as conditions see them once the question has been met.
  package var met: AnswerBits { self == .none ? .withoutValue : self }

  /// The bits of a question that has been met and waits for its answer.
  package static let open = AnswerBits(bits: 1 | openBit)

  /// Whether the question has been met and waits for its answer.
  package var isOpen: Bool { bits & Self.openBit != 0 }
}
