import DialogueEngine
import DialogueModel

/// An independent record of the answers given, to compare with those the conversation keeps.
struct Ledger {
  /// The last answer to each question.
  private var answers: [Int: Answer] = [:]
  /// Every item ever named in a typed list, by number, with its last name.
  private var names: [Int: [Int: String]] = [:]

  mutating func enter(_ answer: Answer, to question: Int) {
    answers[question] = answer
    guard case .value(.items(let items)) = answer else { return }
    for item in items { names[question, default: [:]][item.number] = item.name }
  }

  /// Forgets the answer to a question that a reply to another may have answered anew, or taken back.
  mutating func forget(_ question: Int) { answers[question] = nil }

  /// The first answer that the conversation has lost; nil if it still has all of them.
  func loss(in conversation: Conversation) -> String? {
    let script = conversation.script
    for (question, answer) in answers.sorted(by: { $0.key < $1.key }) {
      let key = script.questions[question].key
      let items = conversation.items(of: question)
      for (number, name) in names[question] ?? [:]
      where items.first(where: { $0.number == number })?.name != name {
        return "an item of `\(key)` is lost"
      }
      if conversation.answers[question]?.live != answer.live { return "`\(key)` lost its answer" }
    }
    return nil
  }
}

extension Answer {
  /// The answer without removed items, because a list keeps the removed items of earlier answers.
  fileprivate var live: Answer {
    guard case .value(.items(let items)) = self else { return self }
    return .value(.items(items.filter { !$0.isRemoved }))
  }
}
