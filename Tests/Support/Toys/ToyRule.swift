/// A safety rule over a small script.
struct ToyRule: Sendable {
  var when: Toy.Condition
  var demand: Demand

  enum Demand: Sendable {
    case always(Toy.Condition)
    case never(Toy.Condition)
    case noticeFirst(String)
  }

  /// What it reads.
  var conditions: [Toy.Condition] {
    switch demand {
    case .always(let condition), .never(let condition): [when, condition]
    case .noticeFirst: [when]
    }
  }

  var yaml: String {
    let claim =
      switch demand {
      case .always(let condition): "always: \(condition.yaml)"
      case .never(let condition): "never: \(condition.yaml)"
      case .noticeFirst(let step): "always: notice \(step) comes before the next question"
      }
    return "  - rule: A rule\n    when: \(when.yaml)\n    \(claim)\n"
  }

  /// Whether a finished conversation breaks it, or one on the way there.
  func isBroken(in walk: NaiveWalk, _ toy: Toy) -> Bool {
    switch demand {
    case .always(let condition):
      return walk.holds(when, [""], nil) && !walk.holds(condition, [""], nil)
    case .never(let condition):
      return walk.holds(when, [""], nil) && walk.holds(condition, [""], nil)
    case .noticeFirst(let step):
      let id = step.split(separator: ".").last.map(String.init) ?? ""
      return (0...walk.path.count).contains { count in
        let answered = Set(walk.path.prefix(count))
        var before = NaiveWalk(toy, walk.answers.filter { answered.contains($0.key) })
        // Only what has been answered by then is read.
        before.met.formIntersection(answered)
        return before.holds(when, [""], nil) && !before.told.contains(id)
      }
    }
  }
}

extension ToyGenerator {
  /// The questions of the main dialogue and of the one it uses, as a rule names them.
  func names(of toy: Toy) -> [Name] {
    ["m", "s"].flatMap { dialogue in
      (toy.dialogues[dialogue] ?? []).compactMap { step in
        if case .ask(let kind) = step.action { ("\(dialogue).\(step.id)", kind) } else { nil }
      }
    }
  }

  mutating func rule(_ toy: Toy, _ names: [Name], steps: [String]) -> ToyRule {
    func claim(_ generator: inout ToyGenerator) -> Toy.Condition {
      switch Int.random(in: 0..<4, using: &generator.random) {
      case 0: .outcome(generator.pick(Toy.outcomes))
      case 1: .asked(generator.pick(names).name)
      case 2: .said(generator.pick(steps))
      default: generator.condition(names, depth: 1)
      }
    }
    let when = condition(names, depth: 1)
    switch Int.random(in: 0..<5, using: &random) {
    case 0: return ToyRule(when: when, demand: .noticeFirst(pick(steps)))
    case 1, 2: return ToyRule(when: when, demand: .always(claim(&self)))
    default: return ToyRule(when: when, demand: .never(claim(&self)))
    }
  }
}

extension Toy.Step {
  /// A rule can look for it.
  var tells: Bool {
    switch action {
    case .say, .conclude: true
    default: false
    }
  }
}
