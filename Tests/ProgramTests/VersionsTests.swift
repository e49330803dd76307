import Support
import Testing

/// Answers and a state stored by version 0.1, from the conversation about a tree.
struct VersionsTests {
  /// Every form in which answers were stored.
  private static let answers: JSON = [
    "tree.place": "by the gate", "tree.leaning": true,
    "tree.since": ["date": "2026-11-09", "words": "last Monday"], "tree.height": 11.5,
    "tree.kind": ["to-find-out": "Sam"], "tree.harm": ["split", "fungus"],
    "tree.people": [
      "items": [["number": 1, "name": "Kim"], ["number": 2, "name": "Lee", "removed": true]]
    ], "tree.words": ["skipped": true],
  ]

  /// The words for each answer.
  private static let words = [
    "tree.place": "by the gate", "tree.leaning": "yes", "tree.since": "Monday 9 November 2026",
    "tree.height": "11.5", "tree.kind": "to find out from Sam",
    "tree.harm": "A split in the trunk and Fungus at the foot", "tree.people": "Kim",
    "tree.words": "skipped",
  ]

  @Test func `Answers stored by version 0.1 are read with the same meaning`() throws {
    try EveryKindPack.use { arguments in
      let service = try OpenService(arguments)
      let turn = try service.ask(
        "conversation/resume", ["answers": Self.answers, "version": "2", "today": "2026-11-16"])
      let name = turn["result/conversation"]
      #expect(turn["result/question/id"] == "tree.heard", "asked since then")
      let review = try service.ask("conversation/review", ["conversation": name])["result"]
      #expect(review["unknown"] == [])
      for answer in review["answers"].items {
        let key = try #require(answer["question"].text)
        #expect(answer["words"].text == Self.words[key], "\(key)")
        #expect(answer["answer"] == Self.answers[key], "\(key)")
      }
      #expect(review["answers"].items.count == Self.words.count)
      #expect(try service.finish() == 0)
    }
  }

  @Test func `A state sealed by version 0.1, with this key and for this pack, is refused`() throws {
    let state =
      "8b_OdfYpMBpT8oA4Vz629cWSeMdWlJVUpp5yvfZgj26DEpKOUv7C8l4mM6ZGDe0IIRjNpG4isO3cFVWflqcdeyDYOsJl3Qs23iQYQIlfrP0TGfKEeFmOHQZMuxuF"
    let request = try Served.request("conversation/review", ["state": .text(state)])
    let error = try Served.replies(to: [request])[0]["error"]
    #expect(error["code"] == -32007)
    #expect(error["data/name"] == "state-refused")
  }

  @Test func `The service says which format versions it supports`() throws {
    let description = try Served.replies(to: [Served.request("service/describe")])[0]["result"]
    #expect(description["formats"] == ["protocol": 2, "state": 3, "language": 2, "document": 1])
  }
}
