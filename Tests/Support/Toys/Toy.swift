/// A small script as a tree of plain values.
///
/// The generator makes it, the naive walk reads it, and the YAML for the real reader is written
/// from it.
struct Toy: Sendable {
  var dialogues: [String: [Step]] = [:]
  var watches: [Watch] = []
  var letter: [Line] = []
  var sending = Sending()
  /// Whether it has a local file, with some fields and a list of shops, of which some have a
  /// telephone.
  var hasLocal = false
  /// The items that can only be chosen alone where several can be chosen.
  var exclusive: Set<String> = []
  /// The day of the conversation.
  var today = Day(2026, 11, 16)
  /// The minute of the day: midday, which proofs count from.
  static let minute = 720

  static let items = ["ash", "birch", "cedar"]
  /// The items of a typed list, each named by its number.
  static let numbers = ["1", "2", "3"]
  static let outcomes = ["up", "down", "left", "right"]

  enum Kind: String, CaseIterable {
    case yesNo = "yes-no"
    case oneOf = "one of trees"
    case anyOf = "any of trees"
    case list = "list of tree"
    case text, number, date, time, moment
    /// A choice from the local list.
    case shop = "one of shops"

    static let plain = allCases.filter { $0 != .shop }
  }

  static let localFields: [(name: String, kind: Kind)] = [
    ("local.f0", .yesNo), ("local.f1", .number), ("local.f2", .text),
  ]
  /// The key among the answers that is set if the local list has items.
  static let localList = "local.shops"

  /// The letters that each outcome sends.
  struct Sending: Sendable {
    /// The outcomes of the chart; the others are flags.
    var chart: Set<String> = []
    var letters: [String: [String]] = [:]
    var unfinished = ["note"]
  }

  struct Step: Sendable {
    var id: String
    var action: Action
    var when: Condition?
    /// The bounds of a number, a day or a time.
    var lowest: Operand?
    var highest: Operand?
    /// The branches by option, `unknown` or `otherwise`; or a single target under `then`.
    var ways: [(option: String, target: String)] = []
  }

  indirect enum Action: Sendable {
    case ask(Kind)
    case say
    case decide(Condition)
    case choose([(Condition, String)], otherwise: String)
    case conclude(String)
    case use(String)
    case forEach(list: String, [Step])
    /// The step's condition is for these.
    case group([Step])
  }

  struct Watch: Sendable {
    var id: String
    var condition: Condition
    var steps: [Step]
  }

  indirect enum Condition: Sendable {
    case isOption(String, String)
    case includes(String, String)
    case hasAny(String)
    case isEmpty(String)
    case isKnown(String)
    case isUnknown(String)
    case compares(String, Comparison, Operand)
    case age(String, Comparison, Int)
    case within(String, Int)
    case withinMinutes(String, Int)
    /// The chosen shop has a telephone, or has none.
    case hasPhone(String)
    case lacksPhone(String)
    case anyItem(list: String, Condition)
    case item(String)
    case not(Condition)
    case and(Condition, Condition)
    case or(Condition, Condition)
    case outcome(String)
    /// This case and those below are for safety rules only.
    case asked(String)
    case said(String)
    case drafted(String)
    case oneOfChart
  }

  enum Comparison: String, Hashable, Sendable, CaseIterable {
    case below = "<"
    case atMost = "<="
    case equal = "="
    case atLeast = ">="
    case above = ">"
  }

  enum Operand: Hashable, Sendable {
    case number(Int)
    case day(Day)
    /// Minutes since midnight.
    case time(Int)
    case moment(Moment)
    case today
    case name(String)
  }

  indirect enum Line: Sendable {
    /// A row that is always printed.
    case slot(String)
    /// A row that goes if there is no value.
    case row(String)
    case part(Condition, [Line], otherwise: [Line])
    case forEach(list: String, Condition?, [Line])
    /// Lines with a name.
    case named(String, [Line])
  }

  enum Answer: Hashable, Sendable {
    case options([String])
    case text(String)
    case number(Int)
    case date(Day)
    case time(Int)
    case moment(Moment)
    case notKnown
    case ask(String)
    case skipped
  }
}

extension Toy.Condition {
  var yaml: String {
    switch self {
    case .isOption(let name, let option): "\(name) is \(option)"
    case .includes(let name, let item): "\(name) includes \(item)"
    case .hasAny(let name): "\(name) has any"
    case .isEmpty(let name): "\(name) is empty"
    case .isKnown(let name): "\(name) is known"
    case .isUnknown(let name): "\(name) is unknown"
    case .compares(let name, let comparison, let operand):
      "\(name) \(comparison.rawValue) \(operand.yaml)"
    case .age(let name, let comparison, let years): "age of \(name) \(comparison.rawValue) \(years)"
    case .within(let name, let days): "\(name) is within \(days) days"
    case .withinMinutes(let name, let minutes):
      minutes % 60 == 0
        ? "\(name) is within \(minutes / 60) hours" : "\(name) is within \(minutes) minutes"
    case .hasPhone(let name): "\(name).phone is known"
    case .lacksPhone(let name): "\(name).phone is unknown"
    case .anyItem(let list, let part): "(any \(list) where \(part.yaml))"
    case .item(let id): "item is \(id)"
    case .not(let part): "not (\(part.yaml))"
    case .and(let a, let b): "(\(a.yaml) and \(b.yaml))"
    case .or(let a, let b): "(\(a.yaml) or \(b.yaml))"
    case .outcome(let id): "outcome includes \(id)"
    case .asked(let name): "\(name) is asked"
    case .said(let id): "\(id) is said"
    case .drafted(let letter): "letter \(letter) is drafted"
    case .oneOfChart: "one chart outcome"
    }
  }
}

extension Toy.Operand {
  fileprivate var yaml: String {
    switch self {
    case .number(let number): "\(number)"
    case .day(let day): day.iso
    case .time(let minutes): Toy.clock(minutes)
    case .moment(let moment): moment.literal
    case .today: "today"
    case .name(let name): name
    }
  }
}

extension Toy {
  /// A time such as `16:05`.
  static func clock(_ minutes: Int) -> String {
    [minutes / 60, minutes % 60].map { ($0 < 10 ? "0" : "") + String($0) }.joined(separator: ":")
  }
}

extension Toy.Step {
  func yaml(_ margin: String) -> String {
    var lines: [String]
    switch action {
    case .ask(let kind):
      lines = ["ask: \(id)", "text: \(id)?", "answer: \(kind.rawValue)"]
      if kind == .list { lines.append("at-most: 3") }
      let keys = kind == .number ? ["at-least", "at-most"] : ["earliest", "latest"]
      for (key, bound) in zip(keys, [lowest, highest]) {
        if let bound { lines.append("\(key): \(bound.yaml)") }
      }
    case .say: lines = ["say: \(id)", "text: \(id)."]
    case .decide(let condition): lines = ["decide: \(id)", "if: \(condition.yaml)"]
    case .choose(let ways, let otherwise):
      lines =
        ["choose: \(id)"] + ways.map { "when \($0.yaml): \($1)" } + ["otherwise: \(otherwise)"]
    case .conclude(let outcome): lines = ["conclude: \(id)", "outcome: \(outcome)"]
    case .use(let dialogue): lines = ["use: \(dialogue)", "id: \(id)"]
    case .forEach(let list, let steps):
      lines =
        ["for each: \(list)", "id: \(id)", "as: item", "steps:"]
        + steps.map { $0.yaml("  ") }
    case .group(let steps):
      lines = ["group: \(id)", "steps:"] + steps.map { $0.yaml("  ") }
    }
    if let when { lines.append("when: \(when.yaml)") }
    if ways.count == 1, ways[0].option == "then" {
      lines.append("then: \(ways[0].target)")
    } else if !ways.isEmpty {
      lines += ["then:"] + ways.map { "  \($0.option): \($0.target)" }
    }
    let body = lines.joined(separator: "\n").split(separator: "\n").joined(
      separator: "\n\(margin)  ")
    return "\(margin)- \(body)"
  }
}

extension [Toy.Step] {
  /// The steps in a row; those of a group come after it.
  var flat: [Toy.Step] {
    flatMap { step in
      if case .group(let body) = step.action { [step] + body.flat } else { [step] }
    }
  }
}

extension Toy.Line {
  var template: String {
    switch self {
    case .slot(let name): "always: Row \(name): <<\(name)>>"
    case .row(let name): "Row \(name): <<\(name)>>"
    case .part(let condition, let lines, let otherwise):
      "<<when: \(condition.yaml)>>\n" + lines.map { $0.template + "\n" }.joined()
        + "<<otherwise>>\n"
        + otherwise.map { $0.template + "\n" }.joined() + "<<end>>"
    case .named(let name, let lines):
      "<<part: \(name)>>\n" + lines.map { $0.template + "\n" }.joined() + "<<end>>"
    case .forEach(let list, let condition, let lines):
      "<<for each: \(list) as item\(condition.map { " where \($0.yaml)" } ?? "")>>\n"
        + lines.map { $0.template + "\n" }.joined() + "<<end>>"
    }
  }
}

extension Toy {
  /// The files of the script, for the real reader.
  var files: [(path: String, text: String)] {
    var files: [(path: String, text: String)] = []
    func steps(_ steps: [Step], _ margin: String) -> String {
      steps.map { $0.yaml(margin) }.joined(separator: "\n") + "\n"
    }
    for (name, body) in dialogues {
      files.append(("\(name).yaml", "dialogue: \(name)\nsteps:\n" + steps(body, "  ")))
    }
    var vocabulary = "vocabulary: trees\nitems:\n"
    for item in Self.items {
      vocabulary += "  \(item):\n    label: \(item)\n"
      if exclusive.contains(item) { vocabulary += "    exclusive: yes\n" }
    }
    files.append(("trees.yaml", vocabulary))
    var outcomes = "outcomes:\n"
    for id in Self.outcomes {
      outcomes +=
        "  \(id):\n    kind: \(sending.chart.contains(id) ? "chart" : "flag")\n    text: \(id)\n"
      outcomes += sending.letters[id].map { "    letters: [\($0.joined(separator: ", "))]\n" } ?? ""
    }
    outcomes += "unfinished: [\(sending.unfinished.joined(separator: ", "))]\n"
    files.append(("outcomes.yaml", outcomes))
    files.append(("letters/note.md", letter.map { $0.template + "\n" }.joined()))
    files.append(("letters/card.md", "A card.\n"))
    files.append(("letters/slip.md", "A slip.\n"))
    guard !watches.isEmpty else { return files }
    var text = "watches:\n"
    for watch in watches {
      text += "  - watch: \(watch.id)\n    whenever: \(watch.condition.yaml)\n    steps:\n"
      text += steps(watch.steps, "      ")
    }
    files.append(("watches.yaml", text))
    return files
  }
}
