/// A text that is said, with what it reads.
package struct Message: Sendable {
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
    func add(_ text: Text) {
      let read = text.read
      questions.formUnion(read.questions)
      all = all || read.all
    }
    for piece in pieces {
      switch piece {
      case .words, .lines, .today, .approval: break
      case .answer(let question, _, _), .item(let question, _), .field(let question, _, _, _):
        questions.insert(question)
      case .gaps: all = true
      case .newestFirst(let text): add(text)
      case .part(let test, let text, let otherwise):
        questions.formUnion(test.condition.questions)
        all = all || !test.condition.outcomes.isEmpty
        add(text)
        add(otherwise)
      }
    }
    return (questions, all)
  }
}
