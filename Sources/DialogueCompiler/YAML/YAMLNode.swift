import DialogueModel

/// A file's YAML as the language reads it: every scalar is text, and every node has its place.
indirect enum YAMLNode: Sendable {
  case scalar(Scalar)
  case list([YAMLNode], SourcePlace)
  case map([Entry], SourcePlace)

  struct Entry: Sendable {
    var key: Scalar
    var value: YAMLNode
  }

  var place: SourcePlace {
    switch self {
    case .scalar(let scalar): scalar.place
    case .list(_, let place), .map(_, let place): place
    }
  }
}

/// A text and its place in the file.
struct Scalar: Hashable, Sendable {
  var text: String
  var place: SourcePlace
  /// How the text is laid out in its file, to find the place of a word inside it.
  var layout = Layout.plain

  enum Layout: Hashable, Sendable {
    case plain, quoted
    /// A block below `|` or `>`, indented by this many columns.
    case block(indent: Int)
  }

  /// The place of a byte of the text.
  func place(at offset: Int) -> SourcePlace { SourceMap(self).at(offset) }
}

/// Finds the places of the bytes of one text, prepared for many look-ups.
struct SourceMap {
  let bytes: [UInt8]
  private let scalar: Scalar
  /// Whether line ends were folded: they differ from the file's, so every byte gets the text's start as its
  /// place.
  private let isFolded: Bool
  /// Where the lines of a block start.
  private let lineStarts: [Int]

  init(_ scalar: Scalar) {
    self.scalar = scalar
    bytes = Array(scalar.text.utf8)
    isFolded = scalar.layout.isInline && bytes.contains(0x0A)
    lineStarts =
      scalar.layout.isInline
      ? [] : [0] + bytes.enumerated().lazy.filter { $0.element == 0x0A }.map { $0.offset + 1 }
  }

  func at(_ offset: Int) -> SourcePlace {
    if isFolded { return scalar.place }
    let before = bytes[..<min(offset, bytes.count)]
    var place = scalar.place
    switch scalar.layout {
    case .plain: place.column += before.scalarCount
    case .quoted: place.column += 1 + before.scalarCount
    case .block(let indent):
      let line = lineStarts.lastIndex { $0 <= before.endIndex } ?? 0
      place.line += 1 + line
      place.column = 1 + indent + before[lineStarts[line]...].scalarCount
    }
    return place
  }
}

extension Scalar.Layout {
  fileprivate var isInline: Bool { if case .block = self { false } else { true } }
}

extension Sequence<UInt8> {
  /// The number of Unicode scalars that start in these UTF-8 bytes, which is how columns are counted.
  var scalarCount: Int { count { $0 & 0xC0 != 0x80 } }
}
