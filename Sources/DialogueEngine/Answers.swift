package import DialogueModel

/// The answers of a conversation, by question, in the order of the questions.
///
/// Only few of many questions have one, so a sorted list takes the least room, and each is found quickly.
package struct Answers: Hashable, Sendable {
  private var entries: [Entry] = []

  private struct Entry: Hashable, Sendable {
    var question: Int32
    /// What conditions on options can read of the answer.
    var bits: AnswerBits
    var answer: Answer
  }

  /// Takes answers in any order; a later answer replaces an earlier one to the same question.
  package init(_ answers: some Sequence<(key: Int, value: Answer)>) {
    for (question, answer) in answers { self[question] = answer }
  }

  /// The number of questions that have an answer.
  package var count: Int { entries.count }

  /// The questions that have an answer, in ascending order.
  package var questions: some Collection<Int> { entries.lazy.map { Int($0.question) } }

  /// The answer to a question; nil if it has none, and setting nil removes it.
  package subscript(question: Int) -> Answer? {
    get {
      let place = place(of: question)
      return has(question, at: place) ? entries[place].answer : nil
    }
    set {
      let place = place(of: question)
      let isThere = has(question, at: place)
      if let newValue {
        let entry = Entry(question: Int32(question), bits: AnswerBits(newValue), answer: newValue)
        if isThere { entries[place] = entry } else { entries.insert(entry, at: place) }
      } else if isThere {
        entries.remove(at: place)
      }
    }
  }

  /// What conditions can read of the answer; `.none` if there is none.
  func bits(of question: Int) -> AnswerBits {
    let place = place(of: question)
    return has(question, at: place) ? entries[place].bits : .none
  }

  /// The index of a question's answer, or the index at which to insert it.
  private func place(of question: Int) -> Int {
    var (place, end) = (0, entries.count)
    while place < end {
      let middle = (place + end) / 2
      if entries[middle].question < question { place = middle + 1 } else { end = middle }
    }
    return place
  }

  private func has(_ question: Int, at place: Int) -> Bool {
    place < entries.count && entries[place].question == question
  }
}

extension Answers: Sequence {
  package func makeIterator() -> some IteratorProtocol<(key: Int, value: Answer)> {
    entries.lazy.map { (key: Int($0.question), value: $0.answer) }.makeIterator()
  }
}

extension Answers: ExpressibleByDictionaryLiteral {
  package init(dictionaryLiteral answers: (Int, Answer)...) {
    for (question, answer) in answers { self[question] = answer }
  }
}
