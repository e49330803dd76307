import DialogueModel

/// Collects the texts of one file that are shown, in its order, and the names that decide which fields are
/// shown.
///
/// It skips what it can't read, because the reader of the pack reports faults.
struct TextCollector {
  private(set) var texts: [PackText] = []
  private(set) var names = ListNames()
  /// The kind of file, such as `dialogue`, followed by the name it gives itself.
  private(set) var kind = ""
  private(set) var name = ""
  /// The dialogues that it uses; for the pack's own file, the first dialogue.
  private(set) var uses: [String] = []
  let file: SourceFile
  /// Its tree; nil for a letter, and for a file that can't be read.
  let tree: YAMLNode?
  private let lines: FileLines

  init(_ file: SourceFile, _ tree: YAMLNode?) {
    self.file = file
    self.tree = tree
    guard !file.path.hasSuffix(".md") else {
      lines = FileLines("")
      letter()
      return
    }
    lines = FileLines(file.text)
    guard let tree, let first = tree.entries.first else { return }
    kind = first.key.text
    name = first.value.scalar?.text ?? ""
    collect(tree)
    texts.sort {
      ($0.scalar.place.line, $0.scalar.place.column) < (
        $1.scalar.place.line, $1.scalar.place.column
      )
    }
  }

  /// The texts of a file that has been read; nil for a reader of no file.
  init?(_ reading: PackReader) {
    guard let file = reading.file else { return nil }
    self.init(file, reading.tree)
  }

  private mutating func letter() {
    let id = String(file.path.split(separator: "/").last?.dropLast(3) ?? "")
    kind = "letter"
    let scalar = Scalar(text: file.text, place: file.place(0, 1), layout: .block(indent: 0))
    texts.append(
      PackText(
        id: "letter \(id)", scalar: scalar, written: Written(letter: file), hasSlots: true,
        spot: .file))
  }

  private mutating func collect(_ tree: YAMLNode) {
    switch kind {
    case "dialogue": steps(tree["steps"], of: name)
    case "watches":
      for watch in tree["watches"]?.items ?? [] {
        if let list = watch.word("for each") { names.add(watch.word("as") ?? "item", of: list) }
        steps(watch["steps"], of: watch.word("watch") ?? "")
      }
    case "outcomes":
      for outcome in tree["outcomes"]?.entries ?? [] {
        collect(outcome.value, as: .outcome, "outcome \(outcome.key.text).")
      }
      for line in tree["standing"]?.items ?? [] {
        collect(line, as: .standingLine, "standing \(line.word("line") ?? "").")
      }
      if let reminder = tree["reminder"] { collect(reminder, as: .reminder, "reminder.") }
      for label in tree["letters"]?.entries ?? [] {
        add(label, as: "letter \(label.key.text).label")
      }
    case "vocabulary": items(tree["items"], of: "vocabulary \(name)", list: name)
    case "pack": pack(tree)
    case "language": language(tree)
    case "wording":
      for words in tree["wording"]?["instead"]?.entries ?? [] {
        add(words, as: Passage.advice + words.key.text)
      }
    case "glossary":
      for term in tree["glossary"]?.entries ?? [] {
        collect(term.value, as: .term, "glossary \(term.key.text).")
      }
    case "card": card(tree)
    case "listening":
      for phraseClass in tree["classes"]?.entries ?? [] {
        collect(phraseClass.value, as: .phraseClass, "heard \(phraseClass.key.text).")
      }
    default: break
    }
  }

  private mutating func card(_ tree: YAMLNode) {
    if let title = tree.entry("card") { add(title, as: "card title") }
    if let marking = tree.entry("marking") { add(marking, as: "card marking") }
    for section in tree["sections"]?.items ?? [] {
      collect(section, as: .cardSection, "card \(section.word("section") ?? "").")
      for line in section["lines"]?.items ?? [] {
        guard let name = line.word("say") ?? line.word("blank") else { continue }
        collect(line, as: .cardLine, "card \(name).")
      }
    }
  }

  private mutating func steps(_ tree: YAMLNode?, of dialogue: String) {
    for step in tree?.items ?? [] {
      guard let shape = Shape.steps.first(where: { step[$0.keys[0].name] != nil }) else { continue }
      let id = step.word(shape.keys[0].name) ?? ""
      switch shape.name {
      case Shape.question.name: question(step, "\(dialogue).\(id)", id: id)
      case Shape.forEach.name:
        names.add(step.word("as") ?? "", of: id)
        steps(step["steps"], of: dialogue)
      case Shape.group.name: steps(step["steps"], of: dialogue)
      case Shape.use.name: uses.append(id)
      default: collect(step, as: shape, "\(dialogue).\(id).")
      }
    }
  }

  private mutating func question(_ tree: YAMLNode, _ key: String, id: String) {
    collect(tree, as: .question, "\(key).")
    items(tree["options"], of: key, list: key)
    names.answer(tree["options"] == nil ? tree.word("answer") ?? "" : key, to: id)
  }

  private mutating func items(_ tree: YAMLNode?, of owner: String, list: String) {
    for item in tree?.entries ?? [] {
      let id = "\(owner).\(item.key.text)"
      add(item, as: "\(id).label")
      collect(item.value, as: .item, "\(id).")
      for field in item.value.entries where !ItemSyntax.ownKeys.contains(field.key.text) {
        add(
          field, as: "\(id).\(field.key.text)", field: ItemField(list: list, name: field.key.text))
      }
    }
  }

  private mutating func pack(_ tree: YAMLNode) {
    uses = [tree.word("entry") ?? ""]
    if let practice = tree.entry("practice") { add(practice, as: "practice") }
    for composite in tree["composites"]?.entries ?? [] {
      for (number, part) in composite.value.items.enumerated() {
        let id = part.word("ask") ?? ""
        question(part, "composite \(composite.key.text).\(id)", id: id)
        if number == 0 { names.first(part.word("answer") ?? "", of: composite.key.text) }
      }
    }
    for source in tree["sources"]?.entries ?? [] {
      collect(source.value, as: .source, "source \(source.key.text).")
    }
    localFields(tree["local"]?["fields"], of: "local ")
    for list in tree["local"]?["lists"]?.entries ?? [] {
      localFields(list.value["fields"], of: "local \(list.key.text).")
    }
  }

  private mutating func localFields(_ tree: YAMLNode?, of owner: String) {
    for field in tree?.entries ?? [] {
      collect(field.value, as: .localField, "\(owner)\(field.key.text).")
    }
  }

  private mutating func language(_ tree: YAMLNode) {
    if let phrases = tree["phrases"] { collect(phrases, as: .phrases, "phrase ") }
    // The first name of each is printed; the others are only understood.
    for (kind, list) in [("month", tree["months"]), ("weekday", tree["weekdays"])] {
      for (number, name) in (list?.items ?? []).enumerated() {
        let isAlone = name.scalar != nil
        guard let first = isAlone ? name : name.items.first else { continue }
        add(first, as: "\(kind) \(number + 1)", in: isAlone ? list : name)
      }
    }
    for command in tree["commands"]?.entries ?? [] {
      collect(command.value, as: .command, "command \(command.key.text).")
    }
  }

  /// Adds the texts of a mapping that are shown, as its shape says.
  private mutating func collect(_ tree: YAMLNode, as shape: Shape, _ start: String) {
    for key in shape.keys {
      guard let entry = tree.entry(key.name) else { continue }
      switch key.kind {
      case .words: add(entry, as: start + key.name)
      case .template: add(entry, as: start + key.name, slots: true)
      default: break
      }
    }
  }

  /// Adds the text after a name, or each text of a list.
  private mutating func add(
    _ entry: YAMLNode.Entry, as id: String, slots: Bool = false, field: ItemField? = nil
  ) {
    add(entry.value, as: id, spot: .value(column: entry.key.place.column), slots, field)
    for (number, item) in entry.value.items.enumerated() {
      add(item, as: "\(id)[\(number + 1)]", in: entry.value, field)
    }
  }

  private mutating func add(
    _ item: YAMLNode, as id: String, in list: YAMLNode?, _ field: ItemField? = nil
  ) {
    let start = list.flatMap { lines.rest(of: $0.place.line, from: $0.place.column).first }
    add(item, as: id, spot: start == UInt8(ascii: "[") ? .brackets : .item, false, field)
  }

  private mutating func add(
    _ tree: YAMLNode, as id: String, spot: PackText.Spot, _ slots: Bool, _ field: ItemField?
  ) {
    guard let scalar = tree.scalar else { return }
    texts.append(
      PackText(
        id: id, scalar: scalar, written: Written(scalar, in: lines), hasSlots: slots, spot: spot,
        field: field))
  }
}
