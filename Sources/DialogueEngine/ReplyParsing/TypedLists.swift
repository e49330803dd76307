package import DialogueModel

/// Typed lists are edited, never retyped: an item keeps its number, and a removed item stays in the answer, marked.
extension Conversation {
  /// Every item ever given to a list, live or removed, in the order of their numbers.
  package func items(of question: Int) -> [Item] {
    if case .items(let items)? = answers[question]?.value { return items }
    return removedItems[question] ?? []
  }

  /// The list with one more item; nil if there is no place left for it.
  package func adding(_ name: String, to question: Int) -> Answer? {
    let items = items(of: question)
    let last = highestNumber(of: question)
    guard last < script.questions[question].options.count else { return nil }
    return .value(.items(items + [Item(number: last + 1, name: name)]))
  }

  /// The list with some items changed; nil if it lacks one of them.
  package func changing(
    items numbers: [Int], of question: Int, _ change: (inout Item) -> Void
  ) -> Answer? {
    var items = items(of: question)
    for number in numbers {
      guard let at = items.firstIndex(where: { $0.number == number }) else { return nil }
      change(&items[at])
    }
    return .value(.items(items))
  }

  /// The list with every item removed, which is the answer "none".
  func removingAll(of question: Int) -> Answer {
    .value(.items(items(of: question).map(\.removed)))
  }

  /// The name of the item at a place of a list; empty if there is none.
  func name(ofItem place: Int, of question: Int) -> String {
    items(of: question).first { $0.number == place + 1 }?.name.withControlsVisible ?? ""
  }

  /// The new answer to a list, completed so that it never loses an item of the answer before.
  mutating func keepingItems(of question: Int, in answer: Answer) -> Answer {
    guard script.questions[question].type == .list else { return answer }
    let held = items(of: question)
    guard case .value(.items(let given)) = answer else {
      removedItems[question] = held.isEmpty ? nil : held.map(\.removed)
      return answer
    }
    removedItems[question] = nil
    let gone = held.filter { item in !given.contains { $0.number == item.number } }
    return .value(.items((given + gone.map(\.removed)).sorted { $0.number < $1.number }))
  }

  /// The highest number that an item of a list has had, or that an answer in one of its rounds is stored under.
  func highestNumber(of question: Int) -> Int {
    max(items(of: question).map(\.number).max() ?? 0, highestRound(of: question))
  }

  /// The highest number under which an answer, live or parked, is stored in the rounds of a list.
  private func highestRound(of question: Int) -> Int {
    let opening = script.questions[question].key + "["
    let keys = answers.questions.map { script.questions[$0].key } + unmatchedAnswers.keys
    return keys.compactMap { key in
      guard key.hasPrefix(opening) else { return nil }
      return Int(key.dropFirst(opening.count).prefix { $0 != "]" })
    }.max() ?? 0
  }
}

extension Item {
  var removed: Item { Item(number: number, name: name, isRemoved: true) }
}
