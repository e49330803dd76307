import DialogueModel

extension Question {
  var kind: Toy.Kind {
    switch type {
    case .yesNo: .yesNo
    case .oneOf: .oneOf
    case .anyOf: .anyOf
    case .list: .list
    case .text: .text
    case .number: .number
    case .date: .date
    case .time: .time
    }
  }

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
    let id = key.split(separator: ".").last.map(String.init)
    func find(_ steps: [Step]) -> Kind? {
      for step in steps {
        switch step.action {
        case .ask(let kind) where step.id == id: return kind
        case .forEach(_, let body): if let kind = find(body) { return kind }
        default: break
        }
      }
      return nil
    }
    return (Array(dialogues.values) + watches.map(\.steps)).lazy.compactMap(find).first
  }
}

extension CivilDate {
  init?(_ day: Toy.Day) { self.init(year: day.year, month: day.month, day: day.day) }
}
