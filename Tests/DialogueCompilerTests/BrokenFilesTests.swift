import DialogueCompiler
import DialogueModel
import Foundation
import Support
import Testing

/// Files that must fail, each named after the rule it breaks and stored with its expected
/// diagnostics.
struct BrokenFilesTests {
  static let folder = "\(TestPacks.root)/Tests/Packs/broken"
  static let names =
    (try? FileManager.default.contentsOfDirectory(atPath: folder))?
    .filter { $0.hasSuffix(".yaml") }.map { String($0.dropLast(5)) }.sorted() ?? []

  @Test func `The folder of broken files is not empty`() {
    #expect(Self.names.count >= 60)
  }

  @Test(arguments: names)
  func `Every diagnostic says where, what and what to do`(_ name: String) throws {
    let text = try TestPacks.text(at: "\(Self.folder)/\(name).yaml")
    let told = try Self.problems(in: text).map { $0.description + "\n" }.joined()
    let file = "\(Self.folder)/\(name).problem"
    if ProcessInfo.processInfo.environment["RECORD"] == "1" {
      try told.write(toFile: file, atomically: true, encoding: .utf8)
      Issue.record("Recorded. Read it, then run without RECORD.")
    }
    #expect(told == (try TestPacks.text(at: file)))
  }

  /// The problems of a small faultless pack in which this file replaces the one of its kind.
  static func problems(in broken: String) throws -> [Diagnostic] {
    let rest = [
      SourceFile(
        path: "visit.yaml",
        text: "dialogue: visit\nsteps:\n  - ask: words\n    text: Words?\n    answer: text\n"),
      SourceFile(
        path: "rooms.yaml",
        text: "vocabulary: rooms\nitems:\n  hall:\n    label: Hall\n    colour: white\n"),
      SourceFile(
        path: "outcomes.yaml",
        text: "outcomes:\n  done:\n    kind: chart\n    text: Done.\nunfinished: [note]\n"),
      SourceFile(path: "letters/note.md", text: "A note.\n"),
      SourceFile(
        path: "pack.yaml",
        text: "pack: test\ntitle: A test\nversion: \"1\"\nentry: visit\n"
          + "sources:\n  handbook:\n    title: A handbook\n    date: \"2020\"\n"
          + "composites:\n  note:\n    - ask: text\n      answer: text\n"
          + "local:\n  fields:\n    agent:\n      label: the agent\n      gap: none\n"
          + "    since:\n      label: since\n      gap: none\n      type: date\n"
          + "    hours:\n      label: hours\n      gap: none\n      type: hours\n"
          + "  lists:\n    builders:\n      fields:\n        phone:\n          label: phone\n          gap: none\n"
          + "        desk:\n          label: desk\n          gap: none\n          type: hours\n"
          + "        town:\n          label: town\n          gap: none\n          item-of: towns\n"
          + "    towns:\n      fields:\n        phone:\n          label: phone\n          gap: none\n"
      ),
      try TestPacks.sharedLanguage(),
    ]
    let kind = broken.prefix { $0 != ":" }
    let file = SourceFile(path: "broken.yaml", text: broken)
    // A second dialogue is added beside the first, and a local file is passed separately.
    let isAdded = broken.hasPrefix("dialogue: attic") || kind == "local"
    let files = rest.filter { isAdded || !$0.text.hasPrefix("\(kind):") }
    do throws(Diagnostics) {
      _ =
        kind == "local"
        ? try Script.read(files: files, local: file) : try Script.read(files: files + [file])
      return []
    } catch {
      return error.all
    }
  }
}

/// Text that starts a comment, and text that only looks like it.
struct CommentTests {
  @Test(arguments: [
    ("\"Which # door?\"", nil), ("'Which # door?'", nil), ("\"a \\\" # b\"", nil),
    ("'it''s # a door'", nil), ("'' # a note", 14), ("\"Which?\" # a note", 20),
    ("'C:\\' # a note", 17), ("it's # a note", 16), ("say \"a # note", 18), ("a#b", nil),
    ("\"a\\\\\" # a note", 17), ("Which door? #", 23),
  ])
  func `A # in quotes is text, and after the quotes it starts a comment`(
    _ text: String, _ column: Int?
  ) {
    let told =
      (try? BrokenFilesTests.problems(
        in: "dialogue: visit\nsteps:\n  - say: it\n    text: \(text)\n"))
    #expect(told?.map(\.place.column) == (column.map { [$0] } ?? []))
  }

  @Test(arguments: [("[a, \"b # c\"]", 0), ("[a, 'b # c', d] # e", 1), ("[\"a # b\", c # d", 1)])
  func `A # in a quoted item of a list is text too`(_ list: String, _ count: Int) throws {
    let told = try BrokenFilesTests.problems(
      in: "vocabulary: rooms\nitems:\n  hall:\n    label: Hall\n    synonyms: \(list)\n")
    #expect(told.isEmpty == (count == 0))
  }
}

/// Faults in several files at once.
struct AllProblemsTests {
  @Test func `One run reports all problems of all files, without false alarms`() throws {
    let files = [
      SourceFile(
        path: "visit.yaml",
        text: """
          dialogue: visit
          steps:
            - ask: door
              text: Open?
              answer: yesno
            - ask: light
              text: On?
              answer: yes-no
              colour: red
            - use: attic
              id: up
            - say: bye
              text: Goodbye, <<dor | you>>.
              when: door is yes and light is yse and attic.box is yes
          """),
      SourceFile(
        path: "attic.yaml",
        text: "dialogue: attic\nsteps:\n  - ask: box\n    text: Is this: a box?\n"),
      SourceFile(
        path: "rooms.yaml", text: "vocabulary: rooms\nitems:\n  hall:\n"),
      SourceFile(
        path: "outcomes.yaml",
        text: "outcomes:\n  done:\n    kind: chart\n    text: Done.\nunfinished: [nte]\n"),
      SourceFile(path: "letters/note.md", text: "A note by <<visit.door>> of <<visit.doo>>.\n"),
    ]
    do {
      _ = try TestPacks.script(entry: "visit", files)
      Issue.record("no problem was told")
    } catch let problems as Diagnostics {
      #expect(
        problems.all.map { "\($0.place.file):\($0.place.line):\($0.place.column) \($0.message)" }
          == [
            "attic.yaml:4:18 a second colon in the text of this line",
            "letters/note.md:1:31 there is no question `visit.doo`",
            "outcomes.yaml:5:14 there is no letter `nte`",
            "rooms.yaml:3:3 there is nothing after `hall:`",
            "visit.yaml:5:13 `yesno` is no type of answer",
            "visit.yaml:9:5 a question can't have `colour:`",
            "visit.yaml:13:22 there is no question `dor`",
            "visit.yaml:14:36 `yse` is not an option of `light`",
          ])
    }
  }
}

/// Faults in the language file, and a second pack file or language file.
struct LanguageFileTests {
  @Test(arguments: [
    (
      "  help:\n    words: [help, \"?\", h]\n    help: this list\n", "", "`commands:` needs `help:`"
    ),
    ("  - May\n", "", "`months:` needs 12, and has 11"),
    (
      "gaps-not-known: \"Not known: <<questions>>", "gaps-not-known: \"Not known: <<queston>>",
      "the phrase `gaps-not-known` has no `queston`"
    ),
    ("prompt: \"> \"", "prompt: \"<<today>>\"", "a phrase has plain slots only"),
    (
      "commands:\n", "commands:\n  sing:\n    words: [sing]\n    help: sing\n",
      "the command `sing` does nothing"
    ),
    ("  skipped: skipped\n", "", "`phrases:` needs `skipped:`"),
    ("  all: [all", "  al: [all", "`understands:` can't have `al:`"),
  ])
  func `A fault in the language file is reported`(
    _ text: String, _ instead: String, _ message: String
  ) throws {
    let language = try TestPacks.language()
    #expect(language.text.contains(text))
    let broken = SourceFile(
      path: "language.yaml", text: language.text.replacing(text, with: instead))
    let told = try problems([broken])
    #expect(told.contains { $0.message == message }, "\(told.map(\.message))")
    #expect(told.allSatisfy { $0.place.file == "language.yaml" && $0.place.line > 1 })
  }

  @Test func `A second pack file or language file is reported`() throws {
    let language = try TestPacks.language()
    let again = SourceFile(path: "zz.yaml", text: language.text)
    #expect(
      try problems([language, again]).map(\.message) == ["a second language file is called `en-GB`"]
    )
    let pack = SourceFile(
      path: "zz.yaml", text: "pack: other\ntitle: T\nversion: \"1\"\nentry: visit\n")
    #expect(
      try problems([language, pack]).map(\.message)
        == ["a second `pack:`; the first is in pack.yaml"])
  }

  private func problems(_ files: [SourceFile]) throws -> [Diagnostic] {
    let rest = [
      SourceFile(
        path: "visit.yaml", text: "dialogue: visit\nsteps:\n  - say: hello\n    text: Hello.\n"),
      SourceFile(
        path: "outcomes.yaml",
        text: "outcomes:\n  done:\n    kind: chart\n    text: Done.\nunfinished: [note]\n"),
      SourceFile(path: "letters/note.md", text: "A note.\n"),
      SourceFile(
        path: "pack.yaml", text: "pack: test\ntitle: T\nversion: \"1\"\nentry: visit\n"),
    ]
    do throws(Diagnostics) {
      _ = try Script.read(files: rest + files)
      return []
    } catch {
      return error.all
    }
  }
}
