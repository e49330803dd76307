/// A text that the tool says, and what the text reads.
package struct MessageText: Sendable {
  /// The text to say.
  package let text: Text
  /// The questions that its slots print or its conditions test, in ascending order.
  package let questions: [Int]
  /// Whether it reads something that depends on the whole conversation: the outcomes reached.
  package let readsAll: Bool

  init(_ text: Text) {
    self.text = text
    let read = text.read
    questions = read.questions.sorted()
    readsAll = read.all
  }
}

extension Text {
  /// The questions that its slots and parts read, and whether it reads the whole conversation.
  fileprivate var read: (questions: Set<Int>, all: Bool) {
    var (questions, all): (Set<Int>, Bool) = ([], false)
    visit { piece, _ in
      switch piece {
      case .answer(let question, _, _), .item(let question, _), .field(let question, _, _, _),
        .earlier(let question, _, _, _), .quotations(let question, _):
        questions.insert(question)
      case .when(let test, _, _):
        questions.formUnion(test.condition.questions)
        all = all || !test.condition.outcomes.isEmpty
      case .words, .lines, .option, .today, .now, .number, .approval, .part, .joined: break
      }
    }
    return (questions, all)
  }
}
