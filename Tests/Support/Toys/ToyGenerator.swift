import Scenarios

/// Generates small scripts with every kind of step, jump, condition, list and watch that the
/// language has.
struct ToyGenerator {
  var random: SeededGenerator
  private var ids = 0
  private var kinds = Toy.Kind.plain
  /// The items of the last script that can only be chosen alone.
  private var exclusive: Set<String> = []

  init(seed: UInt64) {
    random = SeededGenerator(seed: seed)
  }

  /// The days on which conversations take place and that scripts name, including ends of months and
  /// years.
  static let days = [
    Toy.Day(2026, 11, 16), Toy.Day(2028, 2, 29), Toy.Day(2027, 3, 1), Toy.Day(2026, 12, 31),
  ]
  /// Days of birth whose birthday falls on or near one of those days.
  private static let births = [Toy.Day(2013, 11, 16), Toy.Day(2010, 2, 28), Toy.Day(2009, 3, 1)]

  /// The minutes since midnight that tests name, including both ends of the day.
  static let times = [0, 720, 990, 1439]
  private static let minutes = 0...1439

  typealias Name = (name: String, kind: Toy.Kind)

  /// A script; with a local file, its fields are read wherever questions are, and its list is
  /// chosen from.
  mutating func toy(hasLocal: Bool = false) -> Toy {
    var toy = Toy()
    toy.hasLocal = hasLocal
    kinds = hasLocal ? Toy.Kind.allCases + [.shop, .shop] : Toy.Kind.plain
    let local: [Name] = hasLocal ? Toy.localFields : []
    var used: [Name] = []
    toy.dialogues["s"] = block(Int.random(in: 1...4, using: &random), local, [], &used, depth: 2)
    let inner = used.map { (name: "s.\($0.name)", kind: $0.kind) }
    var names: [Name] = []
    toy.dialogues["m"] = block(
      Int.random(in: hasLocal ? 2...5 : 3...9, using: &random), local, inner, &names, depth: 0)
    let whole = names.map {
      (name: $0.name.hasPrefix("s.") ? $0.name : "m.\($0.name)", kind: $0.kind)
    }
    if whole.isEmpty { return self.toy(hasLocal: hasLocal) }
    for number in 0..<Int.random(in: 0...2, using: &random) {
      var own: [Name] = []
      // Sometimes one answer sets off both watches.
      let shared = toy.watches.first.map { first in
        whole.filter { first.condition.names.contains($0.name) }
      }
      let names = shared.map { !$0.isEmpty && chance(2) ? $0 : whole } ?? whole
      toy.watches.append(
        Toy.Watch(
          id: "w\(number)", condition: condition(names + local, depth: 2),
          steps: block(Int.random(in: 1...3, using: &random), local, [], &own, depth: 2)))
    }
    toy.today = pick(Self.days)
    for _ in 0..<8 { toy.letter.append(line(whole, toy, depth: 2)) }
    toy.letter += whole.map { .slot($0.name) }
    if !toy.dialogues.values.joined().contains(where: \.usesS) { toy.dialogues["s"] = nil }
    exclusive = chance(2) ? Set((0..<pick([1, 1, 2])).map { _ in pick(Toy.items) }) : []
    toy.exclusive = exclusive
    return toy
  }

  /// The steps of one block; `names` collects the questions asked in it, under their names there.
  ///
  /// Steps of a group can jump to those after it as well.
  private mutating func block(
    _ count: Int, _ outer: [Name], _ inner: [Name], _ names: inout [Name], depth: Int,
    after: [String] = []
  ) -> [Toy.Step] {
    let first = ids
    ids += count
    var steps: [Toy.Step] = []
    for at in 0..<count {
      let later = ((at + 1)..<count).map { "q\(first + $0)" } + after
      let before = outer + names
      var step = step("q\(first + at)", later, outer, inner, &names, depth: depth)
      if step.ways.first?.option ?? "then" == "then", !step.chooses, !before.isEmpty, chance(3) {
        step.when = condition(before, depth: 1)
      }
      steps.append(step)
    }
    return steps
  }

  private mutating func step(
    _ id: String, _ later: [String], _ outer: [Name], _ inner: [Name], _ names: inout [Name],
    depth: Int
  ) -> Toy.Step {
    var step = Toy.Step(id: id, action: .say)
    let known = outer + names
    let lists = names.filter { ($0.kind == .anyOf || $0.kind == .list) && !$0.name.contains(".") }
    switch Int.random(in: 0..<12, using: &random) {
    case 0 where !known.isEmpty:
      step.action = .decide(condition(known, depth: 2))
      step.ways = [("yes", target(later)), ("otherwise", target(later))]
    case 1 where !known.isEmpty:
      let (first, second) = (condition(known, depth: 1), condition(known, depth: 1))
      // The second condition reads more only where the first does not hold.
      step.action = .choose(
        [(first, target(later)), (.and(.not(first), second), target(later))],
        otherwise: target(later))
    case 2: step.action = .conclude(pick(Toy.outcomes))
    case 3 where !inner.isEmpty:
      step.action = .use("s")
      names += inner
    case 4 where !lists.isEmpty && depth < 2, 5 where !lists.isEmpty && depth < 2:
      var body: [Name] = []
      // Inside a round, `s` means the round's own dialogue.
      let outside = known.filter { depth > 0 || !$0.name.hasPrefix("s.") }
      let steps = block(
        Int.random(in: 1...3, using: &random), outside, depth == 0 ? inner : [], &body,
        depth: depth + 1)
      step.action = .forEach(list: pick(lists).name, steps)
    case 6: break
    case 7 where !known.isEmpty:
      step.when = condition(known, depth: 1)
      let body = Int.random(in: 1...3, using: &random)
      step.action = .group(block(body, outer, inner, &names, depth: depth, after: later))
      return step
    default:
      let kind = pick(kinds)
      step.action = .ask(kind)
      bound(&step, kind)
      if kind == .yesNo || kind == .oneOf, chance(2) {
        let option = kind == .yesNo ? "yes" : pick(Toy.items)
        step.ways = [(option, target(later)), ("otherwise", target(later))]
        if chance(2) { step.ways.insert(("unknown", target(later)), at: 1) }
      }
      names.append((id, kind))
    }
    if step.ways.isEmpty, chance(5), !step.chooses { step.ways = [("then", target(later))] }
    return step
  }

  /// Sometimes gives a number, a day or a time bounds that tests may be on either side of.
  private mutating func bound(_ step: inout Toy.Step, _ kind: Toy.Kind) {
    let bounds: (lowest: [Toy.Operand], highest: [Toy.Operand])
    switch kind {
    case .number: bounds = ([2, 3].map { .number($0) }, [6, 7, 12].map { .number($0) })
    case .time: bounds = ([0, 700].map { .time($0) }, [990, 1400].map { .time($0) })
    case .moment:
      bounds = ([.today], [.today, .moment(Toy.Moment(day: Self.days[1], minute: 990))])
    case .date:
      bounds = ([.today, .day(Toy.Day(2026, 11, 16))], [.today, .day(Toy.Day(2028, 2, 29))])
    default: return
    }
    if chance(3) { step.lowest = pick(bounds.lowest) }
    if chance(3) { step.highest = pick(bounds.highest) }
  }

  /// The outcomes that belong to the chart, and the letters that they send.
  mutating func sending() -> Toy.Sending {
    var sending = Toy.Sending(chart: Set(Toy.outcomes.filter { _ in chance(2) }))
    for outcome in Toy.outcomes { sending.letters[outcome] = letters() }
    sending.unfinished = [pick(["note", "card"])] + (chance(3) ? ["slip"] : [])
    return sending
  }

  private mutating func letters() -> [String] { ["note", "card"].filter { _ in chance(2) } }

  private mutating func target(_ later: [String]) -> String {
    switch Int.random(in: 0..<8, using: &random) {
    case 0: "end"
    case 1: chance(3) ? "finish" : "conclude \(pick(Toy.outcomes))"
    default: later.isEmpty ? "end" : pick(later)
    }
  }

  mutating func condition(_ names: [Name], depth: Int) -> Toy.Condition {
    if depth > 0, chance(3) {
      let (a, b) = (condition(names, depth: depth - 1), condition(names, depth: depth - 1))
      return pick([.and(a, b), .or(a, b), .not(a)])
    }
    let (name, kind) = pick(names)
    if chance(4) { return chance(2) ? .isKnown(name) : .isUnknown(name) }
    return switch kind {
    case .yesNo: .isOption(name, pick(["yes", "no"]))
    case .oneOf: .isOption(name, pick(Toy.items))
    case .anyOf:
      pick([
        .includes(name, pick(Toy.items)), .hasAny(name), .isEmpty(name),
        .anyItem(list: name, .item(pick(Toy.items))),
      ])
    case .list: pick([.hasAny(name), .isEmpty(name)])
    case .text: .isKnown(name)
    case .shop: pick([.hasPhone(name), .lacksPhone(name)])
    case .number:
      .compares(
        name, pick(Toy.Comparison.allCases),
        other(than: name, kind, names) ?? .number(pick([2, 7])))
    case .time:
      .compares(
        name, pick(Toy.Comparison.allCases),
        other(than: name, kind, names) ?? .time(pick(Self.times)))
    case .moment:
      switch Int.random(in: 0..<3, using: &random) {
      case 0: .within(name, pick([0, 3, 30]))
      case 1: .withinMinutes(name, pick([60, 90, 1440]))
      default:
        .compares(
          name, pick(Toy.Comparison.allCases),
          other(than: name, kind, names) ?? .moment(moment(on: Self.days)))
      }
    case .date:
      switch Int.random(in: 0..<3, using: &random) {
      case 0: .age(name, pick(Toy.Comparison.allCases), pick([0, 13, 18]))
      case 1: .within(name, pick([0, 3, 30]))
      default:
        .compares(
          name, pick(Toy.Comparison.allCases),
          other(than: name, kind, names) ?? pick([.today] + Self.days.map { .day($0) }))
      }
    }
  }

  private mutating func moment(on days: [Toy.Day]) -> Toy.Moment {
    Toy.Moment(day: pick(days), minute: chance(3) ? nil : pick(Self.times))
  }

  /// Another question of the same kind to compare one with, or sometimes none.
  private mutating func other(
    than name: String, _ kind: Toy.Kind, _ names: [Name]
  ) -> Toy.Operand? {
    let others = names.filter { $0.kind == kind && $0.name != name }
    return others.isEmpty || !chance(2) ? nil : .name(pick(others).name)
  }

  private mutating func line(_ names: [Name], _ toy: Toy, depth: Int) -> Toy.Line {
    if depth > 0, chance(6) {
      return .named(
        "p\(Int.random(in: 0..<2, using: &random))", [line(names, toy, depth: depth - 1)])
    }
    let lists = toy.rounds
    switch Int.random(in: 0..<4, using: &random) {
    case 0 where depth > 0:
      let test: Toy.Condition =
        chance(3) ? .outcome(pick(Toy.outcomes)) : condition(names, depth: 1)
      return .part(
        test, [line(names, toy, depth: depth - 1)], otherwise: [line(names, toy, depth: depth - 1)])
    case 1 where !lists.isEmpty:
      let (list, ids) = pick(lists)
      let isTyped = names.contains { $0.name == "m.\(list)" && $0.kind == .list }
      let test = !isTyped && chance(2) ? Toy.Condition.item(pick(Toy.items)) : nil
      return .forEach(list: "m.\(list)", test, ids.map { .slot($0) })
    case 2: return .row(pick(names).name)
    default: return .slot(pick(names).name)
    }
  }

  /// An answer that can be given to the question with this key.
  mutating func answer(to key: String, of toy: Toy) -> Toy.Answer {
    guard let kind = toy.kind(of: key) else { return .notKnown }
    let tries = (0..<8).map { _ in answer(to: kind) }
    return tries.first { toy.canHave($0, at: key) } ?? .notKnown
  }

  private mutating func answer(to kind: Toy.Kind) -> Toy.Answer {
    switch Int.random(in: 0..<8, using: &random) {
    case 0: return .notKnown
    case 1: return .skipped
    case 2: return .ask("Sam")
    default: break
    }
    return switch kind {
    case .yesNo: .options([pick(["yes", "no"])])
    case .oneOf: .options([pick(Toy.items)])
    case .shop: .options([pick(["with", "without"])])
    case .anyOf:
      .options(
        exclusive.randomElement(using: &random).flatMap { chance(3) ? [$0] : nil }
          ?? Toy.items.filter { !exclusive.contains($0) && chance(2) })
    case .list: .options(Toy.numbers.filter { _ in chance(2) })
    case .text: .text(pick(["moss", "bark", "leaf <<m.q0>>"]))
    case .number: .number(Int.random(in: 0...9, using: &random))
    case .time: .time(pick(Self.times.flatMap { ($0 - 3...$0 + 3).filter(Self.minutes.contains) }))
    case .moment: .moment(moment(on: pick(Self.days).around(2)))
    case .date: .date(pick(pick(Self.days).around(4) + pick(Self.births).around(4)))
    }
  }

  mutating func pick<T>(_ things: [T]) -> T {
    things[Int.random(in: things.indices, using: &random)]
  }

  mutating func chance(_ oneIn: Int) -> Bool { Int.random(in: 0..<oneIn, using: &random) == 0 }
}

extension Toy {
  /// The lists of the main dialogue, with the questions asked in their rounds.
  fileprivate var rounds: [(list: String, ids: [String])] {
    (dialogues["m"] ?? []).flat.compactMap { step in
      guard case .forEach(let list, let body) = step.action else { return nil }
      let ids = body.flat.compactMap { step in
        if case .ask = step.action { step.id } else { nil }
      }
      return ids.isEmpty ? nil : (list, ids)
    }
  }
}

extension Toy.Step {
  fileprivate var chooses: Bool { if case .choose = action { true } else { false } }

  fileprivate var usesS: Bool {
    switch action {
    case .use: true
    case .forEach(_, let body), .group(let body): body.contains(where: \.usesS)
    default: false
    }
  }
}
