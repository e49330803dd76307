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

  /// Reads a single number with nothing around it that could change its meaning: "she is 14", "fourteen", "14yo".
  package static func read(_ reply: NormalizedReply, _ context: ReplyContext) -> ScalarReply? {
    let words = context.words
    let around = Set(words[.aroundNumber].map { $0.lowercased() })
    // A school year is no age: "year 9".
    let isYear = zip(reply.words, reply.words.dropFirst()).contains { name, number in
      words[.schoolYear].contains(name)
        && (number.asWholeNumber != nil || words[.numberWords].contains(number))
    }
    let rest = reply.words.filter { !around.contains($0) && $0 != "," }
    // "16+" is not 16.
    guard !isYear, !reply.typed.contains("+"), (1...2).contains(rest.count) else { return nil }
    func number(_ typed: [String]) -> Double? {
      typed.count == 1
        ? figure(typed[0], around) ?? inWords(typed, words) : inWords(typed, words)
    }
    // The same may be said twice: "sixteen (16)".
    let twice =
      rest.count == 2 ? number([rest[0]]).flatMap { $0 == number([rest[1]]) ? $0 : nil } : nil
    return (twice ?? number(rest)).map { .sure(ScalarValue(.number, $0)) }
  }

  /// Reads figures, perhaps with a unit right behind them.
  private static func figure(_ word: String, _ around: Set<String>) -> Double? {
    let digits = word.prefix { $0.isNumber || $0 == "." }
    let unit = String(word.dropFirst(digits.count))
    guard unit.isEmpty || around.contains(unit), !word.hasPrefix("-"),
      let number = Double(plain: String(digits)), number.isFinite
    else { return nil }
    return number
  }

  /// Reads "fourteen" and "twenty one".
  private static func inWords(_ typed: [String], _ words: Words) -> Double? {
    func place(_ word: String, _ list: WordList) -> Int? {
      words[list].firstIndex { $0.lowercased() == word }
    }
    let parts = typed.count == 1 ? typed[0].split(separator: "-").map(String.init) : typed
    if parts.count == 1 {
      return (place(parts[0], .numberWords) ?? place(parts[0], .tens).map { ($0 + 2) * 10 })
        .map(Double.init)
    }
    guard parts.count == 2, let tens = place(parts[0], .tens),
      let ones = place(parts[1], .numberWords),
      (1...9).contains(ones)
    else { return nil }
    return Double((tens + 2) * 10 + ones)
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
