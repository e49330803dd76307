import Foundation
import Support
import Testing

/// What was written comes with the question that it may answer, whoever keeps the conversation.
struct ServeMentionTests {
  @Test(arguments: Mode.allCases)
  func `A mention brings its question, and an empty list back once`(_ mode: Mode) throws {
    let talk = try ServedTalk(OpenService(Served.shipped), mode)
    _ = try talk.ask("answer", ["reply": "no"])
    let danger = try talk.ask(
      "answer", ["reply": "at school, not been seen since Saturday"])["result"]
    #expect(danger["question/id"] == "safety.danger-now" && danger["asked-again"] == true)
    #expect(danger["mentioned"] == [["words": ["not been seen since Saturday"]]])
    let list = try talk.ask("answer", ["reply": ""])["result"]
    #expect(list["question/id"] == "gate.picks" && list["asked-again"].text == nil)
    #expect(list["mentioned/0/option"] == "missing")
    let again = try talk.ask("answer", ["answer": []])["result"]
    #expect(again["question/id"] == "gate.picks" && again["asked-again"] == true)
    #expect(again["answer"] == [])
    let next = try talk.ask("answer", ["reply": "1"])["result"]
    #expect(next["question/id"] == "own-account.happened")
    let picked = try talk.ask("review")["result/answers"].items
      .first { $0["question"] == "gate.picks" }
    #expect(picked?["answer"] == ["missing"])
    #expect(try talk.service.finish() == 0)
  }
}
