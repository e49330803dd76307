/// A safety rule over a small script.
struct ToyRule: Sendable {
  var when: Toy.Condition
  var demand: Demand

  enum Demand: Sendable {
    case always(Toy.Condition)
    case never(Toy.Condition)
    case atEveryPoint(Toy.Condition)
    case atNoPoint(Toy.Condition)
    case noticeFirst(String)
  }

  /// The conditions that the rule reads.
  var conditions: [Toy.Condition] {
    switch demand {
    case .always(let condition), .never(let condition), .atEveryPoint(let condition),
      .atNoPoint(let condition):
      [when, condition]
    case .noticeFirst: [when]
    }
  }

  var yaml: String {
    let claim =
      switch demand {
      case .always(let condition): "always: \(condition.yaml)"
      case .never(let condition): "never: \(condition.yaml)"
      case .atEveryPoint(let condition): "always: \(condition.yaml) at every point"
      case .atNoPoint(let condition): "never: \(condition.yaml) at any point"
      case .noticeFirst(let step): "always: notice \(step) comes before the next question"
      }
    return "  - rule: A rule\n    when: \(when.yaml)\n    \(claim)\n"
  }

  /// Whether the rule applies to a finished conversation or to a point in it.
  func applies(in walk: NaiveWalk) -> Bool { isMet(in: walk) { $0.holds(when, [""], nil) } }

  /// Whether the claim fails in the conversation, whatever the rule's `when:` says.
  func fails(in walk: NaiveWalk) -> Bool {
    var other = self
    other.when = .not(.and(.isKnown("none"), .isUnknown("none")))
    return other.isBroken(in: walk)
  }

  private func isMet(in walk: NaiveWalk, _ holds: (NaiveWalk) -> Bool) -> Bool {
    switch demand {
    case .always, .never: holds(walk)
    case .atEveryPoint, .atNoPoint, .noticeFirst:
      (0...walk.path.count).contains { holds(walk.point($0)) }
    }
  }

  /// Whether the rule is broken in a finished conversation or at a point in it.
  func isBroken(in walk: NaiveWalk) -> Bool {
    switch demand {
    case .always(let condition): isBroken(at: walk, .not(condition))
    case .never(let condition): isBroken(at: walk, condition)
    case .atEveryPoint(let condition): isBrokenOnTheWay(walk, .not(condition))
    case .atNoPoint(let condition): isBrokenOnTheWay(walk, condition)
    case .noticeFirst(let step): isBrokenOnTheWay(walk, .not(.said(step)))
    }
  }

  private func isBroken(at point: NaiveWalk, _ fault: Toy.Condition) -> Bool {
    point.holds(when, [""], nil) && point.holds(fault, [""], nil)
  }

  private func isBrokenOnTheWay(_ walk: NaiveWalk, _ fault: Toy.Condition) -> Bool {
    (0...walk.path.count).contains { isBroken(at: walk.point($0), fault) }
  }
}

extension ToyGenerator {
  /// The questions of the main dialogue, of the one it uses and of watches, as a rule names them.
  func names(of toy: Toy) -> [Name] {
    let lists = ["m", "s"].map { ($0, toy.dialogues[$0] ?? []) }
    return (toy.hasLocal ? Toy.localFields : [])
      + (lists + toy.watches.map { ($0.id, $0.steps) }).flatMap { name, steps in
        steps.flat.compactMap { step in
          if case .ask(let kind) = step.action { ("\(name).\(step.id)", kind) } else { nil }
        }
      }
  }

  mutating func rule(_ toy: Toy, _ names: [Name], steps: [String]) -> ToyRule {
    let watch = toy.watches.randomElement(using: &random)?.condition
    let when = chance(4) ? claim(names, steps) : condition(names, depth: 1)
    // Sometimes a rule about a step of a watch.
    if let watch, let told = steps.last, chance(3) {
      return ToyRule(
        when: watch,
        demand: pick([
          .noticeFirst(told), .atEveryPoint(claim(names, steps)), .atNoPoint(claim(names, [told])),
        ]))
    }
    return switch Int.random(in: 0..<8, using: &random) {
    case 0: ToyRule(when: when, demand: .noticeFirst(pick(steps)))
    case 1, 2: ToyRule(when: when, demand: .always(claim(names, steps)))
    case 3, 4: ToyRule(when: when, demand: .never(claim(names, steps)))
    case 5, 6: ToyRule(when: when, demand: .atEveryPoint(claim(names, steps)))
    default: ToyRule(when: when, demand: .atNoPoint(claim(names, steps)))
    }
  }

  private mutating func claim(_ names: [Name], _ steps: [String]) -> Toy.Condition {
    switch Int.random(in: 0..<8, using: &random) {
    case 0, 1: .outcome(pick(Toy.outcomes))
    case 2: .asked(pick(names).name)
    case 3: .said(pick(steps))
    case 4, 5: .drafted(pick(["note", "card"]))
    case 6: .oneOfChart
    default: condition(names, depth: 1)
    }
  }
}

extension Toy.Step {
  /// Whether a rule can mention the step.
  var tells: Bool {
    switch action {
    case .say, .conclude: true
    default: false
    }
  }
}
