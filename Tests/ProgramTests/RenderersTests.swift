import Documents
import Foundation
import JSON
import LineService
import Scenarios
import Support
import Testing

/// Random documents full of hostile words, as text, as Markdown and as JSON.
struct RenderersTests {
  static let seeds = 1...300

  /// What people could type, or paste, that some format reads as its own.
  static let hostile = [
    "# Heading", "## More", "- item", "* item", "+ item", "1. one", "12) twelve", "> quoted",
    "| a | b |", "|---|---|", "===", "---", "***", "```", "~~~", "    code", "`code`", "**bold**",
    "_thin_", "~~gone~~", "[link](http://a.example)", "![picture](x)", "<b>b</b>", "<!-- c -->",
    "&amp; &lt;", "http://a.example/_x_", "www.a.example", "one\ntwo", "one\n\n\ntwo",
    "one\n# two", "one\n- two", "one\n===", "one\n---", "one\n    two", "one\n> two", "one\n1. two",
    "one\n| a |\n|---|", "From: someone", "\\", "ends in \\", "\\# x", "{{x}} <%x%>", "<<end>>",
    "שלום, מה", "王小明", "Zoë 😀", "a  b", "x: y", ": x", "[ ] todo", "[^1]: note", "!", "a*b*c",
    "2026. It was then", "-", "+", "=", "#", "_", "1.", "a\\\nb", "\u{2067}turned\u{2069}",
  ]

  @Test(arguments: seeds) func `Plain text has every word, and only the letter begins its lines`(
    _ seed: Int
  ) {
    var made = RandomDocument(seed: UInt64(seed))
    let document = made.document()
    let text = document.plainText
    #expect(text.words == document.spoken.map(\.words).joined(separator: ""), "seed \(seed)")
    let starts = text.split(separator: "\n").filter { !$0.hasPrefix(" ") }
    #expect(starts.count <= document.spoken.count, "seed \(seed)")
    for line in starts {
      #expect(line.hasPrefix("§") || line.hasPrefix("- ") || line.hasPrefix("----"), "seed \(seed)")
    }
  }

  @Test(arguments: seeds) func `JSON has every word in order, with the source of each run`(
    _ seed: Int
  ) throws {
    var made = RandomDocument(seed: UInt64(seed))
    let document = made.document()
    var writer = JSONWriter()
    writer.write(document)
    let json = try JSONDecoder().decode(JSON.self, from: Data(writer.bytes))
    #expect(json["version"] == 1)
    let lines = document.allLines
    let runs = lines.flatMap(\.runs)
    let found = json.runs
    #expect(found.map { $0["text"].text ?? "" } == runs.map(\.text), "seed \(seed)")
    for (run, json) in zip(runs, found) {
      switch run.source {
      case .letter: #expect(json["answer"].text == nil && json["gap"].text == nil)
      case .answer(let key): #expect(json["answer"].text == key)
      case .gap(let key): #expect(json["gap"].text == key)
      }
    }
  }

  @Test(
    .enabled(
      if: Schema.hasValidator,
      "no Python with its packages in .build/python: run `make needs-python`"))
  func `Markdown is read back as the same blocks with the same words, and no markup in them`()
    throws
  {
    let documents = Self.seeds.map { seed in
      var made = RandomDocument(seed: UInt64(seed))
      return made.document()
    }
    let run = try Program.run(
      ["\(TestPacks.root)/Tests/markdown.py"],
      input: String(decoding: try JSONEncoder().encode(documents.map(\.markdown)), as: UTF8.self),
      program: Schema.python)
    try #require(run.code == 0, "\(run.errors)")
    let all = try JSONDecoder().decode(JSON.self, from: Data(run.output.utf8)).items
    #expect(all.count == documents.count)
    for (seed, (blocks, document)) in zip(Self.seeds, zip(all, documents)) {
      let expected = document.spoken
      #expect(
        blocks.items.map { $0.items[0].text ?? "" } == expected.map(\.tag), "seed \(seed)")
      #expect(
        blocks.items.map { ($0.items[1].text ?? "").words } == expected.map(\.words),
        "seed \(seed)")
      #expect(blocks.items.allSatisfy { $0.items[2] == [] }, "seed \(seed)")
    }
  }
}

/// A document of every kind of block, in which each line begins with a mark of the letter's own.
private struct RandomDocument {
  private var random: SeededGenerator

  init(seed: UInt64) {
    random = SeededGenerator(seed: seed)
  }

  private mutating func pick(_ count: Int) -> Int { Int(random.next() % UInt64(count)) }

  private mutating func line() -> Document.Line {
    var line = Document.Line("§")
    for _ in 0..<(1 + pick(3)) {
      let words = RenderersTests.hostile[pick(RenderersTests.hostile.count)]
      switch pick(4) {
      case 0: line.add(" own words ", from: .letter)
      case 1: line.add("[not known]", from: .gap("a.gap"))
      default: line.add(words, from: .answer("a.b"))
      }
    }
    return line
  }

  /// A heading, a label or the like, which has words of the letter and no line ends.
  private mutating func title() -> Document.Line { Document.Line("§title \(pick(100)) # *x* [y]") }

  mutating func document() -> Document {
    var document = Document()
    if pick(2) == 0 { document.notice = title() }
    for kind in Document.Field.Kind.allCases where pick(2) == 0 {
      let isTitle = kind == .title || kind == .marking
      document.head.append(
        Document.Field(kind, label: isTitle ? "" : "§To", text: isTitle ? title() : line()))
    }
    for _ in 0..<(1 + pick(12)) { document.blocks.append(block()) }
    if pick(2) == 0 { document.footer = line() }
    return document
  }

  private mutating func block() -> Document.Block {
    switch pick(9) {
    case 0: .heading(level: 1 + pick(3), title())
    case 1, 2: .row(label: title(), value: line())
    case 3: .paragraph(line())
    case 4: .item(line())
    case 5:
      .entry(
        day: pick(2) == 0 ? Document.Line() : title(), basis: pick(2) == 0 ? .init() : title(),
        words: line())
    case 6: .quotation(words: line(), source: pick(2) == 0 ? Document.Line() : title())
    case 7: .table(header: [title(), title()], rows: [[line(), line()], [line()]])
    default: .pageBreak
    }
  }
}

extension Document {
  /// What a reader comes to, in order: the tag of HTML that Markdown has for it, and its words.
  fileprivate var spoken: [(tag: String, words: String)] {
    func said(_ tag: String, _ lines: Line...) -> (tag: String, words: String) {
      (tag, lines.map(\.text.words).joined())
    }
    var spoken: [(tag: String, words: String)] = []
    if !notice.isEmpty { spoken.append(said("p", notice)) }
    for field in head {
      spoken.append(said(field.kind == .title ? "h1" : "p", Line(field.label), field.text))
    }
    for block in blocks {
      switch block {
      case .heading(let level, let line): spoken.append(said("h\(level + 1)", line))
      case .row(let label, let value): spoken.append(said("p", label, value))
      case .paragraph(let line): spoken.append(said("p", line))
      case .item(let line): spoken.append(said("list_item", line))
      case .entry(let day, let basis, let words):
        spoken.append(said("list_item", day, basis, words))
      case .quotation(let words, let source):
        spoken.append(said("blockquote", words))
        if !source.isEmpty { spoken.append(said("blockquote", source)) }
      case .table(let header, let rows):
        for row in [header] + rows {
          spoken.append(("row", row.map(\.text.words).joined()))
        }
      case .pageBreak: spoken.append(("hr", ""))
      }
    }
    if !footer.isEmpty { spoken.append(said("p", footer)) }
    return spoken
  }

  /// Every line, in the order in which the JSON has them.
  fileprivate var allLines: [Line] {
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
    return lines + [footer]
  }
}

extension JSON {
  /// Every run in it, in order.
  fileprivate var runs: [JSON] {
    var runs: [JSON] = self["notice"].items
    for line in self["head"].items { runs += line["text"].items }
    for block in self["blocks"].items {
      for part in ["text", "label", "value", "day", "basis", "words", "source"] {
        runs += block[part].items
      }
      for cell in block["header"].items { runs += cell.items }
      for row in block["rows"].items { runs += row.items.flatMap(\.items) }
    }
    return runs + self["footer"].items
  }
}
