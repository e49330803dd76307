import DialogueScript

/// The ways in which a question can be answered, as far as any condition tells them apart.
struct Choices {
  private let script: Script
  private let today: CivilDate
  /// What numbers and dates are compared with, by question.
  private var cuts: [Int: Set<Cut>] = [:]
  /// The sets of options that an any of or a list is tested for, by question.
  private var sets: [Int: Set<[Int]>] = [:]

  private enum Cut: Hashable {
    case number(Double)
    case day(CivilDate)
    case years(Int)
    case days(Int)
  }

  init(_ script: Script, _ conditions: some Sequence<Condition>, today: CivilDate) {
    self.script = script
    self.today = today
    for condition in conditions { gather(condition) }
  }

  private mutating func gather(_ condition: Condition) {
    switch condition {
    case .not(let part): gather(part)
    case .all(let parts), .any(let parts), .count(let parts, _, _):
      for part in parts { gather(part) }
    case .includes(let question, let options): sets[question, default: []].insert(options)
    case .hasAny(let question), .isEmpty(let question):
      sets[question, default: []].insert(Array(script.questions[question].options.indices))
    case .compares(let question, _, .number(let number)):
      cuts[question, default: []].insert(.number(number))
    case .compares(let question, _, .date(let date)):
      cuts[question, default: []].insert(.day(date))
    case .compares(let question, _, .today):
      cuts[question, default: []].insert(.day(today))
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
  func kinds(of question: Int) -> [Int] {
    var seen: Set<[Bool]> = []
    let sets = (sets[question] ?? []).sorted { $0.lexicographicallyPrecedes($1) }
    return script.questions[question].options.indices.filter { option in
      let kind = sets.map { $0.contains(option) }
      return kind.contains(true) && seen.insert(kind).inserted
    }
  }

  /// Which kinds are chosen is laid open only when it is read, where there are many.
  func isLaidOpen(_ question: Int) -> Bool {
    [.anyOf, .list].contains(script.questions[question].type) && kinds(of: question).count > 5
  }

  /// One answer for each way, not known first.
  func answers(to question: Int) -> [Answer] {
    let asked = script.questions[question]
    let values: [Value] =
      switch asked.type {
      case .yesNo, .oneOf: asked.options.indices.map { .option($0) }
      case .anyOf: selections(question).map { .options($0) }
      case .list:
        selections(question).map { .items($0.map { Item(number: $0 + 1, name: "…") }) }
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

  /// Each number that is compared with, and one below, between and above.
  private func numbers(_ question: Int) -> [Double] {
    let cuts = (cuts[question] ?? []).compactMap {
      if case .number(let cut) = $0 { cut } else { nil }
    }
    .sorted()
    guard let first = cuts.first, let last = cuts.last else { return [0] }
    let between = zip(cuts, cuts.dropFirst()).map { ($0 + $1) / 2 }
    return ([first - 1, last + 1] + cuts + between).sorted()
  }

  /// The days around each day that is compared with.
  private func days(_ question: Int) -> [CivilDate] {
    let days = (cuts[question] ?? []).flatMap { cut -> [CivilDate] in
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
    let all = Set(days.flatMap { [$0.adding(days: -1), $0, $0.adding(days: 1)] })
    return all.isEmpty ? [today] : all.sorted()
  }
}
