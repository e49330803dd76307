import DialogueModel

/// The values of one mapping by their keys, each checked against the mapping's shape.
///
/// A value of the wrong kind has been reported, and reading it as the right kind gives nothing.
struct Fields {
  /// What the values belong to, such as "the question `noticed`".
  let owner: String
  let place: SourcePlace
  let entries: [YAMLNode.Entry]
  let shape: Shape

  subscript(name: String) -> YAMLNode? {
    entries.first { $0.key.text == name }?.value
  }

  func text(_ name: String) -> Scalar? { self[name]?.scalar }

  func texts(_ name: String) -> [Scalar] { self[name]?.texts ?? [] }

  func list(_ name: String) -> [YAMLNode] { self[name]?.items ?? [] }

  func entries(_ name: String) -> [YAMLNode.Entry] { self[name]?.entries ?? [] }

  func isSet(_ name: String) -> Bool { text(name)?.text == "yes" }

  func date(_ name: String) -> CivilDate? { text(name).flatMap { CivilDate(iso: $0.text) } }

  /// A number within the bounds of its shape.
  func wholeNumber(_ name: String) -> Int? {
    guard case .number(let range, _)? = shape.keys.first(where: { $0.name == name })?.kind,
      let number = text(name).flatMap({ Int($0.text) }), range.contains(number)
    else { return nil }
    return number
  }
}

extension YAMLNode {
  /// The texts of a list; a single text counts as a list of one.
  var texts: [Scalar] { scalar.map { [$0] } ?? items.compactMap(\.scalar) }
}

extension PackReader {
  /// Reads a mapping by its shape; reports names and values that it can't have, and names that it lacks.
  mutating func fields(
    _ tree: YAMLNode, as shape: Shape, called name: String? = nil, andTexts texts: [String] = []
  ) -> Fields? {
    let owner = [shape.owner, name.map { "`\($0)`" }].compactMap(\.self).joined(separator: " ")
      .trimmed
    guard case .map(let entries, let place) = tree else {
      report("\(owner) should be lines of `name: text`", at: tree.place)
      return nil
    }
    for entry in entries {
      if let key = shape.keys.first(where: { $0.name == entry.key.text }) {
        check(entry, key.kind, of: owner)
      } else if texts.contains(entry.key.text) {
        check(entry, .text, of: owner)
      } else if shape.others?.allow(entry.key.text) != true {
        let known = shape.keys.map(\.name) + texts
        report(
          "\(owner) can't have `\(entry.key.text):`",
          fix: Name.suggestion(for: entry.key.text, among: known)
            ?? "it can have: \(known.joined(separator: ", "))", at: entry.key.place)
      }
    }
    let fields = Fields(owner: owner, place: place, entries: entries, shape: shape)
    for key in shape.keys where key.isRequired && fields[key.name] == nil {
      report("\(owner) needs `\(key.name):`", at: place)
    }
    return fields
  }

  private mutating func check(_ entry: YAMLNode.Entry, _ kind: Shape.Kind, of owner: String) {
    let name = "`\(entry.key.text):`"
    switch kind {
    case .other, .schema: break
    case .texts: checkTexts(entry.value, of: "\(name) of \(owner)")
    case .list:
      if case .list = entry.value { break }
      report(
        "\(name) of \(owner) should be a list", fix: "start each item with `- `",
        at: entry.value.place)
    case .map(_, let names, _):
      guard case .map(let entries, _) = entry.value else {
        return report("\(name) of \(owner) should be lines of `name: …`", at: entry.value.place)
      }
      for entry in entries where names.mustBeWellFormed(entry.key.text) { checkName(entry.key) }
    case .text, .words, .template, .condition, .name, .reference, .flag, .date, .number, .choice:
      guard let scalar = entry.value.scalar else {
        return report("\(name) of \(owner) should be one text", at: entry.value.place)
      }
      check(scalar, kind, name)
    }
  }

  private mutating func check(_ scalar: Scalar, _ kind: Shape.Kind, _ name: String) {
    switch kind {
    case .name: checkName(scalar)
    case .flag where !["yes", "no"].contains(scalar.text):
      report("\(name) is yes or no", at: scalar.place)
    case .date where CivilDate(iso: scalar.text) == nil:
      report("\(name) should be a date such as 2026-11-16", at: scalar.place)
    case .number(let range, _) where Int(scalar.text).map(range.contains) != true:
      report(
        "\(name) is a number from \(range.lowerBound) to \(range.upperBound)", at: scalar.place)
    default: break
    }
  }

  mutating func checkTexts(_ tree: YAMLNode, of owner: String) {
    switch tree {
    case .scalar: break
    case .list(let items, _):
      for item in items where item.scalar == nil {
        report("\(owner) should be a list of texts", at: item.place)
      }
    case .map(_, let place):
      report("\(owner) should be a list of texts", fix: "start each line with `- `", at: place)
    }
  }

  /// Reports a declared name that is not well formed, or is a word of the language.
  mutating func checkName(_ name: Scalar) {
    if !Name.isWellFormed(name.text) {
      report(
        .name, "`\(name.text)` can't be a name",
        fix: "use lower-case letters, digits and hyphens, and at least one letter", at: name.place)
    } else if Name.reserved.contains(name.text) {
      report(
        .name, "`\(name.text)` can't be a name: it is a word of the language",
        fix: "choose another",
        at: name.place)
    }
  }

  mutating func condition(_ name: String, in fields: Fields) -> TestSyntax? {
    fields.text(name).flatMap { condition($0) }
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
    fields.text(name).flatMap { template($0) }
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

  mutating func report(_ message: String, fix: String? = nil, at place: SourcePlace) {
    report(.layout, message, fix: fix, at: place)
  }

  mutating func report(
    _ code: Diagnostic.Code, _ message: String, fix: String? = nil, at place: SourcePlace
  ) {
    problems.append(Diagnostic(code, message, fix: fix, at: place))
  }
}
