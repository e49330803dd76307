import DialogueModel

extension Compiler {
  /// Finds the questions and the local fields that the card names.
  mutating func resolveCard() {
    guard let card = source.cards.first else { return }
    for second in source.cards.dropFirst() {
      report(
        .duplicateName, "a second `card:`; the first is in \(card.title.place.file)",
        fix: "put both on one page", at: second.title.place)
    }
    var names: Set<String> = []
    for section in card.sections {
      for name in [section.name] + section.lines.compactMap(\.name)
      where !names.insert(name.text).inserted {
        report(
          .duplicateName, "`\(name.text)` names a second part of the card",
          fix: "give one another name", at: name.place)
      }
    }
    var resolved = Card(title: card.title.text.trimmed, marking: card.marking, sections: [])
    for section in card.sections {
      resolved.sections.append(
        Card.Section(heading: section.heading, lines: section.lines.compactMap { cardLine($0) }))
    }
    script.card = resolved
  }

  private mutating func cardLine(_ line: CardSyntax.Line) -> Card.Line? {
    switch line {
    case .ask(let name, let showsOptions):
      return cardQuestion(name, showsOptions).map {
        .ask(question: $0, showsOptions: showsOptions)
      }
    case .say(_, let text): return .say(text)
    case .blank(_, let label, let names):
      return .blank(label: label, from: names.flatMap { cardValues($0) })
    }
  }

  private mutating func cardQuestion(_ name: Scalar, _ showsOptions: Bool) -> Int? {
    guard let number = question(Word(text: name.text, place: name.place), in: .whole) else {
      return nil
    }
    let question = script.questions[number]
    guard number >= script.localCount, !question.isQuiet else {
      report(
        .wrongType, "`\(name.text)` is never asked, so a card can't ask it",
        fix: "name a question that is", at: name.place)
      return nil
    }
    guard !showsOptions || !question.options.isEmpty && question.type != .list else {
      report(
        .wrongType, "`\(name.text)` has no options to print", fix: "leave out `options:`",
        at: name.place)
      return nil
    }
    return number
  }

  /// What the local file has for a field, or for a field of each item of a list.
  private mutating func cardValues(_ name: Scalar) -> [Card.Value] {
    if let field = source.local.fields.first(where: { $0.id.text == name.text }) {
      return names["local.\(field.id.text)"].map { [.field($0)] } ?? []
    }
    for list in source.local.lists {
      for field in list.fields where "\(list.name.text).\(field.id.text)" == name.text {
        return (vocabularies[list.name.text] ?? []).compactMap { option in
          option.fields[field.id.text].map {
            .item(label: option.label, value: $0.joined(separator: ", "))
          }
        }
      }
    }
    let lists = source.local.lists.flatMap { list in
      list.fields.map { "\(list.name.text).\($0.id.text)" }
    }
    reportUnknown(
      .unknownName, "local field", name.text, at: name.place,
      among: source.local.fields.map(\.id.text) + lists)
    return []
  }
}
