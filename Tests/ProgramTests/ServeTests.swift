import Foundation
import Support
import Testing

/// The service as lines: which lines are requests, and what is sent in reply.
struct ServeTests {
  static let describe = #"{"jsonrpc":"2.0","id":7,"method":"service/describe"}"#

  @Test func `Letters can be had as copies without names`() throws {
    let replies = try Served.replies(to: [
      Served.request("conversation/start"),
      Served.request("conversation/answer", ["conversation": "c1", "answer": "by Kim's gate"]),
      Served.request("conversation/draft", ["conversation": "c1", "pseudonymised": true]),
      Served.request("conversation/draft", ["conversation": "c1", "pseudonymised": "yes"]),
    ])
    let text = try #require(replies[2]["result/letters"].items.first?["text"].text)
    #expect(text.hasPrefix("PSEUDONYMISED COPY") && text.contains("by [name]'s gate"))
    #expect(replies[3]["error/message"] == "\"pseudonymised\" is true or false.")
  }

  @Test func `A conversation by lines runs from the first question to the letter`() throws {
    let replies = try Served.replies(to: [
      Served.request("conversation/start"),
      Served.request(
        "conversation/answer", ["conversation": "c1", "reply": "by the playground"]),
      Served.request("conversation/answer", ["conversation": "c1", "answer": false]),
      Served.request("conversation/answer", ["conversation": "c1", "reply": "crack, fungus"]),
      Served.request("conversation/draft", ["conversation": "c1", "formats": ["text"]]),
    ])
    #expect(
      replies.map { $0["result/question/id"] } == [
        "tree.place", "tree.leaning", "tree.harm", nil, nil,
      ])
    #expect(replies[3]["result/finished"] == true)
    #expect(replies[3]["result/progress"] == ["answered": 3, "left": 0])
    #expect(
      replies[3]["result/said"] == [
        [
          "kind": "outcome", "outcome": "fence-it-off",
          "text": "Keep people away from it and ring the tree officer.",
        ]
      ])
    #expect(
      replies[4]["result/letters"] == [
        [
          "letter": "tree-officer",
          "text":
            "To the tree officer\n\nWhere: by the playground\nLeaning: no\nSeen: A split in the trunk and Fungus at the foot\n\nPlease come today.",
        ]
      ])
  }

  @Test func `The service describes itself, its packs and its limits`() throws {
    let replies = try Served.replies(
      to: [Self.describe, Served.request("dialogue/list")],
      Served.streetTree + [
        "--max-line", "5000", "--max-conversations", "6", "--idle-seconds", "7", "--max-nesting",
        "8", "--max-batch", "9", "--state-seconds", "10",
      ])
    #expect(
      replies[0]["result/limits"] == [
        "line-bytes": 5000, "conversations": 6, "idle-seconds": 7, "nesting": 8, "batch": 9,
        "state-seconds": 10,
      ])
    #expect(replies[0]["result/modes"] == ["held", "carried"])
    #expect(replies[0]["result/methods"].items.count == 11)
    #expect(
      replies[0]["result/packs"] == [
        [
          "pack": "street-tree", "title": "A tree that worries you", "version": "1",
          "approved-by": nil, "notes": nil,
        ]
      ])
    #expect(replies[1]["result/packs"] == replies[0]["result/packs"])
    let keyless = try Served.replies(to: [Self.describe], key: [:])
    #expect(keyless[0]["result/modes"] == ["held"])
  }

  @Test(arguments: [
    #""a""#, #""""#, "0", "-1", "1.5", "null", "9007199254740993", "-9223372036854775808",
    #""\u0000é👩‍👩‍👧""#,
  ])
  func `An id is returned unchanged`(_ id: String) throws {
    let run = try Program.run(
      ["serve"] + Served.streetTree,
      input: "{\"jsonrpc\":\"2.0\",\"id\":\(id),\"method\":\"conversation/start\"}\n")
    #expect(run.output.hasPrefix("{\"jsonrpc\":\"2.0\",\"id\":\(id),\"result\":{"))
  }

  /// The error codes of a reply, with 0 for a success.
  private func codes(_ reply: JSON) -> [Double] {
    let all = if case .array(let batch) = reply { batch } else { [reply] }
    return all.map { if case .number(let code) = $0["error/code"] { code } else { 0 } }
  }

  @Test func `Batches are answered in order, each request by itself`() throws {
    let note = try Served.request("conversation/start", id: nil)
    let replies = try Served.replies(
      to: [
        "[\(Self.describe),3,\(note),\(try Served.request("no/such", id: "x")),[]]",
        "[\(note),\(note)]", "[]", "[\(Self.describe),\(Self.describe),\(note),\(note),\(note),3]",
      ], Served.streetTree + ["--max-batch", "5"])
    #expect(
      replies.map(codes) == [
        [0, -32600, -32601, -32600],
        // A batch of notifications gets no line; an empty batch, or one too large, gets a single
        // error.
        [-32600], [-32600],
      ])
    #expect(replies[0].items.map { $0["id"] } == [7, nil, "x", nil])
    #expect(replies[1]["error/data"] == ["name": "not-a-request"])
    #expect(replies[2]["error/data"] == ["name": "batch-too-large", "limit": 5])
  }

  @Test func `Notifications in a batch are carried out, unless the batch is too large`() throws {
    let note = try Served.request("conversation/start", id: nil)
    let review = try Served.request("conversation/review", ["conversation": "c1"])
    // There is room for four; the one used longest ago is dropped first.
    let replies = try Served.replies(
      to: [
        Served.request("conversation/start"), "[\(note),\(note),\(note)]",
        "[\(note),\(note),\(note),\(note),\(note),3]", review, "[\(note),\(note),\(note),\(note)]",
        review,
      ], Served.streetTree + ["--max-batch", "5", "--max-conversations", "4"])
    #expect(replies.map(codes) == [[0], [-32600], [0], [-32001]])
  }

  @Test func `Notifications are carried out, and even invalid ones get no reply`() throws {
    let replies = try Served.replies(to: [
      Served.request("conversation/start"),
      Served.request("conversation/answer", ["conversation": "c1", "answer": "here"], id: nil),
      Served.request("conversation/answer", ["conversation": "c1", "answer": "no"], id: nil),
      Served.request("no/such", id: nil), Served.request("conversation/draft", [1], id: nil),
      Served.request("conversation/review", ["conversation": "c1"]),
    ])
    #expect(replies.count == 2)
    #expect(replies[1]["result/answers/0/answer"] == "here")
  }

  @Test func `Blank lines, odd line ends and a last line without one are accepted`() throws {
    let input = "\n  \t\r\n\(Self.describe)\r\n\n \(Self.describe) \n\(Self.describe)"
    #expect(try Served.replies(to: Data(input.utf8)).map(codes) == [[0], [0], [0]])
  }

  @Test func `A line over the limit is refused, one at the limit is not, and the next is answered`()
    throws
  {
    func line(_ length: Int) -> String {
      Self.describe + String(repeating: " ", count: length - Self.describe.utf8.count)
    }
    let replies = try Served.replies(
      to: [line(1000), line(1001), Self.describe, line(400_000), Self.describe]
        + [String(repeating: "[", count: 1001)],
      Served.streetTree + ["--max-line", "1000"])
    #expect(replies.map(codes) == [[0], [-32700], [0], [-32700], [0], [-32700]])
    #expect(replies[1]["error/data"] == ["name": "line-too-long", "limit": 1000])
  }

  @Test func `A null character in an answer is refused, and the conversation continues`()
    throws
  {
    let replies = try Served.replies(to: [
      Served.request("conversation/start"),
      #"{"jsonrpc":"2.0","id":1,"method":"conversation/answer","params":{"conversation":"c1","answer":"a\u0000b"}}"#,
      #"{"jsonrpc":"2.0","id":1,"method":"conversation/answer","params":{"conversation":"c1","reply":"a\u0000b"}}"#,
      #"{"jsonrpc":"2.0","id":1,"method":"conversation/start","params":{"answers":{"tree.place":"a\u0000b"}}}"#,
      #"{"jsonrpc":"2.0","id":1,"method":"conversation/start","params":{"answers":{"tree\u0000.place":"a"}}}"#,
      Served.request("conversation/answer", ["conversation": "c1", "answer": "ab"]),
    ])
    #expect(replies.map(codes) == [[0], [-32005], [-32602], [-32602], [-32602], [0]])
  }
}
