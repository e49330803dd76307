import DialogueModel

/// How a text is written in its file: its style, its bytes, and the place of each stretch of it.
struct Written {
  enum Style {
    case plain, single, double, literal, folded
    /// A letter, which is a whole file.
    case whole
  }

  var style: Style
  /// Its bytes in the file, including quotes or the header of its block.
  ///
  /// Nil if the file's bytes could not be matched with the text.
  var bytes: Range<Int>?
  var runs: [Passage.Run]
  /// The number of columns by which a block is indented.
  var indent = 0

  init(_ scalar: Scalar, in lines: FileLines) {
    let rest = lines.rest(of: scalar.place.line, from: scalar.place.column)
    style =
      switch rest.first {
      case UInt8(ascii: "'")?: .single
      case UInt8(ascii: "\"")?: .double
      case UInt8(ascii: "|")?: .literal
      case UInt8(ascii: ">")?: .folded
      default: .plain
      }
    var tracing = Tracing(scalar, in: lines, from: rest.startIndex)
    let isTraced =
      switch style {
      case .plain: tracing.plain()
      case .single, .double: tracing.quoted()
      case .literal, .folded: tracing.block(isFolded: style == .folded)
      case .whole: false
      }
    runs = tracing.runs
    indent = tracing.indent
    bytes = isTraced ? rest.startIndex..<tracing.at : nil
    if !isTraced {
      runs = [Passage.Run(text: scalar.text.withoutLastLineEnds, place: scalar.place)]
    }
  }

  /// A letter, whose lines are those of the file.
  init(letter file: SourceFile) {
    let text = file.text.withoutLastLineEnds
    let lines = text.utf8.split(separator: 0x0A, omittingEmptySubsequences: false)
    style = .whole
    bytes = 0..<text.utf8.count
    runs = lines.enumerated().map { number, line in
      Passage.Run(
        text: (String(line) ?? "") + (number + 1 < lines.count ? "\n" : ""),
        place: file.place(number + 1, 1))
    }
  }
}

extension String {
  /// The text without the line ends after its last word, which a block has but nobody reads.
  var withoutLastLineEnds: String {
    let last = utf8.reversed().prefix { $0 == 0x0A }.count
    return last == 0 ? self : String(decoding: utf8.dropLast(last), as: UTF8.self)
  }

  /// Whether all code units are equal; `==` would treat a composed and a decomposed accent as equal.
  func isSame(as other: String) -> Bool { utf8.elementsEqual(other.utf8) }
}
