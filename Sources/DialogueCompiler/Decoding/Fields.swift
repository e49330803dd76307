import DialogueModel

/// The named values of one mapping.
struct Fields {
  /// What they belong to, such as "the question `noticed`".
  let owner: String
  let place: SourcePlace
  let entries: [YAMLNode.Entry]

  subscript(name: String) -> YAMLNode? {
    entries.first { $0.key.text == name }?.value
  }
}

extension PackReader {
  /// Takes a mapping apart, telling of names it can't have and names it lacks.
  mutating func fields(
    _ tree: YAMLNode, of owner: String, required: [String] = [], optional: [String] = [],
    also: (String) -> Bool = { _ in false }
  ) -> Fields? {
    guard case .map(let entries, let place) = tree else {
      tell("\(owner) should be lines of `name: text`", at: tree.place)
      return nil
    }
    let known = required + optional
    for entry in entries where !known.contains(entry.key.text) && !also(entry.key.text) {
      let suggestion = Name.suggestion(for: entry.key.text, among: known)
      tell(
        "\(owner) can't have `\(entry.key.text):`",
        fix: suggestion ?? "it can have: \(known.joined(separator: ", "))", at: entry.key.place)
    }
    let fields = Fields(owner: owner, place: place, entries: entries)
    for name in required where fields[name] == nil {
      tell("\(owner) needs `\(name):`", at: place)
    }
    return fields
  }

  mutating func text(_ name: String, in fields: Fields) -> Scalar? {
    switch fields[name] {
    case nil: return nil
    case .scalar(let scalar)?: return scalar
    case let other?:
      tell("`\(name):` of \(fields.owner) should be one text", at: other.place)
      return nil
    }
  }

  /// What only those who read the file see is one text, too.
  mutating func checkTexts(_ names: String..., in fields: Fields) {
    for name in names { _ = text(name, in: fields) }
  }

  /// A list of texts; one text alone is a list of one.
  mutating func texts(_ name: String, in fields: Fields) -> [Scalar] {
    fields[name].map { texts($0, of: "`\(name):` of \(fields.owner)") } ?? []
  }

  mutating func texts(_ tree: YAMLNode, of owner: String) -> [Scalar] {
    switch tree {
    case .scalar(let scalar): return [scalar]
    case .list(let items, _):
      return items.compactMap { item in
        if case .scalar(let scalar) = item { return scalar }
        tell("\(owner) should be a list of texts", at: item.place)
        return nil
      }
    case .map(_, let place):
      tell("\(owner) should be a list of texts", fix: "start each line with `- `", at: place)
      return []
    }
  }

  mutating func list(_ name: String, in fields: Fields) -> [YAMLNode] {
    switch fields[name] {
    case nil: return []
    case .list(let items, _)?: return items
    case let other?:
      tell(
        "`\(name):` of \(fields.owner) should be a list", fix: "start each item with `- `",
        at: other.place)
      return []
    }
  }

  mutating func entries(_ name: String, in fields: Fields) -> [YAMLNode.Entry] {
    switch fields[name] {
    case nil: return []
    case .map(let entries, _)?: return entries
    case let other?:
      tell("`\(name):` of \(fields.owner) should be lines of `name: …`", at: other.place)
      return []
    }
  }

  mutating func flag(_ name: String, in fields: Fields) -> Bool {
    guard let scalar = text(name, in: fields) else { return false }
    if scalar.text != "yes", scalar.text != "no" {
      tell("`\(name):` is yes or no", at: scalar.place)
    }
    return scalar.text == "yes"
  }

  mutating func date(_ name: String, in fields: Fields) -> CivilDate? {
    guard let scalar = text(name, in: fields) else { return nil }
    let date = CivilDate(iso: scalar.text)
    if date == nil { tell("`\(name):` should be a date such as 2026-11-16", at: scalar.place) }
    return date
  }

  mutating func wholeNumber(
    _ name: String, in fields: Fields, _ range: ClosedRange<Int>
  ) -> Int? {
    guard let scalar = text(name, in: fields) else { return nil }
    guard let number = Int(scalar.text), range.contains(number) else {
      tell(
        "`\(name):` is a number from \(range.lowerBound) to \(range.upperBound)",
        at: scalar.place)
      return nil
    }
    return number
  }

  /// A new name, told of when it can't be one.
  mutating func checkName(_ name: Scalar) {
    if !Name.isWellFormed(name.text) {
      tell(
        .name, "`\(name.text)` can't be a name",
        fix: "use lower-case letters, digits and hyphens, and at least one letter", at: name.place)
    } else if Name.reserved.contains(name.text) {
      tell(
        .name, "`\(name.text)` can't be a name: it is a word of the language",
        fix: "choose another",
        at: name.place)
    }
  }

  mutating func condition(_ name: String, in fields: Fields) -> TestSyntax? {
    text(name, in: fields).flatMap { condition($0) }
  }

  mutating func condition(
    _ scalar: Scalar, from start: Int = 0, leavingOut last: Int = 0
  ) -> TestSyntax? {
    do {
      return try ConditionParser.parse(scalar, from: start, leavingOut: last)
    } catch {
      problems.append(error)
      return nil
    }
  }

  mutating func template(_ name: String, in fields: Fields) -> TextSyntax? {
    text(name, in: fields).flatMap { template($0) }
  }

  mutating func template(_ scalar: Scalar) -> TextSyntax? {
    var scalar = scalar
    while scalar.text.hasSuffix("\n") { scalar.text.removeLast() }
    do {
      return try TextParser.parse(scalar)
    } catch {
      problems.append(error)
      return nil
    }
  }

  mutating func tell(_ message: String, fix: String? = nil, at place: SourcePlace) {
    tell(.layout, message, fix: fix, at: place)
  }

  mutating func tell(
    _ code: Diagnostic.Code, _ message: String, fix: String? = nil, at place: SourcePlace
  ) {
    problems.append(Diagnostic(code, message, fix: fix, at: place))
  }
}
