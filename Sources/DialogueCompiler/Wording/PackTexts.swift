package import DialogueModel

/// The texts of a pack that are shown, in reading order.
///
/// The order is: the dialogues as they use each other, watches, outcomes, letters, the card, vocabularies, the glossary,
/// advice on wordings, the pack's own file, and the tool's own words.
struct PackTexts {
  private(set) var texts: [PackText] = []
  /// The trees of the files that have one, by path.
  private(set) var trees: [String: YAMLNode] = [:]

  init(_ pack: PackFiles) {
    let collectors = Self.inOrder(pack.readings.compactMap(TextCollector.init))
    let all = collectors.flatMap(\.texts)
    let shown = Self.fieldsShown(by: all, collectors)
    texts = all.filter { text in text.field.map(shown.contains) ?? true }
    for collector in collectors { trees[collector.file.path] = collector.tree }
  }

  private static func fieldsShown(
    by texts: [PackText], _ collectors: [TextCollector]
  ) -> Set<ItemField> {
    var names = ListNames()
    for collector in collectors { names.add(collector.names) }
    let tags = texts.filter(\.hasSlots).flatMap { Tag.all(in: $0.text) }
    for rounds in tags.compactMap(\.rounds) { names.add(rounds.item, of: rounds.list) }
    return Set(tags.flatMap { names.fields(shownBy: $0.name) })
  }

  private static func inOrder(_ files: [TextCollector]) -> [TextCollector] {
    let dialogues = files.filter { $0.kind == "dialogue" }
    var order: [String] = []
    var waiting = (files.first { $0.kind == "pack" }?.uses ?? []) + dialogues.map(\.name)
    while !waiting.isEmpty {
      let name = waiting.removeFirst()
      guard !order.contains(name) else { continue }
      order.append(name)
      waiting = dialogues.filter { $0.name == name }.flatMap(\.uses) + waiting
    }
    let sorted = order.flatMap { name in dialogues.filter { $0.name == name } }
    return sorted
      + [
        "watches", "outcomes", "letter", "card", "vocabulary", "glossary", "wording", "pack",
        "language",
      ]
      .flatMap { kind in files.filter { $0.kind == kind } }
  }
}

extension Passage {
  /// The texts of a pack that are shown, in reading order.
  package static func passages(of pack: PackFiles) -> [Passage] {
    PackTexts(pack).texts.map(\.passage)
  }

  /// The same with the words that the pack takes from the language file beside it.
  package static func passagesInUse(of pack: PackFiles) -> [Passage] {
    let own = passages(of: pack)
    let ids = Set(own.map(\.id))
    let shared = pack.sharedLanguage.flatMap(TextCollector.init)?.texts ?? []
    return own + shared.map(\.passage).filter { !ids.contains($0.id) }
  }

  /// The pack's own texts, from files that have not been read yet.
  package static func passages(of files: [SourceFile]) -> [Passage] {
    passages(of: PackFiles(files))
  }
}
