import DialogueModel

extension Graph {
  /// The drawing in the words of Graphviz.
  package var dot: String {
    var lines = [
      "digraph {",
      "  graph [fontname=\"Helvetica\", fontsize=20, labelloc=t, ordering=out, nodesep=0.3, ranksep=0.35]",
      "  node [fontname=\"Helvetica\", fontsize=11, shape=box, margin=\"0.12,0.06\", style=filled, fillcolor=white]",
      "  edge [fontname=\"Helvetica\", fontsize=10, arrowsize=0.7]",
    ]
    // One dialogue says its title itself.
    if frames.count > 1 { lines.append("  graph [label=\(title.forDOT)]") }
    lines += frames.flatMap { $0.dot(indent: "  ") }
    lines += edges.map { "  \($0.dot)" }
    return (lines + ["}"]).map { "\($0)\n" }.joined()
  }
}

extension Graph.Frame {
  fileprivate func dot(indent: String) -> [String] {
    [
      "\(indent)subgraph cluster_\(id) {",
      "\(indent)  graph [label=\(title.forDOT), labeljust=l, fontsize=13, style=rounded, color=gray50]",
    ]
      + nodes.map { "\(indent)  \($0.dot)" }
      + frames.flatMap { $0.dot(indent: indent + "  ") }
      + ["\(indent)}"]
  }
}

extension Graph.Node {
  fileprivate var dot: String {
    let width = shape == .decision ? 20 : 32
    var attributes = ["label=\(shownLines.flatMap { $0.filled(to: width) }.forDOT)"]
    attributes += shape.dot
    if isUncovered {
      attributes += ["style=\"filled,dashed\(shape == .flag ? ",rounded" : "")\"", "penwidth=2"]
    }
    return "\(id) [\(attributes.joined(separator: ", "))]"
  }
}

extension Graph.Shape {
  /// What tells one from another; the lines alone do, without the grey.
  fileprivate var dot: [String] {
    switch self {
    case .question: []
    case .say: ["shape=note"]
    case .decision: ["shape=diamond", "margin=\"0,0\""]
    case .chart: ["peripheries=2", "penwidth=2", "fillcolor=gray90"]
    case .flag: ["style=\"filled,rounded\"", "fillcolor=gray90"]
    case .use: ["shape=component"]
    case .list, .watch: ["shape=hexagon", "margin=\"0,0\""]
    case .end: ["shape=circle", "fontsize=9", "margin=\"0.02,0.02\""]
    }
  }
}

extension Graph.Edge {
  fileprivate var dot: String {
    var attributes: [String] = []
    let label = shownLines.flatMap { $0.filled(to: 26) }
    if !label.isEmpty { attributes.append("label=\(label.forDOT)") }
    switch kind {
    case .leadsOn: if isUncovered { attributes.append("style=dashed") }
    case .goesInto: attributes.append("style=dotted")
    case .keepsBelow: attributes.append("style=invis")
    }
    return "\(from) -> \(to)\(attributes.isEmpty ? "" : " [\(attributes.joined(separator: ", "))]")"
  }
}

extension [String] {
  fileprivate var forDOT: String { joined(separator: "\n").forDOT }
}

extension String {
  /// In quotation marks; Graphviz reads a backslash and the & of HTML in them.
  fileprivate var forDOT: String {
    var text = "\""
    for character in self {
      switch character {
      case "\"": text += "\\\""
      case "\\": text += "\\\\"
      case "&": text += "&amp;"
      case "\n": text += "\\n"
      default: text.append(character)
      }
    }
    return text + "\""
  }
}
