package import DialogueModel

extension Outline {
  /// Reads the outline of a pack, for drawings, from files that must be free of faults.
  package init(_ files: [SourceFile]) {
    let trees = files.sorted { $0.path < $1.path }.filter { !$0.path.hasSuffix(".md") }
      .compactMap { file -> YAMLNode? in
        var yaml = YAMLReading(file)
        return yaml.read()
      }
    func kind(_ name: String) -> [YAMLNode] { trees.filter { $0.entries.first?.key.text == name } }
    let reading = OutlineReading(vocabularies: kind("vocabulary"))
    let pack = kind("pack").first
    self.init(
      pack: pack?.word("pack") ?? "", title: pack?.word("title") ?? "",
      dialogues: kind("dialogue").map(reading.dialogue),
      watches: kind("watches").flatMap { $0["watches"]?.items ?? [] }.map(reading.watch),
      outcomes: [:])
    for outcome in kind("outcomes").flatMap({ $0["outcomes"]?.entries ?? [] }) {
      outcomes[outcome.key.text] = outcome.value.word("kind").flatMap(Outcome.Kind.init) ?? .flag
    }
    sort(from: pack?.word("entry") ?? "")
  }

  /// Sorts the dialogues so that each comes before those that it uses.
  private mutating func sort(from entry: String) {
    let named = Dictionary(dialogues.map { ($0.name, $0) }) { first, _ in first }
    var order: [String] = []
    var waiting = [entry] + dialogues.map(\.name)
    while !waiting.isEmpty {
      let name = waiting.removeFirst()
      guard !order.contains(name), let dialogue = named[name] else { continue }
      order.append(name)
      waiting = dialogue.uses + waiting
    }
    dialogues = order.compactMap { named[$0] }
  }
}

extension Outline.Part {
  fileprivate var uses: [String] {
    steps.flatMap { step -> [String] in
      switch step.kind {
      case .use(let dialogue): [dialogue]
      case .forEach(let part): part.uses
      case .ask, .say, .decide, .conclude, .group: []
      }
    }
  }
}

/// Reads the steps of one file, and skips what it can't read.
private struct OutlineReading {
  /// The labels of items, by vocabulary and item.
  private let labels: [String: [String: String]]

  init(vocabularies: [YAMLNode]) {
    labels = Dictionary(
      vocabularies.map { ($0.word("vocabulary") ?? "", Self.labels($0["items"])) }
    ) { first, _ in first }
  }

  private static func labels(_ items: YAMLNode?) -> [String: String] {
    Dictionary(
      (items?.entries ?? []).map { item in
        (item.key.text, item.value.scalar?.text ?? item.value.word("label") ?? item.key.text)
      }
    ) { first, _ in first }
  }

  func dialogue(_ tree: YAMLNode) -> Outline.Part {
    let name = tree.word("dialogue") ?? ""
    return Outline.Part(
      name: name, title: tree.word("title") ?? name, steps: steps(tree["steps"]))
  }

  func watch(_ tree: YAMLNode) -> Outline.Part {
    let name = tree.word("watch") ?? ""
    let each = tree["whenever each"]
    let conditions =
      [tree["whenever"], each].compactMap { $0?.scalar }
      + (each?.items ?? [])
      .compactMap(\.scalar)
    return Outline.Part(
      name: name, title: name, conditions: conditions.map(\.text), steps: steps(tree["steps"]))
  }

  /// The steps in a row; those of a group come after it.
  private func steps(_ tree: YAMLNode?) -> [Outline.Step] {
    (tree?.items ?? []).flatMap { tree -> [Outline.Step] in
      guard let group = tree["group"]?.scalar else { return [step(tree)].compactMap(\.self) }
      let body = steps(tree["steps"])
      var step = Outline.Step(
        id: group.text, kind: .group(steps: body.count), text: group.text, place: group.place)
      step.when = tree.word("when")
      return [step] + body
    }
  }

  private func step(_ tree: YAMLNode) -> Outline.Step? {
    func read(_ name: String, _ kind: Outline.Kind, _ text: String?) -> Outline.Step? {
      guard let id = tree[name]?.scalar else { return nil }
      var step = Outline.Step(
        id: id.text, kind: kind, text: (text ?? id.text).trimmed, place: id.place)
      step.when = tree.word("when")
      step.then = tree.word("then")
      step.ways = ways(tree)
      return step
    }
    if let list = tree.word("for each") {
      let name = tree.word("as") ?? ""
      let body = Outline.Part(name: list, title: "each \(name)", steps: steps(tree["steps"]))
      return read("id", .forEach(body), "for each of \(list)")
    }
    if let dialogue = tree.word("use") { return read("id", .use(dialogue: dialogue), dialogue) }
    if let outcome = tree.word("outcome") {
      return read("conclude", .conclude(outcome: outcome), outcome)
    }
    let text = tree.word("label") ?? tree.word("text")
    return read("ask", .ask, text) ?? read("say", .say, text)
      ?? read("decide", .decide, text ?? tree.word("if"))
      ?? read("choose", .decide, text)
  }

  /// The branches of a choose, labelled by their conditions, or of another step, labelled by its options.
  private func ways(_ tree: YAMLNode) -> [Outline.Way] {
    var ways: [Outline.Way] = []
    for entry in tree.entries {
      guard let target = entry.value.scalar?.text else { continue }
      if entry.key.text.hasPrefix("when ") {
        let words = ConditionParser.words(of: entry.key, from: 5)
        let place = words.first?.place ?? entry.key.place
        ways.append(
          Outline.Way(label: String(entry.key.text.dropFirst(5)), target: target, place: place))
      } else if entry.key.text == "otherwise" {
        ways.append(Outline.Way(label: "otherwise", target: target, place: entry.key.place))
      }
    }
    let labels = optionLabels(tree)
    for entry in tree["then"]?.entries ?? [] {
      guard let target = entry.value.scalar?.text else { continue }
      let label = labels[entry.key.text] ?? entry.key.text
      ways.append(Outline.Way(label: label, target: target, place: entry.key.place))
    }
    return ways
  }

  private func optionLabels(_ tree: YAMLNode) -> [String: String] {
    var labels = Self.labels(tree["options"])
    let answer = tree.word("answer") ?? ""
    if let vocabulary = answer.split(separator: " ").last.map(String.init), labels.isEmpty {
      labels = self.labels[vocabulary] ?? [:]
    }
    labels["unknown"] = tree.word("not-known") ?? "not known"
    labels["otherwise"] = "otherwise"
    return labels
  }
}
