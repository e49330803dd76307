import DialogueModel

extension PackReader {
  mutating func readDialogue(_ tree: YAMLNode) {
    guard
      let fields = fields(
        tree, of: "a dialogue", required: ["dialogue", "steps"], optional: ["title", "facts"]),
      let name = text("dialogue", in: fields)
    else { return }
    checkName(name)
    checkTexts("title", in: fields)
    let facts = facts(in: fields)
    let steps = list("steps", in: fields).compactMap { step($0) }
    pack.dialogues.append(DialogueSyntax(name: name, facts: facts, steps: steps))
  }

  mutating func facts(in fields: Fields) -> [FactSyntax] {
    entries("facts", in: fields).compactMap { entry in
      checkName(entry.key)
      guard case .scalar(let scalar) = entry.value else {
        tell("a fact is one condition", at: entry.value.place)
        return nil
      }
      return condition(scalar).map { FactSyntax(name: entry.key, test: $0) }
    }
  }

  mutating func readWatches(_ tree: YAMLNode) {
    guard let fields = fields(tree, of: "a file of watches", required: ["watches"]) else { return }
    pack.watches += list("watches", in: fields).compactMap { watch($0) }
  }

  private mutating func watch(_ tree: YAMLNode) -> WatchSyntax? {
    guard
      let fields = fields(
        tree, of: "a watch", required: ["watch", "steps"],
        optional: ["whenever", "whenever each", "for each", "as"]),
      let name = text("watch", in: fields)
    else { return nil }
    checkName(name)
    let itemName = text("as", in: fields)
    if let itemName { checkName(itemName) }
    let conditions =
      (condition("whenever", in: fields).map { [$0] } ?? [])
      + texts("whenever each", in: fields).compactMap { condition($0) }
    if (fields["whenever"] == nil) == (fields["whenever each"] == nil) {
      tell(
        "a watch needs either `whenever:` with one condition, or `whenever each:` with a list",
        at: name.place)
    }
    return WatchSyntax(
      name: name, conditions: conditions, list: text("for each", in: fields),
      itemName: itemName?.text ?? "item",
      steps: list("steps", in: fields).compactMap { step($0) })
  }

  private static let stepKinds = ["ask", "say", "decide", "choose", "for each", "use", "conclude"]

  mutating func step(_ tree: YAMLNode) -> StepSyntax? {
    guard case .map(let entries, _) = tree,
      let kind = Self.stepKinds.first(where: { kind in entries.contains { $0.key.text == kind } })
    else {
      tell(
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
    default: conclude(tree)
    }
  }

  private mutating func say(_ tree: YAMLNode) -> StepSyntax? {
    guard
      let fields = fields(
        tree, of: "a say", required: ["say", "text"], optional: ["when", "then", "was"]),
      let id = newId("say", in: fields), let text = template("text", in: fields)
    else { return nil }
    return finished(StepSyntax(id: id, kind: .say(text)), fields)
  }

  private mutating func decide(_ tree: YAMLNode) -> StepSyntax? {
    guard
      let fields = fields(
        tree, of: "a decide", required: ["decide", "if", "then"], optional: ["text", "was"]),
      let id = newId("decide", in: fields), let test = condition("if", in: fields)
    else { return nil }
    checkTexts("text", in: fields)
    return finished(StepSyntax(id: id, kind: .decide(test)), fields)
  }

  private mutating func choose(_ tree: YAMLNode) -> StepSyntax? {
    guard
      let fields = fields(
        tree, of: "a choose", required: ["choose", "otherwise"], optional: ["text", "was"],
        also: { $0.hasPrefix("when ") }),
      let id = newId("choose", in: fields), let otherwise = text("otherwise", in: fields),
      let name = fields.entries.first(where: { $0.key.text == "otherwise" })?.key
    else { return nil }
    checkTexts("text", in: fields)
    var ways: [(test: TestSyntax, target: Scalar)] = []
    for entry in fields.entries where entry.key.text.hasPrefix("when ") {
      guard case .scalar(let target) = entry.value else {
        tell("`\(entry.key.text):` needs the name of a step", at: entry.value.place)
        continue
      }
      if let test = condition(entry.key, from: 5) { ways.append((test, target)) }
    }
    return finished(
      StepSyntax(id: id, kind: .choose(ways, otherwise: (name, otherwise))), fields)
  }

  private mutating func forEach(_ tree: YAMLNode) -> StepSyntax? {
    guard
      let fields = fields(
        tree, of: "a for each", required: ["for each", "id", "as", "steps"],
        optional: ["when", "then"]),
      let list = text("for each", in: fields), let id = newId("id", in: fields),
      let name = text("as", in: fields)
    else { return nil }
    checkName(name)
    let steps = self.list("steps", in: fields).compactMap { step($0) }
    return finished(
      StepSyntax(id: id, kind: .forEach(list: list, as: name.text, steps)), fields)
  }

  private mutating func use(_ tree: YAMLNode) -> StepSyntax? {
    guard
      let fields = fields(
        tree, of: "a use", required: ["use", "id"], optional: ["when", "then", "was"]),
      let dialogue = text("use", in: fields), let id = newId("id", in: fields)
    else { return nil }
    return finished(StepSyntax(id: id, kind: .use(dialogue: dialogue)), fields)
  }

  private mutating func conclude(_ tree: YAMLNode) -> StepSyntax? {
    guard
      let fields = fields(
        tree, of: "a conclude", required: ["conclude", "outcome"],
        optional: ["when", "then", "was"]),
      let id = newId("conclude", in: fields), let outcome = text("outcome", in: fields)
    else { return nil }
    return finished(StepSyntax(id: id, kind: .conclude(outcome: outcome)), fields)
  }

  mutating func newId(_ name: String, in fields: Fields) -> Scalar? {
    let id = text(name, in: fields)
    if let id { checkName(id) }
    return id
  }

  /// The step with what every kind can have.
  mutating func finished(_ step: StepSyntax, _ fields: Fields) -> StepSyntax {
    var step = step
    step.when = condition("when", in: fields)
    step.was = texts("was", in: fields)
    switch fields["then"] {
    case nil: break
    case .scalar(let target)?: step.then = .to(target)
    case .list(_, let place)?:
      tell("`then:` needs lines of `option: step`", at: place)
    case .map(let entries, let place)?:
      var ways: [(option: Scalar, target: Scalar)] = []
      for entry in entries {
        guard case .scalar(let target) = entry.value else {
          tell("`\(entry.key.text):` needs the name of a step", at: entry.value.place)
          continue
        }
        ways.append((entry.key, target))
      }
      if !ways.contains(where: { $0.option.text == "otherwise" }) {
        tell(
          .noDefault, "these branches have no default",
          fix: "end them with `otherwise: …`, so that every "
            + "answer leads somewhere", at: place)
      }
      switch step.kind {
      case .ask, .askAgain, .decide: break
      default:
        tell(
          "only a yes-no, a one of or a decide can branch",
          fix: "write `then: STEP`, or put a `choose` after it", at: place)
      }
      if step.when != nil {
        tell(
          "a step with branches can't have `when:`",
          fix: "put a `decide` before it", at: step.id.place)
      }
      step.then = .byAnswer(ways)
    }
    return step
  }
}
