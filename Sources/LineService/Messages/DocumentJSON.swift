package import Documents
import JSON

/// A letter in parts, as `line-protocol.schema.json` describes it.
extension JSONWriter {
  /// Writes a document as an object.
  package mutating func write(_ document: Document) {
    object { writer in
      writer.member("version", Document.version)
      if !document.notice.isEmpty {
        writer.member("notice", document.notice)
      }
      writer.name("head")
      writer.array { writer in
        for field in document.head {
          writer.object { writer in
            writer.member("kind", field.kind.rawValue)
            if !field.label.isEmpty { writer.member("label", field.label) }
            writer.member("text", field.text)
          }
        }
      }
      writer.name("blocks")
      writer.array { writer in
        for block in document.blocks { writer.object { $0.write(block) } }
      }
      if !document.footer.isEmpty {
        writer.member("footer", document.footer)
      }
    }
  }

  private mutating func write(_ block: Document.Block) {
    switch block {
    case .heading(let level, let line):
      member("kind", "heading")
      member("level", level)
      member("text", line)
    case .row(let label, let value):
      member("kind", "row")
      member("label", label)
      member("value", value)
    case .paragraph(let line):
      member("kind", "paragraph")
      member("text", line)
    case .item(let line):
      member("kind", "item")
      member("text", line)
    case .entry(let day, let basis, let words):
      member("kind", "entry")
      member("day", day)
      member("basis", basis)
      member("words", words)
    case .quotation(let words, let source):
      member("kind", "quotation")
      member("words", words)
      member("source", source)
    case .table(let header, let rows):
      member("kind", "table")
      name("header")
      write(header)
      name("rows")
      array { writer in
        for row in rows { writer.write(row) }
      }
    case .pageBreak: member("kind", "page-break")
    }
  }

  private mutating func write(_ cells: [Document.Line]) {
    array { writer in
      for cell in cells { writer.write(cell) }
    }
  }

  private mutating func member(_ name: String, _ line: Document.Line) {
    self.name(name)
    write(line)
  }

  /// Writes a line as its runs, each with the question whose answer it is, or which has none.
  private mutating func write(_ line: Document.Line) {
    array { writer in
      for run in line.runs {
        writer.object { writer in
          writer.member("text", run.text)
          switch run.source {
          case .letter: break
          case .answer(let key): writer.member("answer", key)
          case .gap(let key): writer.member("gap", key)
          }
        }
      }
    }
  }
}
