import DialogueCompiler
import DialogueModel
import JSON
import LineService

/// A service that holds one conversation from the start and seals states.
///
/// In requests, `"c1"` is that conversation, and `"c2"` the first one that the requests start.
struct FuzzedService {
  private let service: Service
  private let seal: StateSeal
  private let script: Script
  private let requests: JSONReader
  private let replies: JSONReader

  struct Missing: Error {}

  init() throws {
    script = try Script.read(files: TestPacks.fuzzed())
    guard let seal = StateSeal(key: String(repeating: "5e", count: 32)),
      let today = CivilDate(iso: "2026-11-16"),
      var service = Service(
        [script], limits: Service.Limits(), seal: seal, version: "1",
        at: Service.Moment(second: 0, today: today)),
      let requests = JSONReader(nesting: Service.Limits().nesting),
      let replies = JSONReader(nesting: Service.Limits().nesting)
    else { throw Missing() }
    (self.seal, self.requests, self.replies) = (seal, requests, replies)
    moment = Service.Moment(second: 0, today: today)
    let started = service.replies(to: Self.request("conversation/start"), at: moment)
    self.service = service
    name = Self.name(in: started, replies) ?? ""
  }

  private let moment: Service.Moment
  private let name: String

  /// Every line gets the reply that JSON-RPC requires, and the service still answers afterwards.
  func requestFault(_ bytes: [UInt8]) -> String? {
    var service = service
    var names = [name]
    for line in bytes.split(separator: UInt8(ascii: "\n")) {
      let line = Self.naming(names, in: Array(line))
      let reply = service.replies(to: line, at: moment)
      if let fault = fault(of: reply, to: line) { return fault }
      if let name = Self.name(in: reply, replies), !names.contains(name) { names.append(name) }
    }
    let reply = service.replies(to: Self.request("dialogue/list"), at: moment)
    return hasResult(reply) ? nil : "no answer after it"
  }

  private static func name(in reply: [UInt8], _ reader: JSONReader) -> String? {
    reader.read(reply[...]) { $0?["result"]?["conversation"]?.text }
  }

  /// The line with the conversations' names in place of `"c1"` and `"c2"`.
  private static func naming(_ names: [String], in line: [UInt8]) -> [UInt8] {
    names.prefix(2).enumerated().reduce(line) { line, name in
      line.replacing(Array("\"c\(name.offset + 1)\"".utf8), with: Array("\"\(name.element)\"".utf8))
    }
  }

  /// A state that opens can be used, sealed and opened again; every other one is refused.
  func stateFault(_ bytes: [UInt8]) -> String? {
    if let fault = fault(state: String(decoding: bytes, as: UTF8.self)) { return fault }
    guard let state = seal.seal(bytes, for: script) else { return "it can't be sealed" }
    return fault(state: state)
  }

  private func fault(state: String) -> String? {
    var service = service
    func reply(_ method: String, _ state: String, reply: String? = nil) -> [UInt8] {
      service.replies(to: Self.request(method, state: state, reply: reply), at: moment)
    }
    let resumed = reply("conversation/resume", state)
    guard let again = read(resumed, { $0["result"]?["state"]?.text }) else {
      let code = read(resumed) { $0["error"]?["code"]?.integer }
      return code == -32007 || state.utf8.contains(0) && code == -32602
        ? nil : "a state that is neither taken nor refused"
    }
    let words = ["zzz", "none", "1", "add Kim", "remove 1", "not known"]
    for method in ["review", "draft", "back"] + words.map({ _ in "answer" }) {
      let request = Self.request("conversation/\(method)", state: again)
      if let fault = fault(of: service.replies(to: request, at: moment), to: request) {
        return fault
      }
    }
    for typed in words {
      let line = Self.request("conversation/answer", state: again, reply: typed)
      if let fault = fault(of: service.replies(to: line, at: moment), to: line) { return fault }
    }
    return reply("conversation/review", state) == reply("conversation/review", again)
      ? nil : "a state that is another when it is sealed again"
  }

  private func read<Value>(_ line: [UInt8], _ body: (JSONValue) -> Value?) -> Value? {
    replies.read(line[...]) { $0.flatMap(body) }
  }

  private func hasResult(_ reply: [UInt8]) -> Bool {
    read(reply) { $0["result"]?.isObject } == true
  }

  /// How a reply differs from what JSON-RPC requires for this line.
  private func fault(of reply: [UInt8], to line: [UInt8]) -> String? {
    let ends = reply.lazy.filter { $0 == UInt8(ascii: "\n") }.count
    guard reply.isEmpty || ends == 1 && reply.last == UInt8(ascii: "\n") else {
      return "a reply that is not one line"
    }
    return requests.read(line[...]) { request in
      if reply.isEmpty { return request?.needsNoReply == true ? nil : "no reply" }
      return read(reply) { reply in
        guard request?.needsNoReply != true else { return "a reply to a notification" }
        guard let request, request.isBatch else {
          return reply.isReply(to: request) ? nil : "a wrong reply"
        }
        let answered = request.elements.filter { !$0.needsNoReply }
        let isEach = zip(answered, reply.elements).allSatisfy { $1.isReply(to: $0) }
        return reply.count == answered.count && isEach ? nil : "a wrong reply to a batch"
      } ?? nil
    }
  }

  private static func request(_ method: String, state: String? = nil, reply: String? = nil)
    -> [UInt8]
  {
    var writer = JSONWriter()
    writer.object { writer in
      writer.name("jsonrpc")
      writer.text("2.0")
      writer.name("id")
      writer.number(1)
      writer.name("method")
      writer.text(method)
      writer.name("params")
      writer.object { writer in
        if let state {
          writer.name("state")
          writer.text(state)
        }
        if let reply {
          writer.name("reply")
          writer.text(reply)
        }
      }
    }
    return writer.bytes
  }
}

extension Service {
  fileprivate mutating func replies(to line: [UInt8], at moment: Moment) -> [UInt8] {
    var writer = JSONWriter()
    reply(to: line[...], at: moment, into: &writer)
    return writer.bytes
  }
}
