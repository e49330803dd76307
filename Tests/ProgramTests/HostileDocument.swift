import Documents
import Foundation
import Scenarios
import Support
import Testing

/// A random document of every kind of block, whose answers are full of what some format reads as its own.
struct HostileDocument {
  static let seeds = 1...300

  /// The documents of all seeds.
  static let all = seeds.map { seed in
    var made = HostileDocument(seed: UInt64(seed))
    return made.document()
  }

  /// What people could type or paste.
  static let words = [
    "# Heading", "- item", "1. one", "> quoted", "| a | b |", "---", "```", "**bold**",
    "[link](http://a.example)", "<b>b</b>", "<!-- c -->", "-->", "]]>", "<![CDATA[c]]>",
    "</bdi></td></tr></table><h1>Mine</h1>", "</style><script>alert(1)</script>", "</w:t></w:r>",
    "<w:br/>", "<?xml version=\"1.0\"?>", "<!DOCTYPE a [<!ENTITY b 'c'>]>", "&b;", "&amp; &lt;",
    "&#60;b&#62;", "&#x202E;", "&nbsp", "\"quoted\" 'single'", "\" onclick=\"alert(1)",
    "\\3c b\\3e",
    "*/ } body { display: none } /*", "\\", "\\\"; } @import url(http://a.example); a { b: \"",
    "one\ntwo", "one\n\n\ntwo", "one\r\ntwo", "one\rtwo", "one\u{0B}two\u{0C}three",
    "one\u{85}two\u{2028}three\u{2029}four", "From: someone", "one\nFrom: someone",
    "x\r\nBcc: someone@a.example", "x\r\n\r\n--=_part_=\r\nContent-Type: text/html\r\n\r\nx",
    "--=_part_=--", "=?utf-8?Q?x?=", "=?utf-8?B?eA==?=", "\u{0}nothing\u{1}\u{8}", "\u{1B}[2J",
    "\u{7F}\u{9B}",
    nonCharacters, "a\u{FEFF}b\u{200B}c", "\u{202E}turned",
    "\u{2067}turned\u{2069}", "\u{2069}\u{202C}",
    "\u{200F}marked\u{200E}", "\u{301}alone", "e\u{301}", "שלום, מה", "נ (a) ב 12",
    "قالت: نعم (مرة) ١٢.",
    "王小明", "Zoë 😀", "👩‍👩‍👧", "a  b", "\ttab\t", " blank ", "x: y", "{{x}} <%x%>", "<<end>>", "${x}",
    "[ ] todo", "!", "1.", "averylongword" + String(repeating: "averylongword", count: 30),
  ]

  /// What no text may have, which cannot be written as a literal.
  private static let nonCharacters = String(
    String.UnicodeScalarView([0xFFFE, 0xFFFF, 0xFDD0, 0x1FFFF].compactMap(Unicode.Scalar.init)))

  private var random: SeededGenerator

  init(seed: UInt64) {
    random = SeededGenerator(seed: seed)
  }

  private mutating func pick(_ count: Int) -> Int { Int(random.next() % UInt64(count)) }

  mutating func someWords() -> String { Self.words[pick(Self.words.count)] }

  private mutating func line() -> Document.Line {
    var line = Document.Line()
    if pick(4) > 0 { line.add("§", from: .letter) }
    for _ in 0..<(1 + pick(3)) {
      switch pick(5) {
      case 0: line.add(" own words & <own> signs ", from: .letter)
      case 1: line.add("[not known]", from: .gap("a.gap"))
      default: line.add(someWords(), from: .answer("a.b"))
      }
    }
    return line
  }

  /// A line, or one without words.
  private mutating func lineOrNone() -> Document.Line { pick(3) == 0 ? Document.Line() : line() }

  mutating func document() -> Document {
    var document = Document()
    if pick(2) == 0 { document.notice = line() }
    for kind in Document.Field.Kind.allCases where pick(3) > 0 {
      let isAlone = kind == .title || kind == .marking
      document.head.append(.init(kind, label: isAlone ? "" : "§To <&>", text: line()))
    }
    for _ in 0..<(1 + pick(14)) { document.blocks.append(block()) }
    if pick(2) == 0 { document.footer = line() }
    return document
  }

  private mutating func block() -> Document.Block {
    switch pick(9) {
    case 0: .heading(level: pick(9) - 1, line())
    case 1, 2: .row(label: line(), value: lineOrNone())
    case 3: .paragraph(line())
    case 4: .item(line())
    case 5: .entry(day: lineOrNone(), basis: lineOrNone(), words: lineOrNone())
    case 6: .quotation(words: line(), source: lineOrNone())
    case 7:
      .table(
        header: pick(3) == 0 ? [] : [line(), lineOrNone()],
        rows: [[line(), line()], [line()], [lineOrNone(), line(), line()]])
    default: .pageBreak
    }
  }
}

/// What a reader comes to: what it is, and the words of each of its cells.
struct Spoken: Equatable {
  var kind: String
  var words: [String]

  init(_ kind: String, _ lines: Document.Line...) {
    self.kind = kind
    words = [lines.map(\.text.words).joined()]
  }

  init(_ kind: String, cells: [String]) {
    self.kind = kind
    words = cells
  }

  init(_ json: JSON) {
    kind = json.items.first?.text ?? ""
    words = json.items.dropFirst().map { ($0.text ?? "").words }
  }
}

extension Document {
  /// What a reader comes to, in order.
  var allSpoken: [Spoken] {
    var spoken: [Spoken] = []
    if !notice.isEmpty { spoken.append(Spoken("notice", notice)) }
    for field in head {
      switch field.kind {
      case .title, .marking: spoken.append(Spoken(field.kind.rawValue, field.text))
      default: spoken.append(Spoken("row", cells: [field.label.words, field.text.text.words]))
      }
    }
    for block in blocks {
      switch block {
      case .heading(let level, let line):
        spoken.append(Spoken("heading \(min(max(level, 1), 5))", line))
      case .row(let label, let value):
        spoken.append(Spoken("row", cells: [label.text.words, value.text.words]))
      case .paragraph(let line): spoken.append(Spoken("paragraph", line))
      case .item(let line): spoken.append(Spoken("item", line))
      case .entry(let day, let basis, let words): spoken.append(Spoken("item", day, basis, words))
      case .quotation(let words, let source):
        spoken.append(Spoken("quotation", words))
        if !source.isEmpty { spoken.append(Spoken("source", source)) }
      case .table(let header, let rows):
        for row in (header.isEmpty ? [] : [header]) + rows {
          let empty = Array(repeating: "", count: 3 - row.count)
          spoken.append(Spoken("cells", cells: row.map(\.text.words) + empty))
        }
      case .pageBreak: spoken.append(Spoken("break", cells: []))
      }
    }
    if !footer.isEmpty { spoken.append(Spoken("footer", footer)) }
    return spoken
  }

  /// The words of every gap, in order.
  var gaps: [String] {
    var lines = [notice] + head.map(\.text)
    for block in blocks {
      switch block {
      case .heading(_, let line), .paragraph(let line), .item(let line): lines.append(line)
      case .row(let label, let value): lines += [label, value]
      case .entry(let day, let basis, let words): lines += [day, basis, words]
      case .quotation(let words, let source): lines += [words, source]
      case .table(let header, let rows): lines += header + rows.flatMap(\.self)
      case .pageBreak: break
      }
    }
    return (lines + [footer]).flatMap(\.runs).compactMap { run in
      if case .gap = run.source { run.text } else { nil }
    }
  }

  /// What the top of every page says, without signs.
  var headerWords: [String] {
    [Field.Kind.marking, .reference].map { kind in
      head.first { $0.kind == kind }.map { ($0.label + $0.text.text).words } ?? ""
    }
  }
}

extension String {
  /// Its letters, digits and marks, without the signs and blanks between them.
  var words: String {
    String(
      String.UnicodeScalarView(
        unicodeScalars.filter { scalar in
          scalar.properties.isAlphabetic || scalar.properties.numericType != nil || scalar == "§"
        }))
  }
}

/// What a program in Python reads in files.
enum ReadBack {
  static func run(_ script: String, _ files: [[UInt8]]) throws -> [JSON] {
    let input = try JSONEncoder().encode(files.map { Data($0).base64EncodedString() })
    let run = try Program.run(
      ["\(TestPacks.root)/Tests/\(script)"], input: String(decoding: input, as: UTF8.self),
      program: Schema.python)
    try #require(run.code == 0, "\(run.errors)")
    return try JSONDecoder().decode(JSON.self, from: Data(run.output.utf8)).items
  }
}
