import JSON
import LineService
import Scenarios

/// A client of the service that has many conversations at once, each with one request under way.
struct Client {
  static let places = 256

  private let talks: [RehearsedTalk]
  private let turns: Int
  private var random: SeededGenerator
  private let reader: JSONReader
  private var places: [Place] = []
  /// The reply that each outstanding request must get, by the request's id.
  private var expected: [Int: Expected] = [:]
  /// The number of replies without an id that have yet to arrive.
  private var unnamed = 0
  private var lines: [UInt8] = []
  private(set) var (sent, wrong, conversations) = (0, 0, 0)
  private var lastID = 0

  /// A conversation under way.
  private struct Place {
    var talk: Int
    var at = 0
    var isCarried: Bool
    /// The parameter that identifies the conversation.
    var handle = ""
    var isOver = false
    var state: String? { isCarried ? String(handle.dropFirst(9).dropLast()) : nil }
  }

  private enum Expected {
    case turn(place: Int, question: String?)
    case aside(place: Int)
    case letter(place: Int)
    case closed(place: Int)
    case refusal(code: Int)
    case result
  }

  init(_ talks: [RehearsedTalk], turns: Int, seed: UInt64) throws {
    guard let reader = JSONReader(nesting: 64) else {
      throw ServedProgram.Fault(text: "no memory")
    }
    (self.talks, self.turns, self.reader) = (talks, turns, reader)
    random = SeededGenerator(seed: seed)
  }

  /// Every request has had its reply, and no more conversations will be started.
  var isDone: Bool { places.allSatisfy(\.isOver) && expected.isEmpty && unnamed == 0 }

  mutating func begin() {
    for place in 0..<Self.places {
      places.append(Place(talk: 0, isCarried: false))
      start(place)
    }
  }

  /// Removes and returns the lines to send next.
  mutating func takeLines() -> [UInt8] {
    defer { lines.removeAll(keepingCapacity: true) }
    return lines
  }

  /// Checks one line of replies.
  mutating func take(_ line: ArraySlice<UInt8>) throws {
    let read: Swift.Result<Void, any Error> = reader.read(line) { json in
      Swift.Result {
        guard let json else { throw ServedProgram.Fault(text: "a reply that is no JSON") }
        if json.isArray {
          for reply in json.elements { try take(reply) }
        } else {
          try take(json)
        }
      }
    }
    do { try read.get() } catch let fault as ServedProgram.Fault {
      throw ServedProgram.Fault(text: "\(fault.text): \(String(decoding: line, as: UTF8.self))")
    }
  }

  private mutating func take(_ reply: JSONValue) throws {
    let (result, code) = (reply["result"], reply["error"]?["code"]?.integer)
    guard let id = reply["id"]?.integer else {
      unnamed -= 1
      guard code == -32700, unnamed >= 0 else {
        throw ServedProgram.Fault(text: "a reply to no one")
      }
      return
    }
    guard let expected = expected.removeValue(forKey: id) else {
      throw ServedProgram.Fault(text: "a reply to no request")
    }
    switch expected {
    case .turn(let place, let question):
      let next = result?["question"]
      guard next?["id"]?.text == question, next?.isNull == (question == nil) else {
        throw ServedProgram.Fault(text: "not \(question ?? "the end")")
      }
      if let state = result?["state"]?.text { places[place].handle = "\"state\":\"\(state)\"" }
      if let name = result?["conversation"]?.text {
        places[place].handle = "\"conversation\":\"\(name)\""
      }
      goOn(place)
    case .aside(let place):
      guard result?.isObject == true else { throw ServedProgram.Fault(text: "no result") }
      goOn(place)
    case .letter(let place):
      let letters = result?["letters"]?.elements.prefix(1).compactMap { $0["text"]?.text } ?? []
      guard (letters.first ?? "") == talks[places[place].talk].letter else {
        throw ServedProgram.Fault(text: "not the right letter")
      }
      finish(place)
    case .closed(let place):
      guard result?["closed"]?.truth == true else { throw ServedProgram.Fault(text: "not closed") }
      start(place)
    case .refusal(let wanted):
      guard code == wanted else { throw ServedProgram.Fault(text: "not \(wanted)") }
    case .result:
      guard result?.isObject == true else { throw ServedProgram.Fault(text: "no result") }
    }
  }

  private mutating func start(_ place: Int) {
    guard sent < turns else {
      places[place].isOver = true
      return
    }
    conversations += 1
    let talk = Int.random(in: talks.indices, using: &random)
    places[place] = Place(talk: talk, isCarried: Int.random(in: 0..<4, using: &random) == 0)
    let (rehearsed, mode) = (talks[talk], places[place].isCarried ? "carried" : "held")
    request(
      "conversation/start",
      #""pack":"\#(rehearsed.pack)","today":"\#(rehearsed.today)","mode":"\#(mode)""#,
      .turn(place: place, question: rehearsed.first))
  }

  /// Gives the next answer, or asks for the letters after the last, sometimes with another request
  /// first.
  private mutating func goOn(_ place: Int) {
    let (here, chance) = (places[place], Int.random(in: 0..<100, using: &random))
    let talk = talks[here.talk]
    if chance < 12, sent < turns { misuse(place) }
    guard here.at < talk.turns.count else {
      return request("conversation/draft", here.handle, .letter(place: place))
    }
    let turn = talk.turns[here.at]
    let answer = String(decoding: turn.answer, as: UTF8.self)
    switch chance {
    case 90...92: request("conversation/review", here.handle, .aside(place: place))
    case 93...94: request("conversation/explain", here.handle, .aside(place: place))
    case 95: request("conversation/resume", here.handle, .aside(place: place))
    case 96...97:
      request(
        "conversation/change", "\(here.handle),\"preview\":true,\"answer\":\(answer)",
        .aside(place: place))
    default:
      places[place].at += 1
      request(
        "conversation/answer", "\(here.handle),\"answer\":\(answer)",
        .turn(place: place, question: turn.next))
    }
  }

  /// Closes the conversation, or abandons it, as a client that goes away does.
  private mutating func finish(_ place: Int) {
    guard !places[place].isCarried, Int.random(in: 0..<4, using: &random) > 0 else {
      return start(place)
    }
    request("conversation/close", places[place].handle, .closed(place: place))
  }

  private mutating func misuse(_ place: Int) {
    let here = places[place]
    let isAsked = here.at < talks[here.talk].turns.count
    guard let misuse = Misuse.allCases.randomElement(using: &random),
      isAsked || !misuse.needsQuestion,
      let line = misuse.line(id: lastID + 1, here.handle, state: here.state, using: &random)
    else { return }
    lastID += 1
    wrong += 1
    send(line)
    switch misuse {
    case .noJSON, .longLine: unnamed += 1
    case .batch: expected[lastID] = .result
    default: expected[lastID] = misuse.code.map { .refusal(code: $0) }
    }
  }

  private mutating func request(_ method: String, _ parameters: String, _ reply: Expected) {
    lastID += 1
    expected[lastID] = reply
    send(#"{"jsonrpc":"2.0","id":\#(lastID),"method":"\#(method)","params":{\#(parameters)}}"#)
  }

  private mutating func send(_ line: String) {
    sent += 1
    lines += line.utf8
    lines.append(UInt8(ascii: "\n"))
  }
}
