import DialogueModel

/// What a local file says: its fields by name, and the items of its lists.
struct LocalAnswers {
  var fields: [String: Answer] = [:]
  var lists: [String: [ItemSyntax]] = [:]
  /// The day on which all was last checked that has no day of its own.
  var checkedOn: CivilDate?
  /// The days of items that have one, by the place of the item.
  var itemsCheckedOn: [SourcePlace: CivilDate] = [:]
  var namings: [LocalNaming] = []

  /// It is every local file at once: each list may have items or none.
  var isStandIn = false

  /// Every local file that there can be, at once.
  static func standIn(for lists: [String: [ItemSyntax]]) -> LocalAnswers {
    LocalAnswers(lists: lists, isStandIn: true)
  }
}

extension PackReader {
  /// The pack's own word on what a local file can hold.
  mutating func readShape(_ tree: YAMLNode) {
    guard
      let fields = fields(tree, of: "`local:`", optional: ["fields", "lists", "check-every"])
    else { return }
    pack.local.checkEvery = wholeNumber("check-every", in: fields, 1...999)
    pack.local.fields = localFields("fields", in: fields)
    for entry in entries("lists", in: fields) {
      checkName(entry.key)
      guard
        let list = self.fields(
          entry.value, of: "the local list `\(entry.key.text)`", required: ["fields"])
      else { continue }
      pack.local.lists.append((entry.key, localFields("fields", in: list)))
    }
  }

  private mutating func localFields(_ name: String, in fields: Fields) -> [LocalShape.Field] {
    entries(name, in: fields).compactMap { entry in
      checkName(entry.key)
      guard
        let field = self.fields(
          entry.value, of: "the local field `\(entry.key.text)`", required: ["label", "gap"],
          optional: ["type", "item-of"])
      else { return nil }
      let type = text("type", in: field)
      let known = type.map { AnswerType(rawValue: $0.text) } ?? .text
      guard let known, AnswerType.plain.contains(known) else {
        let types = AnswerType.plain.map(\.rawValue).joined(separator: ", ")
        tell("the type of a local field is one of: \(types)", at: type?.place ?? entry.key.place)
        return nil
      }
      return LocalShape.Field(
        id: entry.key, label: text("label", in: field)?.text ?? "", type: known,
        gap: text("gap", in: field)?.text ?? "", list: text("item-of", in: field))
    }
  }

  /// Reads a local file; the lines of a scenario are one without its head.
  mutating func readLocal(_ file: SourceFile, isWhole: Bool = true) -> LocalAnswers {
    var local = LocalAnswers()
    var yaml = YAMLReading(file)
    let tree = yaml.read()
    problems += yaml.problems
    guard let tree,
      let fields = fields(
        tree, of: isWhole ? "a local file" : "`local:` of a scenario",
        required: isWhole ? ["local", "checked-on"] : [], optional: ["fields", "lists"])
    else { return local }
    local.checkedOn = checkedOn(in: fields)
    if let name = text("local", in: fields), let pack = pack.name, name.text != pack.text {
      tell(
        .localFile, "this local file is for the pack `\(name.text)`, not `\(pack.text)`",
        at: name.place)
    }
    let shape = pack.local
    for entry in entries("fields", in: fields) {
      guard let field = shape.fields.first(where: { $0.id.text == entry.key.text }) else {
        unknown(entry.key, among: shape.fields)
        continue
      }
      if let value = localValue(entry, field.type) {
        local.fields[field.id.text] = .value(value)
      }
    }
    for entry in entries("lists", in: fields) {
      guard let list = shape.lists.first(where: { $0.name.text == entry.key.text }) else {
        tell(
          .localFile, "the pack has no local list `\(entry.key.text)`",
          fix: Name.suggestion(for: entry.key.text, among: shape.lists.map(\.name.text)),
          at: entry.key.place)
        continue
      }
      guard
        let items = self.fields(
          entry.value, of: "the local list `\(entry.key.text)`", also: Name.isWellFormed)
      else { continue }
      local.lists[list.name.text] = items.entries.compactMap {
        localItem($0, list.name.text, list.fields, &local)
      }
    }
    follow(&local)
    return local
  }

  private mutating func localItem(
    _ entry: YAMLNode.Entry, _ list: String, _ shape: [LocalShape.Field],
    _ local: inout LocalAnswers
  ) -> ItemSyntax? {
    let names = shape.map(\.id.text)
    guard
      let fields = fields(
        entry.value, of: "`\(entry.key.text)`", required: ["label"],
        optional: ["checked-on", "synonyms"] + names),
      let label = text("label", in: fields)
    else { return nil }
    checkName(entry.key)
    local.itemsCheckedOn[entry.key.place] = checkedOn(in: fields)
    var item = ItemSyntax(id: entry.key, label: label.text)
    item.synonyms = texts("synonyms", in: fields)
    for field in shape {
      guard let given = text(field.id.text, in: fields) else { continue }
      item.fields[field.id.text] = [given.text]
      if let other = field.list?.text {
        local.namings.append(
          LocalNaming(
            list: list, item: entry.key.place, field: field.id.text, other: other, named: given))
      }
    }
    return item
  }

  private mutating func localValue(_ entry: YAMLNode.Entry, _ type: AnswerType) -> Value? {
    guard case .scalar(let scalar) = entry.value else {
      tell(.localFile, "`\(entry.key.text):` should be one text", at: entry.value.place)
      return nil
    }
    let value: Value?
    switch type {
    case .text: value = .text(scalar.text)
    case .yesNo: value = ["yes", "no"].firstIndex(of: scalar.text).map(Value.option)
    default: value = ScalarValue(type, literal: scalar.text).map(Value.scalar)
    }
    if value == nil {
      tell(
        .localFile, "`\(entry.key.text):` should be \(type.scalar?.example ?? "yes or no")",
        at: scalar.place)
    }
    return value
  }

  private mutating func checkedOn(in fields: Fields) -> CivilDate? {
    guard let scalar = text("checked-on", in: fields) else { return nil }
    let date = CivilDate(iso: scalar.text)
    if date == nil {
      tell(.localFile, "`checked-on:` should be a date such as 2026-11-16", at: scalar.place)
    }
    return date
  }

  private mutating func unknown(_ key: Scalar, among shape: [LocalShape.Field]) {
    tell(
      .localFile, "the pack has no local field `\(key.text)`",
      fix: Name.suggestion(for: key.text, among: shape.map(\.id.text)), at: key.place)
  }
}
