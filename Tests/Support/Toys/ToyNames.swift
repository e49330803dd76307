extension Toy {
  /// Every key that a question of the script can have.
  var allKeys: Set<String> {
    var keys: Set<String> = []
    func gather(_ steps: [Step], _ prefix: String, _ round: String) {
      for step in steps.flat {
        switch step.action {
        case .ask: keys.insert(prefix + step.id)
        case .use(let dialogue):
          gather(dialogues[dialogue] ?? [], "\(round)\(dialogue).", round)
        case .forEach(let list, let body):
          // A list is named in the dialogue it belongs to.
          let isTyped = steps.flat.contains { step in
            if case .ask(.list) = step.action { step.id == list } else { false }
          }
          for item in isTyped ? Self.numbers : Self.items {
            gather(body, "\(prefix)\(list)[\(item)].", "\(prefix)\(list)[\(item)].")
          }
        case .say, .decide, .choose, .conclude, .group: break
        }
      }
    }
    gather(dialogues["m"] ?? [], "m.", "")
    for watch in watches { gather(watch.steps, "\(watch.id).", "") }
    if hasLocal { keys.formUnion(Self.localFields.map(\.name)) }
    return keys
  }
}

extension Toy.Condition {
  /// The names it reads, as written; a watch uses full names.
  var names: Set<String> {
    switch self {
    case .compares(let name, _, .name(let other)): [name, other]
    case .isOption(let name, _), .includes(let name, _), .hasAny(let name), .isEmpty(let name),
      .isKnown(let name), .isUnknown(let name), .compares(let name, _, _), .age(let name, _, _),
      .within(let name, _), .withinMinutes(let name, _), .hasPhone(let name), .lacksPhone(let name):
      [name]
    case .anyItem(let list, let part):
      part.names.reduce(into: [list]) { names, name in
        for item in Toy.items { names.insert("\(list)[\(item)].\(name)") }
      }
    case .item, .outcome, .said, .drafted, .oneOfChart: []
    case .asked(let name): [name]
    case .not(let part): part.names
    case .and(let a, let b), .or(let a, let b): a.names.union(b.names)
    }
  }
}

extension Toy.Answer? {
  /// Whether it is neither missing nor a way of not answering.
  var hasValue: Bool {
    switch self {
    case nil, .notKnown?, .ask?, .skipped?: false
    default: true
    }
  }

  /// The answer as the letter prints it on a day.
  func words(on today: Toy.Day) -> String {
    switch self {
    case nil: "[not asked yet]"
    case .options([])?: "none"
    case .options(let ids)?:
      [ids.dropLast().joined(separator: ", "), ids.last ?? ""].filter { !$0.isEmpty }
        .joined(separator: " and ")
    case .text(let text)?: text
    case .number(let number)?: "\(number)"
    case .date(let day)?: day.words(from: today)
    case .time(let minutes)?: Toy.words(minutes)
    case .moment(let moment)?:
      Toy.words(moment.day, moment.minute, from: today)
    case .notKnown?: "[not known]"
    case .ask(let who)?: "[to find out from \(who)]"
    case .skipped?: "[not answered]"
    }
  }
}

extension Toy {
  fileprivate static func words(_ day: Day, _ minute: Int?, from today: Day) -> String {
    let date = day.words(from: today)
    guard let time = minute.map({ words($0) }) else { return date }
    switch day.place - today.place {
    case 0: return "\(time) today, \(date)"
    case 1: return "\(time) tomorrow, \(date)"
    default: return "\(date), \(time)"
    }
  }

  /// A time of day as a letter prints it.
  fileprivate static func words(_ minutes: Int) -> String {
    switch minutes {
    case 0: "midnight"
    case 720: "midday"
    default:
      (minutes / 60 % 12 == 0 ? "12" : "\(minutes / 60 % 12)")
        + (minutes % 60 == 0 ? "" : clock(minutes).suffix(3)) + (minutes < 720 ? "am" : "pm")
    }
  }
}

extension Toy.Condition {
  /// The keys of the questions it reads from here, including those of each item of a list.
  func keys(_ walk: NaiveWalk, _ prefixes: [String]) -> Set<String> {
    switch self {
    case .anyItem(let list, let part):
      guard let list = walk.resolve(list, prefixes) else { return [] }
      return (Toy.items + Toy.numbers).reduce(into: [list]) { keys, item in
        keys.formUnion(part.keys(walk, ["\(list)[\(item)]."] + prefixes))
      }
    case .not(let part): return part.keys(walk, prefixes)
    case .and(let a, let b), .or(let a, let b):
      return a.keys(walk, prefixes).union(b.keys(walk, prefixes))
    default: return Set(names.compactMap { walk.resolve($0, prefixes) })
    }
  }
}
