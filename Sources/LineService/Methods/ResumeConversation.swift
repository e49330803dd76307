import DialogueEngine
import DialogueModel

/// Resumes a conversation: one that is held or carried, or a new one from answers kept elsewhere.
enum ResumeConversation: Method {
  static let name = "conversation/resume"

  static func parameters(_ given: Parameters) -> [String] {
    given.namesConversation
      ? Parameters.conversation : StartConversation.parameters(given) + ["version", "accept"]
  }

  static func carryOut(_ given: Parameters, in service: inout Service) throws(Refusal) -> Result {
    if given.namesConversation {
      let session = try service.session(given)
      return .turn(Turn(session: session, said: session.conversation.noticesInForce))
    }
    let pack = try service.pack(given)
    guard let answers = try given.answers() else {
      throw .wrongParameters("Give \"state\", or \"answers\" with the pack's \"version\".")
    }
    let script = service.packs[pack].script
    let day = try service.day(given)
    let conversation = Conversation(
      script, stored: answers, today: day, minute: try service.minute(given, on: day))
    if let version = try given.text("version"), version != script.version,
      try given.truth("accept") != true
    {
      throw .scriptChanged(
        version: script.version,
        parked: conversation.parked.map { script.questions[$0].key },
        unknown: conversation.unmatchedAnswers.keys.sorted())
    }
    return .turn(
      try service.hold(
        Session(conversation, pack: pack), said: conversation.noticesInForce, given))
  }
}
