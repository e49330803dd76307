import DialogueEngine
import DialogueModel

/// The named parameters of a request.
struct Parameters {
  let json: JSONValue?

  subscript(name: String) -> JSONValue? { json?[name] }

  /// Whether a conversation is named that there is already.
  var namesConversation: Bool { self["conversation"] != nil || self["state"] != nil }

  /// Refuses what the method does not take, so that no slip goes unnoticed.
  func check(for method: Method) throws(Refusal) {
    guard let json, json.count > 0 else { return }
    let known =
      method == .resume && namesConversation ? Method.conversation : method.parameters
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

  func answers() throws(Refusal) -> [String: StoredAnswer]? {
    guard let value = self["answers"] else { return nil }
    guard let answers = [String: StoredAnswer](value) else {
      throw .wrongParameters("\"answers\" is an object of answers by the keys of questions.")
    }
    return answers
  }
}

extension Method {
  /// The names of what it takes.
  fileprivate var parameters: [String] {
    switch self {
    case .describe, .list: Self.nothing
    case .start: Self.starting
    case .answer: Self.answering
    case .change: Self.changing
    case .back, .review, .close: Self.conversation
    case .explain: Self.explaining
    case .draft: Self.drafting
    case .resume: Self.resuming
    }
  }

  fileprivate static let conversation: [String] = ["conversation", "state"]
  private static let nothing: [String] = []
  private static let starting: [String] = ["pack", "answers", "today", "mode"]
  private static let answering: [String] = conversation + ["question", "answer", "reply"]
  private static let changing: [String] = answering + ["preview"]
  private static let explaining: [String] = conversation + ["question"]
  private static let drafting: [String] = conversation + ["letter"]
  private static let resuming: [String] = starting + ["version", "accept"]
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
    let number: Int?
    if let key = try given.text("question") {
      number = talk.script.numbers[key]
    } else {
      number = talk.question
    }
    guard let number, talk.conversation.walk.met[number],
      number >= talk.script.localCount
    else { throw .notOnThePath }
    return number
  }

  /// The conversation that is meant, held or carried.
  mutating func talk(_ given: Parameters) throws(Refusal) -> Talk {
    guard (given["conversation"] == nil) != (given["state"] == nil) else {
      throw .wrongParameters("Give either \"conversation\", or \"state\" where you carry it.")
    }
    if let name = try given.text("conversation") {
      return try held.talk(name, at: now.second)
    }
    return try open(try given.text("state") ?? "")
  }

  /// Begins to hold a conversation, or to let the program carry it.
  mutating func hold(_ talk: Talk, said: [Said], _ given: Parameters) throws(Refusal) -> Turn {
    switch try given.text("mode") ?? "held" {
    case "held": held.add(talk, at: now.second)
    case "carried": if seal == nil { throw .noKey }
    default: throw .wrongParameters("\"mode\" is \"held\" or \"carried\".")
    }
    return Turn(talk: talk, said: said)
  }
}
