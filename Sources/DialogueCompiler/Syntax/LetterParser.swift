import DialogueModel

/// Parses a letter file, or the file of the fragments that letters share.
///
/// Every line is one block of the letter, and how it begins says what it is; a tag with a line to itself begins or
/// ends something around the lines between. Empty lines mean nothing: the renderers set blocks apart.
struct LetterParser {
  private let lines: [FileLine]
  private var next = 0
  private var depth = 0
  /// Whether a line that is not of the head has been read.
  private var isInBody = false
  /// Whether a fragment is being read.
  private var isInFragment = false
  /// Whether the lines being read are put in another order.
  private var isSorting = false

  /// The name of the file that holds the fragments.
  static let fragmentsFile = "fragments"

  static func letter(_ file: SourceFile) throws(Diagnostic) -> LetterSyntax {
    var parser = LetterParser(file.text, at: file.place(1, 1))
    let rounds = try parser.rounds()
    let blocks = try parser.wholeFile()
    return LetterSyntax(
      id: file.letterName, rounds: rounds, blocks: blocks, place: file.place(1, 1))
  }

  static func fragments(_ file: SourceFile) throws(Diagnostic) -> [FragmentSyntax] {
    try fragments(file.text, at: file.place(1, 1))
  }

  /// Finds the first fault of a letter or of the fragments, by their id in the document of wording.
  static func check(_ text: String, at place: SourcePlace, called id: String) throws(Diagnostic) {
    if id == "letter \(fragmentsFile)" {
      _ = try fragments(text, at: place)
    } else {
      var parser = LetterParser(text, at: place)
      _ = try parser.rounds()
      _ = try parser.wholeFile()
    }
  }

  private static func fragments(
    _ text: String, at place: SourcePlace
  ) throws(Diagnostic) -> [FragmentSyntax] {
    var parser = LetterParser(text, at: place)
    var fragments: [FragmentSyntax] = []
    while let line = parser.take() {
      if line.isBlank || line.tag?.kind == .comment { continue }
      guard let tag = line.tag, tag.kind == .fragment else {
        throw Diagnostic(
          .layout, "this file holds the fragments that letters share, and this line is in none",
          fix: "put it between `<<fragment: NAME>>` and `<<end>>`", at: line.place)
      }
      let name = try tag.name(at: line.place(of: tag))
      parser.isInBody = false
      parser.isInFragment = true
      let blocks = try parser.body(of: tag, in: line)
      fragments.append(
        FragmentSyntax(name: name, blocks: blocks, text: try parser.text(of: blocks)))
    }
    return fragments
  }

  /// The text of a paragraph or a row that is alone, as a line that includes it has it; nil for other blocks, and for
  /// a line that says `always:`.
  private func text(of blocks: [LetterSyntax.Block]) throws(Diagnostic) -> TextSyntax? {
    guard blocks.count == 1, case .line(let line)? = blocks.first, !line.isAlways else {
      return nil
    }
    switch line.kind {
    case .paragraph: return line.texts.first
    case .row:
      return try lines.first { $0.place == line.place }
        .map { row throws(Diagnostic) in try TextParser.parse(row.scalar, isInLetter: true) }
    default: return nil
    }
  }

  private init(_ text: String, at place: SourcePlace) {
    lines = FileLine.all(of: text, at: place)
  }

  private mutating func take() -> FileLine? {
    guard next < lines.count else { return nil }
    next += 1
    return lines[next - 1]
  }

  /// The list named by `for each:` above everything else.
  private mutating func rounds() throws(Diagnostic) -> RoundsSyntax? {
    let start = "for each:"
    while let line = take() {
      if line.isBlank || line.tag?.kind == .comment { continue }
      guard line.scalar.text.hasPrefix(start) else { break }
      let inner = Scalar(
        text: String(line.scalar.text.dropFirst(start.count)),
        place: line.scalar.place.after(start.count))
      return try RoundsSyntax(inner, written: "for each: LIST as NAME")
    }
    next = 0
    return nil
  }

  private mutating func wholeFile() throws(Diagnostic) -> [LetterSyntax.Block] {
    let (blocks, ending) = try blocks()
    if let (line, tag) = ending {
      throw Diagnostic(
        .slot, "`<<\(tag.text)>>` ends a part that never began",
        fix: "delete it, or add `<<when: …>>` above", at: line.place(of: tag))
    }
    return blocks
  }

  /// The blocks up to a tag that ends them, and that tag; nil at the end of the file.
  private mutating func blocks() throws(Diagnostic) -> ([LetterSyntax.Block], (FileLine, Tag)?) {
    var blocks: [LetterSyntax.Block] = []
    while let line = take() {
      if line.isBlank { continue }
      guard let tag = line.tag else {
        try add(line.scalar, to: &blocks)
        continue
      }
      let place = line.place(of: tag)
      switch tag.kind {
      case .comment: continue
      case .end, .otherwise, .otherwiseWhen: return (blocks, (line, tag))
      case .when: blocks.append(try when(line, tag))
      case .forEach:
        blocks.append(.forEach(try tag.rounds(at: place), try body(of: tag, in: line)))
      case .part: blocks.append(.part(try tag.name(at: place), try body(of: tag, in: line)))
      case .sorted:
        let wasSorting = isSorting
        isSorting = true
        blocks.append(
          .sorted(isByGravity: tag.text == "gravest first", try body(of: tag, in: line)))
        isSorting = wasSorting
      case .slot where isSorting:
        throw Diagnostic(
          .slot, "`<<gaps>>` can't be among lines that are sorted", fix: "move it below `<<end>>`",
          at: place)
      case .include: blocks.append(.include(try tag.name(at: place)))
      case .pageBreak, .slot, .joinEach:
        isInBody = true
        blocks.append(tag.kind == .pageBreak ? .pageBreak : .gaps)
      case .fragment:
        throw isInFragment
          ? Diagnostic(
            .slot, "`<<\(tag.text)>>` begins before the fragment above has ended",
            fix: "add `<<end>>` where the one above ends", at: place)
          : Diagnostic(
            .slot, "a fragment can't be inside a letter",
            fix: "move it to `letters/\(Self.fragmentsFile).md`", at: place)
      }
    }
    return (blocks, nil)
  }

  private mutating func when(
    _ line: FileLine, _ tag: Tag
  ) throws(Diagnostic) -> LetterSyntax.Block {
    try enter(line, tag)
    defer { depth -= 1 }
    let test = try tag.test(at: line.place(of: tag))
    let (body, ending) = try blocks()
    guard let (other, end) = ending else { throw withoutEnd(line, tag) }
    switch end.kind {
    case .otherwiseWhen: return .when(test, body, otherwise: [try when(other, end)])
    case .otherwise:
      let (otherwise, last) = try blocks()
      guard last?.1.kind == .end else { throw withoutEnd(line, tag) }
      return .when(test, body, otherwise: otherwise)
    default: return .when(test, body, otherwise: [])
    }
  }

  private mutating func body(
    of tag: Tag, in line: FileLine
  ) throws(Diagnostic) -> [LetterSyntax.Block] {
    try enter(line, tag)
    defer { depth -= 1 }
    let (body, ending) = try blocks()
    guard ending?.1.kind == .end else { throw withoutEnd(line, tag) }
    return body
  }

  private mutating func enter(_ line: FileLine, _ tag: Tag) throws(Diagnostic) {
    depth += 1
    guard depth < 64 else {
      throw Diagnostic(.slot, "parts nested too deep to read", at: line.place(of: tag))
    }
  }

  private func withoutEnd(_ line: FileLine, _ tag: Tag) -> Diagnostic {
    Diagnostic(
      .slot, "`<<\(tag.text)>>` has no `<<end>>`",
      fix: "add `<<end>>` on a line of its own where the part ends", at: line.place(of: tag))
  }

  /// Adds a line of words, as how it begins says.
  private mutating func add(
    _ scalar: Scalar, to blocks: inout [LetterSyntax.Block]
  ) throws(Diagnostic) {
    let line = try LetterLineParser.parse(scalar)
    switch line.kind {
    case .head(let head) where isInBody && head != .footer:
      let isTitle = head == .title
      throw Diagnostic(
        .layout,
        "`\(isTitle ? "# …" : head.rawValue + ":")` belongs to the head of the letter, above its body",
        fix: isTitle ? "move it up; a heading is `## …`" : "move it up", at: scalar.place)
    case .head: break
    case .header:
      guard case .line(var above)? = blocks.last, above.kind == .cells else {
        throw Diagnostic(
          .layout, "this line makes a header of the row above, and there is no row",
          fix: "write a row of the table above it", at: scalar.place)
      }
      above.kind = .header
      blocks[blocks.count - 1] = .line(above)
      return
    default: isInBody = true
    }
    blocks.append(.line(line))
  }
}

/// One line of a letter file.
struct FileLine {
  /// The line without the blanks around it, and its place.
  let scalar: Scalar
  /// The tag that has the line to itself; nil for a line of words.
  let tag: Tag?

  var isBlank: Bool { scalar.text.isEmpty }
  var place: SourcePlace { scalar.place }

  func place(of tag: Tag) -> SourcePlace { scalar.place.after(tag.start) }

  /// The lines of a text that begins at this place.
  static func all(of text: String, at place: SourcePlace) -> [FileLine] {
    text.split(separator: "\n", omittingEmptySubsequences: false).enumerated().map {
      number, line in
      var place = place
      place.line += number
      place.column += line.prefix { $0 == " " }.count
      return FileLine(Scalar(text: String(line).trimmed, place: place))
    }
  }

  private init(_ scalar: Scalar) {
    self.scalar = scalar
    let bytes = Array(scalar.text.utf8)
    guard bytes.starts(with: "<<".utf8), case (let tags, nil) = Tag.scan(bytes), tags.count == 1,
      let tag = tags.first, tag.bytes == bytes.indices, tag.hasLineToItself
    else {
      self.tag = nil
      return
    }
    self.tag = tag
  }
}

extension Tag {
  /// Whether the tag is about whole lines when it has a line to itself; other tags are words of that line.
  fileprivate var hasLineToItself: Bool {
    switch kind {
    case .slot: text == "gaps"
    case .joinEach: false
    default: true
    }
  }
}

extension SourceFile {
  /// The name of the letter in this file.
  var letterName: String {
    String(path.split(separator: "/").last?.dropLast(3) ?? "")
  }
}
