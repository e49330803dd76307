import DialogueEngine

/// Replaces an answer and reports which others that sets aside and brings back; with `preview`, only reports.
enum ChangeAnswer: Method {
  static let name = "conversation/change"

  static func parameters(_ given: Parameters) -> [String] {
    AnswerQuestion.parameters(given) + ["preview"]
  }

  static func carryOut(_ given: Parameters, in service: inout Service) throws(Refusal) -> Result {
    let session = try service.session(given)
    let question = try service.question(given, in: session)
    switch try service.reply(given, to: question, in: session) {
    case .turn(let turn): return .turn(turn)
    case .answer(let answer):
      let effect = session.conversation.effect(of: answer, to: question)
      if try given.truth("preview") == true {
        return .turn(Turn(session: session, effect: effect))
      }
      return .turn(try service.record(answer, to: question, given, in: session, effect: effect))
    }
  }
}
