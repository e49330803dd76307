/// A text that is said, with what it reads.
package struct MessageText: Sendable {
  package let text: Text
  /// The questions whose answers it shows or looks at.
  package let questions: [Int]
  /// It reads what follows from the whole conversation: the gaps, or the outcomes reached.
  package let readsAll: Bool

  init(_ text: Text) {
    self.text = text
    let read = text.read
    questions = read.questions.sorted()
    readsAll = read.all
  }
}

extension Text {
  /// The questions that its slots and parts read, and whether it reads all that has been answered.
  fileprivate var read: (questions: Set<Int>, all: Bool) {
    var (questions, all): (Set<Int>, Bool) = ([], false)
    visit { piece, _ in
      switch piece {
      case .answer(let question, _, _), .item(let question, _), .field(let question, _, _, _):
        questions.insert(question)
      case .gaps: all = true
      case .part(let test, _, _):
        questions.formUnion(test.condition.questions)
        all = all || !test.condition.outcomes.isEmpty
      case .words, .lines, .today, .approval, .newestFirst: break
      }
    }
    return (questions, all)
  }
}
