import DialogueModel

/// One text of a pack that is shown, as its file has it.
struct PackText {
  var id: String
  /// The text as read, including the line ends at its end.
  var scalar: Scalar
  var written: Written
  /// Whether it can have slots; in such a text, line ends at its end mean nothing.
  var hasSlots: Bool
  var spot: Spot
  /// The item field that it is, of a vocabulary or of a question's options; nil for any other text.
  var field: ItemField?

  /// The position of a text in the structure of its file.
  enum Spot {
    /// After a name that starts in this column.
    case value(column: Int)
    /// After the dash of a list.
    case item
    /// In a list in brackets.
    case brackets
    /// A letter, which is a whole file.
    case file
  }

  var passage: Passage { Passage(id: id, runs: written.runs) }
  var text: String { scalar.text.withoutLastLineEnds }
}

/// A field of the items of a list, which some text may show through a slot.
struct ItemField: Hashable {
  /// The name of a vocabulary, or the key of a question with its own options.
  var list: String
  var name: String
}

extension YAMLNode {
  var entries: [Entry] { if case .map(let entries, _) = self { entries } else { [] } }

  var items: [YAMLNode] { if case .list(let items, _) = self { items } else { [] } }

  var scalar: Scalar? { if case .scalar(let scalar) = self { scalar } else { nil } }

  func entry(_ name: String) -> Entry? { entries.first { $0.key.text == name } }

  subscript(name: String) -> YAMLNode? { entry(name)?.value }

  /// The text under a name.
  func word(_ name: String) -> String? { self[name]?.scalar?.text }
}
