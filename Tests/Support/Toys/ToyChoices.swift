/// The possible answers to each question of a small script, one for each that its conditions, and
/// these others, tell apart.
///
/// They are found by trying each test on many numbers and days.
struct ToyChoices {
  private let toy: Toy
  /// The tests of numbers and days, by the id of their question.
  private var tests: [String: [Toy.Condition]] = [:]
  /// The groups of questions that are compared with each other, by their ids.
  private var groups: [Set<String>] = []

  init(_ toy: Toy, besides conditions: [Toy.Condition] = []) {
    self.toy = toy
    for condition in toy.conditions + conditions { gather(condition) }
  }

  private func id(_ name: String) -> String {
    name.split(separator: ".").last.map(String.init) ?? ""
  }

  private mutating func gather(_ condition: Toy.Condition) {
    switch condition {
    case .anyItem(_, let part), .not(let part): gather(part)
    case .and(let a, let b), .or(let a, let b):
      gather(a)
      gather(b)
    case .compares(let name, _, .name(let other)):
      let joined = groups.filter { $0.contains(id(name)) || $0.contains(id(other)) }
      groups.removeAll { joined.contains($0) }
      groups.append(joined.reduce([id(name), id(other)]) { $0.union($1) })
    case .compares(let name, _, _), .age(let name, _, _), .within(let name, _),
      .withinMinutes(let name, _):
      tests[id(name), default: []].append(condition)
    default: break
    }
  }

  /// The size of the largest group of questions compared with each other, counting each round.
  var mostCompared: Int { groups.map(size).max() ?? 1 }

  private func size(_ group: Set<String>) -> Int { toy.allKeys.count { group.contains(id($0)) } }

  func answers(to key: String) -> [Toy.Answer] {
    func subsets(_ items: [String]) -> [Toy.Answer] {
      items.reduce(into: [[]]) { subsets, item in subsets += subsets.map { $0 + [item] } }
        .map { .options($0) }
    }
    let values: [Toy.Answer] =
      switch toy.kind(of: key) {
      case .yesNo?: [.options(["yes"]), .options(["no"])]
      case .oneOf?: Toy.items.map { .options([$0]) }
      case .anyOf?: subsets(Toy.items).filter(toy.goTogether)
      case .list?: subsets(Toy.numbers)
      case .shop?: [.options(["with"]), .options(["without"])]
      case .text?: [.text("moss")]
      case .number?: told(apart: (-8...17).map { .number($0) }, key)
      case .date?: told(apart: days.map { .date($0) }, key)
      case .time?: told(apart: (0..<1440).map { .time($0) }, key)
      case .moment?: told(apart: moments.map { .moment($0) }, key)
      case nil: []
      }
    return [.notKnown] + values
  }

  /// Days on both sides of every day that a test can name.
  private var days: [Toy.Day] {
    let birthdays = [0, 1, 13, 14, 18, 19].map { Toy.Day(toy.today.year - $0, toy.today.month, 20) }
    let named = ToyGenerator.days.flatMap { $0.around(6) }
    return Set(birthdays.flatMap { $0.around(26) } + named + toy.today.around(36)).sorted()
  }

  /// Moments on both sides of every moment that a test can name, on these days and those around today.
  private var moments: [Toy.Moment] {
    let days = ToyGenerator.days.flatMap { $0.around(2) } + toy.today.around(33)
    let named = ToyGenerator.times + [Toy.minute + 60, Toy.minute + 90]
    let minutes = Set(named.flatMap { ($0 - 4...$0 + 4).filter((0...1439).contains) })
    return Set(days).sorted().flatMap { day in
      minutes.sorted().map { Toy.Moment(day: day, minute: $0) } + [Toy.Moment(day: day)]
    }
  }

  /// One answer for each result of the tests, or as many as the questions compared with each other.
  private func told(apart answers: [Toy.Answer], _ key: String) -> [Toy.Answer] {
    let group = groups.first { $0.contains(id(key)) } ?? [id(key)]
    let isCompared = groups.contains(group)
    // Questions that are compared need answers in common, so each is asked the bounds of all.
    let bounds = isCompared ? group.sorted().compactMap(toy.question).flatMap(\.bounds) : []
    let tests = group.sorted().flatMap { self.tests[$0] ?? [] } + bounds
    let count = isCompared ? min(size(group), 4) : 1
    let answers = isCompared ? answers : answers.filter { toy.canHave($0, at: key) }
    if tests.isEmpty { return Array(answers.prefix(count)) }
    var kept: [(answer: Toy.Answer, side: [Bool])] = []
    for answer in answers {
      let side = tests.map { $0.holds(of: answer, and: nil, toy.today) }
      let alike =
        count > 1
        ? kept.reversed().prefix { $0.side == side }.count : kept.count { $0.side == side }
      if alike < count { kept.append((answer, side)) }
    }
    return kept.map(\.answer).filter { toy.canHave($0, at: key) }
  }
}

extension Toy.Step {
  /// The bounds, as tests of the answer.
  fileprivate var bounds: [Toy.Condition] {
    [(Toy.Comparison.atLeast, lowest), (.atMost, highest)].compactMap { comparison, bound in
      bound.map { .compares("", comparison, $0) }
    }
  }
}

extension Toy {
  /// Whether an answer does not mix an item that can only be chosen alone with others.
  func goTogether(_ answer: Answer) -> Bool {
    guard case .options(let ids) = answer, ids.count > 1 else { return true }
    return !ids.contains(where: exclusive.contains)
  }

  /// Every condition in the script, including those in the letter.
  fileprivate var conditions: [Condition] {
    func all(_ steps: [Step]) -> [Condition] {
      steps.flat.flatMap { step -> [Condition] in
        let own: [Condition] =
          switch step.action {
          case .decide(let condition): [condition]
          case .choose(let ways, _): ways.map(\.0)
          case .forEach(_, let body): all(body)
          default: []
          }
        return own + [step.when].compactMap(\.self)
      }
    }
    func all(_ lines: [Line]) -> [Condition] {
      lines.flatMap { line -> [Condition] in
        switch line {
        case .slot, .row: []
        case .part(let condition, let lines, let otherwise):
          [condition] + all(lines) + all(otherwise)
        case .named(_, let lines): all(lines)
        case .forEach(_, let condition, let lines): [condition].compactMap(\.self) + all(lines)
        }
      }
    }
    return dialogues.values.flatMap { all($0) } + watches.map(\.condition)
      + watches.flatMap { all($0.steps) } + all(letter)
  }
}
