import DialogueModel

/// The nodes of a frame that are not steps: where its steps or the conversation end, and outcomes that a branch
/// concludes.
struct GraphEnds {
  private(set) var nodes: [Graph.Node] = []
  private var byTarget: [String: Graph.Node] = [:]
  private let owner: String

  init(owner: String) { self.owner = owner }

  /// The node for the target of a jump, created on first use.
  mutating func node(
    for target: String, _ outline: Outline, _ names: inout GraphNames
  ) -> Graph.Node {
    if let node = byTarget[target] { return node }
    var node = Graph.Node(id: names.name("\(owner)-\(target)"), shape: .end, lines: [target])
    if target == "finish" { node.lines = ["the conversation ends"] }
    if target.hasPrefix("conclude ") {
      let outcome = String(target.dropFirst(9)).trimmed
      node.shape = outline.outcomes[outcome] == .chart ? .chart : .flag
      node.lines = [outline.words(forOutcome: outcome)]
    }
    byTarget[target] = node
    nodes.append(node)
    return node
  }
}
