import DialogueEngine

/// Asks the previous question again; its answer is kept until another is given.
enum GoBack: Method {
  static let name = "conversation/back"

  static func parameters(_ given: Parameters) -> [String] { Parameters.conversation }

  static func carryOut(_ given: Parameters, in service: inout Service) throws(Refusal) -> Result {
    let session = try service.session(given)
    guard let previous = session.conversation.previous else { throw .notOnThePath }
    session.conversation.reopen(previous)
    session.misses = 0
    return .turn(Turn(session: session))
  }
}
