/// The answer type for a plain figure, such as an age.
package enum NumberAnswer: ScalarAnswer {
  package static let type = AnswerType.number
  package static let ways = Phrase.waysNumber
  package static let help = "Digits."
  package static let example = "digits, such as 24"
  package static let isFigure = true
  package static let boundKeys = (lowest: "at-least", highest: "at-most")
  package static let boundMembers = (lowest: "minimum", highest: "maximum")
  package static let outOfBounds = (below: Phrase.numberTooSmall, above: Phrase.numberTooLarge)
  package static let schema = [(name: "type", value: "number")]

  package static func position(of literal: String) -> Double? { Double(plain: literal) }
  package static func literal(_ position: Double) -> String { position.plain }
  package static func words(for position: Double, in words: Words) -> String { position.plain }

  /// Reads a single figure with nothing around it that could change its meaning: "she is 14", "14 years old".
  package static func read(_ reply: NormalizedReply, _ context: ReplyContext) -> ScalarReply? {
    let around = Set(context.words[.aroundNumber].map { $0.lowercased() })
    let rest = reply.words.filter { !around.contains($0) }
    guard rest.count == 1, !rest[0].hasPrefix("-"), let number = Double(plain: rest[0]),
      number.isFinite
    else { return nil }
    return .sure(ScalarValue(.number, number))
  }

  package static func samples(
    around cuts: Set<Double>, width: Int, today: CivilDate
  ) -> [Double] {
    let cuts = cuts.filter(\.isFinite).sorted()
    let steps = (1...width).map(Double.init)
    guard let first = cuts.first, let last = cuts.last else { return steps.map { $0 - 1 } }
    // Far from 0, neighbouring floating-point numbers are more than 1 apart.
    let below = steps.map { first - $0 * max(1, first.ulp) }
    let above = steps.map { last + $0 * max(1, last.ulp) }
    let parts: Double = steps.count == 1 ? 2 : 8
    let between = zip(cuts, cuts.dropFirst()).flatMap { a, b -> [Double] in
      let inside = steps.map { a * (1 - $0 / parts) + b * ($0 / parts) }
      return inside.filter { a < $0 && $0 < b }
    }
    return (below + cuts + between + above).filter(\.isFinite).sorted()
  }
}
