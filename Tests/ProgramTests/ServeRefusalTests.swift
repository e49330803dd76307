import Foundation
import Support
import Testing

/// The service's refusals, and what they must never reveal.
struct ServeRefusalTests {
  /// A request after the start of a held conversation, and the code and name of its refusal.
  struct Case: CustomStringConvertible {
    var line: String
    var code: Int
    var name: String
    var description: String { line }

    init(_ line: String, _ code: Int, _ name: String) {
      (self.line, self.code, self.name) = (line, code, name)
    }

    /// A request that is valid except for the part that is refused.
    init(_ method: String, _ params: JSON, _ code: Int, _ name: String) {
      let request: JSON = ["jsonrpc": "2.0", "id": 1, "method": .text(method), "params": params]
      self.init((try? request.line) ?? "", code, name)
    }
  }

  /// Text sent in the wrong place, which must not be repeated in a reply.
  static let marker = "Zebra-7391"

  static let cases: [Case] = {
    let m = JSON.text(marker)
    let talk = { (method: String, params: JSON) in
      ("conversation/\(method)", JSON.object(["conversation": "c1"]).with(params))
    }
    let wrong =
      [
        ("service/describe", [marker: 1]), ("dialogue/list", [marker: m]),
        ("conversation/start", ["pack": m]), ("conversation/start", ["pack": [m]]),
        ("conversation/start", ["mode": m]), ("conversation/start", ["today": m]),
        ("conversation/start", ["answers": m]), ("conversation/start", ["answers": [m]]),
        ("conversation/start", ["answers": [marker: nil]]),
        ("conversation/start", ["answers": [marker: [marker: m]]]),
        ("conversation/start", ["answers": ["tree.since": ["date": m, "words": 3]]]),
        ("conversation/start", ["answers": ["tree.since": ["date": m, "word": m]]]),
        ("conversation/start", ["answers": ["tree.place": ["not-known": true, marker: m]]]),
        ("conversation/start", ["answers": ["tree.people": ["items": [["number": 1]]]]]),
        (
          "conversation/start",
          ["answers": ["tree.people": ["items": [["number": 1, "name": m, "removed": m]]]]]
        ),
        ("conversation/start", ["conversation": m]), ("conversation/review", [:]),
        ("conversation/review", ["conversation": 3]), ("conversation/review", ["state": [m]]),
        talk("review", ["state": m]), talk("review", [marker: m]), talk("back", ["question": m]),
        talk("answer", [:]), talk("answer", ["answer": m, "reply": m]),
        talk("answer", ["reply": [m]]),
        talk("answer", ["answer": m, "preview": true]),
        talk("answer", ["answer": m, "question": [m]]),
        talk("change", ["answer": m, "preview": m]), talk("draft", ["letter": m]),
        talk("draft", ["letter": 3]), talk("close", [marker: 3]), talk("resume", ["answers": [:]]),
        talk("resume", ["pack": m]), ("conversation/resume", [:]),
        ("conversation/resume", ["answers": [m]]),
        ("conversation/resume", ["answers": [:], marker: m]),
        ("conversation/resume", ["answers": [:], "version": ["x": m]]),
        ("conversation/resume", ["answers": [:], "version": m, "accept": m]),
        ("conversation/start", [m]), ("service/describe", [m]),
      ] as [(String, JSON)]
    return wrong.map { Case($0.0, $0.1, -32602, "wrong-parameters") } + [
      Case("Zebra-7391", -32700, "not-json"), Case("{\"Zebra-7391\": 1,}", -32700, "not-json"),
      Case("{\"jsonrpc\":\"2.0\"}{\"Zebra-7391\":1}", -32700, "not-json"),
      Case("\u{FEFF}\(ServeTests.describe)", -32700, "not-json"),
      Case(String(repeating: "[", count: 100_000), -32700, "not-json"),
      Case(
        "{\"Zebra-7391\":" + String(repeating: "[", count: 64) + String(repeating: "]", count: 64)
          + "}", -32700, "not-json"),
      Case("\"Zebra-7391\"", -32600, "not-a-request"), Case("3", -32600, "not-a-request"),
      Case("{\"Zebra-7391\":1}", -32600, "not-a-request"),
      Case("{\"jsonrpc\":\"Zebra-7391\",\"method\":\"x\"}", -32600, "not-a-request"),
      Case("{\"jsonrpc\":\"2.0\",\"method\":[\"Zebra-7391\"]}", -32600, "not-a-request"),
      Case(
        "{\"jsonrpc\":\"2.0\",\"id\":[\"Zebra-7391\"],\"method\":\"service/describe\"}", -32600,
        "not-a-request"),
      Case(
        "{\"jsonrpc\":\"2.0\",\"id\":1,\"method\":\"service/describe\",\"params\":\"Zebra-7391\"}",
        -32600, "not-a-request"),
      Case(marker, [:], -32601, "unknown-method"),
      Case("conversation/Zebra-7391", [m], -32601, "unknown-method"),
      Case("conversation/review", ["conversation": m], -32001, "unknown-conversation"),
      Case("conversation/review", ["conversation": "c99"], -32001, "unknown-conversation"),
      Case("conversation/review", ["conversation": "c-1"], -32001, "unknown-conversation"),
      Case("conversation/review", ["conversation": "c0"], -32001, "unknown-conversation"),
      Case("conversation/review", ["conversation": "c2"], -32001, "unknown-conversation"),
      Case(
        "conversation/answer", ["conversation": "c1", "question": "tree.kind", "reply": m], -32003,
        "not-understood"),
      Case("conversation/answer", ["conversation": "c1", "reply": "quit"], -32004, "is-a-command"),
      Case(
        "conversation/answer", ["conversation": "c1", "question": "tree.kind", "answer": m], -32005,
        "invalid-answer"),
      Case(
        "conversation/answer",
        ["conversation": "c1", "question": "tree.kind", "answer": [marker: m]],
        -32005, "invalid-answer"),
      Case(
        "conversation/answer", ["conversation": "c1", "question": "tree.leaning", "reply": "yess"],
        -32010, "read-loosely"),
      Case(
        "conversation/explain", ["conversation": "c1", "question": m], -32006, "not-on-the-path"),
      Case(
        "conversation/answer", ["conversation": "c1", "question": m, "answer": m], -32006,
        "not-on-the-path"),
      Case("conversation/back", ["conversation": "c1"], -32006, "not-on-the-path"),
      Case("conversation/review", ["state": m], -32007, "state-refused"),
      Case("conversation/review", ["state": ""], -32007, "state-refused"),
      Case(
        "conversation/resume", ["answers": ["tree.place": m], "version": m], -32009,
        "script-changed"),
    ]
  }()

  @Test func `Each refusal has its code and name, and none repeats what the request said`() throws {
    let before = try [
      Served.request("conversation/start"), Served.request("conversation/start"),
      Served.request("conversation/close", ["conversation": "c2"]),
      Served.request(
        "conversation/start", ["mode": "carried", "answers": ["tree.place": .text(Self.marker)]]),
    ]
    try EveryKindPack.use { arguments in
      let all = try Served.repliesOneByOne(to: before + Self.cases.map(\.line), arguments)
      let lines = all.dropFirst(before.count)
      #expect(lines.count == Self.cases.count)
      for (bad, line) in zip(Self.cases, lines) {
        let reply = try Served.reply(line)
        #expect(reply["error/code"] == .number(Double(bad.code)), "\(bad): \(line)")
        #expect(reply["error/data/name"] == .text(bad.name), "\(bad): \(line)")
        #expect(!line.contains("Zebra"), "\(bad)")
        #expect(!line.contains("7391"), "\(bad)")
      }
      // All of the output, successful replies included: only a sealed state holds the marker.
      #expect(!all.contains { $0.contains(Self.marker) })
    }
  }

  @Test func `For unknown parameters, the error lists those that the method takes`() throws {
    let replies = try Served.replies(to: [
      Served.request("conversation/back", ["conversation": "c1", "steps": 2]),
      Served.request("service/describe", ["verbose": true]),
      #"{"jsonrpc":"2.0","id":1,"method":"conversation/start","params":{"mode":"held","mode":"held"}}"#,
    ])
    #expect(
      replies.map { $0["error/message"] } == [
        #"conversation/back takes no parameters here but "conversation", "state", each once."#,
        "service/describe takes no parameters.",
        #"conversation/start takes no parameters here but "pack", "answers", "today", "time", "mode", each once."#,
      ])
  }

  @Test func `Without a key nothing can be carried, and held conversations still work`() throws {
    let replies = try Served.replies(
      to: [
        Served.request("conversation/start", ["mode": "carried"]),
        Served.request("conversation/resume", ["answers": [:], "mode": "carried"]),
        Served.request("conversation/review", ["state": "abc"]),
        Served.request("conversation/start"),
      ], key: [:])
    #expect(replies.prefix(3).map { $0["error/code"] } == [-32008, -32008, -32008])
    #expect(replies[0]["error/data"] == ["name": "no-key"])
    #expect(replies[3]["result/conversation"].text != nil)
  }

  @Test func `With several packs, a start must name one of them`() throws {
    try withTreePack([:]) { arguments in
      let folder = URL(fileURLWithPath: arguments[1])
      let other = folder.appendingPathComponent("hedge")
      try FileManager.default.copyItem(at: folder.appendingPathComponent("street-tree"), to: other)
      let head = try TestPacks.text(at: "\(other.path)/pack.yaml")
      try Data(head.replacing("pack: street-tree", with: "pack: hedge").utf8)
        .write(to: other.appendingPathComponent("pack.yaml"))
      let replies = try Served.replies(
        to: [
          Served.request("dialogue/list"), Served.request("conversation/start"),
          Served.request("conversation/start", ["pack": "hedge"]),
          Served.request("conversation/start", ["pack": "street"]),
        ], arguments)
      #expect(replies[0]["result/packs"].items.map { $0["pack"] } == ["hedge", "street-tree"])
      #expect(
        replies[1]["error/message"] == "Give \"pack\": one that dialogue/list names.")
      #expect(replies[2]["result/conversation"].text != nil)
      #expect(replies[3]["error/code"] == -32602)
    }
  }
}
