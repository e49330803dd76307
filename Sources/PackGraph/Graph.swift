/// A drawing of a pack or of one dialogue, independent of the output format: boxes in frames, and arrows.
package struct Graph: Hashable, Sendable {
  /// The title of the pack, or of the only part that is drawn.
  package var title: String
  /// The dialogues in order, then one frame that holds all watches.
  package var frames: [Frame] = []
  /// The arrows between nodes, across all frames.
  package var edges: [Edge] = []

  /// A box around the steps of a dialogue, of a list in it or of a watch, or around all watches.
  package struct Frame: Hashable, Sendable {
    /// A name that is unique among nodes and frames: ASCII letters, digits and underscores.
    package var id: String
    /// The heading of the frame, in plain text: each output format escapes it.
    package var title: String
    /// The steps and ends drawn directly in this frame, in the order of the pack.
    package var nodes: [Node] = []
    /// The frames inside this one, such as the steps of a list.
    package var frames: [Frame] = []

    /// The nodes of this frame and of all frames inside it.
    package var allNodes: [Node] { nodes + frames.flatMap(\.allNodes) }
  }

  /// A step of the pack, the conditions of a watch, or an end.
  package struct Node: Hashable, Sendable {
    /// A name that is unique among nodes and frames: ASCII letters, digits and underscores.
    package var id: String
    /// What kind of step it is, which decides the outline that is drawn.
    package var shape: Shape
    /// The node's text, followed by a line with its condition if it has one.
    package var lines: [String]
    /// Whether no scenario reaches this step; false when the drawing has no coverage.
    package var isUncovered = false
  }

  /// What a node represents; each output format chooses an outline for it.
  package enum Shape: Hashable, Sendable {
    case question, say, decision, chart, flag, use, list, watch, end
  }

  /// An arrow from one node to another.
  package struct Edge: Hashable, Sendable {
    /// The id of the node where the arrow starts.
    package var from: String
    /// The id of the node that the arrow points to.
    package var to: String
    /// The labels of all branches that lead this way.
    package var labels: [String] = []
    /// Whether no scenario takes these branches; false when the drawing has no coverage.
    package var isUncovered = false
    /// Whether the arrow is the order of steps, an entry into a dialogue or list, or only layout.
    package var kind = Kind.leadsOn

    /// What an arrow means, which decides how its line is drawn.
    package enum Kind: Hashable, Sendable {
      case leadsOn
      /// Leads into a dialogue or a list, rather than on to the next step.
      case goesInto
      /// An invisible edge that keeps one frame below another.
      case keepsBelow
    }
  }
}

extension Graph {
  /// The text that marks what no scenario reaches, so that a drawing doesn't depend on colour.
  static let uncoveredMark = "(no scenario)"
}

extension Graph.Node {
  /// The lines to draw, with the mark if the node is uncovered.
  var shownLines: [String] { lines + (isUncovered ? [Graph.uncoveredMark] : []) }
}

extension Graph.Edge {
  var shownLines: [String] { labels + (isUncovered ? [Graph.uncoveredMark] : []) }
}
