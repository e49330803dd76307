import Foundation
import Support
import Testing

/// `curious serve`, as a client sees it: lines in, lines out.
enum Served {
  static let streetTree = PipeTests.streetTree + ["--today", "2026-11-16"]
  static let shipped = ["--dialogues", TestPacks.withoutRules, "--today", "2026-11-16"]
  static let key = ["CURIOUS_STATE_KEY": String(repeating: "5a", count: 32)]

  static func request(_ method: String, _ params: JSON = [:], id: JSON? = 1) throws -> String {
    var request: [String: JSON] = ["jsonrpc": "2.0", "method": .text(method), "params": params]
    request["id"] = id
    return try JSON.object(request).line
  }

  /// The replies to these lines; the program must exit with 0 and write nothing else.
  static func replies(
    to lines: [String], _ arguments: [String] = streetTree, key: [String: String] = key
  ) throws -> [JSON] {
    let isNamed = lines.contains { $0.contains("\"c1\"") }
    return isNamed
      ? try repliesOneByOne(to: lines, arguments, key: key).map(reply)
      : try replies(to: Data(lines.map { $0 + "\n" }.joined().utf8), arguments, key: key)
  }

  /// The replies, with each line sent only after the one before is answered.
  ///
  /// In the lines and the replies, `c1` is the first conversation that is held, `c2` the second,
  /// and so on.
  static func repliesOneByOne(
    to lines: [String], _ arguments: [String] = streetTree, key: [String: String] = key
  ) throws -> [String] {
    let service = try OpenService(arguments, key: key)
    var names: [String] = []
    var replies: [String] = []
    for line in lines {
      let sent = names.enumerated().reduce(line) {
        $0.replacing("\"c\($1.offset + 1)\"", with: "\"\($1.element)\"")
      }
      try service.send(sent)
      guard try isAnswered(line) else { continue }
      let reply = try service.nextLine()
      if let name = try JSON(line: reply)["result/conversation"].text, !names.contains(name) {
        names.append(name)
      }
      replies.append(
        names.enumerated().reduce(reply) {
          $0.replacing("\"\($1.element)\"", with: "\"c\($1.offset + 1)\"")
        })
    }
    #expect(try service.finish() == 0)
    return replies
  }

  /// Whether a line gets a reply.
  private static func isAnswered(_ line: String) throws -> Bool {
    guard let json = try? JSON(line: line) else { return true }
    func isNotification(_ json: JSON) -> Bool {
      json["jsonrpc"] == "2.0" && json["method"].text != nil && json.members["id"] == nil
    }
    if case .array(let batch) = json { return batch.isEmpty || !batch.allSatisfy(isNotification) }
    return !isNotification(json)
  }

  static func replies(
    to input: Data, _ arguments: [String] = streetTree, key: [String: String] = key
  ) throws -> [JSON] {
    let run = try Program.run(["serve"] + arguments, input: input, environment: key)
    #expect(run.code == 0)
    #expect(run.errors == "")
    return try replies(in: run.output)
  }

  /// Every byte of the output must belong to a line that is a reply or a batch of replies.
  static func replies(in output: String) throws -> [JSON] {
    var lines = output.split(separator: "\n", omittingEmptySubsequences: false)
    #expect(lines.popLast() == "")
    return try lines.map(reply)
  }

  static func reply(_ line: some StringProtocol) throws -> JSON {
    let reply = try JSON(line: line)
    let all = if case .array(let batch) = reply { batch } else { [reply] }
    #expect(!all.isEmpty)
    for reply in all {
      #expect(reply["jsonrpc"] == "2.0")
      let members = Set(reply.members.keys)
      #expect(members == ["jsonrpc", "id", "result"] || members == ["jsonrpc", "id", "error"])
    }
    return reply
  }
}

/// A running service that gets one line at a time, each reply awaited.
final class OpenService {
  private let process = Process()
  private let input: FileHandle
  private let output: FileHandle
  private let errors: FileHandle
  private var unread = Data()
  /// All requests, with their replies.
  private(set) var traffic: [(request: String, reply: JSON)] = []

  init(_ arguments: [String] = Served.streetTree, key: [String: String] = Served.key) throws {
    process.executableURL = URL(fileURLWithPath: Program.path)
    process.arguments = ["serve"] + arguments
    process.environment = Program.environment.merging(key) { $1 }
    let (inputs, outputs, all) = try (Self.pipe(), Self.pipe(), Self.pipe())
    (input, output, errors) = (inputs.to, outputs.from, all.from)
    process.standardInput = inputs.from
    process.standardOutput = outputs.to
    process.standardError = all.to
    try process.run()
    for handle in [inputs.from, outputs.to, all.to] { try? handle.close() }
  }

  /// A pipe that other child processes don't inherit, which would keep this one from seeing its
  /// end.
  private static func pipe() throws -> (from: FileHandle, to: FileHandle) {
    var ends: [Int32] = [0, 0]
    let kind = Int32(SOCK_STREAM.rawValue | SOCK_CLOEXEC.rawValue)
    try #require(socketpair(AF_UNIX, kind, 0, &ends) == 0)
    return (
      FileHandle(fileDescriptor: ends[0], closeOnDealloc: true),
      FileHandle(fileDescriptor: ends[1], closeOnDealloc: true)
    )
  }

  /// The reply to a request.
  @discardableResult
  func ask(_ method: String, _ params: JSON = [:]) throws -> JSON {
    let request = try Served.request(method, params)
    try send(request)
    let reply = try Served.reply(try nextLine())
    traffic.append((request, reply))
    return reply
  }

  func send(_ line: String) throws {
    try input.write(contentsOf: Data("\(line)\n".utf8))
  }

  /// The next line that the service writes; fails after a minute.
  func nextLine() throws -> String {
    while true {
      if let end = unread.firstIndex(of: UInt8(ascii: "\n")) {
        defer { unread = Data(unread[(end + 1)...]) }
        return String(decoding: unread[..<end], as: UTF8.self)
      }
      var ready = pollfd(fd: output.fileDescriptor, events: Int16(POLLIN), revents: 0)
      try #require(poll(&ready, 1, 60_000) == 1, "no reply within a minute")
      let more = output.availableData
      try #require(!more.isEmpty, "it ended without a reply")
      unread.append(more)
    }
  }

  /// Closes the input, or sends a signal; nothing may be left on either output.
  func finish(by signal: Int32? = nil) throws -> Int32 {
    if let signal { kill(process.processIdentifier, signal) } else { try input.close() }
    #expect(try unread + (output.readToEnd() ?? Data()) == Data())
    #expect(try errors.readToEnd() ?? Data() == Data())
    process.waitUntilExit()
    return process.terminationReason == .exit ? process.terminationStatus : -1
  }
}

/// Where a conversation is kept: in the service or with the client.
enum Mode: String, CaseIterable, Sendable {
  case held, carried
}

/// A conversation over a running service, held by it or carried by us.
final class ServedTalk {
  let service: OpenService
  /// The parameter that identifies the conversation in the next request.
  var handle: JSON = [:]

  init(_ service: OpenService, _ mode: Mode, _ params: JSON = [:]) throws {
    self.service = service
    try take(
      service.ask("conversation/start", params.with(["mode": .text(mode.rawValue)])))
  }

  @discardableResult
  func ask(_ method: String, _ params: JSON = [:]) throws -> JSON {
    try take(service.ask("conversation/\(method)", handle.with(params)))
  }

  @discardableResult
  func take(_ reply: JSON) throws -> JSON {
    for (name, path) in [
      ("conversation", "result/conversation"), ("state", "result/state"),
      ("state", "error/data/state"),
    ] where reply[path] != .null {
      handle = [name: reply[path]]
    }
    return reply
  }

  func answerAll() throws -> JSON {
    var reply = JSON.null
    for (question, answer) in EveryKindPack.values {
      reply = try ask("answer", ["question": .text(question), "answer": answer])
      #expect(reply["error"] == nil)
    }
    return reply
  }
}
