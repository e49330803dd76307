extension Graph {
  /// The drawing as Mermaid flowchart source, for pages that render Mermaid.
  package var mermaid: String {
    let nodes = frames.flatMap(\.allNodes)
    var lines = ["flowchart TD"] + frames.flatMap { $0.mermaid(indent: "  ") }
    lines += edges.map { "  \($0.mermaid)" }
    func mark(_ name: String, _ style: String, _ marked: [Node]) {
      guard !marked.isEmpty else { return }
      lines.append("  classDef \(name) \(style)")
      lines.append("  class \(marked.map(\.id).joined(separator: ",")) \(name)")
    }
    mark("chart", "stroke-width:4px", nodes.filter { $0.shape == .chart })
    mark("uncovered", "stroke-dasharray:6 4", nodes.filter(\.isUncovered))
    return lines.map { "\($0)\n" }.joined()
  }
}

extension Graph.Frame {
  fileprivate func mermaid(indent: String) -> [String] {
    // Without a direction, a frame that no arrow enters would lie on its side.
    ["\(indent)subgraph \(id)[\"\(title.forMermaid)\"]", "\(indent)  direction TB"]
      + nodes.map { "\(indent)  \($0.mermaid)" }
      + frames.flatMap { $0.mermaid(indent: indent + "  ") }
      + ["\(indent)end"]
  }
}

extension Graph.Node {
  fileprivate var mermaid: String {
    let (open, shut) = shape.mermaid
    return "\(id)\(open)\"\(shownLines.forMermaid)\"\(shut)"
  }
}

extension Graph.Shape {
  fileprivate var mermaid: (open: String, shut: String) {
    switch self {
    case .question: ("[", "]")
    case .say: ("[/", "/]")
    case .decision: ("{", "}")
    case .chart: ("([", "])")
    case .flag: (">", "]")
    case .use: ("[[", "]]")
    case .list, .watch: ("{{", "}}")
    case .end: ("((", "))")
    }
  }
}

extension Graph.Edge {
  fileprivate var mermaid: String {
    let arrow =
      switch kind {
      case .leadsOn: isUncovered ? "-.->" : "-->"
      case .goesInto: "-.->"
      case .keepsBelow: "~~~"
      }
    return shownLines.isEmpty
      ? "\(from) \(arrow) \(to)" : "\(from) \(arrow)|\"\(shownLines.forMermaid)\"| \(to)"
  }
}

extension [String] {
  fileprivate var forMermaid: String { map(\.forMermaid).joined(separator: "<br>") }
}

extension String {
  /// The text with every character escaped as `#NUMBER;` that Mermaid, or the Markdown and HTML it reads in
  /// labels, could interpret.
  fileprivate var forMermaid: String {
    let scalars = Array(unicodeScalars)
    return scalars.indices.map { at in
      let next = at + 1 < scalars.count ? scalars[at + 1] : nil
      return scalars[at].isPlain(after: scalars[..<at], before: next)
        ? String(scalars[at]) : "#\(scalars[at].value);"
    }.joined()
  }
}

extension Unicode.Scalar {
  fileprivate func isPlain(
    after text: ArraySlice<Unicode.Scalar>, before next: Unicode.Scalar?
  ) -> Bool {
    // At the start of a text, or after nothing but a number, these would open a list, a quotation or a heading.
    let mayOpen = text.allSatisfy { ("0"..."9").contains($0) || $0 == " " }
    return switch self {
    case "a"..."z", "A"..."Z", "0"..."9", " ", ",", "?", "!", "'", "(", ";", "/": true
    case "-", ">", "=", ")": !mayOpen
    // A dot after "www" is escaped too, so that no web address is recognised.
    case ".": !mayOpen && text.last != "w"
    case ":": next == " "
    default: !isASCII
    }
  }
}
