package import DialogueModel

/// The equivalence classes of the answers to a question: those that no condition tells apart are one.
package struct AnswerClasses: Sendable {
  private let script: Script
  private let today: CivilDate
  /// What numbers and dates are compared with, by question.
  private var cuts: [Int: Set<Cut>] = [:]
  /// The sets of options that an any of or a list is tested for, by question.
  private var sets: [Int: Set<[Int]>] = [:]
  /// Questions that are compared with each other, by each of them.
  private var groups: [Int: Set<Int>] = [:]

  private enum Cut: Hashable {
    case number(Double)
    case day(CivilDate)
    case years(Int)
    case days(Int)
  }

  package init(_ script: Script, _ conditions: some Sequence<Condition>, today: CivilDate) {
    self.script = script
    self.today = today
    for test in conditions.lazy.flatMap(\.tests) { gather(test) }
  }

  private mutating func gather(_ test: Condition) {
    switch test {
    case .includes(let question, let options): sets[question, default: []].insert(options)
    case .hasAny(let question), .isEmpty(let question):
      sets[question, default: []].insert(Array(script.questions[question].options.indices))
    case .compares(let question, _, .number(let number)):
      cuts[question, default: []].insert(.number(number))
    case .compares(let question, _, .date(let date)):
      cuts[question, default: []].insert(.day(date))
    case .compares(let question, _, .today):
      cuts[question, default: []].insert(.day(today))
    case .compares(let question, _, .question(let other)):
      let group = (groups[question] ?? [question]).union(groups[other] ?? [other])
      for question in group { groups[question] = group }
    case .age(let question, _, let years):
      for years in [years.rounded(.down), years.rounded(.down) + 1] where abs(years) < 9999 {
        cuts[question, default: []].insert(.years(Int(years)))
      }
    case .within(let question, let days): cuts[question, default: []].insert(.days(days))
    default: break
    }
  }

  /// Options that every test takes alike, one for each such kind: which of these are chosen is all that
  /// matters.
  package func kinds(of question: Int) -> [Int] {
    var seen: Set<[Bool]> = []
    let sets = (sets[question] ?? []).sorted { $0.lexicographicallyPrecedes($1) }
    return script.questions[question].options.indices.filter { option in
      let kind = sets.map { $0.contains(option) }
      return kind.contains(true) && seen.insert(kind).inserted
    }
  }

  /// Which kinds are chosen is laid open only when it is read, where there are many.
  package func isLaidOpen(_ question: Int) -> Bool {
    [.anyOf, .list].contains(script.questions[question].type) && kinds(of: question).count > 5
  }

  /// How it compares with others may turn out either way; where only a few are compared with each other, it
  /// is told by their answers.
  package func isFree(_ question: Int) -> Bool { groups[question, default: []].count > 4 }

  /// Representative values between two boundaries: one per question in the comparison group.
  private func width(_ question: Int) -> Int {
    isFree(question) ? 1 : max(groups[question, default: []].count, 1)
  }

  private func cuts(_ question: Int) -> [Cut] {
    let compared = isFree(question) ? [question] : groups[question] ?? [question]
    return compared.flatMap { cuts[$0] ?? [] }
  }

  /// One answer for each way, not known first.
  package func answers(to question: Int) -> [Answer] {
    let asked = script.questions[question]
    let values: [Value] =
      switch asked.type {
      case .yesNo, .oneOf: asked.options.indices.map { .option($0) }
      case .anyOf: selections(question).map { .options($0) }
      case .list:
        selections(question).map { .items([Item](in: $0)) }
      case .text: [.text("…")]
      case .number: numbers(question).map { .number($0) }
      case .date: days(question).map { .date($0, words: $0.iso) }
      }
    return [.notKnown] + values.map { .value($0) }
  }

  private func selections(_ question: Int) -> [[Int]] {
    guard !isLaidOpen(question) else { return [[]] }
    return kinds(of: question).reduce(into: [[]]) { selections, option in
      selections += selections.map { $0 + [option] }
    }
  }

  /// Each number that is compared with, and as many as matter below, between and above.
  private func numbers(_ question: Int) -> [Double] {
    let cuts = Set(
      cuts(question).compactMap {
        if case .number(let cut) = $0, cut.isFinite { cut } else { nil }
      }
    )
    .sorted()
    let steps = (1...width(question)).map(Double.init)
    guard let first = cuts.first, let last = cuts.last else { return steps.map { $0 - 1 } }
    // Far from 0, the next number is more than 1 away.
    let below = steps.map { first - $0 * max(1, first.ulp) }
    let above = steps.map { last + $0 * max(1, last.ulp) }
    let parts: Double = steps.count == 1 ? 2 : 8
    let between = zip(cuts, cuts.dropFirst()).flatMap { a, b -> [Double] in
      let inside = steps.map { a * (1 - $0 / parts) + b * ($0 / parts) }
      return inside.filter { a < $0 && $0 < b }
    }
    return (below + cuts + between + above).filter(\.isFinite).sorted()
  }

  /// The days around each day that is compared with, as many as matter.
  private func days(_ question: Int) -> [CivilDate] {
    let days = cuts(question).flatMap { cut -> [CivilDate] in
      switch cut {
      case .number: []
      case .day(let day): [day]
      case .days(let days): [today.adding(days: days), today.adding(days: -days)]
      case .years(let years):
        (0...1).compactMap {
          CivilDate(year: today.year - years, month: today.month, day: today.day - $0)
        }
      }
    }
    let width = width(question)
    if days.isEmpty { return (0..<width).map { today.adding(days: $0) } }
    return Set(days.flatMap { day in (-width...width).map { day.adding(days: $0) } }).sorted()
  }
}

extension [Item] {
  /// Items in these places of a typed list; those before them have been removed again.
  package init(in places: [Int]) {
    self = (0..<(places.max().map { $0 + 1 } ?? 0)).map {
      Item(number: $0 + 1, name: "…", isRemoved: !places.contains($0))
    }
  }
}
