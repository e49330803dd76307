/// A drawing of a pack or of one dialogue: boxes in frames, and arrows between them.
package struct Graph: Hashable, Sendable {
  package var title: String
  package var frames: [Frame] = []
  package var edges: [Edge] = []

  /// A dialogue, the steps of a list in it, a watch, or all watches.
  package struct Frame: Hashable, Sendable {
    package var id: String
    package var title: String
    package var nodes: [Node] = []
    package var frames: [Frame] = []

    package var allNodes: [Node] { nodes + frames.flatMap(\.allNodes) }
  }

  package struct Node: Hashable, Sendable {
    package var id: String
    package var shape: Shape
    /// What it says, and below that when it comes, a line each.
    package var lines: [String]
    package var isUncovered = false
  }

  package enum Shape: Hashable, Sendable {
    case question, say, decision, chart, flag, use, list, watch, end
  }

  package struct Edge: Hashable, Sendable {
    package var from: String
    package var to: String
    /// The branches that lead this way.
    package var labels: [String] = []
    package var isUncovered = false
    package var kind = Kind.leadsOn

    package enum Kind: Hashable, Sendable {
      case leadsOn
      /// Into a dialogue or a list, rather than on to the next step.
      case goesInto
      /// Not seen: it keeps one thing below another.
      case keepsBelow
    }
  }
}

extension Graph {
  /// How a drawing says, also where there is no colour, that no scenario comes to something.
  static let uncoveredMark = "(no scenario)"
}

extension Graph.Node {
  /// With the mark, where it is uncovered.
  var shownLines: [String] { lines + (isUncovered ? [Graph.uncoveredMark] : []) }
}

extension Graph.Edge {
  var shownLines: [String] { labels + (isUncovered ? [Graph.uncoveredMark] : []) }
}
