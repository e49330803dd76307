extension Document {
  /// The letter as Markdown, as CommonMark and its tables of GitHub read it.
  ///
  /// Every sign of Markdown in the words is escaped, so that none of them is read as markup.
  package var markdown: String {
    var parts: [String] = []
    if !notice.isEmpty { parts.append(notice.escaped) }
    parts += head.map { field in
      switch field.kind {
      case .title: "# \(field.text.onOneLine)"
      case .marking: "**\(field.text.onOneLine)**"
      default: Self.row(Line(field.label), field.text)
      }
    }
    parts += blocks.map(\.markdown)
    if !footer.isEmpty { parts.append(footer.escaped) }
    return parts.joined(separator: "\n\n")
  }

  fileprivate static func row(_ label: Line, _ value: Line) -> String {
    "**\(label.onOneLine):** \(value.escaped)"
  }
}

extension Document.Block {
  fileprivate var markdown: String {
    switch self {
    case .heading(let level, let line):
      String(repeating: "#", count: min(level, 5) + 1) + " " + line.onOneLine
    case .row(let label, let value): Document.row(label, value)
    case .paragraph(let line): line.escaped
    case .item(let line): "- " + line.escaped.setIn("  ")
    case .entry(let day, let basis, let words):
      "- " + Self.lead(day, basis) + words.escaped.setIn("  ")
    case .quotation(let words, let source):
      "> " + words.escaped.setIn("> ")
        + (source.isEmpty ? "" : "\n>\n> " + source.escaped.setIn("> "))
    case .table(let header, let rows): Self.table(header, rows)
    case .pageBreak: "---"
    }
  }

  private static func lead(_ day: Document.Line, _ basis: Document.Line) -> String {
    let parts = [day, basis].filter { !$0.isEmpty }.map(\.onOneLine)
    return parts.isEmpty ? "" : "**\(parts.joined(separator: ", ")):** "
  }

  /// A table whose rows all have as many cells as the longest.
  private static func table(_ header: [Document.Line], _ rows: [[Document.Line]]) -> String {
    let columns = ([header] + rows).map(\.count).max() ?? 0
    func line(_ cells: [Document.Line]) -> String {
      "|" + cells.map { " \($0.onOneLine) |" }.joined()
        + String(repeating: "  |", count: columns - cells.count)
    }
    let rule = "|" + String(repeating: "---|", count: columns)
    return ([line(header), rule] + rows.map(line)).joined(separator: "\n")
  }
}

extension Document.Line {
  /// The words, escaped, with a hard line break at each of their line ends.
  fileprivate var escaped: String { lines.map(Self.escaped).joined(separator: "\\\n") }

  /// The words, escaped, with a blank at each of their line ends: a heading or a cell has no lines.
  fileprivate var onOneLine: String { lines.map(Self.escaped).joined(separator: " ") }

  private var lines: [String] {
    text.split(separator: "\n", omittingEmptySubsequences: false).map { line in
      String(line.drop { $0 == " " })
    }
  }

  /// One line with a backslash before every sign that Markdown could read as markup.
  private static func escaped(_ line: String) -> String {
    var result = ""
    var isStart = true
    var isNumber = true
    for letter in line {
      if "\\`*_[]<>#|~&".contains(letter) || isStart && "+-=".contains(letter)
        || isNumber && !isStart && ".)".contains(letter)
      {
        result.append("\\")
      }
      result.append(letter)
      isNumber = isNumber && letter.isASCII && letter.isNumber
      isStart = false
    }
    return result
  }
}

extension String {
  /// The text with these letters before each line but the first.
  fileprivate func setIn(_ margin: String) -> String {
    split(separator: "\n", omittingEmptySubsequences: false).joined(separator: "\n" + margin)
  }
}
