import Foundation
import Support
import Testing

/// How long conversations are kept, and the states that clients carry.
struct ServeStateTests {
  @Test func `Over the limit, the conversation idle longest is dropped as if never held`() throws {
    func review(_ name: String) throws -> String {
      try Served.request("conversation/review", ["conversation": .text(name)])
    }
    let start = try Served.request("conversation/start")
    let answer = try Served.request(
      "conversation/answer", ["conversation": "c1", "answer": "here"])
    let replies = try Served.replies(
      to: [start, start, answer, start, review("c1"), review("c2"), review("c3"), review("c4")],
      Served.streetTree + ["--max-conversations", "2"])
    #expect(
      replies.suffix(4).map { $0["error/data/name"] } == [
        nil, "unknown-conversation", nil, "unknown-conversation",
      ])
  }

  @Test func `A conversation's name can't be guessed and is never used again`() throws {
    var names: Set<String> = []
    for _ in 0..<3 {
      let service = try OpenService()
      for _ in 0..<50 {
        let name = try #require(service.ask("conversation/start")["result/conversation"].text)
        #expect(name.count == 26)
        #expect(name.allSatisfy { ("a"..."z").contains($0) || ("0"..."9").contains($0) })
        names.insert(name)
      }
      #expect(try service.finish() == 0)
    }
    #expect(names.count == 150)
    // Names have no position in common: each takes many letters, except perhaps two, because the
    // largest number limits the first.
    let places = (0..<26).map { place in Set(names.map { Array($0)[place] }).count }
    #expect(places.count { $0 > 20 } >= 24, "\(places)")
  }

  @Test func `A restarted service does not know earlier names`() throws {
    let first = try OpenService()
    let name = try first.ask("conversation/start")["result/conversation"]
    #expect(try first.finish() == 0)
    let second = try OpenService()
    try second.ask("conversation/start")
    let error = try second.ask("conversation/review", ["conversation": name])["error"]
    #expect(error["data"] == ["name": "unknown-conversation"])
    #expect(error["message"].text?.contains("conversation/resume") == true)
    #expect(try second.finish() == 0)
  }

  @Test func `An idle conversation and an old state expire, and one in use does not`() throws {
    let service = try OpenService(
      Served.streetTree + ["--idle-seconds", "1", "--state-seconds", "1"])
    let held = try ServedTalk(service, .held)
    let carried = try ServedTalk(service, .carried)
    try held.ask("answer", ["answer": "here"])
    #expect(try carried.ask("review")["error"] == nil)
    // The program reads the machine's clock, so real time has to pass. It counts whole seconds: two
    // must pass to be sure of more than one.
    Thread.sleep(forTimeInterval: 2.2)
    #expect(try held.ask("review")["error/data/name"] == "unknown-conversation")
    #expect(try carried.ask("review")["error/data/name"] == "state-refused")
    #expect(try service.finish() == 0)
  }

  @Test func `Two processes with one key can serve one conversation in turn`() throws {
    try EveryKindPack.use { arguments in
      let services = [try OpenService(arguments), try OpenService(arguments)]
      let carried = try ServedTalk(services[0], .carried)
      var last = JSON.null
      for (turn, value) in EveryKindPack.values.enumerated() {
        last = try carried.take(
          services[turn % 2].ask(
            "conversation/answer", carried.handle.with(["answer": value.answer])))
      }
      let held = try ServedTalk(services[1], .held)
      let straight = try held.answerAll()
      #expect(last["result/outcomes"] == straight["result/outcomes"])
      #expect(last["result/finished"] == true)
      let letters = try services.map { try $0.ask("conversation/draft", carried.handle)["result"] }
      #expect(letters[0] == letters[1])
      #expect(try letters[0] == held.ask("draft")["result"])
      for service in services { #expect(try service.finish() == 0) }
    }
  }

  @Test func `Changed, cut or foreign states are all refused with the same error`()
    throws
  {
    let state = try ServedTalk(OpenService(), .carried).handle["state"].text ?? ""
    let review = { (state: String) in
      try Served.request("conversation/review", ["state": .text(state)])
    }
    #expect(try Served.replies(to: [review(state)])[0]["error"] == nil)
    var bad = [
      "", "a", String(state.dropLast()), String(state.dropFirst()), state + "A",
      " " + state, state + state, "?" + state.dropFirst(),
    ]
    for place in stride(from: 0, to: state.count, by: 7) {
      var letters = Array(state)
      letters[place] = letters[place] == "B" ? "C" : "B"
      bad.append(String(letters))
    }
    let refusals = try Served.replies(to: bad.map(review))
    let other = ["CURIOUS_STATE_KEY": String(repeating: "a5", count: 32)]
    let foreign = try Served.replies(to: [review(state)], key: other)
    var elsewhere: [JSON] = []
    for (old, new) in [("version: \"1\"", "version: \"2\""), ("pack: street-tree", "pack: hedge")] {
      let head = try TestPacks.text(at: "\(TestPacks.streetTree)/pack.yaml")
      try withTreePack(["pack.yaml": head.replacing(old, with: new)]) { arguments in
        elsewhere += try Served.replies(to: [review(state)], arguments)
      }
    }
    let all = refusals + foreign + elsewhere
    #expect(all.count == bad.count + 3)
    #expect(Set(all).count == 1)
    #expect(all.first?["error/code"] == -32007)
  }

  @Test func `No two states of one conversation look alike`() throws {
    let start = try Served.request("conversation/start", ["mode": "carried"])
    let replies = try Served.replies(to: Array(repeating: start, count: 50))
    #expect(Set(replies.map { $0["result/state"] }).count == 50)
  }

  @Test(arguments: [
    String(repeating: "0f", count: 32), String(repeating: "0F", count: 32) + "\n",
    Data(repeating: 15, count: 32).base64EncodedString() + "\n",
  ])
  func `A key may come from a file or the environment, in any accepted notation`(_ key: String)
    throws
  {
    let file = FileManager.default.temporaryDirectory.appendingPathComponent(UUID().uuidString)
    try Data(key.utf8).write(to: file)
    defer { try? FileManager.default.removeItem(at: file) }
    let first = try OpenService(key: ["CURIOUS_STATE_KEY": String(repeating: "0f", count: 32)])
    let handle = try ServedTalk(first, .carried).handle
    let review = try Served.request("conversation/review", handle)
    let fromFile = try Served.replies(to: [review], Served.streetTree + ["--key-file", file.path])
    let fromEnvironment = try Served.replies(to: [review], key: ["CURIOUS_STATE_KEY": key])
    #expect(fromFile[0]["result/answers"] == [])
    #expect(fromFile == fromEnvironment)
  }

  @Test(arguments: [
    "", "0f", String(repeating: "0g", count: 32), String(repeating: "0f", count: 31),
    String(repeating: "0f", count: 33), Data(repeating: 15, count: 31).base64EncodedString(),
    "+" + String(repeating: "f", count: 63), "key: " + String(repeating: "0f", count: 32),
  ])
  func `An invalid key is refused before any input is read, and is not repeated`(_ key: String)
    throws
  {
    let file = FileManager.default.temporaryDirectory.appendingPathComponent(UUID().uuidString)
    try Data(key.utf8).write(to: file)
    defer { try? FileManager.default.removeItem(at: file) }
    let what = "32 bytes, as 64 hexadecimal digits or in Base64.\n"
    let input = ServeTests.describe + "\n"
    #expect(
      try Program.run(
        ["serve"] + Served.streetTree, input: input, environment: ["CURIOUS_STATE_KEY": key])
        == Outcome(output: "", errors: "CURIOUS_STATE_KEY is no key: \(what)", code: 2))
    #expect(
      try Program.run(
        ["serve"] + Served.streetTree + ["--key-file", file.path], input: input,
        environment: Served.key)
        == Outcome(output: "", errors: "The file \(file.path) holds no key: \(what)", code: 2))
  }

  @Test func `A missing key file is reported`() throws {
    let run = try Program.run(["serve"] + Served.streetTree + ["--key-file", "/nowhere/key"])
    #expect(run.code == 3)
    #expect(run.output == "")
    #expect(run.errors.contains("/nowhere/key"))
  }
}
