import DialogueModel

extension Question {
  func answer(_ answer: Toy.Answer) -> Answer {
    switch answer {
    case .options(let ids):
      if type == .list {
        return .value(.items(ids.compactMap(Int.init).map { Item(number: $0, name: "\($0)") }))
      }
      let numbers = ids.compactMap { id in options.firstIndex { $0.id == id } }
      return .value(type == .anyOf ? .options(numbers) : .option(numbers[0]))
    case .text(let text): return .value(.text(text))
    case .number(let number): return .value(.scalar(ScalarValue(.number, Double(number))))
    case .date(let day):
      return CivilDate(day).map { .value(.scalar(ScalarValue($0, words: day.iso))) } ?? .notKnown
    case .time(let minutes):
      let time = Toy.clock(minutes)
      return .value(.scalar(ScalarValue(.time, Double(minutes), words: time)))
    case .moment(let moment):
      let value = ScalarValue(.moment, literal: moment.literal)
      return value.map { .value(.scalar($0)) } ?? .notKnown
    case .notKnown: return .notKnown
    case .ask(let who): return .toFindOut(from: who)
    case .skipped: return .skipped
    }
  }
}

extension Toy {
  /// The type of the question with this key.
  func kind(of key: String) -> Kind? {
    if hasLocal, let field = Self.localFields.first(where: { $0.name == key }) { return field.kind }
    if case .ask(let kind)? = question(key)?.action { return kind }
    return nil
  }

  /// The step that asks the question with this key.
  func question(_ key: String) -> Step? {
    let id = key.split(separator: ".").last.map(String.init)
    func find(_ steps: [Step]) -> Step? {
      for step in steps {
        switch step.action {
        case .ask where step.id == id: return step
        case .forEach(_, let body), .group(let body):
          if let found = find(body) { return found }
        default: break
        }
      }
      return nil
    }
    for steps in dialogues.values {
      if let found = find(steps) { return found }
    }
    return watches.lazy.compactMap { find($0.steps) }.first
  }

  /// Whether an answer to the question with this key can be given today, or could on an earlier
  /// day: a lowest day of today was an earlier day then.
  func canHave(_ answer: Answer, at key: String) -> Bool {
    guard let step = question(key) else { return true }
    func holds(_ comparison: Comparison, _ bound: Operand?) -> Bool {
      guard let bound else { return true }
      return Condition.compares("", comparison, bound).holds(of: answer, and: nil, today)
    }
    switch answer {
    case .number, .date, .time, .moment:
      let isToday = if case .today? = step.lowest { true } else { false }
      return (isToday || holds(.atLeast, step.lowest)) && holds(.atMost, step.highest)
    default: return true
    }
  }
}

extension CivilDate {
  init?(_ day: Toy.Day) { self.init(year: day.year, month: day.month, day: day.day) }
}
