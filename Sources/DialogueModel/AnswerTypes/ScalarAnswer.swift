/// A type of answer that is one value on a line: all there is to it is in one file, with a line in `AnswerType`.
///
/// A value is a position on the line: a number is its own, a day is the number of days since a fixed one. Positions
/// are what conditions compare and what proofs take samples of.
package protocol ScalarAnswer {
  static var type: AnswerType { get }
  /// How it can be answered, said to a person whose reply was not understood.
  static var ways: Phrase { get }
  /// What it takes, for those who write a pack.
  static var help: String { get }
  /// How files write a value, for their authors: "a date such as 2026-11-16".
  static var example: String { get }
  /// A figure is exchanged as a JSON number; anything else as `{"date": "2026-11-16", "words": "last Monday"}`, by the
  /// name of its type, with the words it was given in.
  static var isFigure: Bool { get }
  /// The members of its JSON Schema.
  static var schema: [(name: String, value: String)] { get }

  /// Reads a value as files, stored answers and programs write it.
  static func position(of literal: String) -> Double?
  static func literal(_ position: Double) -> String
  /// Reads what a person typed; nil where it could mean none of the values or more than one.
  static func read(_ reply: NormalizedReply, _ context: ReplyContext) -> ScalarReply?
  /// A reply that is read as this value; how files write it, unless people would be asked again.
  static func reply(_ position: Double, in words: Words) -> String
  /// As letters print it; this can be typed as a reply, too.
  static func words(for position: Double, in words: Words) -> String
  /// Positions that stand for all others in comparisons with these cuts: the cuts themselves, and so many on either
  /// side of each.
  static func samples(around cuts: Set<Double>, width: Int, today: CivilDate) -> [Double]
}

/// A scalar answer: its position on the line of its type.
package struct ScalarValue: Hashable, Sendable {
  package let type: AnswerType
  package let position: Double
  /// The words it was given in; none for a figure.
  package let words: String

  package init(_ type: AnswerType, _ position: Double, words: String = "") {
    (self.type, self.position) = (type, position)
    self.words = type.scalar?.isFigure == false ? words : ""
  }

  /// Nil where the type does not write values like this.
  package init?(_ type: AnswerType, literal: String, words: String? = nil) {
    guard let position = type.scalar?.position(of: literal) else { return nil }
    self.init(type, position, words: words ?? literal)
  }

  package var literal: String { type.scalar?.literal(position) ?? "" }
}

extension Value {
  /// Where it is on the line of its type, if it is a scalar.
  package var position: Double? {
    if case .scalar(let scalar) = self { scalar.position } else { nil }
  }
}

/// What a typed scalar is read with.
package struct ReplyContext {
  package let words: Words
  package let today: CivilDate
  /// The question asks for what is still to come.
  package let liesAhead: Bool

  package init(words: Words, today: CivilDate, liesAhead: Bool) {
    (self.words, self.today, self.liesAhead) = (words, today, liesAhead)
  }
}

/// What a typed scalar comes to.
package enum ScalarReply: Equatable {
  case position(Double)
  /// It is clear what is meant, or nearly, and it can't be taken; the phrase says why.
  case refused(Phrase)
}

extension ScalarAnswer {
  package static var isFigure: Bool { false }

  package static func reply(_ position: Double, in words: Words) -> String { literal(position) }

  /// Samples of a type whose positions are whole numbers, in this range.
  static func wholeSamples(
    around cuts: Set<Double>, width: Int, from origin: Int, in range: ClosedRange<Int>
  ) -> [Double] {
    let cuts = cuts.compactMap { Int(exactly: $0) }
    let samples =
      cuts.isEmpty
      ? Set((0..<width).map { origin + $0 })
      : Set(cuts.flatMap { cut in (-width...width).map { cut + $0 } })
    return samples.filter(range.contains).sorted().map(Double.init)
  }
}
