import Documents
import Scenarios
import Testing

/// What takes the place of names, numbers and addresses in a copy of a letter.
struct PseudonymsTests {
  /// A few words of a pack, and two names that answers were marked for.
  static let pseudonyms: Pseudonyms = {
    var vocabulary = Vocabulary()
    vocabulary.add(
      "the she he it her his him was told will mark home school at and in to rang came log old")
    vocabulary.add("ask the Police about a house, or the GP")
    vocabulary.add(small: ["the", "she", "he", "i"])
    vocabulary.add(months: ["March", "May", "Nov"])
    vocabulary.add(capitals: ["Friday"])
    vocabulary.add(birth: ["born"])
    var pseudonyms = Pseudonyms(
      Pseudonyms.StandIns(name: "[name]", number: "[number]", address: "[address]", date: "[date]"),
      vocabulary)
    pseudonyms.mark(namesIn: "Mia Khan-Bell, Harbour School") { "One" }
    pseudonyms.mark(namesIn: "Mark", isItem: true) { "Two" }
    pseudonyms.mark(namesIn: "Sara Khan-Bell") { "Three" }
    pseudonyms.mark(name: "The old quay") { "Place" }
    pseudonyms.mark(numbersIn: "pupil 771")
    return pseudonyms
  }()

  static let table: [(typed: String, copy: String)] = [
    // Names that answers were marked for, however they are written.
    ("Mia came", "One came"), ("mia came", "One came"), ("MIA came", "One came"),
    ("Mia's home", "One's home"), ("mia’s home", "One’s home"), ("told Mia Khan-Bell", "told One"),
    ("the Khan-Bell home", "the One home"), ("told Bell", "told One"), ("Sara Khan-Bell", "Three"),
    ("told Sara and Mia", "told Three and One"), ("Mia Jane Khan-Bell", "One"),
    ("M\u{200B}ia came", "One came"), ("mi\u{200B}a came", "One came"),
    // A plain word is a name only with a capital.
    ("Mark came", "Two came"), ("told Mark", "told Two"), ("the mark", "the mark"),
    ("at the old quay", "at Place"), ("the old man", "the old man"),
    // Other names.
    ("she told Dean", "she told [name]"), ("Dean came", "[name] came"), ("She came", "She came"),
    ("she told Dean Holt's mother", "she told [name]'s mother"),
    ("told Mrs. Oak", "told [name]. [name]"), ("Will came", "Will came"),
    ("Will came. She told Will", "[name] came. She told [name]"),
    ("told the Police on Friday in March", "told the Police on Friday in March"),
    ("the GP and I", "the GP and I"), ("he said \"She came\"", "he said \"She came\""),
    ("in Harbour School. School came", "in [name]. [name] came"),
    ("told Dean. dean came", "told [name]. [name] came"), ("told 王小明", "told [name]"),
    ("told משה", "told [name]"), ("mads_x and jay99", "[name] and [name]"),
    // Numbers.
    ("rang 01632 960155 at 3", "rang [number] at 3"), ("rang 020-7946 0018", "rang [number]"),
    ("at 15:20", "at 15:20"), ("at 3pm", "at 3pm"), ("the 14th", "the 14th"),
    ("log 0342", "log [number]"),
    ("log 34", "log 34"), ("pupil 771", "pupil [number]"), ("QQ123456C", "[number]"),
    ("a car, AB12 CDE", "a car, [number]"), ("ab12cde", "[number]"), ("ab12 cde", "[number]"),
    ("A123 BCD", "[number]"), ("ABC 123D", "[number]"), ("plate KX6", "plate [number]"),
    ("SE15 3AB", "[address]"), ("se153ab", "[address]"), ("at 3 the man came", "at 3 the man came"),
    ("born 6 May 2011", "born [date]"), ("born 6th May", "born [date]"), ("6/5/11", "[date]"),
    ("on 6 Nov", "on 6 Nov"), ("Nov 6 2011", "[date]"), ("born the 6th of May", "born the [date]"),
    // Addresses.
    ("a.b@c.example, he", "[address], he"), ("told @dean.x", "told [name]"),
    ("mia.mia.mia", "[address]"), ("(www.a.example/b)", "([address])"),
    ("https://a.b/?q=1.", "[address]."),
    // What is no name at all.
    ("", ""), (" - ", " - "), ("\n\n", "\n\n"), ("'''’s", "'''’s"), ("@", "@"), ("1", "1"),
    ("-", "-"),
  ]

  @Test(arguments: table)
  func `Someone's own words lose what may tell who is meant`(_ typed: String, _ copy: String) {
    let document = Document.made { $0.add(typed, from: .answer("a.b")) }
    #expect(document.pseudonymised(by: Self.pseudonyms).copy.blocks.first?.text == copy)
  }

  @Test func `The letter's own words keep all but marked names`() {
    let kept = ["Dean came in AB12 CDE", "Home: 01632 960155", "Mark the date", "SE15 3AB"]
    for words in kept {
      let document = Document.made { $0.add(words, from: .letter) }
      #expect(document.pseudonymised(by: Self.pseudonyms).copy == document)
    }
    let document = Document.made { $0.add("About Mia, and Mark", from: .letter) }
    #expect(
      document.pseudonymised(by: Self.pseudonyms).copy.blocks.first?.text == "About One, and Two")
  }

  @Test func `An answer in words of the pack stays, and a number goes as a whole`() {
    var pseudonyms = Self.pseudonyms
    pseudonyms.ownAnswers = ["a.own"]
    pseudonyms.wholeAnswers = ["a.whole": "[number]"]
    let document = Document.made { line in
      line.add("Missing on 6 May 2011", from: .answer("a.own"))
      line.add(" / ", from: .letter)
      line.add("ring Jo, or 12", from: .answer("a.whole"))
      line.add(" / ", from: .letter)
      line.add("[to find out from Dean]", from: .gap("a.gap"))
    }
    let copy = document.pseudonymised(by: pseudonyms).copy
    #expect(
      copy.blocks.first?.text == "Missing on 6 May 2011 / [number] / [to find out from [name]]")
  }

  @Test func `Words that were taken for names are listed once, in order`() {
    let document = Document.made {
      $0.add("she told Dean and Mia. Ty rang Dean", from: .answer("a"))
    }
    #expect(document.pseudonymised(by: Self.pseudonyms).unmarked == ["Dean", "Ty"])
  }

  /// Signs that formats read as their own, names in three scripts, and a long account.
  static let hostile = [
    "# Heading", "- item", "| a | B |", "one\n\n\nTwo", "From: Someone", "<<end>>", "\\", "{{X}}",
    "שלום, מה", "王小明", "Zoë 😀", "\u{2067}Turned\u{2069}", "''s's", "@@ @a. .@", "1 2 3 4 5 6 7",
    "----", "AB12 \n CDE", "a@\nb", String(repeating: "Mia told Dean.\n", count: 40),
    "\r\n", "\u{301}a\u{301}", "I'm", "٠١٢٣٤٥", "𝐀𝐁𝟏𝟐", "www.", "--- -- -", "½½½½½",
  ]

  @Test(arguments: 1...200)
  func `Hostile text changes no structure, and equal letters give equal copies`(_ seed: Int) {
    var random = SeededGenerator(seed: UInt64(seed))
    func pick(_ count: Int) -> Int { Int(random.next() % UInt64(count)) }
    func line() -> Document.Line {
      var line = Document.Line("§")
      for _ in 0..<(1 + pick(4)) {
        let words = Self.hostile[pick(Self.hostile.count)]
        line.add(words, from: pick(3) == 0 ? .letter : .answer("a.\(pick(3))"))
        line.add(" ", from: .letter)
      }
      return line
    }
    var document = Document()
    document.notice = line()
    document.head = [Document.Field(.title, label: "", text: line())]
    document.blocks = [
      .heading(level: 1, line()), .row(label: line(), value: line()), .paragraph(line()),
      .item(line()), .entry(day: line(), basis: line(), words: line()),
      .quotation(words: line(), source: line()),
      .table(header: [line(), line()], rows: [[line()], [line(), line()]]), .pageBreak,
    ]
    document.footer = line()
    let copy = document.pseudonymised(by: Self.pseudonyms).copy
    #expect(copy.shape == document.shape)
    #expect(copy == document.pseudonymised(by: Self.pseudonyms).copy)
    #expect(!copy.plainText.lowercased().contains("mia"))
  }
}

extension Document {
  /// A letter of one paragraph.
  fileprivate static func made(_ write: (inout Line) -> Void) -> Document {
    var line = Line()
    write(&line)
    var document = Document()
    document.blocks = [.paragraph(line)]
    return document
  }

  /// The kinds of its blocks, with the line ends and the sources of each line.
  fileprivate var shape: [String] {
    func shape(_ line: Line) -> String {
      line.runs.map { "\($0.source):\($0.text.count { $0.isNewline })" }.joined(separator: ",")
    }
    return ["notice \(shape(notice))", "footer \(shape(footer))"]
      + head.map { "\($0.kind) \(shape($0.text))" }
      + blocks.map { block in
        switch block {
        case .heading(let level, let line): "heading \(level) \(shape(line))"
        case .paragraph(let line): "paragraph \(shape(line))"
        case .item(let line): "item \(shape(line))"
        case .row(let label, let value): "row \(shape(label)) \(shape(value))"
        case .entry(let day, let basis, let words):
          "entry \(shape(day)) \(shape(basis)) \(shape(words))"
        case .quotation(let words, let source): "quotation \(shape(words)) \(shape(source))"
        case .table(let header, let rows):
          "table \(header.map(shape)) \(rows.map { $0.map(shape) })"
        case .pageBreak: "page break"
        }
      }
  }
}

extension Document.Block {
  fileprivate var text: String? {
    if case .paragraph(let line) = self { line.text } else { nil }
  }
}
