import DialogueEngine
import DialogueModel
import Documents
import Foundation
import Scenarios
import Support
import Testing

/// An invented story, talked through to learn the use of a pack.
struct PracticeModeTests {
  static let mark =
    "PRACTICE ONLY: an invented story. Ring no one and send nothing. Nothing is kept."
  static let end = "PRACTICE ONLY: an invented story. This letter is about nobody. Do not send it."
  static let story = "A lime tree has come down. It is invented."
  static let letter = "----- Draft: tree-officer -----\n\n"

  private static let replies = "by the gate\n?\nno\ndraft\nnone\n"

  private func withStory(_ body: ([String]) throws -> Void) throws {
    let pack = try TestPacks.text(at: "\(TestPacks.streetTree)/pack.yaml")
    let letter = try TestPacks.text(at: "\(TestPacks.streetTree)/letters/tree-officer.md")
    try withTreePack([
      "pack.yaml": pack + "practice: \(Self.story)\n",
      "letters/tree-officer.md":
        "marking: CONFIDENTIAL\ntitle: The tree\nfooter: The end\n"
        + letter.replacing("# To the tree officer\n", with: ""),
    ]) { try body($0) }
  }

  @Test func `Every page and every letter of a practice is marked`() throws {
    try withStory { arguments in
      let run = try Program.run(["chat", "--practice"] + arguments, input: Self.replies)
      #expect(run.code == 0, "\(run.errors)")
      let pages = run.output.components(separatedBy: "\n> ")
      #expect(pages.count == 7)
      #expect(pages[0].hasPrefix(Self.mark + "\n\n"))
      #expect(pages[0].contains("\n\n\(Self.story)\n\nWhere does the tree stand?"))
      for page in pages.dropFirst().prefix(5) {
        let said = page.components(separatedBy: "\n").dropFirst(2).joined(separator: "\n")
        #expect(said.hasPrefix(Self.mark + "\n\n"), "\(said)")
      }
      let letters = run.output.components(separatedBy: Self.letter)
      #expect(letters.count == 3)
      for letter in letters.dropFirst() {
        #expect(letter.hasPrefix(Self.mark + "\n\n"))
        #expect(
          letter.contains("\n\nPRACTICE ONLY: CONFIDENTIAL\nPRACTICE ONLY: The tree\n\n"),
          "\(letter)")
        #expect(letter.contains("\n\n\(Self.end)\n  The end\n\n-----"))
      }
    }
  }

  @Test func `The same conversation without it says nothing of a practice`() throws {
    try withStory { arguments in
      let run = try Program.run(["chat"] + arguments, input: Self.replies)
      #expect(run.code == 0, "\(run.errors)")
      #expect(run.output.contains(Self.letter + "CONFIDENTIAL\nThe tree\n\n"))
      #expect(!run.output.contains("PRACTICE") && !run.output.contains("invented"))
    }
  }

  @Test func `In a terminal a practice is marked too, as a letter without a marking is`() throws {
    try withTreePack([
      "pack.yaml": try TestPacks.text(at: "\(TestPacks.streetTree)/pack.yaml")
        + "practice: \(Self.story)\n"
    ]) { arguments in
      let terminal = try PseudoTerminal(["chat", "--practice"] + arguments)
      #expect(try terminal.expect("> ").hasPrefix(Self.mark))
      for reply in ["by the gate", "no"] {
        terminal.type(reply + Key.enter)
        try terminal.expect(Self.mark)
        try terminal.expect("> ")
      }
      terminal.type("none" + Key.enter)
      let shown = try terminal.expect("----- End of draft -----").replacing("\r\n", with: "\n")
      #expect(shown.components(separatedBy: Self.mark).count == 4)
      #expect(
        shown.contains(
          Self.letter + Self.mark + "\n\n" + Self.mark + "\nPRACTICE ONLY: To the tree officer\n"))
    }
  }

  /// Nobody may take a letter of the pack that ships for one about a real child.
  @Test func `Every letter of the shipped pack starts with PRACTICE and ends by saying so`() throws
  {
    let script = try ScenarioTests.script.get()
    let today = try #require(ScenarioTests.today)
    var letters: Set<String> = []
    for (_, _, played) in PracticeTests.played {
      let practice = Conversation(
        script, answers: played.conversation.answers, today: today, isPractice: true)
      #expect(practice.stored.isEmpty)
      for draft in practice.drafts {
        letters.insert(draft.letter)
        let marked = draft.document.head.filter { [.marking, .title].contains($0.kind) }
        #expect(!marked.isEmpty)
        for field in marked { #expect(field.text.text.hasPrefix("PRACTICE"), "\(draft.letter)") }
        #expect(draft.document.head.first?.kind == .marking, "\(draft.letter)")
        #expect(draft.document.footer.text.hasPrefix("PRACTICE ONLY: an invented child."))
      }
      for draft in played.conversation.drafts { #expect(!draft.text.contains("PRACTICE")) }
    }
    #expect(letters == Set(script.letters.map(\.id)))
  }

  @Test func `A pack without a story says so in one line`() throws {
    let run = try Program.run(["chat", "--practice"] + PipeTests.streetTree, input: "here\n")
    #expect(
      run
        == Outcome(
          output: "",
          errors:
            "The pack street-tree has no story to practise with. `practice:` in its pack.yaml gives it one.\n",
          code: 1))
  }
}
