import DialogueModel

/// Prints the JSON Schema of a pack's files, for editors, from their shapes.
///
/// It uses draft 7, the newest that editors' YAML language servers, old and new, all know.
package enum SchemaPrinter {
  private typealias Members = [(name: String, json: String)]

  /// The whole schema as JSON text, as `curious schema` prints it.
  package static var schema: String {
    let (files, steps) = (kinds(Shape.files), kinds(Shape.steps))
    var definitions = start("first-key", "start", "A file starts with what it holds", files)
    definitions += start("step-kind", "step-start", "A step starts with what it does", steps)
    definitions.append(step(steps))
    let ways = choice(of: files, "first-key", "start").map { "  \(quoted($0.name)): \($0.json)" }
    definitions += Shape.all.map(definition) + names + answers
    return """
      {
        "$schema": "http://json-schema.org/draft-07/schema#",
        "$comment": "Printed by `curious schema`, from what the reader itself goes by.",
        "title": "A file of a pack",
        "type": "object",
        "errorMessage": "A file of a pack starts with what it holds, such as `dialogue: its-name`.",
      \(ways.joined(separator: ",\n")),
        "definitions": {
      \(definitions.joined(separator: ",\n")),
      \(parts)
        }
      }

      """
  }

  private typealias Kinds = [(key: String, shape: String)]

  private static func kinds(_ shapes: [Shape]) -> Kinds {
    shapes.compactMap { shape in shape.keys.first.map { ($0.name, shape.name) } }
  }

  /// Chooses a mapping's shape by its first key; without a known key, it lists those there are.
  private static func choice(of kinds: Kinds, _ keys: String, _ start: String) -> Members {
    let ways = kinds.map { key, shape in
      let isLocal = shape == Shape.localFile.name ? #", "not": { "required": ["pack"] }"# : ""
      let shape = shape == Shape.question.name ? "ask" : shape
      return #"{ "if": { "required": ["\#(key)"]\#(isLocal) }, "then": \#(reference(shape)) }"#
    }
    return [
      ("if", #"{ "propertyNames": { "not": \#(reference(keys)) } }"#), ("then", reference(start)),
      ("allOf", "[\n        " + ways.joined(separator: ",\n        ") + "\n      ]"),
    ]
  }

  /// The definitions of the possible first keys, and of a mapping that has none of them yet.
  private static func start(
    _ keys: String, _ start: String, _ message: String, _ kinds: Kinds
  ) -> [String] {
    let names = kinds.map { "\($0.key):" }
    let message =
      "\(message): \(names.dropLast().joined(separator: ", ")) or \(names.last ?? "")."
    let properties = kinds.map { key, shape in
      // In a pointer that is a URI, a blank is written so.
      (name: key, json: reference("\(shape)/properties/\(key.replacing(" ", with: "%20"))"))
    }
    return [
      object(keys, [("enum", list(kinds.map(\.key))), ("errorMessage", quoted(message))]),
      object(
        start,
        [
          ("properties", lines(properties)), ("propertyNames", reference(keys)),
          ("minProperties", "1"),
        ]),
    ]
  }

  private static func step(_ kinds: Kinds) -> String {
    let message = "A step starts with what it does, such as `- ask: its-id`."
    return object(
      "step",
      [("type", quoted("object")), ("errorMessage", quoted(message))]
        + choice(of: kinds, "step-kind", "step-start"))
  }

  private static func definition(_ shape: Shape) -> String {
    var members: Members = [("type", quoted("object"))]
    if let title = shape.title { members.insert(("title", quoted(title)), at: 0) }
    let required = shape.keys.filter(\.isRequired).map(\.name)
    if !required.isEmpty { members.append(("required", list(required))) }
    members.append(
      (
        "properties",
        lines(
          shape.keys.map { key in
            (key.name, line([("description", quoted(key.help))] + self.members(of: key.kind)))
          })
      ))
    members += self.members(of: shape.others)
    if shape.name == Shape.item.name { return item(members) }
    return object(shape.name, members, more: shape.conditions)
  }

  /// An item is either its label alone, or lines with its label and more.
  private static func item(_ members: Members) -> String {
    let help = "One thing to choose: its label, or lines with a `label:` and more."
    return object(
      Shape.item.name,
      [
        ("description", quoted(help)), ("if", #"{ "type": "object" }"#), ("then", lines(members)),
        ("else", reference("text")),
      ])
  }

  private static func members(of others: Shape.Others?) -> Members {
    func value(_ definition: String, _ help: String) -> String {
      line([("description", quoted(help)), ("$ref", quoted("#/definitions/\(definition)"))])
    }
    switch others {
    case nil: return [("additionalProperties", "false")]
    case .beginning("", let definition, let help)?:
      return [("additionalProperties", value(definition, help))]
    case .beginning(let start, let definition, let help)?:
      return [
        ("additionalProperties", "false"),
        ("patternProperties", line([("^\(start)", value(definition, help))])),
      ]
    case .named(let definition, let help)?:
      return [
        ("propertyNames", line([("pattern", quoted("^\(wellFormed)$"))])),
        ("additionalProperties", value(definition, help)),
      ]
    }
  }

  private static func members(of kind: Shape.Kind) -> Members {
    func of(_ definition: String) -> Members { [("$ref", quoted("#/definitions/\(definition)"))] }
    switch kind {
    case .text, .words, .template, .condition: return of("text")
    case .texts: return of("texts")
    case .name: return of("name")
    case .flag: return of("flag")
    case .date: return of("date")
    case .number(_, let definition), .reference(let definition), .other(let definition):
      return of(definition)
    case .schema(let json): return [("", json)]
    case .list(let definition, let count):
      let length = count.map { [("minItems", "\($0)"), ("maxItems", "\($0)")] } ?? []
      return [("type", quoted("array"))] + length + [("items", reference(definition))]
    case .map(let definition, let names, let help):
      let value = (help.map { [("description", quoted($0))] } ?? []) + of(definition)
      let named: Members =
        switch names {
        case .any: []
        case .declared: [("propertyNames", reference("name"))]
        case .options: [("propertyNames", reference("option-name"))]
        }
      return [("type", quoted("object"))] + named + [("additionalProperties", line(value))]
    case .choice(let words): return choices(words)
    }
  }

  private static func choices(_ words: [(word: String, help: String)]) -> Members {
    let names = words.map(\.word)
    let message = "Write \(names.dropLast().joined(separator: ", ")) or \(names.last ?? "")."
    return [
      ("enum", list(names)), ("enumDescriptions", list(words.map(\.help))),
      ("errorMessage", quoted(message)),
    ]
  }

  private static let wellFormed = "[a-z0-9-]*[a-z][a-z0-9-]*"

  /// The definitions of names, which can't be words of the language.
  private static var names: [String] {
    func names(_ definition: String, _ what: String, _ reserved: Set<String>) -> String {
      let message =
        "\(what) is lower-case letters, digits and hyphens, with at least one letter, and not a word of the "
        + "language such as end or any."
      let pattern = "^(?!(\(reserved.sorted().joined(separator: "|")))$)\(wellFormed)$"
      return object(
        definition,
        [
          ("type", quoted("string")), ("pattern", quoted(pattern)),
          ("errorMessage", quoted(message)),
        ])
    }
    return [
      names("name", "A name", Name.reserved),
      names("option-name", "An option's name", Name.reserved.subtracting(["no"])),
    ]
  }

  /// The definitions of a question's answer type, and of the type of a composite's part.
  private static var answers: [String] {
    let plain = AnswerType.allCases.filter { $0 != .list }
    let ways = [
      line([
        ("enum", list(plain.map(\.rawValue))),
        ("enumDescriptions", list(plain.map(Shape.help))),
      ]),
      #"{ "type": "string", "pattern": "^(one|any) of [a-z0-9-]+$", "examples": ["one of NAME", "any of NAME"] }"#,
      #"{ "type": "string", "pattern": "^list of ", "examples": ["list of NOUN"] }"#,
      ##"{ "$ref": "#/definitions/name", "$comment": "A composite of the pack." }"##,
    ]
    let starts = AnswerType.allCases.map { type in
      AnswerType.plain.contains(type)
        ? "\(type.rawValue)$" : type.rawValue + (type == .list ? " " : "")
    }
    let names = AnswerType.allCases.map(\.rawValue)
    return [
      object(
        "answer", [("anyOf", "[\n        " + ways.joined(separator: ",\n        ") + "\n      ]")]),
      object(
        "part-type",
        [
          ("pattern", quoted("^(\(starts.joined(separator: "|")))")),
          (
            "errorMessage",
            quoted("A part is \(names.dropLast().joined(separator: ", ")) or \(names.last ?? "").")
          ),
        ]),
    ]
  }
}

// JSON as text, on one line or with one member a line.
extension SchemaPrinter {
  private static func object(_ name: String, _ members: Members, more: String? = nil) -> String {
    let lines =
      members.map { "      \(quoted($0.name)): \($0.json)" } + (more.map { ["      \($0)"] } ?? [])
    return "    \(quoted(name)): {\n\(lines.joined(separator: ",\n"))\n    }"
  }

  private static func lines(_ members: Members) -> String {
    "{\n" + members.map { "        \(quoted($0.name)): \($0.json)" }.joined(separator: ",\n")
      + "\n      }"
  }

  private static func line(_ members: Members) -> String {
    "{ "
      + members.map { $0.name.isEmpty ? $0.json : "\(quoted($0.name)): \($0.json)" }.joined(
        separator: ", ")
      + " }"
  }

  private static func list(_ texts: [String]) -> String {
    "[" + texts.map(quoted).joined(separator: ", ") + "]"
  }

  private static func reference(_ path: String) -> String {
    "{ \"$ref\": \(quoted("#/definitions/\(path)")) }"
  }

  private static func quoted(_ text: String) -> String {
    "\"" + text.replacing("\\", with: "\\\\").replacing("\"", with: "\\\"") + "\""
  }
}
