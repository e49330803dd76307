import DialogueEngine
import DialogueModel
import JSON

extension Service {
  /// A conversation as one sealed text, valid for a limited time and only for this version of this pack.
  func sealed(_ session: Session) -> String? {
    var writer = JSONWriter()
    writer.object { writer in
      writer.member("until", now.second + limits.state)
      writer.member("today", session.conversation.today.iso)
      if let minute = session.conversation.walk.minute { writer.member("minute", minute) }
      writer.member("misses", session.misses)
      if let reopened = session.conversation.reopened {
        writer.member("reopened", session.conversation.script.questions[reopened].key)
      }
      let conversation = session.conversation
      if !conversation.offered.isEmpty {
        writer.member("offered", conversation.offered.map { conversation.script.questions[$0].key })
        writer.member("holds-outcome", conversation.holdsOutcome)
      }
      writer.name("answers")
      session.conversation.stored.write(to: &writer)
    }
    return seal?.seal(writer.bytes, for: session.conversation.script)
  }

  /// The sealed state for a program that carries the conversation; nil if the service holds it.
  func carried(_ session: Session) -> String? { session.name == nil ? sealed(session) : nil }

  /// Opens a sealed state; anything wrong gives the same refusal, so that it gives no hint about what to try
  /// next.
  func open(_ state: String) throws(Refusal) -> Session {
    guard let seal else { throw .noKey }
    for (number, pack) in packs.enumerated() {
      guard let bytes = seal.open(state, for: pack.script) else { continue }
      let session = stateReader.read(bytes[...]) { json in json.flatMap { self.session($0, number) }
      }
      guard let session else { break }
      return session
    }
    throw .stateRefused
  }

  private func session(_ json: JSONValue, _ number: Int) -> Session? {
    let pack = packs[number]
    guard let until = json["until"]?.integer, until >= now.second,
      let today = json["today"]?.text.flatMap(CivilDate.init(iso:)),
      let answers = json["answers"].flatMap([String: StoredAnswer].init)
    else { return nil }
    // The path is what it was: what the time has changed since is said with the next answer.
    var conversation = Conversation(
      pack.script, stored: answers, today: today, minute: json["minute"]?.integer)
    if let reopened = json["reopened"]?.text.flatMap({ pack.script.numbers[$0] }) {
      conversation.reopen(reopened)
    }
    if let offered = json["offered"] {
      conversation.offerAgain(
        offered.elements.compactMap { $0.text.flatMap { pack.script.numbers[$0] } },
        holdsOutcome: json["holds-outcome"]?.truth ?? false)
    }
    let misses = min(max(json["misses"]?.integer ?? 0, 0), 3)
    return Session(conversation, pack: number, misses: misses)
  }
}
