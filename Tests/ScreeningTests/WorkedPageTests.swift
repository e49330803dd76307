import DialogueReading
import DialogueScript
import Screening
import Support
import Testing

/// Holds the engine to the documentation's worked page.
struct WorkedPageTests {
  static let page = (try? TestPacks.text(at: "\(TestPacks.root)/Documentation/worked-page.md"))
    .map(WorkedPage.init)

  @Test(arguments: page?.cases ?? [])
  func `The page's answers lead where the page says`(_ worked: WorkedPage.Case) throws {
    let page = try #require(Self.page)
    let script = try TestPacks.script(
      entry: "chart", page.files.map { SourceFile(path: $0.path, text: $0.text) })
    var conversation = Conversation(script, today: try #require(CivilDate(iso: "2026-11-16")))
    for (key, words) in worked.answers {
      let number = try #require(script.numbers["chart.\(key)"])
      guard case .answer(let answer) = conversation.understand(words, replyingTo: number) else {
        Issue.record("\(words) is not understood")
        return
      }
      conversation.answer(number, with: answer)
    }
    let walk = conversation.walk
    func short(_ key: String) -> String { String(key.dropFirst("chart.".count)) }
    #expect(walk.path.map { short(script.steps[$0.step].key) } == worked.path)
    #expect(
      walk.questions.filter { conversation.liveAnswer($0) != nil }
        .map { short(script.questions[$0].key) } == worked.live)
    #expect((walk.next.map { short(script.questions[$0].key) } ?? "nothing") == worked.next)
    #expect(walk.outcomes.map { script.outcomes[$0].id } == worked.reached)
    let draft = try #require(conversation.drafts.first)
    #expect(draft.text.split(separator: "\n\n").last.map(String.init) == worked.letter)
  }

  @Test func `The page has its nine cases`() throws {
    #expect(try #require(Self.page).cases.count == 9)
  }
}
