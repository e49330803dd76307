package import DialogueModel

extension Conversation {
  /// The answer that a program gives to a question; nil if any part of it does not fit.
  ///
  /// For a list that already has items, plain names mean those items, in whatever order they come.
  package func answer(to question: Int, from given: StoredAnswer) -> Answer? {
    guard case .list(let names) = given, script.questions[question].type == .list else {
      return script.answer(to: question, from: given)
    }
    let items = items(of: question)
    return items.isEmpty
      ? script.answer(to: question, from: given) : list(names, of: items, question)
  }

  /// The items, of which those named are live and all others removed; a new name gets a number never used before.
  private func list(_ names: [String], of items: [Item], _ question: Int) -> Answer? {
    let shared = Dictionary(grouping: items, by: \.name).filter { $1.count > 1 }
    guard Set(names).count == names.count, !names.contains(where: { shared[$0] != nil }) else {
      return nil
    }
    var list = items.map {
      Item(number: $0.number, name: $0.name, isRemoved: !names.contains($0.name))
    }
    var last = highestNumber(of: question)
    for name in names where !items.contains(where: { $0.name == name }) {
      last += 1
      list.append(Item(number: last, name: name))
    }
    return last <= script.questions[question].options.count ? .value(.items(list)) : nil
  }
}
