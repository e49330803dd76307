extension Document {
  /// The letter as one web page that needs no other file, reads well on a screen and prints well on A4.
  package func html(language: String) -> String {
    var writer = XMLWriter("<!DOCTYPE html>\n")
    writer.element("html", ["lang": language]) { writer in
      writer.element("head") { writer in
        writer.empty("meta", ["charset": "utf-8"])
        writer.empty(
          "meta",
          [
            "http-equiv": "Content-Security-Policy",
            "content":
              "default-src 'none'; style-src 'unsafe-inline'; base-uri 'none'; form-action 'none'",
          ])
        writer.empty(
          "meta", ["name": "viewport", "content": "width=device-width, initial-scale=1"])
        writer.element("title") { $0.text(name) }
        writer.element("style") { writer in
          writer.add(PageStyle.rules)
          writer.text(PageStyle.pageHeader(of: self))
        }
      }
      writer.element("body") { writer in
        writer.element("main") { writer in
          for part in parts {
            writer.text("\n")
            writer.write(part)
          }
        }
      }
    }
    return String(decoding: writer.bytes, as: UTF8.self)
  }
}

extension XMLWriter {
  fileprivate mutating func write(_ part: Part) {
    switch part {
    case .notice(let line): element("p", ["class": "notice"]) { $0.write(line) }
    case .marking(let line): element("p", ["class": "marking"]) { $0.write(line) }
    case .title(let line): element("h1") { $0.write(line) }
    case .heading(let level, let line): element(Self.heading(level)) { $0.write(line) }
    case .paragraph(let line): write(paragraph: line)
    case .fields(let fields): write(fields)
    case .list(let items):
      element("ul") { writer in
        for item in items {
          writer.element("li") { writer in
            let lead = item.lead
            if !lead.isEmpty { writer.element("strong") { $0.write(lead) } }
            writer.write(item.words)
          }
        }
      }
    case .quotation(let words, let source):
      element("figure") { writer in
        writer.element("blockquote") { writer in writer.element("p") { $0.write(words) } }
        if !source.isEmpty { writer.element("figcaption") { $0.write(source) } }
      }
    case .table(let header, let rows): write(header: header, rows: rows)
    case .pageBreak: empty("hr")
    case .footer(let line): element("footer") { writer in writer.write(paragraph: line) }
    }
  }

  private static func heading(_ level: Int) -> StaticString {
    switch level {
    case 1: "h2"
    case 2: "h3"
    case 3: "h4"
    case 4: "h5"
    default: "h6"
    }
  }

  private mutating func write(paragraph line: Document.Line) {
    switch line.inset {
    case .none: element("p") { $0.write(line) }
    case .laterLines: element("p", ["class": "lines"]) { $0.write(line) }
    case .whole: element("p", ["class": "answer"]) { $0.write(line) }
    }
  }

  private mutating func write(_ fields: [Part.Field]) {
    element("table", ["class": "fields"]) { writer in
      for field in fields {
        writer.element("tr", field.isLong ? ["class": "long"] : [:]) { writer in
          writer.element("th", ["scope": "row"]) { $0.write(field.label) }
          writer.element("td") { $0.write(field.value) }
        }
      }
    }
  }

  private mutating func write(header: [Document.Line], rows: [[Document.Line]]) {
    element("table") { writer in
      if !header.isEmpty {
        writer.element("thead") { writer in
          writer.element("tr") { writer in
            for cell in header { writer.write(header: cell) }
          }
        }
      }
      writer.element("tbody") { writer in
        for row in rows {
          writer.element("tr", row.contains(where: \.isLong) ? ["class": "long"] : [:]) { writer in
            for cell in row { writer.element("td") { $0.write(cell) } }
          }
        }
      }
    }
  }

  /// Adds the header of a column; a column without one has an ordinary cell there.
  private mutating func write(header cell: Document.Line) {
    if cell.isEmpty {
      element("td") { _ in }
    } else {
      element("th", ["scope": "col"]) { $0.write(cell) }
    }
  }

  /// Adds a line; each line of an answer is apart from the text around it, so that its direction ends with it.
  private mutating func write(_ line: Document.Line) {
    for (number, runs) in line.linesOfRuns.enumerated() {
      if number > 0 { empty("br") }
      for run in runs {
        switch run.source {
        case .letter: text(run.text)
        case .answer: element("bdi") { $0.text(run.text) }
        case .gap: element("em") { $0.text(run.text) }
        }
      }
    }
  }
}
