import DialogueModel

extension PackReader {
  mutating func readCard(_ tree: YAMLNode) {
    guard let fields = fields(tree, as: .card), let title = fields.text("card") else { return }
    pack.cards.append(
      CardSyntax(
        title: title, marking: fields.text("marking")?.text.trimmed,
        sections: fields.list("sections").compactMap { cardSection($0) }))
  }

  private mutating func cardSection(_ tree: YAMLNode) -> CardSyntax.Section? {
    guard let fields = fields(tree, as: .cardSection), let name = fields.text("section"),
      let heading = fields.text("heading")
    else { return nil }
    return CardSyntax.Section(
      name: name, heading: heading.text.trimmed,
      lines: fields.list("lines").compactMap { cardLine($0) })
  }

  /// The keys that each kind of line can have beside its first; those with true it must have.
  private static let cardKeys: [String: [String: Bool]] = [
    "ask": ["options": false], "say": ["text": true], "blank": ["label": true, "local": false],
  ]

  private mutating func cardLine(_ tree: YAMLNode) -> CardSyntax.Line? {
    guard let fields = fields(tree, as: .cardLine) else { return nil }
    let kinds = fields.entries.map(\.key.text).filter { Self.cardKeys[$0] != nil }
    guard kinds.count == 1, let kind = kinds.first, let keys = Self.cardKeys[kind],
      let name = fields.text(kind)
    else {
      if kinds.count != 1 {
        report(
          "a line of the card is one thing", fix: "write `ask:`, `say:` or `blank:`",
          at: fields.place)
      }
      return nil
    }
    for entry in fields.entries where entry.key.text != kind && keys[entry.key.text] == nil {
      report("`\(kind):` on a card can't have `\(entry.key.text):`", at: entry.key.place)
    }
    for (key, isRequired) in keys where isRequired && fields[key] == nil {
      report("`\(kind):` on a card needs `\(key):`", at: fields.place)
    }
    switch kind {
    case "ask": return .ask(name, showsOptions: fields.isSet("options"))
    case "say": return fields.text("text").map { .say(name, text: $0.text.trimmed) }
    default:
      return fields.text("label").map {
        .blank(name, label: $0.text.trimmed, local: fields.texts("local"))
      }
    }
  }
}
