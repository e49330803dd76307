import DialogueModel

extension PackReader {
  /// Reads a question; the first part of a composite may leave its text to the question itself.
  mutating func ask(_ tree: YAMLNode, isFirstPart: Bool = false) -> StepSyntax? {
    guard let fields = fields(tree, as: .question),
      let id = fields.text("ask")
    else { return nil }
    if fields["answer"] == nil, fields["text"] == nil {
      return finished(StepSyntax(id: id, kind: .askAgain), fields)
    }
    guard let answer = answer(in: fields, id) else { return nil }
    if fields["text"] == nil, !isFirstPart {
      report("the question `\(id.text)` needs `text:`", at: id.place)
    }
    var ask = AskSyntax(answer: answer)
    ask.text = template("text", in: fields)
    ask.label = template("label", in: fields)
    ask.hint = template("hint", in: fields)
    ask.why = template("why", in: fields)
    ask.unclear = template("unclear", in: fields)
    ask.source = fields.text("source")
    ask.notKnown = fields.text("not-known")?.text
    ask.isQuiet = fields.isSet("quiet")
    ask.isOptional = fields.isSet("optional") || ask.isQuiet
    ask.isQuoted = fields.isSet("quoted")
    ask.takesLines = fields.isSet("lines")
    ask.liesAhead = fields.isSet("ahead")
    ask.whenUnsure = whenUnsure(in: fields, of: answer) ?? .latest
    ask.hears = fields.texts("hears")
    ask.hearsLate = fields.texts("hears-late")
    ask.birthDate = fields.text("birth-date")
    ask.moment = fields.text("moment")
    ask.heardIn = fields.texts("heard-in")
    ask.holds = fields.text("holds")
    (ask.lowest, ask.highest) = bounds(in: fields, of: answer)
    let step = finished(StepSyntax(id: id, kind: .ask(ask)), fields)
    checkBranches(step, answer)
    return step
  }

  /// Reads which end of several days conditions read.
  private mutating func whenUnsure(
    in fields: Fields, of answer: AskSyntax.AnswerSource
  ) -> SpanEnd? {
    guard let given = fields.text("when-unsure") else { return nil }
    guard case .plain(.date) = answer else {
      report("`when-unsure:` goes with date only", fix: "leave it out", at: given.place)
      return nil
    }
    let end = SpanEnd(rawValue: given.text)
    if end == nil { report("`when-unsure:` is latest or earliest", at: given.place) }
    return end
  }

  private mutating func checkBranches(_ step: StepSyntax, _ answer: AskSyntax.AnswerSource) {
    guard case .composite = answer, step.then != nil else { return }
    report("a composite takes no `then:`", fix: "add a step after it", at: step.id.place)
  }

  private mutating func answer(in fields: Fields, _ id: Scalar) -> AskSyntax.AnswerSource? {
    guard let scalar = fields.text("answer") else {
      report(
        "the question `\(id.text)` needs `answer:`",
        fix:
          "add \(AnswerType.allCases.map(\.rawValue).joined(separator: ", ")), or a composite of the pack",
        at: id.place)
      return nil
    }
    let options = items(fields.entries("options"))
    if !scalar.text.hasPrefix(AnswerType.anyOf.rawValue),
      let alone = options.first(where: \.isExclusive)
    {
      report(
        "`exclusive:` is for an option of an `any of`: of others only one is chosen anyway",
        fix: "leave it out", at: alone.id.place)
    }
    for type in [AnswerType.oneOf, .anyOf] where scalar.text.hasPrefix(type.rawValue) {
      if scalar.text == type.rawValue {
        if options.isEmpty {
          report(
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
      return .list(atMost: room(in: fields))
    }
    if scalar.text == AnswerType.yesNo.rawValue {
      return options.isEmpty ? .plain(.yesNo) : .options(.yesNo, options)
    }
    if !options.isEmpty {
      report(
        "`options:` goes with yes-no, `one of` and `any of` only", at: scalar.place)
    }
    if let type = AnswerType(rawValue: scalar.text), type != .list { return .plain(type) }
    return .composite(scalar)
  }

  /// Reads the items of a vocabulary, or the options of one question.
  mutating func items(_ entries: [YAMLNode.Entry]) -> [ItemSyntax] {
    let items = entries.compactMap { entry -> ItemSyntax? in
      switch entry.value {
      case .scalar(let label): return ItemSyntax(id: entry.key, label: label.text)
      case .list(_, let place):
        report("`\(entry.key.text):` needs a label, or lines of `name: text`", at: place)
        return nil
      case .map:
        return item(entry)
      }
    }
    reportShared(items)
    return items
  }

  /// Reports a synonym that is also a synonym or the name of another item, because a reply could mean either.
  private mutating func reportShared(_ items: [ItemSyntax]) {
    var owners: [String: String] = [:]
    for item in items { owners[item.id.text.lowercased()] = item.id.text }
    for item in items {
      for synonym in item.synonyms {
        let owner = owners[synonym.text.lowercased()] ?? item.id.text
        owners[synonym.text.lowercased()] = owner
        guard owner != item.id.text else { continue }
        report(
          .duplicateName, "`\(synonym.text)` is a word for `\(owner)` and for `\(item.id.text)`",
          fix: "take it from one of them: whoever types it could mean either", at: synonym.place)
      }
    }
  }

  private mutating func item(_ entry: YAMLNode.Entry) -> ItemSyntax? {
    guard
      let fields = fields(entry.value, as: .item, called: entry.key.text),
      let label = fields.text("label")
    else { return nil }
    var item = ItemSyntax(id: entry.key, label: label.text)
    item.was = fields.texts("was").map(\.text)
    item.synonyms = fields.texts("synonyms")
    item.isExclusive = fields.isSet("exclusive")
    item.daysAgo = daysAgo(in: fields)
    for field in fields.entries where !ItemSyntax.ownKeys.contains(field.key.text) {
      checkTexts(field.value, of: "`\(field.key.text):` of \(fields.owner)")
      item.fields[field.key.text] = field.value.texts.map { $0.text.trimmed }
    }
    return item
  }
}
