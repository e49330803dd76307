import DialogueModel

/// A text as written, before its slots are resolved.
struct TextSyntax: Sendable {
  var pieces: [Piece]
  var place: SourcePlace

  indirect enum Piece: Sendable {
    case words(String)
    case slot(Word, standIn: String?)
    case today(Text.Days)
    case gaps
    case newestFirst([Piece])
    case approval
    case part(when: TestSyntax, [Piece], otherwise: [Piece])
    case forEach(list: Word, as: Word, where: TestSyntax?, [Piece])
  }
}

/// Parses a text: `<<name>>`, `<<name | stand-in>>`, and the parts `<<when: …>>`, `<<for each: …>>`,
/// `<<otherwise>>`, `<<end>>`.
///
/// A part's tag that is alone on its line is removed together with the line.
struct TextParser {
  private let places: SourceMap
  private let tags: [Tag]
  private let unclosed: Int?
  /// The next tag to read, and the byte after the one before.
  private var next = 0
  private var at = 0
  private var depth = 0

  static func parse(_ scalar: Scalar) throws(Diagnostic) -> TextSyntax {
    var parser = TextParser(scalar)
    let (pieces, tag) = try parser.pieces()
    if let tag {
      throw Diagnostic(
        .slot, "`<<\(tag.text)>>` ends a part that never began",
        fix: "delete it, or add `<<when: …>>` above", at: parser.place(of: tag))
    }
    return TextSyntax(pieces: pieces, place: scalar.place)
  }

  private init(_ scalar: Scalar) {
    places = SourceMap(scalar)
    (tags, unclosed) = Tag.scan(places.bytes)
  }

  private var bytes: [UInt8] { places.bytes }

  private func place(of tag: Tag) -> SourcePlace { places.at(tag.start) }

  /// The pieces up to a tag that ends them, and that tag; nil at the end of the text.
  private mutating func pieces() throws(Diagnostic) -> ([TextSyntax.Piece], Tag?) {
    var pieces: [TextSyntax.Piece] = []
    while next < tags.count {
      let tag = tags[next]
      next += 1
      let taken = tag.kind == .slot ? tag.bytes : wholeLine(of: tag)
      addWords(upTo: taken.lowerBound, to: &pieces)
      at = taken.upperBound
      switch tag.kind {
      case .end, .otherwise: return (pieces, tag)
      case .slot: pieces.append(try slot(tag))
      case .newestFirst: pieces.append(.newestFirst(try body(of: tag).pieces))
      case .when, .forEach: pieces.append(try part(tag))
      }
    }
    if let unclosed {
      throw Diagnostic(
        .slot, "a slot that never ends", fix: "add `>>` after its name", at: places.at(unclosed))
    }
    addWords(upTo: bytes.count, to: &pieces)
    return (pieces, nil)
  }

  private func addWords(upTo end: Int, to pieces: inout [TextSyntax.Piece]) {
    guard end > at else { return }
    pieces.append(.words(String(decoding: bytes[at..<end], as: UTF8.self)))
  }

  /// The bytes of a tag; if it is alone on its line, with its margin and its line end.
  private func wholeLine(of tag: Tag) -> Range<Int> {
    let lineStart =
      tag.bytes.lowerBound
      - bytes[at..<tag.bytes.lowerBound].reversed().prefix { $0 == space }.count
    let lineEnd = tag.bytes.upperBound + bytes[tag.bytes.upperBound...].prefix { $0 == space }.count
    guard lineStart == 0 || bytes[lineStart - 1] == 0x0A,
      lineEnd == bytes.count || bytes[lineEnd] == 0x0A
    else { return tag.bytes }
    return lineStart..<min(lineEnd + 1, bytes.count)
  }

  /// Parses a whole `<<when: …>>` or `<<for each: …>>`, from its first tag on.
  private mutating func part(_ tag: Tag) throws(Diagnostic) -> TextSyntax.Piece {
    let head = tag.kind == .when ? 5 : 9
    let inner = Scalar(
      text: String(tag.text.dropFirst(head)), place: place(of: tag).after(head))
    if tag.kind == .when {
      let test = try ConditionParser.parse(inner)
      let (body, otherwise) = try body(of: tag, mayHaveOtherwise: true)
      return .part(when: test, body, otherwise: otherwise)
    }
    let rounds = try rounds(inner)
    return .forEach(
      list: rounds.list, as: rounds.name, where: rounds.test, try body(of: tag).pieces)
  }

  /// The pieces between a part's first tag and its last.
  private mutating func body(
    of tag: Tag, mayHaveOtherwise: Bool = false
  ) throws(Diagnostic) -> (pieces: [TextSyntax.Piece], otherwise: [TextSyntax.Piece]) {
    depth += 1
    defer { depth -= 1 }
    guard depth < 64 else {
      throw Diagnostic(.slot, "parts nested too deep to read", at: place(of: tag))
    }
    let (body, ending) = try pieces()
    var otherwise: [TextSyntax.Piece] = []
    var last = ending
    if ending?.kind == .otherwise, mayHaveOtherwise { (otherwise, last) = try pieces() }
    guard last?.kind == .end else {
      throw Diagnostic(
        .slot, "`<<\(tag.text)>>` has no `<<end>>`", fix: "add `<<end>>` where the part ends",
        at: place(of: tag))
    }
    return (body, otherwise)
  }

  /// Parses `LIST as NAME`, optionally followed by `where CONDITION`.
  private func rounds(
    _ inner: Scalar
  ) throws(Diagnostic) -> (test: TestSyntax?, list: Word, name: Word) {
    let words = ConditionParser.words(of: inner, from: 0)
    guard words.count >= 3, words[1].text == "as", Name.isWellFormed(words[2].text),
      words.count == 3 || (words[3].text == "where" && words.count > 4)
    else {
      throw Diagnostic(
        .slot, "this part does not say what it repeats",
        fix: "write `<<for each: LIST as NAME>>`, or add `where` and a condition", at: inner.place)
    }
    guard words.count > 4 else { return (nil, words[0], words[2]) }
    let start = words[4].place.column - inner.place.column
    return (try ConditionParser.parse(inner, from: start), words[0], words[2])
  }

  private func slot(_ tag: Tag) throws(Diagnostic) -> TextSyntax.Piece {
    if tag.text == "gaps" { return .gaps }
    if tag.text == "approval" { return .approval }
    if let days = today(tag.text) { return .today(days) }
    let parts = tag.text.split(separator: "|", maxSplits: 1, omittingEmptySubsequences: false)
    let name = parts.first.map { String($0).trimmed } ?? ""
    guard Name.parts(of: name).allSatisfy(Name.isWellFormed) else {
      throw Diagnostic(
        .slot, "`\(name)` is not a name of a question", fix: "write `<<dialogue.question>>`",
        at: place(of: tag))
    }
    return .slot(
      Word(text: name, place: place(of: tag)),
      standIn: parts.count > 1 ? String(parts[1]).trimmed : nil)
  }

  /// Parses `today`, `today + 3 days` or `today + 2 working days`; nil for anything else.
  private func today(_ text: String) -> Text.Days? {
    let words = text.split(separator: " ")
    guard words.first == "today" else { return nil }
    if words.count == 1 { return .plus(0) }
    guard words.count > 3, words[1] == "+", let days = Int(words[2]), (0...3660).contains(days),
      ["day", "days"].contains(words[words.count - 1])
    else { return nil }
    if words.count == 4 { return .plus(days) }
    return words.count == 5 && words[3] == "working" ? .plusWorking(days) : nil
  }
}

extension SourcePlace {
  /// The place with a line of at least 1, because a letter's text counts as a block below line 0.
  var firstLine: SourcePlace { SourcePlace(file: file, line: max(line, 1), column: column) }

  func after(_ letters: Int) -> SourcePlace {
    SourcePlace(file: file, line: line, column: column + letters)
  }
}

private let space = UInt8(ascii: " ")
