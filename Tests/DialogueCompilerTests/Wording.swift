import DialogueCompiler
import DialogueModel
import Scenarios
import Testing

/// Helpers that the tests of wording share.
enum Wording {
  static func file(_ text: String) -> SourceFile { SourceFile(path: "wording.md", text: text) }

  /// Texts that some style of YAML or Markdown can't hold.
  static let nasty = [
    "Plain", "With a colon: and more", "A # that is no note", "#", "- a dash", "-", "? what",
    ": so",
    "\"quoted\"", "it's 'so'", "both \"quoted\" and it's", "'", "\"", "\\", "C:\\door \\n",
    "[in brackets]", "a, b]", "{in braces}", "& an anchor", "*alias", "!tag", "% 3", "@ here",
    "`tick`",
    "| bar", "> more", ">-", "---", "...", "--- a", "null", "~", "no", "012", "12:30", "=", "key:",
    "ends with a blank ", " starts with one", "   both   ", "two  blanks", "a > b | c", "<a> < b",
    "äö — “ü” 😀 e\u{301}", "\u{301}starts with an accent", "zero\u{200B}width", "no\u{A0}break",
    "a tab\tin it", "a return\rin it", "bell \u{7} and nul-like \u{1}", "next\u{85}line",
    "line\u{2028}and\u{2029}part", "mark\u{FEFF}in it", "del\u{7F}",
    "One line\nand another", "One\n\n\nafter two empty", "\nafter an empty line", "\n\n  set in",
    "  set in\nand not", "not\n  set in\n    further\nand not", "blank at the end \n of lines  \n",
    "only blanks\n   \nbetween", "ends in blanks\n   ", "# Heading\n\n## More\n\n### a.b.text",
    "```\nfence\n```", "````text |\na\n````", "a ` b `` c ```", "- list\n- of: two",
    "--- \n...\na: b",
    "it's \"so\":\n# no note\n- and",
    "long words that go on and on, and on, until a line of theirs would be longer than most lines are\nand then\n\nmore, and more, and more of these words, until it is long again",
  ]

  /// A text with different words around its slots and parts.
  static func edited(_ text: String, _ words: (Int) -> String) -> String {
    var (result, rest, number) = ("", text[...], 0)
    while let open = rest.firstRange(of: "<<"), let shut = rest.firstRange(of: ">>"),
      open.lowerBound < shut.lowerBound
    {
      result += words(number) + rest[open.lowerBound..<shut.upperBound]
      rest = rest[shut.upperBound...]
      number += 1
    }
    result += words(number)
    // Trailing line ends are not part of a text.
    while result.unicodeScalars.last == "\n" { result.unicodeScalars.removeLast() }
    return same(result, text) ? result + "." : result
  }

  /// A letter or the fragments, with more words at the end of each line of words.
  static func editedLetter(_ text: String, _ words: (Int) -> String) -> String {
    let marks = ["<<", "@", ">", "|", "for each"]
    let lines = text.split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
    return lines.enumerated().map { number, line in
      if line.isEmpty || marks.contains(where: line.hasPrefix) { return line }
      return "\(line) and \(words(number).replacing("\n", with: " "))."
    }.joined(separator: "\n")
  }

  static func edited(_ passage: Passage, _ words: (Int) -> String) -> String {
    passage.file.hasSuffix(".md") ? editedLetter(passage.text, words) : edited(passage.text, words)
  }

  static func same(_ a: String, _ b: String) -> Bool { a.utf8.elementsEqual(b.utf8) }

  /// The files after the import of a document with these texts, and all others unchanged.
  static func imported(
    _ texts: [String: String], _ passages: [Passage], into files: [SourceFile]
  ) throws -> [SourceFile] {
    let edited = passages.map { passage in
      texts[passage.id].map { text in
        Passage(id: passage.id, runs: [Passage.Run(text: text, place: passage.place(at: 0))])
      } ?? passage
    }
    let document = file(WordingDocument.text(of: edited, pack: "any"))
    let changes = try WordingImport(document, into: files).changes
    #expect(changes.map(\.count).reduce(0, +) == texts.count)
    return files.map { file in
      guard let change = changes.first(where: { $0.path == file.path }) else { return file }
      return SourceFile(
        path: file.path, text: String(decoding: change.made(in: file.text.utf8), as: UTF8.self))
    }
  }

  static func expect(
    _ files: [SourceFile], hasChanged texts: [String: String], in old: [SourceFile],
    _ passages: [Passage], _ location: SourceLocation = #_sourceLocation
  ) {
    let new = Passage.passages(of: files)
    #expect(new.map(\.id) == passages.map(\.id), sourceLocation: location)
    for (old, new) in zip(passages, new) {
      // The document has plain line feeds, as the pack's files do.
      let wanted = (texts[old.id] ?? old.text)
      #expect(
        same(new.text, wanted),
        "\(old.id): \(new.text.debugDescription), not \(wanted.debugDescription)",
        sourceLocation: location)
    }
  }

  /// The bytes of a text in its file, with its quotes or its bar, for the styles that the packs
  /// use.
  static func bytes(of passage: Passage, in file: String) -> Range<Int> {
    let lines = file.utf8.split(separator: 0x0A, omittingEmptySubsequences: false)
    func offset(_ place: SourcePlace) -> Int {
      lines[..<(place.line - 1)].reduce(0) { $0 + $1.count + 1 }
        + (String(lines[place.line - 1]) ?? "").unicodeScalars.prefix(place.column - 1).reduce(0) {
          $0 + String($1).utf8.count
        }
    }
    let bytes = Array(file.utf8)
    guard let first = passage.runs.first, let last = passage.runs.last else { return 0..<0 }
    var (start, end) = (offset(first.place), offset(last.place) + last.text.utf8.count)
    let before = bytes[..<start].last
    if let before, "\"'".utf8.contains(before) {
      start -= 1
      end += 1
    } else if first.place.line > 1,
      lines[first.place.line - 1].prefix(first.place.column - 1).allSatisfy({ $0 == 0x20 })
    {
      start = bytes[..<start].lastIndex(of: UInt8(ascii: "|")) ?? start
    }
    return start..<end
  }
}

extension SeededGenerator {
  /// One to three of the nasty texts, on one line or several.
  mutating func text() -> String {
    // A carriage return before a line feed is only a line end in a letter.
    (0...(next() % 3)).map { _ in Wording.nasty[Int(next() % UInt64(Wording.nasty.count))] }
      .joined(separator: [" ", "\n", ""][Int(next() % 3)]).replacing("\r\n", with: "\n")
  }
}
