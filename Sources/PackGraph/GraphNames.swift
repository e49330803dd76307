/// Gives each node and frame a unique name that both Mermaid and Graphviz accept.
struct GraphNames {
  /// The names given so far, and the words that one of the formats reserves.
  private var taken: Set<String> = [
    "call", "class", "classdef", "click", "default", "digraph", "edge", "end", "flowchart", "graph",
    "href", "linkstyle", "node", "o", "strict", "style", "subgraph", "x",
  ]

  /// A name close to the wanted one, with a number added if it is taken.
  mutating func name(_ wanted: String) -> String {
    let plain = String(wanted.map { $0.isASCII && ($0.isLetter || $0.isNumber) ? $0 : "_" })
    var (name, number) = (plain, 1)
    while !taken.insert(name).inserted {
      number += 1
      name = "\(plain)_\(number)"
    }
    return name
  }
}
