import DialogueModel

/// What a local file says: its fields by name, and the items of its lists.
struct LocalAnswers {
  var fields: [String: Answer] = [:]
  var lists: [String: [ItemSyntax]] = [:]
  /// The days on which offices are shut.
  var holidays: Set<CivilDate> = []
  /// For how many days a case is kept after it was last used, by outcome or `otherwise`.
  var keepCases: [String: Int] = [:]
  /// The day on which everything without a day of its own was last checked.
  var checkedOn: CivilDate?
  /// The days of items that have their own, by the place of the item.
  var itemsCheckedOn: [SourcePlace: CivilDate] = [:]
  var namings: [LocalNaming] = []

  /// Opening hours of every kind that conditions tell apart; only where it represents every local file.
  var hours: [String] = []
  /// Whether it represents every possible local file: each list may have items or none.
  var isStandIn = false

  /// Represents every possible local file at once.
  static func standIn(for lists: [String: [ItemSyntax]], hours: [String]) -> LocalAnswers {
    LocalAnswers(lists: lists, hours: hours, isStandIn: true)
  }
}

extension PackReader {
  /// Reads the shape that the pack gives its local file.
  mutating func readShape(_ tree: YAMLNode) {
    guard
      let fields = fields(tree, as: .localShape)
    else { return }
    pack.local.checkEvery = fields.wholeNumber("check-every")
    pack.local.fields = localFields(fields)
    for entry in fields.entries("lists") {
      guard let list = self.fields(entry.value, as: .localList, called: entry.key.text) else {
        continue
      }
      let fields = localFields(list)
      pack.local.lists.append((entry.key, fields))
      if let holds = fields.lazy.compactMap(\.holds).first {
        report(
          "`holds:` is for a single field of a local file", fix: "leave it out", at: holds.place)
      }
    }
  }

  private mutating func localFields(_ fields: Fields) -> [LocalShape.Field] {
    fields.entries("fields").compactMap { entry in
      guard let field = self.fields(entry.value, as: .localField, called: entry.key.text) else {
        return nil
      }
      let type = field.text("type")
      let isHours = type?.text == Shape.hoursType
      let known = isHours ? .text : type.map { AnswerType(rawValue: $0.text) } ?? .text
      guard let known, AnswerType.plain.contains(known) else {
        let types = (AnswerType.plain.map(\.rawValue) + [Shape.hoursType]).joined(separator: ", ")
        report("the type of a local field is one of: \(types)", at: type?.place ?? entry.key.place)
        return nil
      }
      return LocalShape.Field(
        id: entry.key, label: field.text("label")?.text ?? "", type: known,
        gap: field.text("gap")?.text ?? "", isHours: isHours,
        hint: field.text("hint")?.text, holds: field.text("holds"), list: field.text("item-of"))
    }
  }

  /// Reads a local file, or the local lines of a scenario, which have no header.
  mutating func readLocal(_ file: SourceFile, isWhole: Bool = true) -> LocalAnswers {
    var local = LocalAnswers()
    var yaml = YAMLReading(file)
    let tree = yaml.read()
    problems += yaml.problems
    guard let tree,
      let fields = fields(tree, as: isWhole ? .localFile : .scenarioLocal)
    else { return local }
    local.checkedOn = checkedOn(in: fields)
    local.holidays = holidays(in: fields)
    local.keepCases = keepCases(in: fields)
    if let name = fields.text("local"), let pack = pack.name, name.text != pack.text {
      report(
        .localFile, "this local file is for the pack `\(name.text)`, not `\(pack.text)`",
        at: name.place)
    }
    let shape = pack.local
    for entry in fields.entries("fields") {
      guard let field = shape.fields.first(where: { $0.id.text == entry.key.text }) else {
        unknown(entry.key, among: shape.fields)
        continue
      }
      if let value = localValue(entry, field) {
        local.fields[field.id.text] = .value(value)
      }
    }
    for entry in fields.entries("lists") {
      guard let list = shape.lists.first(where: { $0.name.text == entry.key.text }) else {
        report(
          .localFile, "the pack has no local list `\(entry.key.text)`",
          fix: Name.suggestion(for: entry.key.text, among: shape.lists.map(\.name.text)),
          at: entry.key.place)
        continue
      }
      guard case .map(let items, _) = entry.value else {
        report(
          "the local list `\(entry.key.text)` should be lines of `name: text`",
          at: entry.value.place)
        continue
      }
      local.lists[list.name.text] = items.compactMap {
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
        entry.value, as: .localItem, called: entry.key.text, andTexts: names),
      let label = fields.text("label")
    else { return nil }
    checkName(entry.key)
    local.itemsCheckedOn[entry.key.place] = checkedOn(in: fields)
    var item = ItemSyntax(id: entry.key, label: label.text)
    item.synonyms = fields.texts("synonyms")
    for field in shape {
      guard let given = fields.text(field.id.text) else { continue }
      if field.isHours { checkHours(given, entry.key.text, field.id.text) }
      item.fields[field.id.text] = [given.text]
      if let other = field.list?.text {
        local.namings.append(
          LocalNaming(
            list: list, item: entry.key.place, field: field.id.text, other: other, named: given))
      }
    }
    return item
  }

  private mutating func localValue(_ entry: YAMLNode.Entry, _ field: LocalShape.Field) -> Value? {
    guard case .scalar(let scalar) = entry.value else {
      report(.localFile, "`\(entry.key.text):` should be one text", at: entry.value.place)
      return nil
    }
    if field.isHours { checkHours(scalar, field.id.text) }
    let type = field.type
    let value: Value?
    switch type {
    case .text: value = .text(scalar.text)
    case .yesNo: value = ["yes", "no"].firstIndex(of: scalar.text).map(Value.option)
    default: value = ScalarValue(type, literal: scalar.text).map(Value.scalar)
    }
    if value == nil {
      report(
        .localFile, "`\(entry.key.text):` should be \(type.scalar?.example ?? "yes or no")",
        at: scalar.place)
    }
    return value
  }

  /// Reports opening hours that can't be read.
  private mutating func checkHours(_ hours: Scalar, _ names: String...) {
    do throws(OpeningHours.Fault) {
      _ = try OpeningHours(hours.text)
    } catch {
      report(
        .localFile,
        "`\(error.part)` can't be read as the opening hours `\(names.joined(separator: "."))`",
        fix: error.fix, at: hours.place)
    }
  }

  private mutating func holidays(in fields: Fields) -> Set<CivilDate> {
    Set(
      fields.list("holidays").compactMap { item in
        let day = item.scalar.flatMap { CivilDate(iso: $0.text) }
        if day == nil {
          report(.localFile, "a holiday should be a date such as 2026-12-25", at: item.place)
        }
        return day
      })
  }

  private mutating func keepCases(in fields: Fields) -> [String: Int] {
    let outcomes = pack.outcomes.map(\.id.text)
    var days: [String: Int] = [:]
    for entry in fields.entries("keep-cases") {
      let name = entry.key.text
      if name != "otherwise", !outcomes.contains(name) {
        report(
          .localFile, "the pack has no outcome `\(name)`",
          fix: Name.suggestion(for: name, among: outcomes), at: entry.key.place)
      }
      guard let number = entry.value.scalar.flatMap({ Int($0.text) }), number >= 1 else {
        report(
          .localFile, "`\(name):` should be a number of days, from 1", at: entry.value.place)
        continue
      }
      days[name] = number
    }
    return days
  }

  private mutating func checkedOn(in fields: Fields) -> CivilDate? {
    guard let scalar = fields.text("checked-on") else { return nil }
    let date = CivilDate(iso: scalar.text)
    if date == nil {
      report(.localFile, "`checked-on:` should be a date such as 2026-11-16", at: scalar.place)
    }
    return date
  }

  private mutating func unknown(_ key: Scalar, among shape: [LocalShape.Field]) {
    report(
      .localFile, "the pack has no local field `\(key.text)`",
      fix: Name.suggestion(for: key.text, among: shape.map(\.id.text)), at: key.place)
  }
}
