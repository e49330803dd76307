/// Names for nodes and frames, each given once, that every language of drawings takes.
struct GraphNames {
  /// Those given, and words that a language keeps for itself.
  private var taken: Set<String> = [
    "call", "class", "classdef", "click", "default", "digraph", "edge", "end", "flowchart", "graph",
    "href", "linkstyle", "node", "o", "strict", "style", "subgraph", "x",
  ]

  /// A name near to the one wanted.
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
