/// What one mapping of a pack's files can hold.
///
/// This is the one description of it: the reader takes mappings apart by it, the JSON Schema that editors have is
/// printed from it, and the wording export finds by it the texts that people read.
struct Shape: Sendable {
  /// Its definition in the schema, such as `outcome`.
  let name: String
  /// What it is called in a diagnostic, before its own name: "the outcome".
  let owner: String
  let keys: [Key]
  /// The title of a kind of file.
  var title: String?
  /// Names of the author's own that it can have.
  var others: Others?
  /// More members of its definition in the schema, as JSON: what the reader checks beyond single keys.
  var conditions: String?

  struct Key: Sendable {
    let name: String
    let kind: Kind
    let isRequired: Bool
    /// What it is for: editors show it.
    let help: String

    init(_ name: String, _ kind: Kind, required: Bool = false, _ help: String) {
      (self.name, self.kind, self.isRequired, self.help) = (name, kind, required, help)
    }
  }

  /// What stands after a key.
  enum Kind: Sendable {
    /// One text that only those who read the file see, or that stands for something else.
    case text
    /// One text that people read; with slots as a template.
    case words
    case template
    case condition
    /// A list of texts; one text alone is a list of one.
    case texts
    /// The name of what is declared here.
    case name
    /// One text that names something elsewhere, as this definition of the schema says.
    case reference(String)
    /// yes or no.
    case flag
    case date
    /// A whole number; the name is that of its definition in the schema.
    case number(ClosedRange<Int>, String)
    /// A list of what a definition of the schema says.
    case list(of: String, count: Int? = nil)
    /// Values below names of the author's own, each as a definition says.
    case map(of: String, names: Names = .declared, help: String? = nil)
    /// One of these words, each with its help.
    case choice([(word: String, help: String)])
    /// What a definition of the schema says, checked where it is read.
    case other(String)
    /// The same, with the members of its JSON Schema.
    case schema(String)
  }

  /// What the names of a map can be.
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
    /// Names that begin so.
    case beginning(String, definition: String, help: String)
    /// Any name that is well formed.
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
  /// The kinds of file, by the key that each starts with.
  static let files = [
    pack, dialogue, vocabulary, watches, outcomes, language, wording, glossary, rules, localFile,
  ]
  /// The kinds of step, by the key that each starts with.
  static let steps = [question, say, decide, choose, forEach, use, conclude]

  static let all =
    files + steps + [
      source, item, outcome, standingLine, wordRules, term, rule, watch, phrases, understands,
      commands, command, localShape, localList, localField, localItem,
    ]
}
