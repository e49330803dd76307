import Support
import Testing

/// Values of the right type that can't be the answer: programs learn beforehand which they are, and
/// afterwards why.
struct ServeGivenTests {
  @Test func `Options that go with no other are named, and a mixture is refused with the reason`()
    throws
  {
    try EveryKindPack.use { arguments in
      let near = { (names: JSON) throws -> String in
        try Served.request(
          "conversation/answer", ["conversation": "c1", "question": "tree.near", "answer": names])
      }
      let replies = try Served.replies(
        to: [
          Served.request("conversation/start", ["answers": ["tree.kind": "old-ash"]]),
          Served.request("conversation/explain", ["conversation": "c1", "question": "tree.near"]),
          near(["road", "nothing"]), near(["nothing"]), near(["road", "houses"]),
          Served.request(
            "conversation/answer",
            ["conversation": "c1", "question": "tree.near", "reply": "1 and 3"]),
        ], arguments)
      let question = replies[1]["result/question"]
      #expect(question["exclusive"] == ["nothing"])
      #expect(
        question["schema/anyOf"] == [["maxItems": 1], ["items": ["enum": ["road", "houses"]]]])
      let why: JSON =
        "“Nothing that I know of” can only be chosen alone: choose it and nothing else, or the others without it."
      #expect(replies[2]["error/data/name"] == "invalid-answer")
      #expect(replies[2]["error/data/ways"] == why)
      #expect(replies[3]["error"] == nil && replies[4]["error"] == nil)
      #expect(replies[5]["error/data/name"] == "not-understood")
      #expect(replies[5]["error/data/ways"] == why)
    }
  }
}
