import DialogueEngine
import DialogueModel

extension Service {
  /// A conversation as one sealed text, good for a while, for this pack in this version only.
  func sealed(_ talk: Talk) -> String? {
    var writer = JSONWriter()
    writer.object { writer in
      writer.name("until")
      writer.number(now.second + limits.state)
      writer.name("today")
      writer.text(talk.conversation.today.iso)
      writer.name("misses")
      writer.number(talk.misses)
      if let reopened = talk.conversation.reopened {
        writer.name("reopened")
        writer.text(talk.conversation.script.questions[reopened].key)
      }
      writer.name("answers")
      talk.conversation.stored.write(to: &writer)
    }
    return seal?.seal(writer.bytes, for: talk.conversation.script)
  }

  /// The state that a program carries on with; nil where the service keeps the conversation.
  func carried(_ talk: Talk) -> String? { talk.name == nil ? sealed(talk) : nil }

  /// One refusal for whatever is wrong with it, so that it tells no one what to try next.
  func open(_ state: String) throws(Refusal) -> Talk {
    guard let seal else { throw .noKey }
    for (number, pack) in packs.enumerated() {
      guard let bytes = seal.open(state, for: pack.script) else { continue }
      let talk = stateReader.read(bytes[...]) { json in json.flatMap { self.talk($0, number) } }
      guard let talk else { break }
      return talk
    }
    throw .stateRefused
  }

  private func talk(_ json: JSONValue, _ number: Int) -> Talk? {
    let pack = packs[number]
    guard let until = json["until"]?.integer, until >= now.second,
      let today = json["today"]?.text.flatMap(CivilDate.init(iso:)),
      let answers = json["answers"].flatMap([String: StoredAnswer].init)
    else { return nil }
    var conversation = Conversation(pack.script, stored: answers, today: today)
    if let reopened = json["reopened"]?.text.flatMap({ pack.script.numbers[$0] }) {
      conversation.reopen(reopened)
    }
    let misses = min(max(json["misses"]?.integer ?? 0, 0), 3)
    return Talk(conversation, pack: number, misses: misses)
  }
}
