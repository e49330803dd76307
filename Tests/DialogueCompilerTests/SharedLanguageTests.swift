import DialogueCompiler
import DialogueModel
import Support
import Testing

/// The language file beside the packs, and what a pack's own says otherwise.
struct SharedLanguageTests {
  private static let rest = [
    SourceFile(
      path: "visit.yaml", text: "dialogue: visit\nsteps:\n  - say: hello\n    text: Hello.\n"),
    SourceFile(
      path: "outcomes.yaml",
      text: "outcomes:\n  done:\n    kind: chart\n    text: Done.\nunfinished: [note]\n"),
    SourceFile(path: "letters/note.md", text: "A note.\n"),
    SourceFile(path: "pack.yaml", text: "pack: test\ntitle: T\nversion: \"1\"\nentry: visit\n"),
  ]

  private static let own = SourceFile(
    path: "words.yaml",
    text: """
      language: en-GB
      phrases:
        none: nothing at all
      understands:
        all: [the lot]
      weekdays: [Mon, Tue, Wed, Thu, Fri, Sat, Sun]
      commands:
        quit:
          words: [leave]
          help: leave
        bell:
          words: [bell]
          help: who to ring
          says: Ring the bell.
      """)

  @Test func `A pack without a language file has the words of the file beside it`() throws {
    let script = try Script.read(files: Self.rest + [TestPacks.sharedLanguage()])
    #expect(script.words(.none) == "none" && script.words[.all].contains("everything"))
    #expect(script.words.months.count == 12 && script.words.language == "en-GB")
    #expect(script.words.commands.map(\.id) == Command.Action.allCases.map(\.rawValue))
  }

  @Test func `A pack's own words come first, and commands of its own last`() throws {
    let script = try Script.read(files: Self.rest + [Self.own, TestPacks.sharedLanguage()])
    #expect(script.words(.none) == "nothing at all" && script.words(.yes) == "yes")
    #expect(script.words[.all] == ["the lot"] && script.words[.yes].contains("yes"))
    #expect(script.words.weekdays.first == ["Mon"] && script.words.months.first?.first == "January")
    let commands = script.words.commands
    #expect(commands.map(\.id) == Command.Action.allCases.map(\.rawValue) + ["bell"])
    #expect(commands.first { $0.id == "quit" }?.words == ["leave"])
    #expect(commands.last?.says?.fixedWords == "Ring the bell.")
  }

  @Test func `A pack in another language has to bring all its words`() throws {
    let welsh = SourceFile(
      path: "words.yaml", text: Self.own.text.replacing("en-GB", with: "cy"))
    for files in [[welsh, try TestPacks.sharedLanguage()], [Self.own]] {
      let problems = PackReading(Self.rest + files).problems
      // Every phrase, list and command but those given, and the months.
      let left =
        Phrase.allCases.count + WordList.allCases.count + Command.Action.allCases.count - 3 + 1
      #expect(
        problems.map(\.message) == [
          "the language file gives only some of the tool's words; \(left) are left out"
        ])
      #expect(problems.first?.place == SourcePlace(file: "words.yaml", line: 1, column: 11))
    }
    var whole = SourceFile(
      path: "words.yaml",
      text: try TestPacks.sharedLanguage().text.replacing("language: en-GB", with: "language: cy"))
    let script = try Script.read(files: Self.rest + [whole, TestPacks.sharedLanguage()])
    #expect(script.words.language == "cy")
    // A few are named one by one.
    whole.text = whole.text.replacing("  prompt: \"> \"\n", with: "")
    let problems = PackReading(Self.rest + [whole, try TestPacks.sharedLanguage()]).problems
    #expect(problems.map(\.message) == ["`phrases:` needs `prompt:`"])
  }

  @Test func `Without any language file, the error says where to get it`() {
    let problems = PackReading(Self.rest).problems
    #expect(
      problems.map(\.message) == [
        "there is no language file with the tool's own words, in the pack or beside it"
      ])
  }

  @Test func `A fault in the file beside the packs is reported there`() throws {
    let text = try TestPacks.sharedLanguage().text.replacing("  prompt:", with: "  promt:")
    let faulty = SourceFile(path: PackFiles.sharedLanguagePath, text: text)
    let problems = PackReading(Self.rest + [faulty]).problems
    #expect(problems.map(\.place.file) == ["../language.yaml"])
    #expect(problems.first?.message == "`phrases:` can't have `promt:`")
  }

  @Test func `Wording is the pack's own, and checks read the words that it takes too`() throws {
    let files = PackFiles(Self.rest + [Self.own, try TestPacks.sharedLanguage()])
    let own = Passage.passages(of: files).filter { $0.id.hasPrefix("phrase ") }
    #expect(own.map { "\($0.file) \($0.id)" } == ["words.yaml phrase none"])
    let inUse = Passage.passagesInUse(of: files).filter { $0.id.hasPrefix("phrase ") }
    #expect(inUse.count == Phrase.allCases.count)
    #expect(Set(inUse.map(\.file)) == ["words.yaml", "../language.yaml"])
    #expect(inUse.filter { $0.id == "phrase none" }.map(\.text) == ["nothing at all"])
  }

  @Test func `A pack of the first version is read with words that were added since`() throws {
    let folder = "\(TestPacks.root)/Tests/Packs/version-0.1"
    let own = try TestPacks.text(at: "\(folder)/language.yaml")
    #expect(!own.contains("ways-time:") && !own.contains("midday:"))
    let script = try Script.read(files: try TestPacks.files(in: folder))
    #expect(!script.words(.waysTime).isEmpty && !script.words[.midday].isEmpty)
  }
}
