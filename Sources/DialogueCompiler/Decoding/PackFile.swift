import DialogueModel

extension PackReader {
  mutating func readPack(_ tree: YAMLNode) {
    guard
      let fields = fields(tree, as: .pack)
    else { return }
    if let version = fields.wholeNumber("language-version") {
      check(version, in: fields)
    }
    pack.approval = approval(in: fields)
    pack.name = fields.text("pack")
    pack.title = fields.text("title")?.text ?? ""
    pack.version = fields.text("version")?.text ?? ""
    pack.practice = fields.text("practice")?.text.trimmed
    pack.entry = fields.text("entry")
    pack.notes = fields.text("notes")
    pack.facts = facts(in: fields)
    for entry in fields.entries("composites") { readComposite(entry) }
    for entry in fields.entries("sources") { readSource(entry) }
    if let local = fields["local"] { readShape(local) }
  }

  private mutating func check(_ version: Int, in fields: Fields) {
    let read = LanguageVersion.read
    guard !read.contains(version), let place = fields.text("language-version")?.place else {
      return
    }
    report(
      .languageVersion,
      "the pack is written in version \(version) of the dialogue language, and this program reads "
        + "\(read.lowerBound) to \(read.upperBound)",
      fix: "use a newer curious, or write the pack for one of those", at: place)
  }

  /// The fields that say who approved the pack, the last of which may be left out.
  static let approvalFields = ["approved-by", "approved-on", "review-by", "approved-digest"]

  /// Reads who approved the pack: three fields that go together.
  private mutating func approval(in fields: Fields) -> Approval? {
    let (by, day, review) = (
      fields.text("approved-by"), fields.date("approved-on"),
      fields.date("review-by")
    )
    let given = fields.entries.map(\.key).filter { Self.approvalFields.contains($0.text) }
    if let first = given.first {
      for name in Self.approvalFields.dropLast() where fields[name] == nil {
        report(
          "`\(first.text):` needs `\(name):` beside it",
          fix: "say who approved the pack, on which day, and by which day it is looked at again",
          at: first.place)
      }
    }
    guard let by, let day, let review, let place = fields["review-by"]?.place else { return nil }
    return Approval(
      by: by.text, day: day, reviewBy: review, digest: fields.text("approved-digest")?.text,
      place: place)
  }

  private mutating func readComposite(_ entry: YAMLNode.Entry) {
    guard case .list(let parts, _) = entry.value, !parts.isEmpty else {
      report("a composite is a list of questions, its parts", at: entry.value.place)
      return
    }
    let steps = parts.enumerated().compactMap { number, part -> StepSyntax? in
      guard let step = ask(part, isFirstPart: number == 0) else { return nil }
      switch step.kind {
      case .ask(let ask):
        if case .composite(let name) = ask.answer {
          report(
            "a part can't be of the type `\(name.text)`",
            fix: "parts are yes-no, one of, any of, text, number or date", at: name.place)
          return nil
        }
        if step.then != nil {
          report(
            "a part takes no `then:`", fix: "branch in a step after the question",
            at: step.id.place)
        }
        return step
      default:
        report("a part of a composite needs `answer:`", at: step.id.place)
        return nil
      }
    }
    pack.composites[entry.key.text] = (entry.key.place, steps)
  }

  private mutating func readSource(_ entry: YAMLNode.Entry) {
    guard
      let fields = fields(entry.value, as: .source, called: entry.key.text)
    else { return }
    var source = Source(
      title: fields.text("title")?.text ?? "", date: fields.text("date")?.text ?? "",
      place: entry.key.place)
    source.reviewBy = fields.date("review-by")
    pack.sources[entry.key.text] = source
  }

  mutating func readVocabulary(_ tree: YAMLNode) {
    guard
      let fields = fields(tree, as: .vocabulary),
      let name = fields.text("vocabulary")
    else { return }
    pack.vocabularies.append(
      VocabularySyntax(name: name, items: items(fields.entries("items"))))
  }

  mutating func readOutcomes(_ tree: YAMLNode) {
    guard
      let fields = fields(tree, as: .outcomes)
    else { return }
    pack.unfinished += fields.texts("unfinished")
    pack.defaultLetters += fields.texts("default-letters")
    for entry in fields.entries("letters") {
      if let label = entry.value.scalar {
        pack.letterLabels.append((entry.key, label.text.trimmed))
      } else {
        report(
          "`\(entry.key.text):` of `letters:` of the outcomes should be one text",
          at: entry.value.place)
      }
    }
    pack.standing += fields.list("standing").compactMap { standingLine($0) }
    if let tree = fields["reminder"] { pack.reminder = reminder(tree) }
    for entry in fields.entries("outcomes") {
      guard
        let fields = self.fields(entry.value, as: .outcome, called: entry.key.text),
        let kind = fields.text("kind"), let text = template("text", in: fields)
      else { continue }
      guard let known = Outcome.Kind(rawValue: kind.text) else {
        report(
          "`\(kind.text)` is no kind of outcome",
          fix: "write `chart` (a finished conversation has exactly one) or `flag`", at: kind.place)
        continue
      }
      pack.outcomes.append(
        OutcomeSyntax(
          id: entry.key, kind: known, text: text, because: template("because", in: fields),
          letters: fields["letters"].map { _ in fields.texts("letters") },
          isOnce: fields.isSet("once"),
          was: fields.texts("was").map(\.text)))
    }
  }

  private mutating func reminder(_ tree: YAMLNode) -> ReminderSyntax? {
    guard let fields = fields(tree, as: .reminder), let test = condition("while", in: fields),
      let title = fields.text("title"), let text = template("text", in: fields),
      let days = fields.wholeNumber("working-days")
    else { return nil }
    return ReminderSyntax(
      test: test, title: title, text: text, before: fields.text("before"),
      minutes: fields.wholeNumber("minutes") ?? 0, workingDays: days)
  }

  private mutating func standingLine(_ tree: YAMLNode) -> StandingSyntax? {
    guard
      let fields = fields(tree, as: .standingLine),
      let id = fields.text("line"), let test = condition("while", in: fields),
      let text = template("text", in: fields)
    else { return nil }
    return StandingSyntax(id: id, test: test, text: text)
  }
}
