extension Document {
  /// The letter as plain text in UTF-8, without line breaks inside a paragraph.
  ///
  /// Only the letter's own words and marks begin a line: the later lines of an answer are set in, and so is a
  /// paragraph that begins with an answer. So no answer can pass for a line of the letter.
  package var plainText: String {
    var text = TextRenderer()
    text.add(self)
    return text.finished
  }
}

private struct TextRenderer {
  private var output: [UInt8] = []

  init() {
    // Most letters fit into this, so that the array rarely has to grow.
    output.reserveCapacity(4096)
  }

  var finished: String { String(decoding: output, as: UTF8.self) }

  mutating func add(_ document: Document) {
    if !document.notice.isEmpty {
      add(document.notice)
      end()
    }
    if !output.isEmpty, !document.head.isEmpty { end() }
    for field in document.head {
      if !field.label.isEmpty {
        add(field.label)
        add(": ")
      }
      add(field.text)
      end()
    }
    var last = Kind.other
    for block in document.blocks {
      let kind = Kind(block)
      if !output.isEmpty, kind.isApart(from: last) { end() }
      add(block)
      last = kind
    }
    if !document.footer.isEmpty {
      if !output.isEmpty { end() }
      add(document.footer)
    }
    while output.last == lineEnd { output.removeLast() }
  }

  private mutating func add(_ block: Document.Block) {
    switch block {
    case .heading(_, let line): add(line)
    case .row(let label, let value):
      add(label)
      add(": ")
      add(value)
    case .paragraph(let line):
      if line.beginsWithAnswer { add(margin) }
      add(line)
    case .item(let line):
      add("- ")
      add(line)
    case .entry(let day, let basis, let words):
      add("- ")
      add(day)
      if !day.isEmpty, !basis.isEmpty { add(", ") }
      add(basis)
      if !day.isEmpty || !basis.isEmpty { add(": ") }
      add(words)
    case .quotation(let words, let source):
      add(words)
      if !source.isEmpty {
        add(" (")
        add(source)
        add(")")
      }
    case .table(let header, let rows):
      for (number, row) in ((header.isEmpty ? [] : [header]) + rows).enumerated() {
        if number > 0 { end() }
        add(row)
      }
    case .pageBreak: add("----------------------------------------")
    }
    end()
  }

  private mutating func add(_ cells: [Document.Line]) {
    for (number, cell) in cells.enumerated() {
      if number > 0 { add(" | ") }
      add(cell)
    }
  }

  /// Adds a line; what follows a line end in it is set in.
  private mutating func add(_ line: Document.Line) {
    guard line.utf8.contains(lineEnd) else {
      output += line.utf8
      return
    }
    for byte in line.utf8 {
      output.append(byte)
      if byte == lineEnd { add(margin) }
    }
  }

  private mutating func add(_ words: String) { output.append(contentsOf: words.utf8) }

  private mutating func end() { output.append(lineEnd) }

  private let margin = "  "
}

/// The kinds of blocks that can be close to one another.
private enum Kind {
  case heading, row, item, entry, quotation, other

  init(_ block: Document.Block) {
    self =
      switch block {
      case .heading: .heading
      case .row: .row
      case .item: .item
      case .entry: .entry
      case .quotation: .quotation
      case .paragraph, .table, .pageBreak: .other
      }
  }

  /// Whether an empty line comes between a block of this kind and the one before it.
  func isApart(from before: Kind) -> Bool {
    switch (before, self) {
    case (.heading, _), (.row, .row), (.item, .item), (.entry, .entry), (.quotation, .quotation),
      (.entry, .quotation), (.quotation, .entry), (.item, .quotation), (.quotation, .item):
      false
    default: true
    }
  }
}

private let lineEnd: UInt8 = 0x0A
