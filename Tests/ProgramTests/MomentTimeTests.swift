import DialogueCompiler
import DialogueEngine
import DialogueModel
import Foundation
import Support
import Testing

/// Conditions on a moment while the time goes by.
struct MomentTimeTests {
  private static let dialogue = """
    dialogue: visit
    steps:
      - ask: train
        text: When does it leave?
        answer: moment
      - say: run
        text: Leave now.
        when: train is within 60 minutes
      - ask: bag
        text: What is in the bag?
        answer: text
      - ask: ticket
        text: Which ticket?
        answer: text
    """

  @Test func `What the time makes true is said with the next answer`() throws {
    let script = try TestPacks.script(
      entry: "visit", [SourceFile(path: "visit.yaml", text: Self.dialogue)])
    var conversation = Conversation(
      script, today: try #require(CivilDate(iso: "2026-11-16")), minute: 600)
    var said: [String] = []
    for (minute, reply) in [(600, "today 12.30pm"), (689, "a coat"), (690, "a single")] {
      conversation.minute = minute
      let question = try #require(conversation.question)
      guard case .answer(let answer) = conversation.understand(reply, replyingTo: question) else {
        Issue.record("\(reply) is not understood")
        return
      }
      said.append(conversation.take(answer, to: question).map(\.text).joined())
    }
    #expect(said == ["", "", "Leave now."])
  }

  @Test(arguments: Mode.allCases)
  func `A program that gives the time is told in time`(_ mode: Mode) throws {
    var files = EveryKindPack.files
    let steps = Self.dialogue.split(separator: "\n").dropFirst(2).joined(separator: "\n")
    files["tree.yaml"] = files["tree.yaml"]?.replacing(
      "  - ask: place\n", with: steps + "\n  - ask: place\n")
    try withTreePack(files) { arguments in
      let talk = try ServedTalk(OpenService(arguments), mode, ["time": "10:00"])
      func said(_ reply: String, _ time: String) throws -> String {
        try talk.ask("answer", ["reply": .text(reply), "time": .text(time)])["result/said"].line
      }
      #expect(try !said("today 12.30pm", "10:00").contains("Leave now."))
      #expect(try !said("a coat", "11:29").contains("Leave now."))
      #expect(try said("a single", "11:30").contains("Leave now."))
      #expect(try talk.service.finish() == 0)
    }
  }
}
