import DialogueCompiler
import DialogueEngine
import DialogueModel
import Documents
import Support
import Testing

/// Holds the reader and the engine to the documentation, whose worked answers must have the stated
/// results.
struct WorkedExamplesTests {
  static let page = try? WorkedExamples(page: "Documentation/worked-page.md")
  static let wholePack = try? WorkedExamples(page: "Documentation/a-whole-pack.md")
  static let reference = try? WorkedExamples(page: "Documentation/dialogue-language.md")

  @Test func `The worked page's answers lead where the page says`() throws {
    let page = try #require(Self.page)
    let files = page.sections.flatMap(\.files)
    let cases = page.sections.flatMap(\.cases)
    #expect(cases.count == 9)
    for worked in cases { try hold(worked, files, entry: "chart") }
  }

  @Test(arguments: reference?.sections.filter { !$0.files.isEmpty } ?? [])
  func `Every example of the language reference runs as it says`(
    _ section: WorkedExamples.Section
  ) throws {
    #expect(!section.cases.isEmpty)
    for worked in section.cases { try hold(worked, section.files, entry: "visit") }
  }

  @Test(arguments: wholePack?.sections.flatMap(\.cases) ?? [])
  func `The letters of the whole pack say what the page says`(_ worked: WorkedExamples.Case) throws
  {
    let files = try #require(Self.wholePack).sections.flatMap(\.files)
    try hold(worked, files, entry: "round")
  }

  private func hold(
    _ worked: WorkedExamples.Case, _ given: [(path: String, text: String)], entry: String
  ) throws {
    let script = try script(given, entry: entry)
    let minute = try worked.time.map { try #require(TimeAnswer.position(of: $0)) }
    var conversation = Conversation(
      script, today: try #require(CivilDate(iso: "2026-11-16")), minute: minute.map { Int($0) })
    var said = conversation.opening.map(\.text)
    for (short, words) in worked.answers {
      let number = try #require(
        script.numbers["\(entry).\(short)"] ?? script.numbers[short], "\(worked): \(short)")
      switch conversation.understand(words, replyingTo: number) {
      case .answer(let answer):
        said = conversation.take(answer, to: number, typed: words).map(\.text)
      case .command(let command, let rest):
        let answering = try #require(command.answering, "\(worked): \(words)")
        said = conversation.carryOut(answering, rest).map(\.text)
      default:
        Issue.record("\(worked): \(words) is not understood")
        return
      }
    }
    let walk = conversation.walk
    func short(_ key: String) -> String {
      key.hasPrefix("\(entry).") ? String(key.dropFirst(entry.count + 1)) : key
    }
    if let path = worked.path {
      #expect(walk.path.map { short(script.steps[$0.step].key) } == path, "\(worked)")
    }
    if let live = worked.live {
      let answered = walk.questions.filter { conversation.liveAnswer($0) != nil }
      #expect(answered.map { short(script.questions[$0].key) } == live, "\(worked)")
    }
    if let next = worked.next {
      #expect(
        (walk.next.map { short(script.questions[$0].key) } ?? "nothing") == next, "\(worked)")
    }
    if let wanted = worked.question {
      let question = try #require(conversation.question)
      #expect(conversation.print(script.questions[question].text) == wanted, "\(worked)")
    }
    if let reached = worked.reached {
      #expect(walk.outcomes.map { script.outcomes[$0].id } == reached, "\(worked)")
    }
    if let letter = worked.letter {
      let text = try #require(conversation.drafts.first).text
      let note = "\(script.words(.unfinished))\n\n"
      #expect(
        (text.hasPrefix(note) ? String(text.dropFirst(note.count)) : text) == letter, "\(worked)")
    }
    if let wanted = worked.copy {
      let draft = try #require(conversation.drafts.first)
      let pseudonyms = conversation.pseudonyms(Vocabulary(of: script))
      let text = draft.pseudonymised(by: pseudonyms, in: script.words).copy.text
      #expect(text == "\(script.words(.pseudonymised))\n\n\(wanted)", "\(worked)")
    }
    if let letters = worked.letters {
      let texts = conversation.drafts.map(\.text)
      #expect(texts.joined(separator: "\n\n----\n\n") == letters, "\(worked)")
    }
    if let wanted = worked.standing {
      #expect(conversation.standing.joined(separator: "\n") == wanted, "\(worked)")
    }
    if let wanted = worked.said { #expect(said.joined(separator: "\n") == wanted, "\(worked)") }
  }

  private func script(_ given: [(path: String, text: String)], entry: String) throws -> Script {
    var files = given.map { SourceFile(path: $0.path, text: $0.text) }
    let pack = files.first { $0.path == "pack.yaml" }?.text ?? ""
    let local = files.first { $0.path == "local.yaml" }
    files.removeAll { ["pack.yaml", "local.yaml"].contains($0.path) }
    return try TestPacks.script(entry: entry, files, pack: pack, local: local)
  }
}
