import DialogueScript

/// A file's YAML as the language reads it: every scalar is text, and everything knows its place.
indirect enum Tree {
  case scalar(Scalar)
  case list([Tree], SourcePlace)
  case map([Entry], SourcePlace)

  struct Entry {
    var key: Scalar
    var value: Tree
  }

  var place: SourcePlace {
    switch self {
    case .scalar(let scalar): scalar.place
    case .list(_, let place), .map(_, let place): place
    }
  }
}

/// A text and where it stands.
struct Scalar: Hashable {
  var text: String
  var place: SourcePlace
  /// How the text lies in its file, to find the place of a word inside it.
  var layout = Layout.plain

  enum Layout: Hashable {
    case plain, quoted
    /// A block below `|` or `>`, set in so far.
    case block(indent: Int)
  }

  /// The place of a character of the text.
  func place(at offset: Int) -> SourcePlace {
    var place = self.place
    let before = text.unicodeScalars.prefix(offset)
    let lines = before.count { $0 == "\n" }
    switch layout {
    case .block(let indent):
      place.line += 1 + lines
      place.column = 1 + indent + before.reversed().prefix { $0 != "\n" }.count
    case .quoted where lines == 0: place.column += 1 + offset
    case .plain where lines == 0: place.column += offset
    case .plain, .quoted: break
    }
    return place
  }
}
