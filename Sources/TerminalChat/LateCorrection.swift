import DialogueEngine
import DialogueModel
import Session

/// A correction that comes when the next question has been asked: "no wait, four o'clock".
extension Chat {
  /// Shows what such a reply seems to say to the question that was answered last; nil if it seems to be none.
  mutating func lateCorrection(_ line: String, to number: Int?) -> [String]? {
    if let number, let asked = correctionInstead(of: line, to: number) { return asked }
    guard let number, let last = lastAnswered, last != number,
      let new = conversation.corrected(in: line), NormalizedReply(new).count <= 8,
      !conversation.isHeard(line, by: number)
    else { return nil }
    // A day or a time that was named in words is corrected in words: "no, it's Saturday".
    if let moment = conversation.moment(in: new, for: last) {
      guard moment != conversation.answers[last] else { return nil }
      return offer(PendingEdit(question: last, answer: moment, typed: line))
    }
    switch conversation.understand(new, replyingTo: last) {
    case .answer(let answer), .loose(let answer, ""):
      guard answer.value != nil, answer != conversation.answers[last] else { return nil }
      return offer(PendingEdit(question: last, answer: answer, typed: line))
    default: return nil
    }
  }

  /// Asks about a change of another answer where a reply is nothing but that: "surname is Pendle, not Penhale", typed
  /// where the name of someone else is asked for; "hes 11, born 19 march 2015", typed where a yes or a no is.
  private mutating func correctionInstead(of line: String, to number: Int) -> [String]? {
    let type = conversation.script.questions[number].type
    guard type != .list, !conversation.isHeard(line, by: number),
      let found = conversation.contradiction(in: line, to: number),
      type != .text || isCorrectionAlone(line, found)
    else { return nil }
    return offer(
      PendingEdit(
        question: found.question, answer: found.answer, typed: line, isReply: true,
        contradicts: found.words))
  }

  /// Whether a reply says nothing but what it puts right; with a date of birth it must begin as a correction does.
  private func isCorrectionAlone(_ line: String, _ found: Conversation.Contradiction) -> Bool {
    if case .value(.text) = found.answer {
      return NormalizedReply(line).count <= NormalizedReply(found.words).count + 4
    }
    return conversation.beginsWithCorrection(line)
  }

  /// The question that was answered last, if its answer is a day, a time, a number or one of several options.
  private var lastAnswered: Int? {
    let keys = Set(session.last?.keys ?? [])
    return conversation.walk.questions.last { number in
      let asked = conversation.script.questions[number]
      return keys.contains(asked.key) && (asked.type == .oneOf || asked.type.scalar != nil)
    }
  }
}
