extension Document {
  /// The letter without what may identify someone, and the words that were replaced although no answer was marked
  /// for them.
  ///
  /// It keeps the blocks, the rows and the sources of all words. The letter's own words stay, except where a marked
  /// name is in them.
  package func pseudonymised(by pseudonyms: Pseudonyms) -> (copy: Document, unmarked: [String]) {
    var replacing = Replacing(pseudonyms)
    for line in lines { replacing.note(line) }
    var copy = self
    copy.notice = replacing.line(notice)
    for at in head.indices {
      copy.head[at].label = replacing.line(Line(head[at].label)).text
      copy.head[at].text = replacing.line(head[at].text)
    }
    copy.blocks = blocks.map { replacing.block($0) }
    copy.footer = replacing.line(footer)
    return (copy, replacing.unmarked)
  }

  /// Every line that may have answers in it.
  private var lines: [Line] {
    [notice, footer] + head.map(\.text)
      + blocks.flatMap { block -> [Line] in
        switch block {
        case .heading(_, let line), .paragraph(let line), .item(let line): [line]
        case .row(let label, let value): [label, value]
        case .entry(let day, let basis, let words): [day, basis, words]
        case .quotation(let words, let source): [words, source]
        case .table(let header, let rows): header + rows.flatMap(\.self)
        case .pageBreak: []
        }
      }
  }
}

extension Pseudonyms {
  /// A text of a conversation's answers, such as the reason for an outcome, without what may identify someone.
  package func replacing(in text: String) -> String {
    PseudonymisedText(text, self, isFree: true).text
  }
}

/// Replaces what may identify someone in the lines of a letter.
private struct Replacing {
  var pseudonyms: Pseudonyms
  var unmarked: [String] = []

  init(_ pseudonyms: Pseudonyms) {
    self.pseudonyms = pseudonyms
  }

  /// How much of some words is looked at, by where they come from.
  private func isFree(_ source: Document.Source) -> Bool {
    switch source {
    case .letter: false
    case .answer(let key): !pseudonyms.ownAnswers.contains(key)
    // It has the label of a question, in which an answer may be printed.
    case .gap: true
    }
  }

  mutating func note(_ line: Document.Line) {
    for run in line.runs where isFree(run.source) { pseudonyms.note(run.text) }
  }

  mutating func line(_ line: Document.Line) -> Document.Line {
    var copy = Document.Line()
    for run in line.runs {
      if case .answer(let key) = run.source, let standIn = pseudonyms.wholeAnswers[key] {
        copy.add(standIn, from: run.source)
        continue
      }
      let replaced = PseudonymisedText(run.text, pseudonyms, isFree: isFree(run.source))
      copy.add(replaced.text, from: run.source)
      for word in replaced.unmarked where !unmarked.contains(word) { unmarked.append(word) }
    }
    return copy
  }

  mutating func block(_ block: Document.Block) -> Document.Block {
    switch block {
    case .heading(let level, let text): .heading(level: level, line(text))
    case .row(let label, let value): .row(label: line(label), value: line(value))
    case .paragraph(let text): .paragraph(line(text))
    case .item(let text): .item(line(text))
    case .entry(let day, let basis, let words):
      .entry(day: line(day), basis: line(basis), words: line(words))
    case .quotation(let words, let source): .quotation(words: line(words), source: line(source))
    case .table(let header, let rows):
      .table(header: header.map { line($0) }, rows: rows.map { $0.map { line($0) } })
    case .pageBreak: .pageBreak
    }
  }
}
