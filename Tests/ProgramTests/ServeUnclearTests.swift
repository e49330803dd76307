import Foundation
import Support
import Testing

/// Unreadable replies to a question with `unclear:`, over lines.
@Suite struct ServeUnclearTests {
  @Test(arguments: Mode.allCases)
  func `An unclear reply is a turn, and a second one counts as not known`(_ mode: Mode) throws {
    var files = EveryKindPack.files
    files["tree.yaml"] = files["tree.yaml"]?.replacing(
      "    not-known: not sure\n",
      with: "    not-known: not sure\n    unclear: If in doubt, stand back.\n")
    try withTreePack(files) { arguments in
      let talk = try ServedTalk(OpenService(arguments), mode)
      func reply(_ typed: String) throws -> JSON {
        try talk.ask("answer", ["reply": .text(typed)])
      }
      #expect(try reply("by the gate")["result/question/id"] == "tree.leaning")
      #expect(try reply("")["error/code"] == -32003)
      let first = try reply("no it is now")["result"]
      #expect(first["question/id"] == "tree.leaning")
      #expect(try first["said"].line.contains("If in doubt, stand back."))
      #expect(try reply(" ")["error/code"] == -32003)
      let second = try reply("/banana")["result"]
      #expect(second["question/id"] == "tree.kind")
      #expect(try second["said"].line.contains("not sure"))
      let review = try talk.ask("review")["result/answers"].line
      #expect(review.contains("no it is now") && review.contains("/banana"))
      #expect(try reply("banana")["error/data/level"] == 1)
      #expect(try talk.service.finish() == 0)
    }
  }
}
