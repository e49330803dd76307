package import DialogueModel
package import Scenarios

extension Graph {
  /// Draws a whole pack, or only the dialogue or watch called `name`; nil when there is none of that name.
  ///
  /// With coverage, every part that no scenario reaches is marked.
  package init?(_ outline: Outline, only name: String? = nil, coverage: Coverage? = nil) {
    var drawing = Drawing(outline, coverage: coverage, isWhole: name == nil)
    if let name {
      let parts = outline.dialogues + outline.watches
      guard let part = parts.first(where: { $0.name == name }) else { return nil }
      self = Graph(title: part.title, frames: [drawing.frame(part)])
    } else {
      self = Graph(title: outline.title, frames: outline.dialogues.map { drawing.frame($0) })
      if !outline.watches.isEmpty {
        var watches = Frame(id: drawing.names.name("at-any-time"), title: "At any time")
        watches.frames = outline.watches.map { drawing.frame($0) }
        frames.append(watches)
        drawing.setInRows(watches.frames)
      }
    }
    edges = drawing.edges + drawing.edgesIntoDialogues
  }
}

/// Collects the frames and edges of a drawing while it is built.
private struct Drawing {
  var names = GraphNames()
  private(set) var edges: [Graph.Edge] = []
  private let outline: Outline
  private let coverage: Coverage?
  private let isWhole: Bool
  /// The id of each dialogue's first node, by the dialogue's name.
  private var firsts: [String: String] = [:]
  /// The nodes that use a dialogue, each with that dialogue's name.
  private var uses: [(node: String, dialogue: String)] = []

  init(_ outline: Outline, coverage: Coverage?, isWhole: Bool) {
    self.outline = outline
    self.coverage = coverage
    self.isWhole = isWhole
  }

  var edgesIntoDialogues: [Graph.Edge] {
    uses.compactMap { use in
      firsts[use.dialogue].map { Graph.Edge(from: use.node, to: $0, kind: .goesInto) }
    }
  }

  /// Arranges frames that no edge joins, four to a row, with invisible edges.
  mutating func setInRows(_ frames: [Graph.Frame]) {
    for (above, below) in zip(frames, frames.dropFirst(4)) {
      guard let last = above.nodes.last, let first = below.nodes.first else { continue }
      edges.append(Graph.Edge(from: last.id, to: first.id, kind: .keepsBelow))
    }
  }

  /// The frame of a dialogue, or of a watch below the conditions that start it.
  mutating func frame(_ part: Outline.Part) -> Graph.Frame {
    var frame = Graph.Frame(id: names.name("\(part.name)-steps"), title: part.title.inALine)
    var start: String?
    if !part.conditions.isEmpty {
      let id = names.name("\(part.name)-whenever")
      frame.nodes.append(
        Graph.Node(
          id: id, shape: .watch,
          lines: ["whenever \(part.conditions.map(\.inALine).joined(separator: "; or "))"]))
      start = id
    }
    let first = draw(part.steps, in: &frame, of: part.name)
    if let start, let first { edges.append(Graph.Edge(from: start, to: first)) }
    firsts[part.name] = start ?? first
    return frame
  }

  /// Draws steps into a frame and returns the id of the first node.
  private mutating func draw(
    _ steps: [Outline.Step], in frame: inout Graph.Frame, of owner: String
  ) -> String? {
    let nodes = steps.map { step in
      Graph.Node(
        id: names.name(isWhole ? "\(owner)-\(step.id)" : step.id), shape: shape(of: step),
        lines: lines(of: step), isUncovered: isUncovered(.step, step.place))
    }
    frame.nodes += nodes
    var ends = GraphEnds(owner: owner)
    for (at, step) in steps.enumerated() {
      let (node, next) = (nodes[at], at + 1 < nodes.count ? nodes[at + 1] : nil)
      func target(_ name: String) -> Graph.Node {
        let place = steps.firstIndex { $0.id == name }
        return place.map { nodes[$0] } ?? ends.node(for: name, outline, &names)
      }
      for way in step.ways {
        let to = target(way.target)
        add(node, to, way.label.inALine, isUncovered: isUncovered(.branch, way.place))
      }
      if step.ways.isEmpty, let then = step.then {
        // No edge leads on from `then: end`.
        if then != "end" { add(node, target(then)) }
        if step.when != nil, let next { add(node, next, "otherwise") }
      } else if step.ways.isEmpty, let next {
        add(node, next)
      }
      if case .group(let inside) = step.kind, at + 1 + inside < nodes.count {
        add(node, nodes[at + 1 + inside], "otherwise")
      }
      goInto(step, from: node, &frame, owner)
    }
    frame.nodes += ends.nodes
    return nodes.first?.id
  }

  private mutating func goInto(
    _ step: Outline.Step, from node: Graph.Node, _ frame: inout Graph.Frame, _ owner: String
  ) {
    switch step.kind {
    case .use(let dialogue): uses.append((node.id, dialogue))
    case .forEach(let part):
      var body = Graph.Frame(id: names.name("\(node.id)-steps"), title: part.title)
      if let first = draw(part.steps, in: &body, of: owner) {
        edges.append(Graph.Edge(from: node.id, to: first, kind: .goesInto))
      }
      frame.frames.append(body)
    case .ask, .say, .decide, .conclude, .group: break
    }
  }

  /// Adds an edge, or adds the label to the edge that already joins the two nodes.
  private mutating func add(
    _ from: Graph.Node, _ to: Graph.Node, _ label: String? = nil, isUncovered: Bool = false
  ) {
    let same = edges.firstIndex {
      $0.from == from.id && $0.to == to.id && $0.isUncovered == isUncovered && $0.kind == .leadsOn
    }
    if let same, let label {
      edges[same].labels.append(label)
    } else {
      edges.append(
        Graph.Edge(
          from: from.id, to: to.id, labels: label.map { [$0] } ?? [], isUncovered: isUncovered))
    }
  }

  private func isUncovered(_ kind: Coverage.Kind, _ place: SourcePlace) -> Bool {
    coverage?.isUncovered(kind, place) ?? false
  }

  private func shape(of step: Outline.Step) -> Graph.Shape {
    switch step.kind {
    case .ask: step.ways.isEmpty ? .question : .decision
    case .say: .say
    case .decide, .group: .decision
    case .conclude(let outcome): outline.outcomes[outcome] == .chart ? .chart : .flag
    case .use: .use
    case .forEach: .list
    }
  }

  private func lines(of step: Outline.Step) -> [String] {
    let text: String =
      switch step.kind {
      case .conclude(let outcome): outline.words(forOutcome: outcome)
      case .use(let name): outline.dialogues.first { $0.name == name }?.title ?? name
      case .ask, .say, .decide, .forEach, .group: step.text
      }
    return [text.inALine] + (step.when.map { ["only when \($0)".inALine] } ?? [])
  }
}

extension Outline {
  /// An outcome's kind and name, as the drawing shows them.
  func words(forOutcome id: String) -> String {
    let kind = outcomes[id] == .chart ? "Outcome" : "Flag"
    return "\(kind): \(id.replacing("-", with: " "))"
  }
}
