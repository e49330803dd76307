package import DialogueModel

extension Conversation {
  /// The answer that a program gives to a question; nil when any part of it does not fit.
  ///
  /// Plain names for a list that has items mean those items, wherever they come among the names.
  package func answer(to question: Int, from given: StoredAnswer) -> Answer? {
    guard case .list(let names) = given, script.questions[question].type == .list else {
      return script.answer(to: question, from: given)
    }
    let items = items(of: question)
    return items.isEmpty
      ? script.answer(to: question, from: given) : list(names, of: items, question)
  }

  /// The items with those that are named live and all others removed; a new name gets a number never used.
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
