import DialogueEngine
import DialogueModel
import JSON

/// The named parameters of a request.
struct Parameters {
  let json: JSONValue?

  subscript(name: String) -> JSONValue? { json?[name] }

  /// Whether the parameters identify an existing conversation.
  var namesConversation: Bool { self["conversation"] != nil || self["state"] != nil }

  /// Refuses parameters that the method doesn't accept, so that no mistake goes unnoticed.
  func check(for method: any Method.Type) throws(Refusal) {
    guard let json, json.count > 0 else { return }
    let known = method.parameters(self)
    var seen: UInt = 0
    for (name, _) in json.members {
      guard let at = known.firstIndex(where: { name.isText($0) }), seen & 1 << at == 0 else {
        let names = known.map { "\"\($0)\"" }.joined(separator: ", ")
        throw .wrongParameters(
          known.isEmpty
            ? "\(method.name) takes no parameters."
            : "\(method.name) takes no parameters here but \(names), each once.")
      }
      seen |= 1 << at
    }
  }

  func text(_ name: String) throws(Refusal) -> String? {
    guard let value = self[name] else { return nil }
    guard let text = value.words else { throw .wrongParameters("\"\(name)\" is a text.") }
    return text
  }

  func truth(_ name: String) throws(Refusal) -> Bool? {
    guard let value = self[name] else { return nil }
    guard let truth = value.truth else { throw .wrongParameters("\"\(name)\" is true or false.") }
    return truth
  }

  /// The formats of letters: text and parts unless others are named.
  func formats() throws(Refusal) -> LetterFormats {
    guard let value = self["formats"] else { return [.text, .json] }
    guard value.isArray, let formats = LetterFormats(names: value.elements.map { $0.text ?? "" })
    else {
      let names = LetterFormats.names.map { "\"\($0.name)\"" }.joined(separator: ", ")
      throw .wrongParameters("\"formats\" is a list of some of \(names).")
    }
    return formats
  }

  func answers() throws(Refusal) -> [String: StoredAnswer]? {
    guard let value = self["answers"] else { return nil }
    guard let answers = [String: StoredAnswer](value) else {
      throw .wrongParameters("\"answers\" is an object of answers by the keys of questions.")
    }
    return answers
  }
}

extension Service {
  /// The index of the requested pack; a service with a single pack needs no name.
  func pack(_ given: Parameters) throws(Refusal) -> Int {
    let name = try given.text("pack")
    guard
      let pack = packs.firstIndex(where: { $0.script.pack == name })
        ?? (name == nil && packs.count == 1 ? 0 : nil)
    else { throw .wrongParameters("Give \"pack\": one that dialogue/list names.") }
    return pack
  }

  /// The day that ages and dates are counted from: the given one, or today.
  func day(_ given: Parameters) throws(Refusal) -> CivilDate {
    guard let text = try given.text("today") else { return now.today }
    guard let day = CivilDate(iso: text) else {
      throw .wrongParameters("\"today\" is a day such as 2026-11-16.")
    }
    return day
  }

  /// The minute of the day: the given one, or the service's own if the conversation is of today.
  func minute(_ given: Parameters, on day: CivilDate) throws(Refusal) -> Int? {
    guard let text = try given.text("time") else { return day == now.today ? now.minute : nil }
    guard let minute = TimeAnswer.position(of: text) else {
      throw .wrongParameters("\"time\" is a time of day such as 11:40.")
    }
    return Int(minute)
  }

  /// The requested question: the current one, unless another on the path is named.
  func question(_ given: Parameters, in session: Session) throws(Refusal) -> Int {
    let number: Int?
    if let key = try given.text("question") {
      number = session.script.numbers[key]
    } else {
      number = session.question
    }
    guard let number, session.conversation.walk.met[number],
      number >= session.script.localCount
    else { throw .notOnThePath }
    return number
  }

  /// The requested conversation, held or carried.
  mutating func session(_ given: Parameters) throws(Refusal) -> Session {
    guard (given["conversation"] == nil) != (given["state"] == nil) else {
      throw .wrongParameters("Give either \"conversation\", or \"state\" where you carry it.")
    }
    let session: Session
    if let name = try given.text("conversation") {
      session = try held.session(name, at: now.second)
    } else {
      session = try open(try given.text("state") ?? "")
    }
    session.conversation.minute = try minute(given, on: session.conversation.today)
    return session
  }

  /// Holds a new conversation, or leaves the program to carry it.
  mutating func hold(_ session: Session, said: [Message], _ given: Parameters) throws(Refusal)
    -> Turn
  {
    switch try given.text("mode") ?? "held" {
    case "held": held.add(session, at: now.second)
    case "carried": if seal == nil { throw .noKey }
    default: throw .wrongParameters("\"mode\" is \"held\" or \"carried\".")
    }
    return Turn(session: session, said: said)
  }
}
