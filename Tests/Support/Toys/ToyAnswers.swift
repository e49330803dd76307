import DialogueScript

extension Question {
  var kind: Toy.Kind {
    switch type {
    case .yesNo: .yesNo
    case .oneOf: .oneOf
    case .anyOf: .anyOf
    case .list: .list
    case .text, .date: .text
    case .number: .number
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
    case .number(let number): return .value(.number(Double(number)))
    case .notKnown: return .notKnown
    case .ask(let who): return .toFindOut(from: who)
    case .skipped: return .skipped
    }
  }
}

extension Toy {
  /// The kind of the question a key names.
  func kind(of key: String) -> Kind? {
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

  /// Every answer that a condition can tell from another.
  func answers(to key: String) -> [Answer] {
    func subsets(_ items: [String]) -> [Answer] {
      items.reduce(into: [[]]) { subsets, item in subsets += subsets.map { $0 + [item] } }
        .map { .options($0) }
    }
    let values: [Answer] =
      switch kind(of: key) {
      case .yesNo?: [.options(["yes"]), .options(["no"])]
      case .oneOf?: Self.items.map { .options([$0]) }
      case .anyOf?: subsets(Self.items)
      case .list?: subsets(Self.numbers)
      case .text?: [.text("moss")]
      case .number?: (0...5).map { .number($0) }
      case nil: []
      }
    return [.notKnown] + values
  }
}
