import DialogueEngine

/// Starts a conversation, with any answers that are already known.
enum StartConversation: Method {
  static let name = "conversation/start"

  static func parameters(_ given: Parameters) -> [String] {
    ["pack", "answers", "today", "time", "mode"]
  }

  static func carryOut(_ given: Parameters, in service: inout Service) throws(Refusal) -> Result {
    let pack = try service.pack(given)
    let day = try service.day(given)
    let session = Session(
      Conversation(
        service.packs[pack].script, stored: try given.answers() ?? [:], today: day,
        minute: try service.minute(given, on: day)),
      pack: pack)
    return .turn(try service.hold(session, said: session.conversation.opening, given))
  }
}
