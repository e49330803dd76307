import Support
import Testing

/// Replies over lines to a conversation that has no more questions.
@Suite struct ServeNoteTests {
  @Test(arguments: Mode.allCases)
  func `A reply after the end is kept as a note, and is a turn`(_ mode: Mode) throws {
    try EveryKindPack.use { arguments in
      let talk = try ServedTalk(OpenService(arguments), mode)
      for (question, answer) in EveryKindPack.values {
        try talk.ask("answer", ["question": .text(question), "answer": answer])
      }
      let turn = try talk.ask("answer", ["reply": "a van was there"])["result"]
      #expect(turn["finished"] == true && turn["question"] == .null)
      #expect(try turn["said"].line.contains("Kept as a note: a van was there"))
      #expect(try talk.ask("review")["result/answers"].line.contains("a van was there"))
      #expect(try talk.ask("answer", ["reply": " "])["error/data/name"] == "not-on-the-path")
      #expect(try talk.ask("answer", ["reply": "review"])["error/data/name"] == "is-a-command")
      #expect(try talk.service.finish() == 0)
    }
  }
}
