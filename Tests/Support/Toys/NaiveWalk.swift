/// The rules of the language, implemented a second time in the plainest way, sharing nothing with
/// the engine.
///
/// It walks the tree from the start, and looks names up as text.
struct NaiveWalk {
  let toy: Toy
  let answers: [String: Toy.Answer]
  private let keys: Set<String>
  private(set) var path: [String] = []
  var met: Set<String> = []
  private(set) var next: String?
  private(set) var outcomes: [String] = []
  /// The ids of the steps reached, including those of watches.
  var reached: Set<String> = []
  /// The steps among them that come before the next question.
  private(set) var told: Set<String> = []
  /// The branches taken before the next question, each by its step and its option or number.
  private(set) var taken: Set<String> = []
  /// The result of each condition, by its owner and its number there.
  private(set) var looks: Set<Look> = []
  private var used: Set<String> = []
  private var fired: Set<String> = []
  private var open = false

  struct Look: Hashable {
    var owner: String
    var number: Int
    var truth: Bool?
    /// A question that had been asked when the condition was evaluated.
    var asked: String?
  }

  init(_ toy: Toy, _ answers: [String: Toy.Answer]) {
    self.toy = toy
    self.answers = answers
    keys = toy.allKeys
    if toy.hasLocal { met = Set(Toy.localFields.map(\.name)) }
    _ = walk(toy.dialogues["m"] ?? [], ["m.", ""], [], nil)
  }

  /// False if a step finished the conversation.
  private mutating func walk(
    _ steps: [Toy.Step], _ prefixes: [String], _ rounds: [String], _ item: String?
  ) -> Bool {
    let steps = steps.flat
    var at = 0
    while at < steps.count {
      let step = steps[at]
      at += 1
      if let when = step.when, !look(when, step.id, 0, prefixes, item, unless: isPassedOver(step)) {
        if case .group(let body) = step.action { at += body.flat.count }
        continue
      }
      if isPassedOver(step) { continue }
      var target = step.ways.first { $0.option == "then" }?.target ?? ""
      func way(_ option: String) -> String {
        let way =
          step.ways.first { $0.option == option } ?? step.ways.first { $0.option == "otherwise" }
        if let way { take("\(step.id) \(way.option)") }
        return way?.target ?? target
      }
      let key = prefixes[0] + step.id
      switch step.action {
      case .ask:
        if !met.insert(key).inserted { continue }
        // Only one question is asked; later open ones wait for it.
        reach(step.id, isWaiting: answers[key] == nil && next != nil)
        path.append(key)
        if answers[key] == nil {
          open = true
          next = next ?? key
        }
        if !look(at: key) { return false }
        if case .options(let ids)? = answers[key], ids.count == 1, !step.ways.isEmpty {
          target = way(ids[0])
        } else if !step.ways.isEmpty {
          target = way("unknown")
        }
      case .say, .group: reach(step.id)
      case .decide(let condition):
        reach(step.id)
        target = way(look(condition, step.id, 1, prefixes, item) ? "yes" : "no")
      case .choose(let ways, let otherwise):
        reach(step.id)
        let way = ways.enumerated().first { look($1.0, step.id, $0 + 1, prefixes, item) }
        take("\(step.id) \(way.map { "\($0.offset + 1)" } ?? "otherwise")")
        target = way?.element.1 ?? otherwise
      case .conclude(let outcome):
        reach(step.id)
        conclude(outcome)
      case .use(let dialogue):
        let prefix = (rounds.first ?? "") + dialogue + "."
        if !used.insert(prefix).inserted { continue }
        reach(step.id)
        if !walk(toy.dialogues[dialogue] ?? [], [prefix] + rounds + [""], rounds, nil) {
          return false
        }
      case .forEach(let list, let body):
        reach(step.id)
        guard let list = resolve(list, prefixes) else { continue }
        for item in Toy.items + Toy.numbers where chosen(list).contains(item) {
          let round = "\(list)[\(item)]."
          if !walk(body, [round] + prefixes, [round] + rounds, item) { return false }
        }
      }
      if target == "end" { return true }
      if target == "finish" { return false }
      if target.hasPrefix("conclude ") {
        conclude(String(target.dropFirst(9)))
        return true
      }
      if let later = steps.firstIndex(where: { $0.id == target }) { at = later }
    }
    return true
  }

  /// Whether the step is a choice from a local list without items.
  private func isPassedOver(_ step: Toy.Step) -> Bool {
    if case .ask(.shop) = step.action { answers[Toy.localList] == nil } else { false }
  }

  /// The letters to draft: first those of the chart or of an unfinished conversation.
  var letters: [String] {
    let sending = toy.sending
    let chart = outcomes.filter { sending.chart.contains($0) }
    let flags = outcomes.filter { !sending.chart.contains($0) }
    let first = chart.isEmpty ? sending.unfinished : chart.flatMap { sending.letters[$0] ?? [] }
    return (first + flags.flatMap { sending.letters[$0] ?? [] }).reduce(into: []) {
      if !$0.contains($1) { $0.append($1) }
    }
  }

  /// The walk at an earlier question, or at the end, reading only the answers given by then.
  func point(_ count: Int) -> NaiveWalk {
    let local = answers.keys.filter { $0.hasPrefix("local.") } + Toy.localFields.map(\.name)
    let answered = Set(path.prefix(count)).union(local)
    var point = NaiveWalk(toy, answers.filter { answered.contains($0.key) })
    point.met.formIntersection(answered)
    point.reached = point.told
    return point
  }

  private mutating func reach(_ step: String, isWaiting: Bool = false) {
    reached.insert(step)
    if !open, !isWaiting { told.insert(step) }
  }

  private mutating func take(_ way: String) {
    if !open { taken.insert(way) }
  }

  private mutating func conclude(_ outcome: String) {
    if !open, !outcomes.contains(outcome) { outcomes.append(outcome) }
  }

  private mutating func look(at key: String) -> Bool {
    for watch in toy.watches where watch.condition.names.contains(key) {
      guard !fired.contains(watch.id), look(watch.condition, watch.id, 0, [""], nil) else {
        continue
      }
      if answers[key] != nil { fired.insert(watch.id) }
      let outer = open
      open = answers[key] == nil
      let goesOn = walk(watch.steps, ["\(watch.id).", ""], [], nil)
      open = open || outer
      if !goesOn { return false }
    }
    return true
  }

  /// Evaluates a condition, and records the result and the question asked by then.
  private mutating func look(
    _ condition: Toy.Condition, _ owner: String, _ number: Int, _ prefixes: [String],
    _ item: String?, unless isPassedOver: Bool = false
  ) -> Bool {
    let truth = !isPassedOver && holds(condition, prefixes, item)
    looks.insert(Look(owner: owner, number: number, truth: truth))
    for key in condition.keys(self, prefixes) where met.contains(key) {
      let id = key.split(separator: ".").last.map(String.init)
      looks.insert(Look(owner: owner, number: number, asked: id))
    }
    return truth
  }

  func resolve(_ name: String, _ prefixes: [String]) -> String? {
    prefixes.map { $0 + name }.first { keys.contains($0) }
  }

  func chosen(_ key: String) -> [String] {
    if met.contains(key), case .options(let ids)? = answers[key] { ids } else { [] }
  }

  private func hasValue(_ key: String) -> Bool {
    switch answers[key] {
    case .options?, .text?, .number?, .date?, .time?, .moment?: met.contains(key)
    default: false
    }
  }

  func holds(_ condition: Toy.Condition, _ prefixes: [String], _ item: String?) -> Bool {
    func key(_ name: String) -> String { resolve(name, prefixes) ?? "" }
    switch condition {
    case .isOption(let name, let option): return chosen(key(name)) == [option]
    case .includes(let name, let option): return chosen(key(name)).contains(option)
    case .hasAny(let name): return !chosen(key(name)).isEmpty
    case .isEmpty(let name): return hasValue(key(name)) && chosen(key(name)).isEmpty
    case .isKnown(let name): return hasValue(key(name))
    case .isUnknown(let name): return met.contains(key(name)) && !hasValue(key(name))
    case .compares(let name, _, .name(let other)):
      guard met.contains(key(name)), met.contains(key(other)), let answer = answers[key(name)],
        let operand = answers[key(other)]
      else { return false }
      return condition.holds(of: answer, and: operand, toy.today)
    case .compares(let name, _, _), .age(let name, _, _), .within(let name, _),
      .withinMinutes(let name, _):
      guard met.contains(key(name)), let answer = answers[key(name)] else { return false }
      return condition.holds(of: answer, and: nil, toy.today)
    case .hasPhone(let name): return chosen(key(name)) == ["with"]
    case .lacksPhone(let name): return chosen(key(name)) == ["without"]
    case .anyItem(let list, let part):
      let list = key(list)
      return chosen(list).contains { holds(part, ["\(list)[\($0)]."] + prefixes, $0) }
    case .item(let id): return item == id
    case .not(let part): return !holds(part, prefixes, item)
    case .and(let a, let b): return holds(a, prefixes, item) && holds(b, prefixes, item)
    case .or(let a, let b): return holds(a, prefixes, item) || holds(b, prefixes, item)
    case .outcome(let id): return outcomes.contains(id)
    case .drafted(let letter): return letters.contains(letter)
    case .oneOfChart: return outcomes.count { toy.sending.chart.contains($0) } == 1
    case .asked(let name): return met.contains(key(name))
    case .said(let key):
      return reached.contains(key.split(separator: ".").last.map(String.init) ?? "")
    }
  }
}

extension Toy.Condition {
  /// Whether a test of a number or a day holds for an answer; a test of two answers needs the
  /// other.
  func holds(of answer: Toy.Answer, and other: Toy.Answer?, _ today: Toy.Day) -> Bool {
    switch (self, answer, other) {
    case (.compares(_, let comparison, .number(let operand)), .number(let number), _):
      comparison.holds(number, operand)
    case (.compares(_, let comparison, .day(let operand)), .date(let day), _):
      comparison.holds(day, operand)
    case (.compares(_, let comparison, .today), .date(let day), _): comparison.holds(day, today)
    case (.compares(_, let comparison, .name), .number(let number), .number(let other)?):
      comparison.holds(number, other)
    case (.compares(_, let comparison, .name), .date(let day), .date(let other)?):
      comparison.holds(day, other)
    case (.compares(_, let comparison, .time(let operand)), .time(let time), _):
      comparison.holds(time, operand)
    case (.compares(_, let comparison, .name), .time(let time), .time(let other)?):
      comparison.holds(time, other)
    case (.compares(_, let comparison, .moment(let operand)), .moment(let moment), _):
      comparison.holds(moment, operand)
    case (.compares(_, let comparison, .name), .moment(let moment), .moment(let other)?):
      comparison.holds(moment, other)
    // Bounds of a moment that are counted from today are days.
    case (.compares(_, let comparison, .today), .moment(let moment), _):
      comparison.holds(moment.day, today)
    case (.within(_, let days), .moment(let moment), _):
      moment.day.daysAway(from: today) <= days
    case (.withinMinutes(_, let minutes), .moment(let moment), _):
      moment.comes(within: minutes, of: today)
    case (.age(_, let comparison, let years), .date(let day), _):
      comparison.holds(day.age(on: today), years)
    case (.within(_, let days), .date(let day), _): day.daysAway(from: today) <= days
    default: false
    }
  }
}

extension Toy.Comparison {
  fileprivate func holds<T: Comparable>(_ a: T, _ b: T) -> Bool {
    switch self {
    case .below: a < b
    case .atMost: !(b < a)
    case .equal: !(a < b) && !(b < a)
    case .atLeast: !(a < b)
    case .above: b < a
    }
  }
}
