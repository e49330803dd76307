/// What one mapping of a pack's files can hold.
///
/// This is the only description: the reader checks mappings against it, the JSON Schema for editors is printed
/// from it, and the wording export uses it to find the texts that are shown.
struct Shape: Sendable {
  /// The name of its definition in the schema, such as `outcome`.
  let name: String
  /// What it is called in a diagnostic, before its own name: "the outcome".
  let owner: String
  let keys: [Key]
  /// The title, if this is a kind of file.
  var title: String?
  /// The names of the author's choice that it can also have.
  var others: Others?
  /// More members of its definition in the schema, as JSON: rules that go beyond single keys.
  var conditions: String?

  struct Key: Sendable {
    let name: String
    let kind: Kind
    let isRequired: Bool
    /// The purpose of the key, as editors show it.
    let help: String

    init(_ name: String, _ kind: Kind, required: Bool = false, _ help: String) {
      (self.name, self.kind, self.isRequired, self.help) = (name, kind, required, help)
    }
  }

  /// The kind of value that follows a key.
  enum Kind: Sendable {
    /// One text that is seen only in the file, or that refers to something else.
    case text
    /// One text that is shown; with slots, it is a template.
    case words
    case template
    case condition
    /// A list of texts; a single text counts as a list of one.
    case texts
    /// The name of what is declared here.
    case name
    /// One text that names something elsewhere, as the given definition of the schema requires.
    case reference(String)
    /// yes or no.
    case flag
    case date
    /// A whole number, and the name of its definition in the schema.
    case number(ClosedRange<Int>, String)
    /// A list whose elements the given definition of the schema describes.
    case list(of: String, count: Int? = nil)
    /// Values below names of the author's choice, each described by the given definition.
    case map(of: String, names: Names = .declared, help: String? = nil)
    /// One of these words, each with its help.
    case choice([(word: String, help: String)])
    /// A value that the given definition of the schema describes, checked where it is read.
    case other(String)
    /// The same, given the members of its JSON Schema.
    case schema(String)
  }

  /// Which names a map can have.
  enum Names: Sendable {
    case any
    case declared
    /// Declared names, and `no`, so that `is no` reads as it should.
    case options

    func mustBeWellFormed(_ name: String) -> Bool {
      switch self {
      case .any: false
      case .declared: true
      case .options: name != "no"
      }
    }
  }

  enum Others: Sendable {
    /// Names that begin with this text.
    case beginning(String, definition: String, help: String)
    /// Any well-formed name.
    case named(definition: String, help: String)

    func allow(_ name: String) -> Bool {
      switch self {
      case .beginning(let start, _, _): name.hasPrefix(start)
      case .named: Name.isWellFormed(name)
      }
    }
  }

  init(
    _ name: String, _ owner: String, title: String? = nil, _ keys: [Key], others: Others? = nil,
    conditions: String? = nil
  ) {
    (self.name, self.owner, self.title, self.keys) = (name, owner, title, keys)
    (self.others, self.conditions) = (others, conditions)
  }
}

extension Shape {
  /// The kinds of file, each recognised by its first key.
  static let files = [
    pack, dialogue, vocabulary, watches, outcomes, language, wording, glossary, rules, card,
    listening, localFile,
  ]
  /// The kinds of step, each recognised by its first key.
  static let steps = [question, say, decide, choose, forEach, use, conclude, group]

  static let all =
    files + steps + [
      source, item, outcome, standingLine, reminder, wordRules, term, rule, watch, phrases,
      understands,
      commands, command, cardSection, cardLine, phraseClass, exclusions, smallWords,
      localShape, localList, localField, localItem,
    ]
}
