extension String {
  /// The text with each line broken between words so that none is wider than `columns`.
  ///
  /// A continued line starts below the line's own text: after its margin, number or dash.
  package func wrapped(to columns: Int) -> String {
    split(separator: "\n", omittingEmptySubsequences: false)
      .map { $0.columns <= columns ? String($0) : wrap($0, max(columns, 8)) }
      .joined(separator: "\n")
  }

  private func wrap(_ line: Substring, _ columns: Int) -> String {
    let margin = min(line.hangingMargin, columns / 2)
    let indent = String(repeating: " ", count: margin)
    var lines: [String] = []
    var current = String(line.prefix { $0 == " " })
    var isEmpty = true
    func close() {
      lines.append(current)
      current = indent
      isEmpty = true
    }
    for word in line.drop(while: { $0 == " " }).split(
      separator: " ", omittingEmptySubsequences: false)
    {
      if !isEmpty, current.columns + 1 + word.columns > columns { close() }
      if !isEmpty { current += " " }
      for letter in word {
        // A word wider than a line is broken at the end of the line.
        if current.columns + letter.columns > columns { close() }
        current.append(letter)
        isEmpty = false
      }
      isEmpty = false
    }
    close()
    return lines.joined(separator: "\n")
  }
}

extension Substring {
  /// The column where the text of a line starts, after its margin and a number, a dash or a label followed by
  /// two spaces.
  fileprivate var hangingMargin: Int {
    let margin = prefix { $0 == " " }.count
    let rest = dropFirst(margin)
    var mark = rest.prefix { $0.isNumber || $0 == "-" }
    if let last = mark.last, last.isNumber, rest.dropFirst(mark.count).first == ":" {
      mark = rest.prefix(mark.count + 1)
    }
    if !mark.isEmpty, rest.dropFirst(mark.count).first == " " { return margin + mark.count + 1 }
    guard let gap = rest.prefix(16).firstRange(of: "  ") else { return margin }
    let label = rest[..<gap.lowerBound]
    return margin + label.columns + rest.dropFirst(label.count).prefix { $0 == " " }.count
  }
}
