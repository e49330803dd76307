import DialogueModel

/// How a text stands in its file: in which style, in which bytes, and where each stretch of it is.
struct Written {
  enum Style {
    case plain, single, double, literal, folded
    /// A letter, which is its file.
    case whole
  }

  var style: Style
  /// Its bytes in the file, with quotes, or with the first line of its block.
  ///
  /// Nil where the file does not read as the text does.
  var bytes: Range<Int>?
  var runs: [Passage.Run]
  /// How far a block is set in.
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

  /// A letter: its lines are the file's.
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
  /// Without the line ends after its last word: a block has one, and no one reads it.
  var withoutLastLineEnds: String {
    let last = utf8.reversed().prefix { $0 == 0x0A }.count
    return last == 0 ? self : String(decoding: utf8.dropLast(last), as: UTF8.self)
  }

  /// Sign for sign, where `==` takes an accent in one sign and in two for the same.
  func isSame(as other: String) -> Bool { utf8.elementsEqual(other.utf8) }
}
