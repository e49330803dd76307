/// Ends a conversation: the service forgets it.
enum CloseConversation: Method {
  static let name = "conversation/close"

  static func parameters(_ given: Parameters) -> [String] { Parameters.conversation }

  static func carryOut(_ given: Parameters, in service: inout Service) throws(Refusal) -> Result {
    if let name = try service.session(given).name { service.held.remove(name) }
    return .closed
  }
}
