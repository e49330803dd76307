import DialogueModel

/// One text of a pack that people read, as its file has it.
struct PackText {
  var id: String
  /// As read, line ends at its end and all.
  var scalar: Scalar
  var written: Written
  /// It can have slots; line ends at its end are nothing in it.
  var hasSlots: Bool
  var spot: Spot
  /// The item's field that it is, of a vocabulary or of the options of a question.
  var field: ItemField?

  /// Where a text stands among the lines of its file.
  enum Spot {
    /// After a name, which starts in this column.
    case value(column: Int)
    /// After the dash of a list.
    case item
    /// In a list in brackets.
    case brackets
    /// A letter is its file.
    case file
  }

  var passage: Passage { Passage(id: id, runs: written.runs) }
  var text: String { scalar.text.withoutLastLineEnds }
}

/// A field of the items of a list, which some text may show through a slot.
struct ItemField: Hashable {
  /// A vocabulary's name, or the key of a question with its options beside it.
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
