/// What a page shows, in order: the letter with its rows gathered into tables and its items into lists.
enum Part {
  case notice(Document.Line)
  case marking(Document.Line)
  case title(Document.Line)
  /// A heading; level 1 is the highest below the title, and 5 the lowest.
  case heading(level: Int, Document.Line)
  case paragraph(Document.Line)
  case fields([Field])
  case list([Item])
  case quotation(words: Document.Line, source: Document.Line)
  /// Rows that all have as many cells as the longest; the header has as many, or none.
  case table(header: [Document.Line], rows: [[Document.Line]])
  case pageBreak
  case footer(Document.Line)

  /// A label and a value.
  struct Field {
    var label: Document.Line
    var value: Document.Line

    /// Whether it may be split between two pages.
    var isLong: Bool { value.isLong }
  }

  /// An item of a list, which may begin with a day and a basis.
  struct Item {
    var day = Document.Line()
    var basis = Document.Line()
    var words: Document.Line

    /// The words before its own: the day and how it is known.
    var lead: Document.Line {
      var lead = day
      if !day.isEmpty, !basis.isEmpty { lead.add(", ", from: .letter) }
      lead.add(basis)
      if !lead.isEmpty { lead.add(": ", from: .letter) }
      return lead
    }
  }
}

extension Document {
  /// The whole letter as parts of a page.
  var parts: [Part] {
    var parts = Part.gathered(head.map(Part.init)) + Part.gathered(blocks.compactMap(Part.init))
    if !notice.isEmpty { parts.insert(.notice(notice), at: 0) }
    if !footer.isEmpty { parts.append(.footer(footer)) }
    return parts
  }

  /// What a window or a list of files shows for the letter: its title, or else its first heading.
  var name: String {
    if let title = text(of: .title) { return title }
    for case .heading(_, let line) in blocks { return line.text.onOneLine }
    return ""
  }

  /// What the top of every page says: the marking, and the reference with its label.
  var pageHeader: (marking: String, reference: String) {
    let label = head.first { $0.kind == .reference }?.label ?? ""
    let reference = text(of: .reference) ?? ""
    return (
      text(of: .marking) ?? "",
      label.isEmpty || reference.isEmpty ? reference : "\(label.onOneLine): \(reference)"
    )
  }

  private func text(of kind: Field.Kind) -> String? {
    head.first { $0.kind == kind }?.text.text.onOneLine
  }
}

extension Part {
  fileprivate init(_ field: Document.Field) {
    switch field.kind {
    case .marking: self = .marking(field.text)
    case .title: self = .title(field.text)
    default: self = .fields([Field(label: Document.Line(field.label), value: field.text)])
    }
  }

  /// What a page shows of a block; nothing for a table without cells.
  fileprivate init?(_ block: Document.Block) {
    switch block {
    case .heading(let level, let line): self = .heading(level: min(max(level, 1), 5), line)
    case .row(let label, let value): self = .fields([Field(label: label, value: value)])
    case .paragraph(let line): self = .paragraph(line)
    case .item(let line): self = .list([Item(words: line)])
    case .entry(let day, let basis, let words):
      self = .list([Item(day: day, basis: basis, words: words)])
    case .quotation(let words, let source): self = .quotation(words: words, source: source)
    case .table(let header, let rows):
      let columns = ([header] + rows).map(\.count).max() ?? 0
      guard columns > 0 else { return nil }
      func padded(_ cells: [Document.Line]) -> [Document.Line] {
        cells + Array(repeating: Document.Line(), count: columns - cells.count)
      }
      self = .table(header: header.isEmpty ? [] : padded(header), rows: rows.map(padded))
    case .pageBreak: self = .pageBreak
    }
  }

  /// These parts, with fields and items that follow one another in one part.
  fileprivate static func gathered(_ parts: [Part]) -> [Part] {
    var gathered: [Part] = []
    for part in parts {
      switch (gathered.last, part) {
      case (.fields(var fields)?, .fields(let more)):
        gathered.removeLast()
        fields += more
        gathered.append(.fields(fields))
      case (.list(var items)?, .list(let more)):
        gathered.removeLast()
        items += more
        gathered.append(.list(items))
      default: gathered.append(part)
      }
    }
    return gathered
  }
}

extension Document.Line {
  /// The runs of each of its lines.
  var linesOfRuns: [[Run]] {
    var lines: [[Run]] = [[]]
    for run in runs {
      let texts = run.text.split(omittingEmptySubsequences: false, whereSeparator: \.isNewline)
      for (number, text) in texts.enumerated() {
        if number > 0 { lines.append([]) }
        if !text.isEmpty {
          lines[lines.count - 1].append(Run(text: String(text), source: run.source))
        }
      }
    }
    return lines
  }

  /// Whether it fills so much of a page that it may be split between two.
  var isLong: Bool { utf8.count > 600 || text.count(where: \.isNewline) > 7 }

  /// How much of a paragraph is set in, so that no answer can pass for a line of the letter.
  var inset: Inset {
    if beginsWithAnswer { return .whole }
    return text.contains(where: \.isNewline) ? .laterLines : .none
  }

  /// How much of a paragraph is set in.
  enum Inset {
    case none, laterLines, whole
  }
}
