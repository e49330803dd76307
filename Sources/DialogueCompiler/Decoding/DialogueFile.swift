import DialogueModel

extension PackReader {
  mutating func readDialogue(_ tree: YAMLNode) {
    guard
      let fields = fields(tree, as: .dialogue),
      let name = fields.text("dialogue")
    else { return }
    let facts = facts(in: fields)
    let steps = fields.list("steps").compactMap { step($0) }
    pack.dialogues.append(DialogueSyntax(name: name, facts: facts, steps: steps))
  }

  mutating func facts(in fields: Fields) -> [FactSyntax] {
    fields.entries("facts").compactMap { entry in
      guard case .scalar(let scalar) = entry.value else {
        report("a fact is one condition", at: entry.value.place)
        return nil
      }
      return condition(scalar).map { FactSyntax(name: entry.key, test: $0) }
    }
  }

  mutating func readWatches(_ tree: YAMLNode) {
    guard let fields = fields(tree, as: .watches) else { return }
    pack.watches += fields.list("watches").compactMap { watch($0) }
  }

  private mutating func watch(_ tree: YAMLNode) -> WatchSyntax? {
    guard
      let fields = fields(tree, as: .watch),
      let name = fields.text("watch")
    else { return nil }
    let itemName = fields.text("as")
    let conditions =
      (condition("whenever", in: fields).map { [$0] } ?? [])
      + fields.texts("whenever each").compactMap { condition($0) }
    if (fields["whenever"] == nil) == (fields["whenever each"] == nil) {
      report(
        "a watch needs either `whenever:` with one condition, or `whenever each:` with a list",
        at: name.place)
    }
    return WatchSyntax(
      name: name, conditions: conditions, list: fields.text("for each"),
      itemName: itemName?.text ?? "item",
      steps: fields.list("steps").compactMap { step($0) })
  }

  private static let stepKinds = Shape.steps.compactMap { $0.keys.first?.name }

  mutating func step(_ tree: YAMLNode) -> StepSyntax? {
    guard case .map(let entries, _) = tree,
      let kind = Self.stepKinds.first(where: { kind in entries.contains { $0.key.text == kind } })
    else {
      report(
        "a step starts with what it does",
        fix: "start it with `- ` and one of: "
          + Self.stepKinds.map { "\($0):" }.joined(separator: ", "), at: tree.place)
      return nil
    }
    return switch kind {
    case "ask": ask(tree)
    case "say": say(tree)
    case "decide": decide(tree)
    case "choose": choose(tree)
    case "for each": forEach(tree)
    case "use": use(tree)
    case "group": group(tree)
    default: conclude(tree)
    }
  }

  private mutating func say(_ tree: YAMLNode) -> StepSyntax? {
    guard
      let fields = fields(tree, as: .say),
      let id = fields.text("say"), let text = template("text", in: fields)
    else { return nil }
    return finished(StepSyntax(id: id, kind: .say(text)), fields)
  }

  private mutating func decide(_ tree: YAMLNode) -> StepSyntax? {
    guard
      let fields = fields(tree, as: .decide),
      let id = fields.text("decide"), let test = condition("if", in: fields)
    else { return nil }
    return finished(StepSyntax(id: id, kind: .decide(test)), fields)
  }

  private mutating func choose(_ tree: YAMLNode) -> StepSyntax? {
    guard
      let fields = fields(tree, as: .choose),
      let id = fields.text("choose"), let otherwise = fields.text("otherwise"),
      let name = fields.entries.first(where: { $0.key.text == "otherwise" })?.key
    else { return nil }
    var ways: [(test: TestSyntax, target: Scalar)] = []
    for entry in fields.entries where entry.key.text.hasPrefix("when ") {
      guard case .scalar(let target) = entry.value else {
        report("`\(entry.key.text):` needs the name of a step", at: entry.value.place)
        continue
      }
      if let test = condition(entry.key, from: 5) { ways.append((test, target)) }
    }
    return finished(
      StepSyntax(id: id, kind: .choose(ways, otherwise: (name, otherwise))), fields)
  }

  private mutating func forEach(_ tree: YAMLNode) -> StepSyntax? {
    guard
      let fields = fields(tree, as: .forEach),
      let list = fields.text("for each"), let id = fields.text("id"),
      let name = fields.text("as")
    else { return nil }
    let steps = fields.list("steps").compactMap { step($0) }
    return finished(
      StepSyntax(id: id, kind: .forEach(list: list, as: name.text, steps)), fields)
  }

  private mutating func group(_ tree: YAMLNode) -> StepSyntax? {
    guard let fields = fields(tree, as: .group), let id = fields.text("group") else { return nil }
    let steps = fields.list("steps").compactMap { step($0) }
    return finished(StepSyntax(id: id, kind: .group(steps)), fields)
  }

  private mutating func use(_ tree: YAMLNode) -> StepSyntax? {
    guard
      let fields = fields(tree, as: .use),
      let dialogue = fields.text("use"), let id = fields.text("id")
    else { return nil }
    return finished(StepSyntax(id: id, kind: .use(dialogue: dialogue)), fields)
  }

  private mutating func conclude(_ tree: YAMLNode) -> StepSyntax? {
    guard
      let fields = fields(tree, as: .conclude),
      let id = fields.text("conclude"), let outcome = fields.text("outcome")
    else { return nil }
    return finished(StepSyntax(id: id, kind: .conclude(outcome: outcome)), fields)
  }

  /// Adds what every kind of step can have.
  mutating func finished(_ step: StepSyntax, _ fields: Fields) -> StepSyntax {
    var step = step
    step.when = condition("when", in: fields)
    step.short = template("short", in: fields)
    step.was = fields.texts("was")
    switch fields["then"] {
    case nil: break
    case .scalar(let target)?: step.then = .to(target)
    case .list(_, let place)?:
      report("`then:` needs lines of `option: step`", at: place)
    case .map(let entries, let place)?:
      var ways: [(option: Scalar, target: Scalar)] = []
      for entry in entries {
        guard case .scalar(let target) = entry.value else {
          report("`\(entry.key.text):` needs the name of a step", at: entry.value.place)
          continue
        }
        ways.append((entry.key, target))
      }
      if !ways.contains(where: { $0.option.text == "otherwise" }) {
        report(
          .noDefault, "these branches have no default",
          fix: "end them with `otherwise: …`, so that every "
            + "answer leads somewhere", at: place)
      }
      switch step.kind {
      case .ask, .askAgain, .decide: break
      default:
        report(
          "only a yes-no, a one of or a decide can branch",
          fix: "write `then: STEP`, or put a `choose` after it", at: place)
      }
      if step.when != nil {
        report(
          "a step with branches can't have `when:`",
          fix: "put a `decide` before it", at: step.id.place)
      }
      step.then = .byAnswer(ways)
    }
    return step
  }
}
