import DialogueModel

extension PackReader {
  mutating func readPack(_ tree: YAMLNode) {
    guard
      let fields = fields(
        tree, of: "pack.yaml", required: ["pack", "title", "version", "entry"],
        optional: Self.approvalFields + ["notes", "facts", "composites", "sources", "local"])
    else { return }
    pack.approval = approval(in: fields)
    pack.name = newId("pack", in: fields)
    pack.title = text("title", in: fields)?.text ?? ""
    pack.version = text("version", in: fields)?.text ?? ""
    pack.entry = text("entry", in: fields)
    pack.notes = text("notes", in: fields)
    pack.facts = facts(in: fields)
    for entry in entries("composites", in: fields) { readComposite(entry) }
    for entry in entries("sources", in: fields) { readSource(entry) }
    if let local = fields["local"] { readShape(local) }
  }

  private static let approvalFields = ["approved-by", "approved-on", "review-by"]

  /// Who approved the pack: three fields that go together.
  private mutating func approval(in fields: Fields) -> Approval? {
    let (by, day, review) = (
      text("approved-by", in: fields), date("approved-on", in: fields),
      date("review-by", in: fields)
    )
    let given = fields.entries.map(\.key).filter { Self.approvalFields.contains($0.text) }
    if let first = given.first {
      for name in Self.approvalFields where fields[name] == nil {
        tell(
          "`\(first.text):` needs `\(name):` beside it",
          fix: "say who approved the pack, on which day, and by which day it is looked at again",
          at: first.place)
      }
    }
    guard let by, let day, let review, let place = fields["review-by"]?.place else { return nil }
    return Approval(by: by.text, day: day, reviewBy: review, place: place)
  }

  private mutating func readComposite(_ entry: YAMLNode.Entry) {
    checkName(entry.key)
    guard case .list(let parts, _) = entry.value, !parts.isEmpty else {
      tell("a composite is a list of questions, its parts", at: entry.value.place)
      return
    }
    let steps = parts.enumerated().compactMap { number, part -> StepSyntax? in
      guard let step = ask(part, isFirstPart: number == 0) else { return nil }
      switch step.kind {
      case .ask(let ask):
        if case .composite(let name) = ask.answer {
          tell(
            "a part can't be of the type `\(name.text)`",
            fix: "parts are yes-no, one of, any of, text, number or date", at: name.place)
          return nil
        }
        if step.then != nil {
          tell(
            "a part takes no `then:`", fix: "branch in a step after the question",
            at: step.id.place)
        }
        return step
      default:
        tell("a part of a composite needs `answer:`", at: step.id.place)
        return nil
      }
    }
    pack.composites[entry.key.text] = (entry.key.place, steps)
  }

  private mutating func readSource(_ entry: YAMLNode.Entry) {
    checkName(entry.key)
    guard
      let fields = fields(
        entry.value, of: "the source `\(entry.key.text)`", required: ["title", "date"],
        optional: ["note", "checked-on", "review-by"])
    else { return }
    checkTexts("note", "checked-on", in: fields)
    var source = Source(
      title: text("title", in: fields)?.text ?? "", date: text("date", in: fields)?.text ?? "",
      place: entry.key.place)
    source.reviewBy = date("review-by", in: fields)
    pack.sources[entry.key.text] = source
  }

  mutating func readVocabulary(_ tree: YAMLNode) {
    guard
      let fields = fields(tree, of: "a vocabulary", required: ["vocabulary", "items"]),
      let name = text("vocabulary", in: fields)
    else { return }
    checkName(name)
    pack.vocabularies.append(
      VocabularySyntax(name: name, items: items("items", in: fields)))
  }

  mutating func readOutcomes(_ tree: YAMLNode) {
    guard
      let fields = fields(
        tree, of: "the outcomes", required: ["outcomes", "unfinished"],
        optional: ["letters", "standing"])
    else { return }
    pack.unfinished += texts("unfinished", in: fields)
    if let letters = fields["letters"],
      let labels = self.fields(letters, of: "`letters:` of the outcomes", also: { _ in true })
    {
      pack.letterLabels += labels.entries.compactMap { entry in
        text(entry.key.text, in: labels).map { (entry.key, $0.text.trimmed) }
      }
    }
    pack.standing += list("standing", in: fields).compactMap { standingLine($0) }
    for entry in entries("outcomes", in: fields) {
      checkName(entry.key)
      guard
        let fields = self.fields(
          entry.value, of: "the outcome `\(entry.key.text)`", required: ["kind", "text"],
          optional: ["because", "letters", "was"]),
        let kind = text("kind", in: fields), let text = template("text", in: fields)
      else { continue }
      guard let known = Outcome.Kind(rawValue: kind.text) else {
        tell(
          "`\(kind.text)` is no kind of outcome",
          fix: "write `chart` (a finished conversation has exactly one) or `flag`", at: kind.place)
        continue
      }
      pack.outcomes.append(
        OutcomeSyntax(
          id: entry.key, kind: known, text: text, because: template("because", in: fields),
          letters: texts("letters", in: fields), was: texts("was", in: fields).map(\.text)))
    }
  }

  private mutating func standingLine(_ tree: YAMLNode) -> StandingSyntax? {
    guard
      let fields = fields(tree, of: "a standing line", required: ["line", "while", "text"]),
      let id = newId("line", in: fields), let test = condition("while", in: fields),
      let text = template("text", in: fields)
    else { return nil }
    return StandingSyntax(id: id, test: test, text: text)
  }
}
