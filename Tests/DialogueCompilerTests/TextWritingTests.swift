import DialogueCompiler
import DialogueModel
import Support
import Testing

/// How a new text is written into its file, in the old text's style if that style can hold it.
struct TextWritingTests {
  /// The value after `text:` of a say, a new text, and the value after the change.
  static let says: [(String, String, String)] = [
    ("old", "new words", "new words"),
    ("old", "a: b", "\"a: b\""),
    ("old", "a # b", "\"a # b\""),
    ("old", "- \"a\"", "'- \"a\"'"),
    ("old", "- \"a\" isn't", "|\n      - \"a\" isn't"),
    ("old", "a\n\n b", "|\n      a\n\n       b"),
    ("old", " a\nb", "|2\n       a\n      b"),
    ("old", "a\tb", "\"a\\x09b\""),
    ("old", "a\tb\nc", "\"a\\x09b\\nc\""),
    ("old\n\n      # note", "a\nb", "\"a\\nb\"\n\n      # note"),
    ("old\n     # note", "a\nb", "|\n      a\n      b\n     # note"),
    ("'old'", "new", "'new'"), ("'old'", "it's", "'it''s'"),
    ("'old'", "a\nb", "|\n      a\n      b"),
    ("\"old\"", "new", "\"new\""), ("\"old\"", "a \"b\" \\", "\"a \\\"b\\\" \\\\\""),
    ("\"old\"", "a\nb", "|\n      a\n      b"),
    ("\"old\\nlines\"", "a\nb", "\"a\\nb\""),
    ("\"old\\n\"", "new", "\"new\""),
    ("|\n      old", "new: # \"it's\"", "|\n      new: # \"it's\""),
    ("|\n        old\n\n        lines\n\n", "a\n b", "|\n        a\n         b\n\n"),
    ("|-\n      old", "a\n\nb", "|-\n      a\n\n      b"),
    ("|+\n      old\n\n", "a\nb", "|+\n      a\n      b\n\n"),
    ("|2\n        old", "a\n b", "|2\n      a\n       b"),
    ("|\n      old", "  a", "|2\n        a"),
    (">\n      old", "a", ">\n      a"),
    (">-\n      old\n      words\n", "a\nb\n\nc", ">-\n      a\n\n      b\n\n\n      c\n"),
    (">\n      old", "a\n  b\nc", ">\n      a\n        b\n      c"),
    (">\n      old", "  a\nb", "|2\n        a\n      b"),
    (
      ">\n      old\n",
      "so many words that they go on and on, and do not end before the line is full, and so on",
      ">\n      so many words that they go on and on, and do not end before the line is\n      full, and so on\n"
    ),
  ]

  @Test(arguments: says)
  func `A text keeps its style where the style can hold it`(
    _ old: String, _ text: String, _ new: String
  ) throws {
    func file(_ text: String) -> String {
      "# A note.\ndialogue: visit\nsteps:\n\n  - say: it  \n    text: \(text)\n  # more\n  - say: last\n    text: 'x'\n"
        .replacing("it  \n", with: "it\n")
    }
    #expect(try imported("visit.it.text", text, file(old)) == file(new))
  }

  /// The items of a vocabulary, the text to change, the new text, and the items after the change.
  static let items: [(String, String, String, String)] = [
    ("\"hall\": 'old'  # note", "hall.label", "new", "\"hall\": 'new'  # note"),
    ("\"hall\": 'old' # note", "hall.label", "a\nb", "\"hall\": |- # note\n    a\n    b"),
    (
      "\"hall\": 'old\n    folded' # note", "hall.label", "a\nb",
      "\"hall\": |- # note\n    a\n    b"
    ),
    ("\"hall\": 'old\n    folded' # note", "hall.label", "a", "\"hall\": 'a' # note"),
    (
      "\"hall\": |- # note\n    old\n    words", "hall.label", "a\tb",
      "\"hall\": \"a\\x09b\" # note"
    ),
    ("\"hall\": | # note\n    old", "hall.label", "a\nb", "\"hall\": | # note\n    a\n    b"),
    ("hall: Hall", "hall.label", "a: b", "hall: \"a: b\""),
    ("hall: Hall", "hall.label", "a\nb", "hall: |-\n    a\n    b"),
    ("hall: |\n    Hall", "hall.label", "a\nb", "hall: |\n    a\n    b"),
    ("hall: \"Hall\\n\"", "hall.label", "new", "hall: \"new\\n\""),
    ("hall: \"Hall\\n\"", "hall.label", "a\nb", "hall: |\n    a\n    b"),
    ("hall: \"Hall\\n\\n\"", "hall.label", "a\nb", "hall: \"a\\nb\\n\\n\""),
    (
      "hall:\n    label: Hall\n    note: [a, 'b']", "hall.note[1]", "x, y",
      "hall:\n    label: Hall\n    note: [\"x, y\", 'b']"
    ),
    (
      "hall:\n    label: Hall\n    note: [a, 'b']", "hall.note[2]", "x\ny",
      "hall:\n    label: Hall\n    note: [a, \"x\\ny\"]"
    ),
    (
      "hall:\n    label: Hall\n    note:\n      - a\n      - b", "hall.note[1]", "x\ny",
      "hall:\n    label: Hall\n    note:\n      - |-\n        x\n        y\n      - b"
    ),
    (
      "hall:\n    label: Hall\n    note:\n    - a\n    - -b", "hall.note[2]", " x\ny",
      "hall:\n    label: Hall\n    note:\n    - a\n    - |2-\n       x\n      y"
    ),
  ]

  @Test(arguments: items)
  func `An item keeps its style too, and its last line end is significant`(
    _ old: String, _ id: String, _ text: String, _ new: String
  ) throws {
    func file(_ items: String) -> String {
      "vocabulary: rooms\nitems:\n  \(items)\n  attic: Attic\n"
    }
    #expect(try imported("vocabulary rooms.\(id)", text, file(old)) == file(new))
  }

  @Test(arguments: [
    ("One.\r\nTwo.\r\n", "A\nB", "A\r\nB\r\n"), ("One.\r\n", "A", "A\r\n"),
    ("One.", "A\nB", "A\nB"),
    ("One.\n\n\n", "A", "A\n\n\n"), ("One.\r\nTwo.\n\r\n", "A", "A\n\r\n"),
  ])
  func `A letter keeps its line ends`(_ old: String, _ text: String, _ new: String) throws {
    #expect(try imported("letter note", text, old, path: "letters/note.md") == new)
  }

  @Test func `A file with mixed line ends keeps each of them`() throws {
    let old =
      "dialogue: visit\r\nsteps:\n  - say: it\r\n    text: old\r\n  - say: b\n    text: |\r\n      b\r\n      c\n"
    #expect(
      try imported("visit.it.text", "x\ny", old)
        == "dialogue: visit\r\nsteps:\n  - say: it\r\n    text: |\r\n      x\r\n      y\r\n  - say: b\n    text: |\r\n      b\r\n      c\n"
    )
    #expect(
      try imported("visit.b.text", "x", old)
        == "dialogue: visit\r\nsteps:\n  - say: it\r\n    text: old\r\n  - say: b\n    text: |\r\n      x\n"
    )
  }

  /// A whole file, byte for byte, after a changed text has been imported.
  private func imported(
    _ id: String, _ text: String, _ file: String, path: String = "new.yaml"
  ) throws -> String {
    let files = try TestPacks.small(SourceFile(path: path, text: file))
    let place = SourcePlace(file: "", line: 1, column: 1)
    let document = WordingDocument.text(
      of: [Passage(id: id, runs: [Passage.Run(text: text, place: place)])], pack: "any")
    let changes = try WordingImport(Wording.file(document), into: files).changes
    let change = try #require(changes.first)
    #expect(changes.count == 1 && change.path == path && change.count == 1)
    return String(decoding: change.made(in: file.utf8), as: UTF8.self)
  }

  @Test func `Places are right in a block whose first line is indented further`() throws {
    let file = SourceFile(
      path: "new.yaml",
      text: "dialogue: visit\nsteps:\n  - say: it\n    text: |2\n        a <<b>>\n      <<c>>\n")
    do {
      _ = try Script.read(files: try TestPacks.small(file))
      Issue.record("no problem was told")
    } catch let problems as Diagnostics {
      #expect(problems.all.map { [$0.place.line, $0.place.column] } == [[5, 13], [6, 9]])
    }
  }
}

extension TestPacks {
  /// A small faultless pack in which this file replaces the one of its kind, or is added.
  static func small(_ file: SourceFile) throws -> [SourceFile] {
    let rest = [
      SourceFile(
        path: "a.yaml",
        text: "dialogue: visit\nsteps:\n  - ask: seen\n    text: Seen?\n    answer: any of rooms\n"
          + "  - for each: seen\n    id: each\n    as: room\n    steps:\n      - say: room\n        text: <<room>> <<room.note | none>>\n"
      ),
      SourceFile(path: "rooms.yaml", text: "vocabulary: rooms\nitems:\n  hall: Hall\n"),
      SourceFile(
        path: "outcomes.yaml",
        text: "outcomes:\n  done:\n    kind: chart\n    text: Done.\nunfinished: [note]\n"),
      SourceFile(path: "letters/note.md", text: "A note.\n"),
      SourceFile(
        path: "pack.yaml", text: "pack: test\ntitle: A test\nversion: \"1\"\nentry: visit\n"),
      try language(),
    ]
    let first = file.text.split(separator: "\n").first { !$0.hasPrefix("#") } ?? ""
    let kind = file.path.hasSuffix(".md") ? "letter" : String(first.prefix { $0 != ":" })
    return rest.filter {
      !($0.path.hasSuffix(".md") ? kind == "letter" : $0.text.hasPrefix("\(kind):"))
    } + [file]
  }
}
