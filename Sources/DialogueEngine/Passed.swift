import DialogueModel

extension Conversation {
  /// The questions about what was still to come whose answers, by now, are past; those that name a day in their own
  /// words in place of the quiet ones that hold it.
  package var passed: [Int] {
    walk.questions.filter { script.questions[$0].liesAhead && isPast(answers[$0]?.value) }
      .map { textNaming($0) ?? $0 }
  }

  /// The text on the path that a quiet question takes its moment from.
  func textNaming(_ quiet: Int) -> Int? {
    walk.questions.first {
      script.questions[$0].moment == quiet && script.questions[$0].type == .text
    }
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
