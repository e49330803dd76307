/// A type of answer that is one value on a line, implemented in one file and registered in `AnswerType.scalar`.
///
/// A value is a position on the line: a number is its own position, a day is the number of days since a fixed day.
/// Conditions compare positions, and proofs take samples of them.
package protocol ScalarAnswer {
  /// The answer type that this implements.
  static var type: AnswerType { get }
  /// The phrase that says how to answer, for someone whose reply was not understood.
  static var ways: Phrase { get }
  /// What the type takes, in English for those who write a pack.
  static var help: String { get }
  /// How files write a value, for diagnostics: "a date such as 2026-11-16".
  static var example: String { get }
  /// Whether values are exchanged as JSON numbers.
  ///
  /// Other values are exchanged as `{"date": "2026-11-16", "words": "last Monday"}`, under the name of their type and
  /// with the words they were given in.
  static var isFigure: Bool { get }
  /// The keys that give a question's lowest and highest value in files.
  static var boundKeys: (lowest: String, highest: String) { get }
  /// The members of the JSON Schema that say so for programs.
  static var boundMembers: (lowest: String, highest: String) { get }
  /// The phrases said to a value that is lower, and to one that is higher.
  static var outOfBounds: (below: Phrase, above: Phrase) { get }
  /// The members of the JSON Schema for a value.
  static var schema: [(name: String, value: String)] { get }

  /// Reads a value as files, stored answers and programs write it; nil if it is not one.
  static func position(of literal: String) -> Double?
  /// The value as files, stored answers and programs write it.
  static func literal(_ position: Double) -> String
  /// Reads what a person typed; nil if it could mean none of the values or more than one.
  static func read(_ reply: NormalizedReply, _ context: ReplyContext) -> ScalarReply?
  /// A reply that `read` takes as this value: the literal, unless a person would be asked again about that.
  static func reply(_ position: Double, in words: Words) -> String
  /// The value as letters print it; it can be typed as a reply too.
  static func words(for position: Double, in words: Words) -> String
  /// Representative positions for comparisons with these cuts: the cuts, and `width` positions on either side of
  /// each.
  static func samples(around cuts: Set<Double>, width: Int, today: CivilDate) -> [Double]
}

/// The value of a scalar answer: a position on the line of its type.
package struct ScalarValue: Hashable, Sendable {
  /// The type whose line the position is on.
  package let type: AnswerType
  /// The position that conditions compare; of several days it is the end that the question names.
  package let position: Double
  /// The days of a date that is not one exact day; nil for any other value.
  package let days: DaySpan?
  /// The words the answer was given in; empty for a figure.
  package let words: String

  /// Drops the words if the type is a figure.
  package init(_ type: AnswerType, _ position: Double, words: String = "") {
    (self.type, self.position, days) = (type, position, nil)
    self.words = type.scalar?.isFigure == false ? words : ""
  }

  /// Starts from one day or several.
  package init(_ days: DaySpan, reading end: SpanEnd, words: String = "") {
    type = .date
    position = Double((end == .latest ? days.latest : days.earliest).dayNumber)
    self.days = days.isExactDay ? nil : days
    self.words = words
  }

  /// Reads a literal; nil if the type does not write values like this.
  package init?(_ type: AnswerType, literal: String, words: String? = nil) {
    guard let position = type.scalar?.position(of: literal) else { return nil }
    self.init(type, position, words: words ?? literal)
  }

  /// Reads a literal, of a date that may be several days too.
  package init?(
    _ type: AnswerType, literal: String, reading end: SpanEnd, words: String? = nil
  ) {
    if type == .date, let days = DaySpan(edtf: literal) {
      self.init(days, reading: end, words: words ?? literal)
    } else {
      self.init(type, literal: literal, words: words)
    }
  }

  /// The value as files, stored answers and programs write it.
  package var literal: String { days?.edtf ?? type.scalar?.literal(position) ?? "" }

  /// The lowest and the highest position that the value may have.
  package var range: ClosedRange<Double> {
    guard let days else { return position...position }
    return Double(days.earliest.dayNumber)...Double(days.latest.dayNumber)
  }

  /// The same value in the words that someone gave it in.
  package func said(as words: String) -> ScalarValue {
    ScalarValue(self, words)
  }

  private init(_ other: ScalarValue, _ words: String) {
    (type, position, days) = (other.type, other.position, other.days)
    self.words = type.scalar?.isFigure == false ? words : ""
  }
}

extension Value {
  /// The position on the line of its type; nil if the value is not a scalar.
  package var position: Double? {
    if case .scalar(let scalar) = self { scalar.position } else { nil }
  }
}

/// What reading a typed scalar may depend on besides the reply.
package struct ReplyContext {
  /// The tool's own words, such as the names of months.
  package let words: Words
  /// The day of the conversation, from which "yesterday" and the like are counted.
  package let today: CivilDate
  /// The minute of the day, from which "in 20 minutes" is counted; nil if it is not known.
  package let minute: Int?
  /// Whether the question asks for something still to come.
  package let liesAhead: Bool
  /// The end of several days that conditions read.
  package let whenUnsure: SpanEnd

  package init(
    words: Words, today: CivilDate, minute: Int? = nil, liesAhead: Bool,
    whenUnsure: SpanEnd = .latest
  ) {
    (self.words, self.today, self.minute) = (words, today, minute)
    (self.liesAhead, self.whenUnsure) = (liesAhead, whenUnsure)
  }
}

/// The result of reading a typed scalar.
package enum ScalarReply: Equatable {
  /// One clear meaning.
  case sure(ScalarValue)
  /// What it seems to mean, to be shown back: a value that is rough, or that was filled in with some doubt.
  case loose(ScalarValue)
  /// The meaning is clear, or nearly, but the value can't be taken; the phrase, with these arguments, says why.
  case refused(Phrase, [String: String] = [:])
}

extension ScalarReply {
  /// What can be recorded, at once or when it has been shown back; nil for a refusal.
  package var value: ScalarValue? {
    switch self {
    case .sure(let value), .loose(let value): value
    case .refused: nil
    }
  }

  /// Why nothing can be recorded; nil if something can.
  package var refusal: Phrase? { if case .refused(let why, _) = self { why } else { nil } }
}

extension ScalarAnswer {
  package static var isFigure: Bool { false }

  package static var boundKeys: (lowest: String, highest: String) { ("earliest", "latest") }

  package static var boundMembers: (lowest: String, highest: String) {
    ("formatMinimum", "formatMaximum")
  }

  package static func reply(_ position: Double, in words: Words) -> String { literal(position) }

  /// Samples for a type whose positions are the whole numbers of a range.
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
