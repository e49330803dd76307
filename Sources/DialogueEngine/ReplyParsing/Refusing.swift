package import DialogueModel

extension Conversation {
  /// Why a value can't be the answer to a question although it is one of its type; nil if it can.
  ///
  /// This holds for answers that are given now, typed or by a program.
  package func refusal(of answer: Answer, to number: Int) -> ParsedReply? {
    let question = script.questions[number]
    guard case .options(let chosen)? = answer.value,
      let alone = question.exclusiveOption(among: chosen)
    else { return nil }
    return .refused(.onlyAlone, ["option": question.options[alone].label])
  }
}
