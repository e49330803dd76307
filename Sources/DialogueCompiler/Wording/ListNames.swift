/// Which fields of which lists a slot may show, judged by its name alone.
///
/// Dialogues are not distinguished: two questions with the same id both count.
struct ListNames {
  /// The list questions whose item an `as:` name refers to, each by the last part of its name.
  private var questions: [String: Set<String>] = [:]
  /// The vocabularies, composites or own options that a question is answered with, by its id.
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
