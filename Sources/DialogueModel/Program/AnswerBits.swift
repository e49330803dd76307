/// What conditions on options can read of an answer, in the bits of one number.
package struct AnswerBits: Hashable, Sendable {
  private var bits: UInt32

  /// Not met.
  package static let none = AnswerBits(bits: 0)
  /// Met, or answered, without a value.
  package static let withoutValue = AnswerBits(bits: 1)
  package static let value = AnswerBits(bits: 2)
  package static let anyOption = AnswerBits(bits: ~(3 | openBit))

  /// A question that has been met and not answered has this bit, which no condition reads.
  private static let openBit: UInt32 = 1 << 31

  /// The options with a bit of their own; those after them share the last.
  private static let distinctOptions = 28

  private init(bits: UInt32) {
    self.bits = bits
  }

  package init(options: [Int]) {
    bits = options.reduce(0) { $0 | 4 << min(max($1, 0), Self.distinctOptions) }
  }

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

  /// As conditions see it once the question is met.
  package var met: AnswerBits { self == .none ? .withoutValue : self }

  /// A question that has been met and waits for its answer.
  package static let open = AnswerBits(bits: 1 | openBit)

  package var isOpen: Bool { bits & Self.openBit != 0 }
}
