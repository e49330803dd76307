extension Document {
  /// The letter as a Word file (Office Open XML), the same bytes for the same letter.
  package func docx(language: String) -> [UInt8] {
    func fixed(_ markup: StaticString) -> [UInt8] {
      var writer = XMLWriter(WordPackage.declaration)
      writer.add(markup)
      return writer.bytes
    }
    var archive = ZIPArchive()
    archive.add("[Content_Types].xml", fixed(WordPackage.contentTypes))
    archive.add("_rels/.rels", fixed(WordPackage.relationships))
    archive.add("docProps/core.xml", properties(language: language))
    archive.add("word/_rels/document.xml.rels", fixed(WordPackage.documentRelationships))
    archive.add("word/document.xml", wordBody)
    archive.add("word/styles.xml", WordStyles.file(language: language))
    archive.add("word/numbering.xml", fixed(WordPackage.numbering))
    archive.add("word/settings.xml", fixed(WordPackage.settings))
    archive.add("word/header1.xml", wordHeader)
    archive.add("word/footer1.xml", wordFooter)
    return archive.bytes
  }

  private func properties(language: String) -> [UInt8] {
    var writer = XMLWriter(WordPackage.declaration)
    writer.element(
      "cp:coreProperties",
      [
        "xmlns:cp": "http://schemas.openxmlformats.org/package/2006/metadata/core-properties",
        "xmlns:dc": "http://purl.org/dc/elements/1.1/",
      ]
    ) { writer in
      writer.element("dc:title") { $0.text(name) }
      writer.element("dc:language") { $0.text(language) }
    }
    return writer.bytes
  }

  private var wordBody: [UInt8] {
    XMLWriter.word("w:document") { writer in
      writer.element("w:body") { writer in
        for part in parts { writer.addWord(part) }
        writer.element("w:sectPr") { writer in
          writer.empty("w:headerReference", ["w:type": "default", "r:id": "rId4"])
          writer.empty("w:footerReference", ["w:type": "default", "r:id": "rId5"])
          writer.empty("w:pgSz", ["w:w": "11906", "w:h": "16838"])
          writer.empty(
            "w:pgMar",
            [
              "w:top": "1134", "w:right": "1134", "w:bottom": "1134", "w:left": "1134",
              "w:header": "567", "w:footer": "567", "w:gutter": "0",
            ])
        }
      }
    }
  }

  private var wordHeader: [UInt8] {
    let header = pageHeader
    return XMLWriter.word("w:hdr") { writer in
      writer.addParagraph("Header") { writer in
        writer.addRun(header.marking)
        writer.element("w:r") { $0.empty("w:tab") }
        writer.addRun(header.reference)
      }
    }
  }

  private var wordFooter: [UInt8] {
    XMLWriter.word("w:ftr") { writer in
      writer.addParagraph("Footer") { writer in
        writer.element("w:fldSimple", ["w:instr": "PAGE"]) { $0.addRun("1") }
        writer.addRun(" / ")
        writer.element("w:fldSimple", ["w:instr": "NUMPAGES"]) { $0.addRun("1") }
      }
    }
  }
}

extension XMLWriter {
  /// A file of Word with this root element.
  fileprivate static func word(
    _ root: StaticString, _ content: (inout XMLWriter) -> Void
  ) -> [UInt8] {
    var writer = XMLWriter(WordPackage.declaration)
    writer.element(
      root,
      [
        "xmlns:w": "http://schemas.openxmlformats.org/wordprocessingml/2006/main",
        "xmlns:r": "http://schemas.openxmlformats.org/officeDocument/2006/relationships",
      ], content)
    return writer.bytes
  }

  fileprivate mutating func addWord(_ part: Part) {
    switch part {
    case .notice(let line): addParagraph("Notice", line)
    case .marking(let line): addParagraph("Marking", line)
    case .title(let line): addParagraph("Title", line)
    case .heading(let level, let line): addParagraph("Heading\(level)", line)
    case .paragraph(let line):
      switch line.inset {
      case .none: addParagraph("Normal", line)
      case .laterLines: addParagraph("AnswerLines", line)
      case .whole: addParagraph("Answer", line)
      }
    case .fields(let fields): addTable(of: fields)
    case .list(let items):
      for item in items {
        addParagraph("ListBullet") { writer in
          writer.addLine(item.lead, style: "Strong")
          writer.addLine(item.words)
        }
      }
    case .quotation(let words, let source):
      addParagraph("Quote", keepsNext: !source.isEmpty) { $0.addLine(words) }
      if !source.isEmpty { addParagraph("QuoteSource", source) }
    case .table(let header, let rows): addTable(header: header, rows: rows)
    case .pageBreak:
      addParagraph("PageBreak") { writer in
        writer.element("w:r") { $0.empty("w:br", ["w:type": "page"]) }
      }
    case .footer(let line): addParagraph("Closing", line)
    }
  }
}
