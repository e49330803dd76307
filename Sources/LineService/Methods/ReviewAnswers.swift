/// Lists all answers given so far.
enum ReviewAnswers: Method {
  static let name = "conversation/review"

  static func parameters(_ given: Parameters) -> [String] { Parameters.conversation }

  static func carryOut(_ given: Parameters, in service: inout Service) throws(Refusal) -> Result {
    .review(try service.session(given))
  }
}
