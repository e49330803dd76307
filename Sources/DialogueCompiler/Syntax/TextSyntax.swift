import DialogueModel

/// A text as written, before its slots are resolved.
struct TextSyntax: Sendable {
  var pieces: [Piece]
  var place: SourcePlace

  indirect enum Piece: Sendable {
    case words(String)
    case slot(Word, standIn: String?)
    case earlier(Word, minutes: Int, standIn: String?)
    case quotations(Word)
    case today(Text.Days)
    case now
    case approval
    case when(TestSyntax, [Piece], otherwise: [Piece])
    case forEach(RoundsSyntax, [Piece])
    case joinEach(RoundsSyntax, [Piece])
    case part(Word, [Piece])
    case include(Word)
  }
}

/// What a repeated part says of itself: `LIST as NAME where CONDITION`.
struct RoundsSyntax: Sendable {
  var list: Word
  var name: Word
  var test: TestSyntax?
}

/// Parses a text: `<<name>>`, `<<name | stand-in>>`, and what stands between `<<when: …>>`, `<<for each: …>>` or
/// `<<join each: …>>` and `<<end>>`.
///
/// A tag that is alone on its line is removed together with the line.
struct TextParser {
  private let places: SourceMap
  private let tags: [Tag]
  private let unclosed: Int?
  /// Whether the text is a line of a letter, which can have named parts and include fragments.
  private let isInLetter: Bool
  /// The next tag to read, and the byte after the one before.
  private var next = 0
  private var at = 0
  private var depth = 0

  static func parse(
    _ scalar: Scalar, isInLetter: Bool = false
  ) throws(Diagnostic) -> TextSyntax {
    var parser = TextParser(scalar, isInLetter: isInLetter)
    let (pieces, tag) = try parser.pieces()
    if let tag {
      throw Diagnostic(
        .slot, "`<<\(tag.text)>>` ends a part that never began",
        fix: "delete it, or add `<<when: …>>` above", at: parser.place(of: tag))
    }
    return TextSyntax(pieces: pieces, place: scalar.place)
  }

  private init(_ scalar: Scalar, isInLetter: Bool) {
    places = SourceMap(scalar)
    (tags, unclosed) = Tag.scan(places.bytes)
    self.isInLetter = isInLetter
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
      case .end, .otherwise, .otherwiseWhen: return (pieces, tag)
      case .comment: break
      case .slot: pieces.append(try slot(tag))
      case .when: pieces.append(try when(tag, try tag.test(at: place(of: tag))))
      case .forEach:
        pieces.append(.forEach(try tag.rounds(at: place(of: tag)), try body(of: tag)))
      case .joinEach:
        pieces.append(.joinEach(try tag.rounds(at: place(of: tag)), try body(of: tag)))
      case .part where isInLetter:
        pieces.append(.part(try tag.name(at: place(of: tag)), try body(of: tag)))
      case .include where isInLetter: pieces.append(.include(try tag.name(at: place(of: tag))))
      case .part, .include, .fragment, .sorted, .pageBreak: throw misplaced(tag)
      }
    }
    if let unclosed {
      throw Diagnostic(
        .slot, "a slot that never ends", fix: "add `>>` after its name", at: places.at(unclosed))
    }
    addWords(upTo: bytes.count, to: &pieces)
    return (pieces, nil)
  }

  private func misplaced(_ tag: Tag) -> Diagnostic {
    isInLetter
      ? Diagnostic(
        .slot, "`<<\(tag.text)>>` can't be inside a line", fix: "give it a line to itself",
        at: place(of: tag))
      : Diagnostic(
        .slot, "only letters can have `<<\(tag.text)>>`", fix: "take it out of this text",
        at: place(of: tag))
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

  /// Parses what follows a condition, up to its `<<end>>`.
  private mutating func when(
    _ tag: Tag, _ test: TestSyntax
  ) throws(Diagnostic) -> TextSyntax.Piece {
    try enter(tag)
    defer { depth -= 1 }
    let (body, ending) = try pieces()
    var otherwise: [TextSyntax.Piece] = []
    var last = ending
    if let ending, ending.kind == .otherwiseWhen {
      return .when(
        test, body, otherwise: [try when(ending, try ending.test(at: place(of: ending)))])
    }
    if ending?.kind == .otherwise { (otherwise, last) = try pieces() }
    guard last?.kind == .end else { throw withoutEnd(tag) }
    return .when(test, body, otherwise: otherwise)
  }

  /// The pieces between a tag that begins something and its `<<end>>`.
  private mutating func body(of tag: Tag) throws(Diagnostic) -> [TextSyntax.Piece] {
    try enter(tag)
    defer { depth -= 1 }
    let (body, ending) = try pieces()
    guard ending?.kind == .end else { throw withoutEnd(tag) }
    return body
  }

  private mutating func enter(_ tag: Tag) throws(Diagnostic) {
    depth += 1
    guard depth < 64 else {
      throw Diagnostic(.slot, "parts nested too deep to read", at: place(of: tag))
    }
  }

  private func withoutEnd(_ tag: Tag) -> Diagnostic {
    Diagnostic(
      .slot, "`<<\(tag.text)>>` has no `<<end>>`",
      fix: isInLetter
        ? "add `<<end>>` on the same line, or give `<<\(tag.text)>>` a line to itself"
        : "add `<<end>>` where the part ends",
      at: place(of: tag))
  }

  private func slot(_ tag: Tag) throws(Diagnostic) -> TextSyntax.Piece {
    if tag.text == "gaps" { throw misplaced(tag) }
    // A question may be called `now`, and so the slot is not.
    if tag.text == "today and time" { return .now }
    if tag.text == "approval" { return .approval }
    if let days = today(tag.text) { return .today(days) }
    if tag.text.hasPrefix("quotes:") {
      return .quotations(try tag.name(after: 7, at: place(of: tag)))
    }
    let parts = tag.text.split(separator: "|", maxSplits: 1, omittingEmptySubsequences: false)
    let whole = parts.first.map { String($0).trimmed } ?? ""
    let (name, minutes) = earlier(whole) ?? (whole, nil)
    guard Name.parts(of: name).allSatisfy(Name.isWellFormed) else {
      let first = name.split(separator: " ").first.map { String($0) + ":" } ?? ""
      throw Diagnostic(
        .slot, "`\(name)` is not a name of a question",
        fix: Tag.isStart(first)
          ? "write a colon after the first word: `<<\(first) …>>`"
          : "write `<<dialogue.question>>`",
        at: place(of: tag))
    }
    let word = Word(text: name, place: place(of: tag))
    let standIn = parts.count > 1 ? String(parts[1]).trimmed : nil
    return minutes.map { .earlier(word, minutes: $0, standIn: standIn) }
      ?? .slot(word, standIn: standIn)
  }

  /// Parses `NAME - 45 minutes`; nil for anything else.
  private func earlier(_ text: String) -> (name: String, minutes: Int?)? {
    let words = text.split(separator: " ")
    guard words.count == 4, words[1] == "-", let minutes = Int(words[2]),
      (1...1440).contains(minutes),
      words[3] == "minutes"
    else { return nil }
    return (String(words[0]), minutes)
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
  func after(_ letters: Int) -> SourcePlace {
    SourcePlace(file: file, line: line, column: column + letters)
  }
}

private let space = UInt8(ascii: " ")
