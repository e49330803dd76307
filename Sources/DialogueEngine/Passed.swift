import DialogueModel

extension Conversation {
  /// The questions about what was still to come whose answers, by now, are past; those that name a day in their own
  /// words in place of the quiet ones that hold it.
  package var passed: [Int] {
    walk.questions.filter { script.questions[$0].liesAhead && isPast(answers[$0]?.value) }
      .map { textNaming($0) ?? $0 }
  }

  /// The text on the path that a quiet question takes its moment from.
  private func textNaming(_ quiet: Int) -> Int? {
    walk.questions.first {
      script.questions[$0].moment == quiet && script.questions[$0].type == .text
    }
  }

  /// Adds words to the text that a quiet question took its moment from, since they named another.
  ///
  /// Without such a text they are kept as a note.
  package mutating func addWords(_ typed: String, naming quiet: Int) -> [Message] {
    guard let text = textNaming(quiet), case .value(.text(let old))? = answers[text] else {
      return keep(typed, to: quiet)
    }
    return answer(text, with: .value(.text(old + "; " + typed)))
  }

  private func isPast(_ value: Value?) -> Bool {
    guard case .scalar(let scalar)? = value else { return false }
    return switch scalar.type {
    case .moment: scalar.position < MomentAnswer.now(today, minute ?? 0)
    case .date: Int(scalar.position) < today.dayNumber
    default: false
    }
  }
}
