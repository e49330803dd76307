import DialogueScript
import Screening

/// The named parameters of a request.
struct Parameters {
  let json: JSONValue?

  subscript(name: StaticString) -> JSONValue? { json?[name] }

  func text(_ name: StaticString) throws(Refusal) -> String? {
    guard let value = self[name] else { return nil }
    guard let text = value.words else { throw .wrongParameters("\"\(name)\" is a text.") }
    return text
  }

  func truth(_ name: StaticString) throws(Refusal) -> Bool? {
    guard let value = self[name] else { return nil }
    guard let truth = value.truth else { throw .wrongParameters("\"\(name)\" is true or false.") }
    return truth
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
  /// The pack that is meant; the only one there needs no name.
  func pack(_ given: Parameters) throws(Refusal) -> Int {
    let name = try given.text("pack")
    guard
      let pack = packs.firstIndex(where: { $0.script.pack == name })
        ?? (name == nil && packs.count == 1 ? 0 : nil)
    else { throw .wrongParameters("Give \"pack\": one that dialogue/list names.") }
    return pack
  }

  /// The day that is counted from.
  func day(_ given: Parameters) throws(Refusal) -> CivilDate {
    guard let text = try given.text("today") else { return now.today }
    guard let day = CivilDate(iso: text) else {
      throw .wrongParameters("\"today\" is a day such as 2026-11-16.")
    }
    return day
  }

  /// The question that is meant: the one that is asked, unless another on the path is named.
  func question(_ given: Parameters, in talk: Talk) throws(Refusal) -> Int {
    let conversation = talk.conversation
    let number: Int?
    if let key = try given.text("question") {
      number = conversation.script.numbers[key]
    } else {
      number = conversation.question
    }
    guard let number, conversation.walk.met[number], number >= conversation.script.localCount
    else { throw .notOnThePath }
    return number
  }

  /// The conversation that is meant, held or carried.
  mutating func talk(_ given: Parameters) throws(Refusal) -> (talk: Talk, handle: Handle) {
    if let name = try given.text("conversation") {
      guard name.utf8.first == UInt8(ascii: "c"), let number = Int(name.dropFirst()) else {
        throw .unknownConversation
      }
      return (try held.talk(number, at: now.second), .held(number))
    }
    guard let state = try given.text("state") else {
      throw .wrongParameters("Give \"conversation\", or \"state\" where you carry it.")
    }
    return (try open(state), .carried)
  }

  /// Begins to hold a conversation, or to let the program carry it.
  mutating func hold(_ talk: Talk, said: [Said], _ given: Parameters) throws(Refusal) -> Turn {
    let mode = try given.text("mode") ?? "held"
    switch mode {
    case "held":
      return Turn(talk: talk, handle: .held(held.add(talk, at: now.second)), said: said)
    case "carried":
      guard seal != nil else { throw .noKey }
      return Turn(talk: talk, handle: .carried, said: said)
    default: throw .wrongParameters("\"mode\" is \"held\" or \"carried\".")
    }
  }

  mutating func keep(_ talk: Talk, _ handle: Handle) {
    if case .held(let name) = handle { held.keep(talk, as: name, at: now.second) }
  }
}
