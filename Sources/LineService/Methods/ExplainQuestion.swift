/// Explains why a question is asked, and gives its source.
enum ExplainQuestion: Method {
  static let name = "conversation/explain"

  static func parameters(_ given: Parameters) -> [String] { Parameters.conversation + ["question"] }

  static func carryOut(_ given: Parameters, in service: inout Service) throws(Refusal) -> Result {
    let session = try service.session(given)
    return .explained(session, question: try service.question(given, in: session))
  }
}
