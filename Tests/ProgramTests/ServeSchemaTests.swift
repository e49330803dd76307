import Foundation
import Support
import Testing

/// The published schema of the messages, checked against real traffic with a third-party validator.
@Suite(
  .enabled(
    if: Schema.hasValidator,
    "no Python with its packages in .build/python: run `make needs-python`"))
struct ServeSchemaTests {
  static let path = "\(TestPacks.root)/Sources/LineService/Schemas/line-protocol.schema.json"

  /// A text, and the definition in the schema that it must match.
  struct MessageText: Hashable {
    var part: String
    var text: String
  }

  private func validate<Result: Decodable>(_ pairs: JSON, _ arguments: String...) throws -> Result {
    let run = try Program.run(
      ["\(TestPacks.root)/Tests/messages.py", Self.path] + arguments, input: pairs.line,
      program: Schema.python)
    try #require(run.code == 0, "\(run.errors)")
    return try JSONDecoder().decode(Result.self, from: Data(run.output.utf8))
  }

  private func faults(_ messages: [MessageText]) throws -> [String?] {
    try validate(.array(messages.map { [.text($0.part), .text($0.text)] }))
  }

  private func expectRight(_ messages: Set<MessageText>) throws {
    let messages = Array(messages)
    for (message, fault) in zip(messages, try faults(messages)) {
      #expect(fault == nil, "\(message.part): \(message.text.prefix(500))")
    }
  }

  /// A request and its reply, each with the definitions that it must match.
  private func messages(_ request: String, _ reply: JSON) throws -> [MessageText] {
    let asked = try JSON(line: request)
    let part = (asked["method"].text ?? "").replacing("/", with: "-")
    var messages = [
      MessageText(part: "request-line", text: request),
      MessageText(part: "\(part)-params", text: try asked["params"].line),
      MessageText(part: "reply-line", text: try reply.line),
    ]
    if reply["result"] != nil {
      messages.append(MessageText(part: "\(part)-result", text: try reply["result"].line))
    }
    return messages
  }

  @Test(arguments: Mode.allCases)
  func `All that is said with a pack of every kind of question is as the schema says`(_ mode: Mode)
    throws
  {
    try EveryKindPack.use { arguments in
      let talk = try ServedTalk(OpenService(arguments), mode)
      try talk.ask("answer", ["question": "tree.notes", "reply": "a note"])
      _ = try talk.answerAll()
      try talk.ask("change", ["question": "tree.leaning", "answer": false, "preview": true])
      try talk.ask("change", ["question": "tree.people", "answer": ["not-known": true]])
      try talk.ask("back")
      try talk.ask("answer", ["reply": ""])
      try talk.ask("explain", ["question": "tree.place"])
      for method in ["review", "draft", "resume", "close"] { try talk.ask(method) }
      let service = talk.service
      try service.ask("service/describe")
      try service.ask("dialogue/list")
      let answers: JSON = [
        "tree.place": ["to-find-out": "Sam"], "tree.leaning": ["skipped": true],
        "tree.people": [
          "items": [["number": 2, "name": "Kim", "removed": true], ["number": 3, "name": "Lee"]]
        ],
        "tree.since": ["date": "2026-11-02", "words": "two weeks ago"], "tree.height": 3,
        "tree.words": ["items": [], "skipped": true],
      ]
      try service.ask("conversation/start", ["answers": answers, "today": "2026-11-16"])
      try service.ask(
        "conversation/resume",
        ["answers": answers, "version": "1", "accept": true, "mode": .text(mode.rawValue)])
      #expect(try service.finish() == 0)
      #expect(service.traffic.count > 20)
      try expectRight(
        service.traffic.reduce(into: []) { all, said in
          #expect(said.reply["error"] == nil)
          all.formUnion(try messages(said.request, said.reply))
        })
    }
  }

  @Test func `Every refusal conforms to the schema`() throws {
    try EveryKindPack.use { arguments in
      let start = try Served.request("conversation/start")
      let close = try Served.request("conversation/close", ["conversation": "c2"])
      var replies = try Served.replies(
        to: [start, start, close] + ServeRefusalTests.cases.map(\.line)
          + [
            "[" + String(repeating: "3,", count: 1000) + "3]",
            String(repeating: " ", count: 1 << 21) + "3",
          ],
        arguments)
      // The replies before the refusals contain the placeholder names of these tests.
      replies.removeFirst(3)
      replies += try Served.replies(
        to: [Served.request("conversation/start", ["mode": "carried"])], arguments, key: [:])
      let carried = try ServedTalk(OpenService(arguments), .carried)
      for _ in 1...4 { replies.append(try carried.ask("answer", ["reply": ""])) }
      #expect(try carried.service.finish() == 0)
      let names = Set(replies.compactMap { $0["error/data/name"].text })
      let parts = try JSON(line: TestPacks.text(at: Self.path))["$defs/error/oneOf"].items
      #expect(names == Set(parts.compactMap { $0["$ref"].text.map { String($0.dropFirst(8)) } }))
      try expectRight(
        Set(replies.map { MessageText(part: "reply-line", text: try $0.line) }))
    }
  }

  @Test(arguments: Mode.allCases)
  func `Conversations with the shipped pack conform to the schema`(_ mode: Mode) throws {
    let service = try OpenService(Served.shipped)
    let scenarios = ["a-flat", "age-not-known", "an-app"]
    for name in ScenarioTests.names where scenarios.contains(where: name.hasPrefix) {
      let talk = try ServedTalk(service, mode)
      try ServeScenarioTests.play(ScenarioTests.scenario(name), talk)
      try talk.ask("review")
      try talk.ask("draft")
      if let question = try talk.ask("back")["result/question/id"].text {
        try talk.ask("explain", ["question": .text(question)])
      }
    }
    #expect(try service.finish() == 0)
    #expect(service.traffic.count > 100)
    try expectRight(
      service.traffic.reduce(into: []) { all, said in
        all.formUnion(try messages(said.request, said.reply))
      })
  }

  @Test func `Batches conform to the schema`() throws {
    let start = try Served.request("conversation/start")
    let note = try Served.request("service/describe", id: nil)
    let batch = "[\(start),\(note),\(start)]"
    let reply = try Served.replies(to: [batch])[0]
    #expect(reply.items.count == 2)
    try expectRight([
      MessageText(part: "request-line", text: batch), MessageText(part: "request-line", text: note),
      MessageText(part: "reply-line", text: try reply.line),
    ])
  }

  @Test func `Lines of drafting in bulk conform to the schema`() throws {
    let good = [
      #"{"answers":{}}"#,
      #"{"id":"a","answers":{"tree.place":"here","tree.leaning":true,"tree.harm":["split"]}}"#,
      #"{"id":3,"today":"2026-11-02","answers":{"tree.harm":{"not-known":true},"tree.age":3}}"#,
      #"{"id":null,"answers":{"tree.place":{"to-find-out":"Kim"}}}"#,
    ]
    let bad = [
      #"{"answers":3}"#, #"{"id":"b","answers":{},"todya":"2026-11-02"}"#,
      #"{"id":[],"answers":{}}"#,
      #"{"answers":{},"today":"soon"}"#, "[]", #"{"answers":{"tree.place":{"x":1}}}"#,
    ]
    let run = try Program.run(DraftTests.command, input: (good + bad).map { $0 + "\n" }.joined())
    let replies = run.output.split(separator: "\n").map(String.init)
    #expect(replies.count == good.count + bad.count)
    try expectRight(
      Set(
        good.map { MessageText(part: "draft-line", text: $0) }
          + replies.map { MessageText(part: "draft-reply", text: $0) }))
    for (line, fault) in zip(bad, try faults(bad.map { MessageText(part: "draft-line", text: $0) }))
    {
      #expect(fault != nil, "\(line)")
    }
    #expect(replies.suffix(bad.count).allSatisfy { $0.contains("\"error\"") })
  }

  @Test
  func
    `The schema refuses what the service refuses as a request, unless it depends on the pack`()
    throws
  {
    // An invalid state, name or key has the same shape as a valid one.
    let isForSchema = ["not-a-request", "wrong-parameters", "unknown-method"]
    let cases = ServeRefusalTests.cases.filter { isForSchema.contains($0.name) }
    let taken = zip(
      cases, try faults(cases.map { MessageText(part: "request-line", text: $0.line) })
    )
    .filter { $1 == nil }.map(\.0.line)
    for line in taken {
      let params = try JSON(line: line)["params"]
      #expect(params["pack"].text != nil || params["letter"].text != nil, "\(line)")
    }
    #expect(cases.count > 40)
  }

  @Test func `The schema refuses invalid messages`() throws {
    let turn: JSON = [
      "conversation": "0a1b2c3d4e5f6g7h8i9j0k1l2m", "said": [], "standing": [], "question": nil,
      "finished": true, "outcomes": [],
      "progress": ["answered": 0, "left": 0], "parked": [],
    ]
    let question: JSON = [
      "id": "tree.place", "label": "Where?", "text": "Where?", "optional": false,
      "several-lines": false,
      "quoted": false, "not-known": "not known", "schema": ["type": "boolean"],
    ]
    func reply(_ result: JSON) -> JSON { ["jsonrpc": "2.0", "id": 1, "result": result] }
    func error(_ code: Int, _ data: JSON) -> JSON {
      [
        "jsonrpc": "2.0", "id": 1,
        "error": ["code": .number(Double(code)), "message": "", "data": data],
      ]
    }
    let right = [
      reply(turn), reply(turn.with(["question": question])),
      error(-32006, ["name": "not-on-the-path"]),
      error(
        -32010,
        [
          "name": "read-loosely", "question": "tree.safe", "answer": true, "words": "yes",
          "rest": "",
        ]),
    ]
    let wrong: [JSON] = [
      [], [[]], [:], reply([:]), reply(nil), reply(turn).with(["error": nil]),
      reply(turn).with(["id": []]),
      reply(turn).with(["jsonrpc": "1.0"]), reply(turn.with(["state": "abc"])),
      reply(turn.with(["conversation": "c1"])), reply(turn.with(["standing": "x"])),
      reply(turn.with(["finished": "yes"])),
      reply(turn.with(["more": 1])), reply(turn.with(["parked": [1]])),
      reply(turn.with(["progress": ["answered": -1, "left": 0]])),
      reply(turn.with(["said": [["kind": "outcome", "text": "x"]]])),
      reply(turn.with(["said": [["kind": "text", "outcome": "x", "text": "x"]]])),
      reply(turn.with(["said": [["kind": "shout", "text": "x"]]])),
      reply(turn.with(["question": question.with(["schema": ["type": "object"]])])),
      reply(
        turn.with([
          "question": question.with(["schema": ["type": "array", "items": ["type": "string"]]])
        ])),
      reply(turn.with(["question": question.with(["answer": true])])), reply(["closed": false]),
      reply(["packs": [["pack": "x"]]]), error(-32006, ["name": "unknown-conversation"]),
      error(-32006, ["name": "not-on-the-path", "question": "x"]), error(-32099, ["name": "x"]),
      error(-32003, ["name": "not-understood", "level": 4, "ways": "", "options": []]),
      error(-32004, ["name": "is-a-command", "command": "dance", "argument": ""]),
      error(-32700, ["name": "line-too-long"]),
      error(-32010, ["name": "read-loosely", "question": "tree.safe", "answer": true]),
      error(-32009, ["name": "script-changed", "version": "1", "parked": []]),
    ]
    func messages(_ replies: [JSON]) throws -> [MessageText] {
      try replies.map { MessageText(part: "reply-line", text: try $0.line) }
    }
    #expect(try faults(messages(right)) == [nil, nil, nil, nil])
    for (reply, fault) in zip(wrong, try faults(messages(wrong))) {
      #expect(fault != nil, "\(reply)")
    }
  }

  @Test func `A question's schema and the service accept the same values`()
    throws
  {
    let values: [JSON] = [
      true, false, "", "here", "split", "old-ash", "elm", "2026-11-02", "2026-02-30", "2026-11-2",
      "2026-10", "2026-10~", "2026-13", "2026-11-02~", "2026-10-10/2026-10-12",
      "2026-10-10~/2026-10-12~", "2026-10-10~/2026-10-12", "2026-10-12/2026-10-10",
      3, -1.5, 1e300,
      nil, [], ["split"], ["split", "fungus"], ["elm"], ["Kim"], ["Kim", "Lee", "Jo"],
      ["Kim", "Lee", "Jo", "Ash"], [1], [["Kim"]], [:], ["const": "split"],
    ]
    try EveryKindPack.use { arguments in
      let talk = try ServedTalk(OpenService(arguments), .held)
      var pairs: [JSON] = []
      var taken: [Bool] = []
      for (key, answer) in EveryKindPack.values {
        let schema = try talk.ask("explain")["result/question/schema"]
        for value in values {
          pairs.append([schema, value])
          let reply = try talk.ask("change", ["answer": value, "preview": true])
          taken.append(reply["error"] == nil)
          if reply["error"] != nil { #expect(reply["error/code"] == -32005) }
        }
        try talk.ask("answer", ["question": .text(key), "answer": answer])
      }
      #expect(try talk.service.finish() == 0)
      let isRight: [Bool] = try validate(.array(pairs), "values")
      for (pair, (isTaken, isRight)) in zip(pairs, zip(taken, isRight)) {
        #expect(isTaken == isRight, "\(pair)")
      }
    }
  }

  @Test func `Each definition of the schema is used, and every method has its own`() throws {
    let text = try TestPacks.text(at: Self.path)
    let parts = try JSON(line: text)["$defs"].members
    let methods = try Served.replies(to: [ServeTests.describe])[0]["result/methods"].items
    #expect(try JSON(line: text)["$defs/request/properties/method/enum"].items == methods)
    for method in methods.compactMap(\.text) {
      for kind in ["params", "result"] {
        #expect(parts["\(method.replacing("/", with: "-"))-\(kind)"] != nil)
      }
    }
    for name in parts.keys where !name.hasPrefix("conversation-") {
      #expect(text.contains("\"#/$defs/\(name)\""), "\(name)")
    }
  }
}
