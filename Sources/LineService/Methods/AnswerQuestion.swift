import DialogueEngine
import DialogueModel

/// Answers the current question or another one on the path; at the end, keeps a note.
enum AnswerQuestion: Method {
  static let name = "conversation/answer"

  static func parameters(_ given: Parameters) -> [String] {
    Parameters.conversation + ["question", "answer", "reply", "time"]
  }

  static func carryOut(_ given: Parameters, in service: inout Service) throws(Refusal) -> Result {
    let session = try service.session(given)
    if let turn = try commanded(given, in: session, service) { return .turn(turn) }
    if given["question"] == nil, session.question == nil, given["answer"] == nil,
      let typed = try given.text("reply"), !typed.trimmed.isEmpty
    {
      return .turn(try keep(typed, in: session))
    }
    let question = try service.question(given, in: session)
    switch try service.reply(given, to: question, in: session) {
    case .turn(let turn): return .turn(turn)
    case .answer(let answer):
      return .turn(try service.record(answer, to: question, given, in: session))
    }
  }

  /// The turn for a typed command that gives an answer, at any question or at the end; nil for other replies.
  private static func commanded(
    _ given: Parameters, in session: Session, _ service: Service
  ) throws(Refusal) -> Turn? {
    guard session.script.words.commands.contains(where: { $0.answering != nil }),
      given["answer"] == nil, let typed = try given.text("reply")
    else { return nil }
    let question =
      given["question"] == nil ? session.question : try service.question(given, in: session)
    guard
      case .command(let command, let rest) = session.conversation.understand(
        typed, replyingTo: question),
      let answering = command.answering
    else { return nil }
    return Turn(session: session, said: session.conversation.carryOut(answering, rest))
  }

  /// Keeps the words as a note once nothing more is asked.
  private static func keep(_ typed: String, in session: Session) throws(Refusal) -> Turn {
    switch session.conversation.understand(typed, replyingTo: nil) {
    case .command(let command, let argument): throw .isACommand(command.id, argument: argument)
    case .unknownCommand: throw .notOnThePath
    default: break
    }
    guard let said = session.conversation.keep(note: typed.trimmed) else { throw .notOnThePath }
    let words = session.script.words
    let kept = words(.noteKept, ["note": typed.trimmed.withControlsVisible])
    return Turn(session: session, said: said + [Message(kept)])
  }
}
