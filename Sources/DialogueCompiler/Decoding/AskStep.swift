import DialogueModel

extension PackReader {
  private static let askFields = [
    "text", "answer", "options", "label", "hint", "why", "unclear", "source", "not-known",
    "optional",
    "quoted",
    "lines", "ahead", "quiet", "at-most", "listens-to", "when", "then", "was",
  ]

  /// A question; as the first part of a composite it may leave its text to the question itself.
  mutating func ask(_ tree: YAMLNode, isFirstPart: Bool = false) -> StepSyntax? {
    guard let fields = fields(tree, of: "a question", required: ["ask"], optional: Self.askFields),
      let id = newId("ask", in: fields)
    else { return nil }
    if fields["answer"] == nil, fields["text"] == nil {
      return finished(StepSyntax(id: id, kind: .askAgain), fields)
    }
    guard let answer = answer(in: fields, id) else { return nil }
    if fields["text"] == nil, !isFirstPart {
      tell("the question `\(id.text)` needs `text:`", at: id.place)
    }
    var ask = AskSyntax(answer: answer)
    ask.text = template("text", in: fields)
    ask.label = template("label", in: fields)
    ask.hint = template("hint", in: fields)
    ask.why = template("why", in: fields)
    ask.unclear = template("unclear", in: fields)
    ask.source = text("source", in: fields)
    ask.notKnown = text("not-known", in: fields)?.text
    ask.isQuiet = flag("quiet", in: fields)
    ask.isOptional = flag("optional", in: fields) || ask.isQuiet
    ask.isQuoted = flag("quoted", in: fields)
    ask.takesLines = flag("lines", in: fields)
    ask.liesAhead = flag("ahead", in: fields)
    ask.listensTo = texts("listens-to", in: fields)
    let step = finished(StepSyntax(id: id, kind: .ask(ask)), fields)
    checkBranches(step, answer)
    return step
  }

  private mutating func checkBranches(_ step: StepSyntax, _ answer: AskSyntax.AnswerSource) {
    guard case .composite = answer, step.then != nil else { return }
    tell("a composite takes no `then:`", fix: "add a step after it", at: step.id.place)
  }

  private mutating func answer(in fields: Fields, _ id: Scalar) -> AskSyntax.AnswerSource? {
    guard let scalar = text("answer", in: fields) else {
      tell(
        "the question `\(id.text)` needs `answer:`",
        fix:
          "add \(AnswerType.allCases.map(\.rawValue).joined(separator: ", ")), or a composite of the pack",
        at: id.place)
      return nil
    }
    let options = items("options", in: fields)
    for type in [AnswerType.oneOf, .anyOf] where scalar.text.hasPrefix(type.rawValue) {
      if scalar.text == type.rawValue {
        if options.isEmpty {
          tell(
            "`\(type.rawValue)` needs its options",
            fix: "add `options:`, or name a vocabulary: `\(type.rawValue) NAME`",
            at: scalar.place)
        }
        return .options(type, options)
      }
      let name = Scalar(
        text: String(scalar.text.dropFirst(type.rawValue.count + 1)),
        place: scalar.place(at: type.rawValue.count + 1))
      return .vocabulary(type, name)
    }
    if scalar.text.hasPrefix(AnswerType.list.rawValue + " ") {
      // How many items it has room for.
      return .list(atMost: wholeNumber("at-most", in: fields, 1...60) ?? 12)
    }
    if scalar.text == AnswerType.yesNo.rawValue {
      return options.isEmpty ? .plain(.yesNo) : .options(.yesNo, options)
    }
    if !options.isEmpty {
      tell(
        "`options:` goes with yes-no, `one of` and `any of` only", at: scalar.place)
    }
    if let type = AnswerType(rawValue: scalar.text), type != .list { return .plain(type) }
    return .composite(scalar)
  }

  /// The items of a vocabulary, or the options of one question.
  mutating func items(_ name: String, in fields: Fields) -> [ItemSyntax] {
    let items = entries(name, in: fields).compactMap { entry -> ItemSyntax? in
      // `is no` reads as it should, so an option may be called no.
      if entry.key.text != "no" { checkName(entry.key) }
      switch entry.value {
      case .scalar(let label): return ItemSyntax(id: entry.key, label: label.text)
      case .list(_, let place):
        tell("`\(entry.key.text):` needs a label, or lines of `name: text`", at: place)
        return nil
      case .map:
        return item(entry)
      }
    }
    tellShared(items)
    return items
  }

  /// Tells of a synonym that another item has too, or is called by: whoever types it could mean either.
  private mutating func tellShared(_ items: [ItemSyntax]) {
    var owners: [String: String] = [:]
    for item in items { owners[item.id.text.lowercased()] = item.id.text }
    for item in items {
      for synonym in item.synonyms {
        let owner = owners[synonym.text.lowercased()] ?? item.id.text
        owners[synonym.text.lowercased()] = owner
        guard owner != item.id.text else { continue }
        tell(
          .duplicateName, "`\(synonym.text)` is a word for `\(owner)` and for `\(item.id.text)`",
          fix: "take it from one of them: whoever types it could mean either", at: synonym.place)
      }
    }
  }

  private mutating func item(_ entry: YAMLNode.Entry) -> ItemSyntax? {
    guard
      let fields = fields(
        entry.value, of: "the item `\(entry.key.text)`", required: ["label"],
        optional: ["was", "synonyms", AnswerOption.listenFor], also: Name.isWellFormed),
      let label = text("label", in: fields)
    else { return nil }
    var item = ItemSyntax(id: entry.key, label: label.text)
    item.was = texts("was", in: fields).map(\.text)
    item.synonyms = texts("synonyms", in: fields)
    for field in fields.entries where !["label", "was", "synonyms"].contains(field.key.text) {
      let lines = texts(field.value, of: "`\(field.key.text):` of the item `\(entry.key.text)`")
      item.fields[field.key.text] = lines.map { $0.text.trimmed }
    }
    return item
  }
}
