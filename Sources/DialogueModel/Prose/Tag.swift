/// A tag in a text: what is written between `<<` and `>>`.
package struct Tag: Sendable {
  /// What the tag does: fill a slot, or begin, switch or end a part.
  package var kind: Kind
  /// What the tag says, without the blanks around it.
  package var text: String
  /// The range of its bytes in the text, brackets included.
  package var bytes: Range<Int>
  /// The byte that `text` starts at.
  package var start: Int

  /// The name of a slot, without the stand-in after `|`.
  package var name: String { String(text.prefix { $0 != "|" }).trimmed }

  /// What a tag does, by how it begins.
  package enum Kind: Sendable {
    case slot, comment
    case when, otherwiseWhen, otherwise, end
    case forEach, joinEach
    /// Only letters have these.
    case include, part, sorted, fragment, pageBreak

    /// Whether what the tag begins goes on to an `<<end>>`.
    package var begins: Bool {
      switch self {
      case .when, .forEach, .joinEach, .part, .sorted, .fragment: true
      case .slot, .include, .comment, .otherwiseWhen, .otherwise, .end, .pageBreak: false
      }
    }
  }

  /// What the tag says after the words that tell its kind, with the number of bytes before it in `text`.
  package var rest: (text: String, skipped: Int) {
    let skipped = Kind.starts.first { $0.kind == kind }?.words.utf8.count ?? 0
    return (String(text.dropFirst(skipped)), skipped)
  }

  /// Whether a tag of a kind of its own begins with this word and its colon.
  package static func isStart(_ word: String) -> Bool {
    Kind.starts.contains { $0.words == word }
  }

  /// The tags of a text in order, and the first `<<` that is never closed, if any.
  package static func scan(_ text: [UInt8]) -> (tags: [Tag], unclosed: Int?) {
    var tags: [Tag] = []
    var at = 0
    while let open = text.firstPair(of: UInt8(ascii: "<"), from: at) {
      guard let shut = text.firstPair(of: UInt8(ascii: ">"), from: open + 2) else {
        return (tags, open)
      }
      let inner = text[(open + 2)..<shut]
      let words = String(decoding: inner, as: UTF8.self).trimmed
      tags.append(
        Tag(
          kind: Kind(words), text: words, bytes: open..<shut + 2,
          start: inner.firstIndex { $0 != UInt8(ascii: " ") } ?? shut))
      at = shut + 2
    }
    return (tags, nil)
  }
}

extension Tag.Kind {
  /// The words that a tag of a kind begins with.
  fileprivate static let starts: [(words: String, kind: Tag.Kind)] = [
    ("when:", .when), ("otherwise when:", .otherwiseWhen), ("for each:", .forEach),
    ("join each:", .joinEach), ("part:", .part), ("fragment:", .fragment),
    ("include:", .include), ("#", .comment),
  ]

  init(_ text: String) {
    self =
      switch text {
      case "end": .end
      case "otherwise": .otherwise
      case "newest first", "gravest first": .sorted
      case "page break": .pageBreak
      default: Self.starts.first { text.hasPrefix($0.words) }?.kind ?? .slot
      }
  }
}

extension [UInt8] {
  /// The first place at which a byte occurs twice in a row; nil if there is none.
  fileprivate func firstPair(of byte: UInt8, from start: Int) -> Int? {
    var at = start
    while at + 1 < count {
      if self[at] == byte, self[at + 1] == byte { return at }
      at += 1
    }
    return nil
  }
}
