import DialogueModel
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

  @Test
  func `Bounds are in the schema as of the day, and a value outside is refused with the bound`()
    throws
  {
    try EveryKindPack.use { arguments in
      func about(_ question: JSON, _ more: JSON) throws -> String {
        let name = more["answer"] == nil && more["reply"] == nil ? "explain" : "answer"
        return try Served.request(
          "conversation/\(name)",
          JSON.object(["conversation": "c1", "question": question]).with(more))
      }
      let replies = try Served.replies(
        to: [
          Served.request("conversation/start", ["today": "2026-11-20"]),
          about("tree.leaning", ["answer": true]),
          about("tree.height", [:]), about("tree.since", [:]),
          about("tree.height", ["answer": 116]), about("tree.height", ["answer": 0.5]),
          about("tree.since", ["answer": "2026-11-21"]),
          about("tree.since", ["answer": "2026-11-20"]),
          about("tree.since", ["reply": "21 November 2026"]),
        ], arguments)
      #expect(
        replies[2]["result/question/schema"] == ["type": "number", "minimum": 0.5, "maximum": 115])
      #expect(
        replies[3]["result/question/schema"] == [
          "type": "string", "format": "edtf", "pattern": .text(DaySpan.pattern),
          "formatMinimum": "2020-01-01", "formatMaximum": "2026-11-20",
        ])
      #expect(replies[4]["error/data/name"] == "invalid-answer")
      #expect(
        replies[4]["error/data/ways"]
          == "It can't be above 115. Type 115 or a lower number.")
      let late: JSON =
        "It can't be after Friday 20 November 2026. Type that day or an earlier one."
      #expect(replies[6]["error/data/ways"] == late && replies[8]["error/data/ways"] == late)
      #expect(replies[5]["error"] == nil && replies[7]["error"] == nil)
    }
  }

  @Test func `Several days come back as they were given, and what is rough is shown back`() throws {
    try EveryKindPack.use { arguments in
      func about(_ more: JSON) throws -> String {
        try Served.request(
          "conversation/answer",
          JSON.object(["conversation": "c1", "question": "tree.since"]).with(more))
      }
      let given: JSON = ["date": "2026-10-01~/2026-10-09~", "words": "early October"]
      let replies = try Served.replies(
        to: [
          Served.request(
            "conversation/start", ["today": "2026-11-16", "answers": ["tree.leaning": true]]),
          about(["reply": "about 10 Nov"]), about(["answer": given]),
          Served.request("conversation/review", ["conversation": "c1"]),
          about(["answer": "2026-11-10/2026-11-20"]),
        ], arguments)
      let error = "error/data"
      #expect(replies[1]["\(error)/name"] == "read-loosely")
      #expect(replies[1]["\(error)/answer"] == ["date": "2026-11-10~", "words": "about 10 Nov"])
      #expect(replies[1]["\(error)/words"] == "about Tuesday 10 November 2026")
      let line = replies[3]["result/answers"].items.first { $0["question"] == "tree.since" }
      #expect(line?["answer"] == given)
      #expect(line?["words"] == "about 1 to 9 October 2026")
      #expect(replies[4]["\(error)/name"] == "invalid-answer")
    }
  }
}
