extension Document {
  /// Counts the numbers in its lines from 1, in the order in which they are printed.
  package mutating func number() {
    var count = 0
    for at in head.indices { head[at].text.number(after: &count) }
    for at in blocks.indices { blocks[at].number(after: &count) }
    footer.number(after: &count)
  }
}

extension Document.Block {
  fileprivate mutating func number(after count: inout Int) {
    switch self {
    case .heading(let level, var text):
      text.number(after: &count)
      self = .heading(level: level, text)
    case .row(var label, var value):
      label.number(after: &count)
      value.number(after: &count)
      self = .row(label: label, value: value)
    case .paragraph(var text):
      text.number(after: &count)
      self = .paragraph(text)
    case .item(var text):
      text.number(after: &count)
      self = .item(text)
    case .entry(var day, var basis, var words):
      day.number(after: &count)
      basis.number(after: &count)
      words.number(after: &count)
      self = .entry(day: day, basis: basis, words: words)
    case .quotation(var words, var source):
      words.number(after: &count)
      source.number(after: &count)
      self = .quotation(words: words, source: source)
    case .table(var header, var rows):
      for cell in header.indices { header[cell].number(after: &count) }
      for row in rows.indices {
        for cell in rows[row].indices { rows[row][cell].number(after: &count) }
      }
      self = .table(header: header, rows: rows)
    case .pageBreak: break
    }
  }
}
