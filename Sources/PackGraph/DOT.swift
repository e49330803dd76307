import DialogueModel

extension Graph {
  /// The drawing as Graphviz DOT source.
  package var dot: String {
    var lines = [
      "digraph {",
      "  graph [fontname=\"Helvetica\", fontsize=20, labelloc=t, ordering=out, nodesep=0.3, ranksep=0.35]",
      "  node [fontname=\"Helvetica\", fontsize=11, shape=box, margin=\"0.12,0.06\", style=filled, fillcolor=white]",
      "  edge [fontname=\"Helvetica\", fontsize=10, arrowsize=0.7]",
    ]
    // A single dialogue already shows its title on its frame.
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
  /// The attributes that tell the shapes apart; the outlines alone are enough, without the grey.
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
  /// The text in quotation marks, with the backslash and the & escaped, which Graphviz interprets inside them.
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
