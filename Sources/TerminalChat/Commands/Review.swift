import DialogueEngine
import DialogueModel

/// Shows the answers given so far.
enum Review: ChatAction {
  static let action = Command.Action.review

  static func carryOut(_ argument: String, in chat: inout Chat) -> [String] {
    [chat.review, chat.question]
  }
}

extension Chat {
  /// The answers given so far, numbered, followed by those that are kept but not used.
  var review: String {
    let listed = conversation.reviewed
    guard !listed.isEmpty else { return words(.reviewNothing) }
    let parked = Set(conversation.parked)
    var lines: [String] = []
    for (place, number) in listed.enumerated() {
      if parked.contains(number), !lines.contains(words(.reviewParked)) {
        lines.append(words(.reviewParked))
      }
      guard let answer = conversation.answers[number] else { continue }
      lines.append(
        words(
          .reviewLine,
          [
            "number": String(place + 1), "question": label(number),
            "answer": conversation.words(for: answer, to: number),
          ]))
    }
    return lines.joined(separator: "\n")
  }
}
