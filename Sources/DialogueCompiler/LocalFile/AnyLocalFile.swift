import DialogueModel

/// Local lists with an item for every way in which the pack's conditions can distinguish items.
///
/// What holds for these items holds for any local file.
struct AnyLocalFile {
  private(set) var lists: [String: [ItemSyntax]] = [:]
  /// The lists whose items can differ in too many ways to check.
  private(set) var tooVaried: [Scalar] = []
  /// Opening hours of every kind that conditions distinguish.
  let hours: [String]

  private let shape: LocalShape
  private let tests: [ConditionSyntax.Reading]
  private static let mostItems = 1000

  init(for pack: PackSyntax, in files: [SourceFile]) {
    shape = pack.local
    let fields = shape.fields + shape.lists.flatMap(\.fields)
    hours = fields.contains(where: \.isHours) ? StandInHours.texts(in: files) : []
    tests = pack.conditions.flatMap(\.readings)
    for list in shape.lists { lists[list.name.text] = items(of: list, in: pack) }
  }

  private mutating func items(
    of list: (name: Scalar, fields: [LocalShape.Field]), in pack: PackSyntax
  ) -> [ItemSyntax] {
    let asks = pack.asks(of: list.name.text)
    let named = tests.filter { test in asks.names.contains(test.lastName) }.flatMap(\.words)
    var variants: [[String: [String]]] = []
    for isFull in [true, false] {
      var some: [[String: [String]]] = [[:]]
      for field in list.fields {
        let ways = ways(of: field, isFull: isFull)
        guard some.count * ways.count <= Self.mostItems else {
          tooVaried.append(list.name)
          return []
        }
        some = some.flatMap { fields in ways.map { fields.merging($0) { $1 } } }
      }
      variants += some
    }
    variants = variants.reduce(into: []) { if !$0.contains($1) { $0.append($1) } }
    // Several items that conditions don't distinguish can be chosen together.
    let copies = asks.takesSeveral ? max(2, Int(min(pack.highestCount, 7)) + 1) : 1
    guard (named.count + copies) * variants.count <= Self.mostItems else {
      tooVaried.append(list.name)
      return []
    }
    let ids = (1...copies).map { $0 == 1 ? "item" : "item-\($0)" } + Set(named).sorted()
    return ids.flatMap { id in
      variants.enumerated().map { number, fields in
        let id = number == 0 ? id : "\(id)-\(number)"
        var item = ItemSyntax(id: Scalar(text: id, place: list.name.place), label: id)
        item.fields = fields
        return item
      }
    }
  }

  /// The ways in which conditions can find a field, with the fields that are read through it.
  ///
  /// It is absent, or has a word that is tested for, or any other word. A field that no condition reads is
  /// present in full items and absent in others.
  private func ways(of field: LocalShape.Field, isFull: Bool) -> [[String: [String]]] {
    let through = field.through(shape)
    guard isRead(field) || through.contains(where: isRead) else {
      let all = ([field] + through).map { ($0.id.text, [full($0)]) }
      return [isFull ? Dictionary(all) { first, _ in first } : [:]]
    }
    var present: [[String: [String]]] = values(of: field).map { [field.id.text: [$0]] }
    for other in through {
      let ways: [[String]?] =
        isRead(other) ? [nil] + values(of: other).map { [$0] } : [isFull ? [full(other)] : nil]
      present = present.flatMap { fields in
        ways.map { way in
          way.map { fields.merging([other.id.text: $0]) { $1 } } ?? fields
        }
      }
    }
    return [[:]] + present
  }

  /// The value of a field that no condition reads, where the local file has it.
  private func full(_ field: LocalShape.Field) -> String {
    field.isHours ? hours.last ?? "" : field.label
  }

  /// Whether a condition reads the field; opening hours may be read by one inside a text, too.
  private func isRead(_ field: LocalShape.Field) -> Bool {
    if field.isHours, hours.count > 1 { return true }
    return tests.contains { $0.name.hasSuffix(".\(field.id.text)") }
  }

  private func values(of field: LocalShape.Field) -> [String] {
    if field.isHours { return hours }
    let words = tests.filter { $0.name.hasSuffix(".\(field.id.text)") }.flatMap(\.words)
    return ["any-\(field.id.text.replacing(".", with: "-"))"] + Set(words).sorted()
  }
}

extension ConditionSyntax {
  /// A name that a condition reads, and the words that it is tested for.
  struct Reading {
    var name: String
    var words: [String] = []

    var lastName: String { Name.parts(of: name).last ?? name }
  }

  var readings: [Reading] {
    switch self {
    case .test(let name, let test):
      switch test {
      case .isOneOf(let words), .includes(let words):
        [Reading(name: name.text, words: words.map(\.text))]
      default: [Reading(name: name.text)]
      }
    case .anyItem(_, let part), .not(let part): part.readings
    case .count(_, let part, _, _): part?.readings ?? []
    case .all(let parts), .any(let parts): parts.flatMap(\.readings)
    case .fact, .age, .outcome, .letterDrafted, .partPrinted, .answerPrinted, .letterForEach,
      .lineShown, .oneChartOutcome:
      []
    }
  }

  /// The highest number that a count of a list's items is compared with.
  fileprivate var highestCount: Double {
    switch self {
    case .count(_, let part, _, let number): max(number, part?.highestCount ?? 0)
    case .anyItem(_, let part), .not(let part): part.highestCount
    case .all(let parts), .any(let parts): parts.map(\.highestCount).max() ?? 0
    default: 0
    }
  }
}

extension PackSyntax {
  /// Every condition that decides what happens or what must hold, except those inside texts.
  fileprivate var conditions: [ConditionSyntax] {
    let steps = dialogues.flatMap(\.steps) + watches.flatMap(\.steps)
    var tests = facts.map(\.test) + dialogues.flatMap(\.facts).map(\.test)
    tests += steps.flatMap(\.tests) + composites.values.flatMap(\.parts).flatMap(\.tests)
    tests += watches.flatMap(\.conditions) + standing.map(\.test)
    if let reminder { tests.append(reminder.test) }
    tests += rules.flatMap(\.tests)
    return tests.map(\.condition)
  }

  fileprivate var highestCount: Double { conditions.map(\.highestCount).max() ?? 0 }

  /// The questions answered from a list, together with the names of items in rounds, and whether one takes
  /// several.
  fileprivate func asks(of list: String) -> (names: Set<String>, takesSeveral: Bool) {
    var (names, takesSeveral): (Set<String>, Bool) = ([], false)
    func look(_ steps: [StepSyntax]) {
      for step in steps {
        switch step.kind {
        case .ask(let ask):
          guard case .vocabulary(let type, let name) = ask.answer, name.text == list else {
            continue
          }
          names.insert(step.id.text)
          if type == .anyOf { takesSeveral = true }
        case .forEach(_, let name, let body):
          names.insert(name)
          look(body)
        case .group(let body): look(body)
        default: break
        }
      }
    }
    look(dialogues.flatMap(\.steps) + watches.flatMap(\.steps))
    look(composites.values.flatMap(\.parts))
    names.formUnion(watches.map(\.itemName) + ["item"])
    return (names, takesSeveral)
  }
}

extension StepSyntax {
  fileprivate var tests: [TestSyntax] {
    let own: [TestSyntax] =
      switch kind {
      case .decide(let test): [test]
      case .choose(let ways, _): ways.map(\.test)
      case .forEach(_, _, let steps), .group(let steps): steps.flatMap(\.tests)
      default: []
      }
    return own + [when].compactMap(\.self)
  }
}
