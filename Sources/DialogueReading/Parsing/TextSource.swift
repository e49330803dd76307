import DialogueScript

/// A text as written, its slots not yet looked up.
struct TextSource: Sendable {
  var pieces: [Piece]
  var place: SourcePlace

  indirect enum Piece: Sendable {
    case words(String)
    case slot(Word, standIn: String?)
    case today(Text.Days)
    case gaps
    case newestFirst([Piece])
    case approval
    case part(when: TestSource, [Piece], otherwise: [Piece])
    case forEach(list: Word, as: Word, where: TestSource?, [Piece])
  }
}

/// Reads a text: `<<name>>`, `<<name | stand-in>>`, and the parts `<<when: …>>`, `<<for each: …>>`,
/// `<<otherwise>>`, `<<end>>`.
///
/// A tag of a part that is alone on its line takes the line with it.
struct TextParser {
  private let places: Places
  private var at = 0
  private var depth = 0

  static func parse(_ scalar: Scalar) throws(Problem) -> TextSource {
    // Most texts have no slot.
    let mayHaveSlots = scalar.text.utf8.withContiguousStorageIfAvailable { $0.contains(open) }
    guard mayHaveSlots != false else {
      return TextSource(pieces: [.words(scalar.text)], place: scalar.place)
    }
    var parser = TextParser(scalar)
    let (pieces, tag) = try parser.pieces()
    if let tag {
      throw Problem(
        .slot, "`<<\(tag.text)>>` ends a part that never began",
        fix: "delete it, or add `<<when: …>>` above", at: tag.place)
    }
    return TextSource(pieces: pieces, place: scalar.place)
  }

  private init(_ scalar: Scalar) {
    places = Places(scalar)
  }

  private var bytes: [UInt8] { places.bytes }

  /// The pieces up to a tag that ends them, and that tag.
  private mutating func pieces() throws(Problem) -> ([TextSource.Piece], Word?) {
    var pieces: [TextSource.Piece] = []
    var start = at
    /// Closes the words read so far, up to a byte.
    func close(_ end: Int) {
      guard end > start else { return }
      pieces.append(.words(String(decoding: bytes[start..<end], as: UTF8.self)))
    }
    while at < bytes.count {
      guard bytes[at] == open, at + 1 < bytes.count, bytes[at + 1] == open else {
        at += 1
        continue
      }
      let tagStart = at
      let tag = try self.tag()
      let isPart =
        ["otherwise", "end"].contains(tag.text)
        || tag.text == "newest first" || tag.text.hasPrefix("when:")
        || tag.text.hasPrefix("for each:")
      close(isPart ? takeLine(from: tagStart, downTo: start) : tagStart)
      if isPart {
        guard let part = try part(tag) else { return (pieces, tag) }
        pieces.append(part)
      } else {
        pieces.append(try slot(tag))
      }
      start = at
    }
    close(bytes.count)
    return (pieces, nil)
  }

  /// Reads `<<…>>`; the word's place is that of its first letter.
  private mutating func tag() throws(Problem) -> Word {
    let start = at
    var end = at + 2
    while end + 1 < bytes.count, bytes[end] != shut || bytes[end + 1] != shut { end += 1 }
    guard end + 1 < bytes.count else {
      throw Problem(
        .slot, "a slot that never ends", fix: "add `>>` after its name", at: places.at(start))
    }
    let inner = bytes[(start + 2)..<end]
    let lead = inner.prefix { $0 == space }.count
    at = end + 2
    return Word(
      text: String(decoding: inner.dropFirst(lead), as: UTF8.self).trimmed,
      place: places.at(start + 2 + lead))
  }

  /// A tag alone on its line takes its margin and its line end with it; where the words before it end.
  private mutating func takeLine(from tag: Int, downTo start: Int) -> Int {
    let margin = bytes[start..<tag].reversed().prefix { $0 == space }.count
    let lineStart = tag - margin
    let rest = bytes[at...].prefix { $0 == space }.count
    guard lineStart == 0 || bytes[lineStart - 1] == 0x0A,
      at + rest == bytes.count || bytes[at + rest] == 0x0A
    else { return tag }
    at = min(at + rest + 1, bytes.count)
    return lineStart
  }

  /// A whole part from its first tag on; nil when the tag is one that ends a part.
  private mutating func part(_ tag: Word) throws(Problem) -> TextSource.Piece? {
    if tag.text == "end" || tag.text == "otherwise" { return nil }
    if tag.text == "newest first" { return .newestFirst(try body(of: tag).pieces) }
    let isWhen = tag.text.hasPrefix("when:")
    let inner = Scalar(
      text: String(tag.text.dropFirst(isWhen ? 5 : 9)), place: tag.place.after(isWhen ? 5 : 9))
    let head: (test: TestSource?, list: Word?, name: Word?)
    if isWhen {
      head = (try ConditionParser.parse(inner), nil, nil)
    } else {
      head = try rounds(inner)
    }
    let (body, otherwise) = try body(of: tag, mayHaveOtherwise: isWhen)
    if let list = head.list, let name = head.name {
      return .forEach(list: list, as: name, where: head.test, body)
    }
    return head.test.map { .part(when: $0, body, otherwise: otherwise) }
  }

  /// What stands between a part's first tag and its last.
  private mutating func body(
    of tag: Word, mayHaveOtherwise: Bool = false
  ) throws(Problem) -> (pieces: [TextSource.Piece], otherwise: [TextSource.Piece]) {
    depth += 1
    defer { depth -= 1 }
    guard depth < 64 else { throw Problem(.slot, "parts nested too deep to read", at: tag.place) }
    let (body, ending) = try pieces()
    var otherwise: [TextSource.Piece] = []
    var last = ending
    if ending?.text == "otherwise", mayHaveOtherwise { (otherwise, last) = try pieces() }
    guard last?.text == "end" else {
      throw Problem(
        .slot, "`<<\(tag.text)>>` has no `<<end>>`", fix: "add `<<end>>` where the part ends",
        at: tag.place)
    }
    return (body, otherwise)
  }

  /// `LIST as NAME`, and perhaps `where CONDITION`.
  private func rounds(
    _ inner: Scalar
  ) throws(Problem) -> (test: TestSource?, list: Word?, name: Word?) {
    let words = ConditionParser.words(of: inner, from: 0)
    guard words.count >= 3, words[1].text == "as", Name.isWellFormed(words[2].text),
      words.count == 3 || (words[3].text == "where" && words.count > 4)
    else {
      throw Problem(
        .slot, "this part does not say what it repeats",
        fix: "write `<<for each: LIST as NAME>>`, or add `where` and a condition", at: inner.place)
    }
    guard words.count > 4 else { return (nil, words[0], words[2]) }
    let start = words[4].place.column - inner.place.column
    return (try ConditionParser.parse(inner, from: start), words[0], words[2])
  }

  private func slot(_ tag: Word) throws(Problem) -> TextSource.Piece {
    if tag.text == "gaps" { return .gaps }
    if tag.text == "approval" { return .approval }
    if let days = today(tag.text) { return .today(days) }
    let parts = tag.text.split(separator: "|", maxSplits: 1, omittingEmptySubsequences: false)
    let name = parts.first.map { String($0).trimmed } ?? ""
    guard Name.parts(of: name).allSatisfy(Name.isWellFormed) else {
      throw Problem(
        .slot, "`\(name)` is not a name of a question", fix: "write `<<dialogue.question>>`",
        at: tag.place)
    }
    return .slot(
      Word(text: name, place: tag.place),
      standIn: parts.count > 1 ? String(parts[1]).trimmed : nil)
  }

  /// `today`, `today + 3 days`, `today + 2 working days`.
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
  /// A letter's text counts as a block below a line that is not there.
  var firstLine: SourcePlace { SourcePlace(file: file, line: max(line, 1), column: column) }

  func after(_ letters: Int) -> SourcePlace {
    SourcePlace(file: file, line: line, column: column + letters)
  }
}

private let open = UInt8(ascii: "<")
private let shut = UInt8(ascii: ">")
private let space = UInt8(ascii: " ")
