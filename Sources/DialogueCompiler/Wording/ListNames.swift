/// Which fields of which lists a slot may show, as far as its name alone can tell.
///
/// Dialogues are not told apart: two questions of one id count for both.
struct ListNames {
  /// The questions that an `as:` name stands for an item of, by the last part of their names.
  private var questions: [String: Set<String>] = [:]
  /// The vocabulary, composite or own options that a question is answered with.
  private var answers: [String: Set<String>] = [:]
  private var firstParts: [String: Set<String>] = [:]

  mutating func add(_ item: String, of list: String) {
    questions[item, default: []].insert(Name.parts(of: list).last ?? list)
  }

  mutating func answer(_ answer: String, to question: String) {
    answers[question, default: []].insert(Self.list(answer))
  }

  mutating func first(_ answer: String, of composite: String) {
    firstParts[composite, default: []].insert(Self.list(answer))
  }

  mutating func add(_ other: ListNames) {
    questions.merge(other.questions) { $0.union($1) }
    answers.merge(other.answers) { $0.union($1) }
    firstParts.merge(other.firstParts) { $0.union($1) }
  }

  private static func list(_ answer: String) -> String {
    for type in ["one of ", "any of "] where answer.hasPrefix(type) {
      return String(answer.dropFirst(type.count))
    }
    return answer
  }

  func fields(shownBy slot: String) -> [ItemField] {
    let parts = Name.parts(of: slot)
    guard parts.count > 1, let field = parts.last else { return [] }
    let head = parts[parts.count - 2]
    let asked = Set([head]).union(parts.count == 2 ? questions[head] ?? [] : [])
    let lists = asked.flatMap { answers[$0] ?? [] }
    return lists.flatMap { [$0] + (firstParts[$0] ?? []) }.map { ItemField(list: $0, name: field) }
  }
}
