import DialogueCompiler
import DialogueEngine
import DialogueModel
import Support
import Testing

/// Moments and days as they are printed on Monday 16 November 2026 at 11:40, and an outcome that is said once.
struct PrintedMomentTests {
  private static let files = [
    SourceFile(
      path: "visit.yaml",
      text: """
        dialogue: visit
        steps:
          - ask: at
            text: When is it?
            answer: moment
          - conclude: ring
            outcome: ring
          - ask: planted
            text: When was it planted?
            answer: date
          - ask: last
            text: Ring by <<at - 45 minutes | an hour before>>, for <<at | some time>> and <<planted | no tree>>. All right?
            answer: yes-no
        """),
    SourceFile(
      path: "outcomes.yaml",
      text: """
        outcomes:
          done:
            kind: chart
            text: Done.
          ring:
            kind: flag
            ONCE
            text: "Ring about the tree of <<visit.planted | no day>>."
        unfinished: [note]
        """),
  ]

  private static func conversation(isOnce: Bool = false) throws -> Conversation {
    let files = files.map { file in
      var file = file
      file.text = file.text.replacing("    ONCE\n", with: isOnce ? "    once: yes\n" : "")
      return file
    }
    var conversation = Conversation(
      try TestPacks.script(entry: "visit", files), today: try #require(CivilDate(iso: "2026-11-16"))
    )
    conversation.minute = 700
    return conversation
  }

  @Test(arguments: [
    (
      ["15:10", "1 May 2024"],
      "Ring by 2:25pm today, Monday 16 November 2026, for 3:10pm today, Monday 16 November 2026 and 1 May 2024. All right?"
    ),
    (
      ["tomorrow 8am", "2 November"],
      "Ring by 7:15am tomorrow, Tuesday 17 November 2026, for 8am tomorrow, Tuesday 17 November 2026 and Monday 2 November 2026. All right?"
    ),
    (
      ["Thursday 00:30", "1 May 2024"],
      "Ring by Wednesday 18 November 2026, 11:45pm, for Thursday 19 November 2026, 12:30am and 1 May 2024. All right?"
    ),
    // A day alone has no time to count from.
    (
      ["Friday", "not known"],
      "Ring by an hour before, for Friday 20 November 2026 and no tree. All right?"
    ),
    (["not known", "not known"], "Ring by an hour before, for some time and no tree. All right?"),
  ])
  func `A moment is printed as seen from today, and less some minutes`(
    _ replies: [String], _ printed: String
  ) throws {
    var conversation = try Self.conversation()
    for reply in replies { try give(reply, to: &conversation) }
    let asked = try #require(conversation.question)
    #expect(conversation.print(conversation.script.questions[asked].text) == printed)
  }

  @Test(arguments: [false, true])
  func `An outcome whose words an answer changes is said again, unless it is said once`(
    _ isOnce: Bool
  ) throws {
    var conversation = try Self.conversation(isOnce: isOnce)
    #expect(try give("15:10", to: &conversation) == ["Ring about the tree of no day."])
    let again = try give("2 November", to: &conversation)
    #expect(again == (isOnce ? [] : ["Ring about the tree of Monday 2 November 2026."]))
  }

  @Test(arguments: [
    ("<<at - 45 minutes>>", "no-stand-in"), ("<<planted - 45 minutes | x>>", "wrong-type"),
    ("<<at - 0 minutes | x>>", "slot"), ("<<at - 45 hours | x>>", "slot"),
  ])
  func `What can't be printed so is reported`(_ slot: String, _ code: String) throws {
    var files = Self.files
    files[0].text.replace("<<at - 45 minutes | an hour before>>", with: slot)
    files[1].text.replace("    ONCE\n", with: "")
    let problems = PackReading(PackFiles(try TestPacks.whole(files, entry: "visit"))).problems
    #expect(problems.map(\.code.rawValue).contains(code), "\(problems)")
  }

  @discardableResult
  private func give(_ reply: String, to conversation: inout Conversation) throws -> [String] {
    let question = try #require(conversation.question)
    guard case .answer(let answer) = conversation.understand(reply, replyingTo: question) else {
      Issue.record("\(reply) is not understood")
      return []
    }
    return conversation.answer(question, with: answer).map(\.text)
  }
}
