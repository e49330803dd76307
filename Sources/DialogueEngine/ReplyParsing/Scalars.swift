import DialogueModel

/// Replies to questions for a number, a day or a time.
extension Conversation {
  func scalar(
    _ typed: String, _ plain: NormalizedReply, _ question: Question
  ) -> ParsedReply {
    let context = ReplyContext(
      words: script.words, today: today, minute: minute, liesAhead: question.liesAhead,
      whenUnsure: question.whenUnsure)
    func answer(_ value: ScalarValue) -> Answer { .value(.scalar(value.said(as: typed.trimmed))) }
    switch question.type.scalar?.read(plain, context) {
    case .sure(let value)?
    where question.birthDate != nil && value.position.rounded(.down) != value.position:
      // An age is counted in full years: "13.5".
      return .loose(answer(ScalarValue(.number, value.position.rounded(.down))), rest: "")
    case .sure(let value)?:
      // Of days that only begin or end within the bounds, those that can be meant are shown back.
      guard let part = question.part(of: value, on: today) else { return .answer(answer(value)) }
      return .loose(answer(part), rest: "")
    case .loose(let value)?:
      return .loose(answer(question.part(of: value, on: today) ?? value), rest: "")
    case .refused(let why, let arguments)?: return .refused(why, arguments)
    case nil: return birth(in: plain, question).map { .answer($0.answer) } ?? .notUnderstood
    }
  }
}
