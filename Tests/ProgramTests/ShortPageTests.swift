import Documents
import Testing

/// Short letters whose whole page is compared.
struct ShortPageTests {
  private static func line(_ words: String, says answer: String = "", gap: String = "")
    -> Document.Line
  {
    var line = Document.Line(words)
    line.add(answer, from: .answer("a.b"))
    line.add(gap, from: .gap("a.c"))
    return line
  }

  private static func page(_ blocks: Document.Block...) -> (html: String, word: String) {
    var document = Document()
    document.blocks = blocks
    return (
      part(of: document.html(language: "en-GB"), from: "<main>\n", to: "</main>"),
      // The file is not compressed, so its text is in it as it is.
      part(
        of: String(decoding: document.docx(language: "en-GB"), as: UTF8.self), from: "<w:body>",
        to: "<w:sectPr>")
    )
  }

  private static func part(of text: String, from start: String, to end: String) -> String {
    let rest = text.split(separator: start, maxSplits: 1, omittingEmptySubsequences: false).last
    return String((rest ?? "").split(separator: end, maxSplits: 1)[0])
  }

  private static func paragraph(_ style: String, _ runs: String) -> String {
    "<w:p><w:pPr><w:pStyle w:val=\"\(style)\"/></w:pPr>\(runs)</w:p>"
  }

  private static func run(_ text: String, style: String = "") -> String {
    "<w:r>\(style)<w:t xml:space=\"preserve\">\(text)</w:t></w:r>"
  }

  private static let isRightToLeft = "<w:rPr><w:rtl/></w:rPr>"

  @Test func `An answer is apart from the letter's words, and a gap is marked`() {
    let page = Self.page(.paragraph(Self.line("Seen: ", says: "a < b", gap: "[not asked]")))
    #expect(page.html == "<p>Seen: <bdi>a &lt; b</bdi><em>[not asked]</em></p>")
    #expect(
      page.word
        == Self.paragraph(
          "Normal",
          Self.run("Seen: ") + Self.run("a &lt; b")
            + Self.run("[not asked]", style: "<w:rPr><w:rStyle w:val=\"Gap\"/></w:rPr>")))
  }

  @Test func `The later lines of an answer, and a paragraph that begins with one, are set in`() {
    let page = Self.page(
      .paragraph(Self.line("Seen: ", says: "one\ntwo")), .paragraph(Self.line("", says: "one")))
    #expect(
      page.html
        == "<p class=\"lines\">Seen: <bdi>one</bdi><br/><bdi>two</bdi></p>\n<p class=\"answer\"><bdi>one</bdi></p>"
    )
    #expect(
      page.word
        == Self.paragraph(
          "AnswerLines",
          Self.run("Seen: ") + Self.run("one") + "<w:r><w:br/></w:r>" + Self.run("two"))
        + Self.paragraph("Answer", Self.run("one")))
  }

  @Test func `Right-to-left letters, and what is between them, are runs of their own in Word`() {
    let page = Self.page(.paragraph(Self.line("", says: "Noor (נור, 1 נון), b")))
    #expect(
      page.word
        == Self.paragraph(
          "Answer",
          Self.run("Noor (") + Self.run("נור, 1 נון", style: Self.isRightToLeft)
            + Self.run("), b")))
    let mixed = Self.page(.paragraph(Self.line("", says: "א 1, b")))
    #expect(
      mixed.word
        == Self.paragraph("Answer", Self.run("א", style: Self.isRightToLeft) + Self.run(" 1, b")))
    let alone = Self.page(.paragraph(Self.line("", says: "(א) 1.")))
    #expect(alone.word == Self.paragraph("Answer", Self.run("(א) 1.", style: Self.isRightToLeft)))
  }

  @Test func `Rows that follow one another are one table, and only a long one may be split`() {
    let long = String(repeating: "x", count: 601)
    let page = Self.page(
      .row(label: Self.line("A"), value: Self.line("b")),
      .row(label: Self.line("C"), value: Self.line(long)))
    #expect(
      page.html
        == "<table class=\"fields\"><tr><th scope=\"row\">A</th><td>b</td></tr><tr class=\"long\"><th scope=\"row\">C</th><td>\(long)</td></tr></table>"
    )
    func cells(_ label: String, _ value: String) -> String {
      "<w:tc><w:tcPr><w:tcW w:w=\"2892\" w:type=\"dxa\"/></w:tcPr>"
        + Self.paragraph("TableLabel", Self.run(label)) + "</w:tc>"
        + "<w:tc><w:tcPr><w:tcW w:w=\"6746\" w:type=\"dxa\"/></w:tcPr>"
        + Self.paragraph("TableText", Self.run(value)) + "</w:tc>"
    }
    #expect(
      page.word
        == "<w:tbl><w:tblPr><w:tblStyle w:val=\"FieldTable\"/><w:tblW w:w=\"9638\" w:type=\"dxa\"/><w:tblLayout w:type=\"fixed\"/><w:tblLook w:val=\"0680\"/></w:tblPr><w:tblGrid><w:gridCol w:w=\"2892\"/><w:gridCol w:w=\"6746\"/></w:tblGrid><w:tr><w:trPr><w:cantSplit/></w:trPr>\(cells("A", "b"))</w:tr><w:tr>\(cells("C", long))</w:tr></w:tbl>"
        + Self.paragraph("TableEnd", ""))
  }

  @Test func `A table has its header on every page, and as many cells in each row`() {
    let page = Self.page(
      .table(header: [Self.line("A")], rows: [[Self.line("b"), Self.line("c")]]))
    #expect(
      page.html
        == "<table><thead><tr><th scope=\"col\">A</th><td></td></tr></thead><tbody><tr><td>b</td><td>c</td></tr></tbody></table>"
    )
    func cell(_ words: String, _ style: String) -> String {
      "<w:tc><w:tcPr><w:tcW w:w=\"4819\" w:type=\"dxa\"/></w:tcPr>"
        + Self.paragraph(style, words.isEmpty ? "" : Self.run(words)) + "</w:tc>"
    }
    #expect(
      page.word
        == "<w:tbl><w:tblPr><w:tblStyle w:val=\"TableGrid\"/><w:tblW w:w=\"9638\" w:type=\"dxa\"/><w:tblLayout w:type=\"fixed\"/><w:tblLook w:val=\"0620\"/></w:tblPr><w:tblGrid><w:gridCol w:w=\"4819\"/><w:gridCol w:w=\"4819\"/></w:tblGrid><w:tr><w:trPr><w:cantSplit/><w:tblHeader/></w:trPr>\(cell("A", "TableHeading"))\(cell("", "TableHeading"))</w:tr><w:tr><w:trPr><w:cantSplit/></w:trPr>\(cell("b", "TableText"))\(cell("c", "TableText"))</w:tr></w:tbl>"
        + Self.paragraph("TableEnd", ""))
  }

  @Test func `Entries and quotations have their lead and their source`() {
    let page = Self.page(
      .entry(day: Self.line("Friday"), basis: Self.line("seen"), words: Self.line("A car.")),
      .item(Self.line("An item")),
      .quotation(words: Self.line("No."), source: Self.line("To me")))
    #expect(
      page.html == """
        <ul><li><strong>Friday, seen: </strong>A car.</li><li>An item</li></ul>
        <figure><blockquote><p>No.</p></blockquote><figcaption>To me</figcaption></figure>
        """)
    #expect(
      page.word
        == Self.paragraph(
          "ListBullet",
          Self.run("Friday, seen: ", style: "<w:rPr><w:rStyle w:val=\"Strong\"/></w:rPr>")
            + Self.run("A car."))
        + Self.paragraph("ListBullet", Self.run("An item"))
        + "<w:p><w:pPr><w:pStyle w:val=\"Quote\"/><w:keepNext/></w:pPr>\(Self.run("No."))</w:p>"
        + Self.paragraph("QuoteSource", Self.run("To me")))
  }
}
