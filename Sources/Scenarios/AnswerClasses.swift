package import DialogueModel

/// The equivalence classes of the answers to a question: answers that no condition distinguishes share a class.
package struct AnswerClasses: Sendable {
  private let script: Script
  private let today: CivilDate
  private let minute: Int?
  /// The positions that scalars are compared with, by question.
  private var cuts: [Int: Set<Double>] = [:]
  /// The sets of options that conditions test for, by the any of or list question.
  private var sets: [Int: Set<[Int]>] = [:]
  /// The questions compared with each other, by each question of the group.
  private var groups: [Int: Set<Int>] = [:]

  /// Gathers what these conditions compare answers with; ages and days count from `today`, moments from `minute`.
  package init(
    _ script: Script, _ conditions: some Sequence<Condition>, today: CivilDate, minute: Int? = nil
  ) {
    self.script = script
    (self.today, self.minute) = (today, minute)
    for test in conditions.lazy.flatMap(\.tests) { gather(test) }
  }

  private mutating func gather(_ test: Condition) {
    switch test {
    case .includes(let question, let options): sets[question, default: []].insert(options)
    case .hasAny(let question), .isEmpty(let question):
      sets[question, default: []].insert(Array(script.questions[question].options.indices))
    case .compares(let question, _, .value(let position)):
      cuts[question, default: []].insert(position)
    case .compares(let question, _, .today): cut(question, [today])
    case .compares(let question, _, .question(let other)):
      let group = (groups[question] ?? [question]).union(groups[other] ?? [other])
      for question in group { groups[question] = group }
    case .age(let question, _, let years):
      for years in [years.rounded(.down), years.rounded(.down) + 1] where abs(years) < 9999 {
        cut(
          question,
          (0...1).compactMap {
            CivilDate(year: today.year - Int(years), month: today.month, day: today.day - $0)
          })
      }
    case .within(let question, let days):
      let (first, last) = (today.adding(days: -days), today.adding(days: days))
      if script.questions[question].type == .moment {
        cuts[question, default: []]
          .formUnion([MomentAnswer.start(of: first), MomentAnswer.end(of: last)])
      } else {
        cut(question, [first, last])
      }
    case .withinMinutes(let question, let minutes):
      let last = MomentAnswer.now(today, minute) + Double(minutes)
      // With an unknown minute, the last moment may be between two that can be given.
      cuts[question, default: []].formUnion([last, last.rounded(.down)])
    default: break
    }
  }

  private mutating func cut(_ question: Int, _ days: [CivilDate]) {
    cuts[question, default: []].formUnion(days.map { Double($0.dayNumber) })
  }

  /// One option of each kind: options that every condition treats alike are of one kind, and untested ones of
  /// none.
  ///
  /// Only which kinds are chosen matters to the conditions. Exclusive options are not among them.
  package func kinds(of question: Int) -> [Int] {
    kinds(of: question, among: script.questions[question].combinableOptions)
  }

  private func kinds(of question: Int, among options: [Int]) -> [Int] {
    var seen: Set<[Bool]> = []
    let sets = (sets[question] ?? []).sorted { $0.lexicographicallyPrecedes($1) }
    return options.filter { option in
      let kind = sets.map { $0.contains(option) }
      return kind.contains(true) && seen.insert(kind).inserted
    }
  }

  /// Whether the chosen kinds are decided only when a condition reads them, because there are more than five.
  package func isLaidOpen(_ question: Int) -> Bool {
    [.anyOf, .list].contains(script.questions[question].type) && kinds(of: question).count > 5
  }

  /// Whether a comparison with other questions may go either way.
  ///
  /// In a group of at most four questions, the answers themselves decide it.
  package func isFree(_ question: Int) -> Bool { groups[question, default: []].count > 4 }

  /// Representative values between two boundaries: one per question in the comparison group.
  private func width(_ question: Int) -> Int {
    isFree(question) ? 1 : max(groups[question, default: []].count, 1)
  }

  /// The questions whose answers are compared with this one's, itself included.
  private func compared(_ question: Int) -> Set<Int> {
    isFree(question) ? [question] : groups[question] ?? [question]
  }

  /// The index of *not known* among the answers to a question.
  package static let notKnown = 0

  /// One answer from each class, *not known* first.
  package func answers(to question: Int) -> [Answer] {
    let asked = script.questions[question]
    let values: [Value] =
      switch asked.type {
      case .yesNo, .oneOf: asked.options.indices.map { .option($0) }
      case .anyOf: selections(question).map { .options($0) }
      case .list:
        selections(question).map { .items([Item](in: $0)) }
      case .text: [.text("…")]
      default: scalars(question).map { .scalar($0) }
      }
    return [.notKnown] + values.map { .value($0) }
  }

  /// The sets of kinds that can be chosen together, and each kind of exclusive option alone.
  private func selections(_ question: Int) -> [[Int]] {
    let together =
      isLaidOpen(question)
      ? [[]]
      : kinds(of: question).reduce(into: [[]]) { selections, option in
        selections += selections.map { $0 + [option] }
      }
    let exclusive = script.questions[question].exclusiveOptions
    return together + kinds(of: question, among: exclusive).map { [$0] }
  }

  private func scalars(_ question: Int) -> [ScalarValue] {
    guard let type = script.questions[question].type.scalar else { return [] }
    let group = compared(question)
    let tested = Set(group.flatMap { cuts[$0] ?? [] })
    let outer = group.flatMap { bounds(of: $0) }
    let possible = type.samples(
      around: tested.union(outer), width: width(question), today: today
    ).filter { script.questions[question].mayHold(ScalarValue(type.type, $0), on: today) }
    // Values that nothing is compared with are all alike.
    let isRead = !tested.isEmpty || group.count > 1
    return (isRead ? possible : Array(possible.prefix(1))).map {
      ScalarValue(type.type, $0, words: type.literal($0))
    }
  }

  private func bounds(of question: Int) -> [Double] {
    let bounds = [script.questions[question].lowest, script.questions[question].highest]
    return bounds.compactMap { $0?.position(on: today) }
  }
}

extension [Item] {
  /// A typed list with items at these places, counted from 0; the other places hold removed items.
  package init(in places: [Int]) {
    self = (0..<(places.max().map { $0 + 1 } ?? 0)).map {
      Item(number: $0 + 1, name: "…", isRemoved: !places.contains($0))
    }
  }
}
