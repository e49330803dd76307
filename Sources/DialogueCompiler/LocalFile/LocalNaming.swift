import DialogueModel

/// An item of a local list that names an item of another list, whose fields are then read through it.
struct LocalNaming {
  var list: String
  /// The place of the item that names the other.
  var item: SourcePlace
  var field: String
  /// The other list, and the name of the item in it.
  var other: String
  var named: Scalar
}

extension LocalShape.Field {
  /// The fields of the other list, as they are read through this one: `visit.builder.town.desk`.
  func through(_ shape: LocalShape) -> [LocalShape.Field] {
    guard let list else { return [] }
    let other = shape.lists.first { $0.name.text == list.text }
    return (other?.fields ?? []).map { field in
      var field = field
      field.id.text = "\(id.text).\(field.id.text)"
      return field
    }
  }
}

extension Compiler {
  /// Reports fields that name no other local list, or one whose items name others in turn.
  mutating func checkNamings() {
    for field in source.local.fields {
      if let list = field.list {
        report(
          .wrongType, "only a field of a local list can be an item of another list",
          fix: "leave out `item-of:`, or make a list of it", at: list.place)
      }
    }
    for list in source.local.lists {
      let others = source.local.lists.filter { $0.name.text != list.name.text }
      for named in list.fields.compactMap(\.list) {
        guard let other = others.first(where: { $0.name.text == named.text }) else {
          reportUnknown(
            .unknownName, "other local list", named.text, at: named.place,
            among: others.map(\.name.text))
          continue
        }
        if other.fields.contains(where: { $0.list != nil }) {
          report(
            .wrongType, "the items of `\(named.text)` name items of a list themselves",
            fix: "give `\(list.name.text)` a field that names those", at: named.place)
        }
      }
    }
  }
}

extension PackReader {
  /// Gives each item that names another the fields of the named item.
  mutating func follow(_ local: inout LocalAnswers) {
    for naming in local.namings {
      let others = local.lists[naming.other] ?? []
      guard let other = others.first(where: { $0.id.text == naming.named.text }) else {
        report(
          .localFile, "the local list `\(naming.other)` has no item `\(naming.named.text)`",
          fix: Name.suggestion(for: naming.named.text, among: others.map(\.id.text)),
          at: naming.named.place)
        continue
      }
      var items = local.lists[naming.list] ?? []
      for place in items.indices where items[place].id.place == naming.item {
        items[place].fields[naming.field] = [other.label]
        for (name, value) in other.fields { items[place].fields["\(naming.field).\(name)"] = value }
      }
      local.lists[naming.list] = items
    }
  }
}
