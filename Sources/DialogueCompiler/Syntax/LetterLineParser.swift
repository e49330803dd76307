import DialogueModel

/// Tells from how a line of a letter begins what block it becomes.
///
/// | written | becomes |
/// |---|---|
/// | `# words`, `to: words` | a line of the head |
/// | `## words` | a heading |
/// | `Label: words` | a row |
/// | `- words` | an item of a list |
/// | `@ day \| basis \| words` | an entry |
/// | `> words \| source` | a quotation |
/// | `\| cell \| cell \|` | a row of a table; above `\|---\|---\|`, its header |
/// | `\words`, and all else | a paragraph |
struct LetterLineParser {
  private let scalar: Scalar
  private let bytes: [UInt8]
  /// For each byte, whether it is among the line's own words: in no tag, and in nothing that a tag begins.
  private let isOwn: [Bool]

  static func parse(_ scalar: Scalar) throws(Diagnostic) -> LetterSyntax.Line {
    let always = "always: "
    let isAlways = scalar.text.hasPrefix(always)
    let rest =
      isAlways
      ? Scalar(
        text: String(scalar.text.dropFirst(always.count)), place: scalar.place.after(always.count))
      : scalar
    let (kind, texts) = try LetterLineParser(rest).parts()
    var parsed: [TextSyntax] = []
    for text in texts { parsed.append(try TextParser.parse(text, isInLetter: true)) }
    return LetterSyntax.Line(kind: kind, texts: parsed, isAlways: isAlways, place: scalar.place)
  }

  private init(_ scalar: Scalar) {
    self.scalar = scalar
    bytes = Array(scalar.text.utf8)
    var isOwn = Array(repeating: true, count: bytes.count)
    var (depth, at) = (0, 0)
    for tag in Tag.scan(bytes).tags {
      if depth > 0 { for byte in at..<tag.bytes.lowerBound { isOwn[byte] = false } }
      for byte in tag.bytes { isOwn[byte] = false }
      at = tag.bytes.upperBound
      if tag.kind.begins { depth += 1 }
      if tag.kind == .end { depth = max(0, depth - 1) }
    }
    self.isOwn = isOwn
  }

  private func parts() throws(Diagnostic) -> (Letter.Line.Kind, [Scalar]) {
    let text = scalar.text
    if text.hasPrefix("# ") { return (.head(.title), [from(2)]) }
    let level = bytes.prefix { $0 == UInt8(ascii: "#") }.count
    if (2...4).contains(level), bytes.dropFirst(level).first == space {
      return (.heading(level: level - 1), [from(level + 1)])
    }
    if text.hasPrefix("- ") { return (.item, [from(2)]) }
    if text.hasPrefix("\\") { return (.paragraph, [from(1)]) }
    if text.hasPrefix("@ ") { return (.entry, try entry()) }
    if text.hasPrefix("> ") { return (.quotation, try quotation()) }
    if text.hasPrefix("|") { return try cells() }
    return try labelled() ?? (.paragraph, [scalar])
  }

  private func entry() throws(Diagnostic) -> [Scalar] {
    let parts = split(from: 2)
    guard parts.count == 3 else {
      throw fault("an entry has a day, a basis and words", fix: "write `@ DAY | BASIS | WORDS`")
    }
    return parts
  }

  private func quotation() throws(Diagnostic) -> [Scalar] {
    let parts = split(from: 2)
    guard parts.count < 3 else {
      throw fault(
        "a quotation has words, and who said them", fix: "write `> WORDS | WHO, TO WHOM, WHEN`")
    }
    return parts.count == 2 ? parts : parts + [Scalar(text: "", place: scalar.place)]
  }

  private func cells() throws(Diagnostic) -> (Letter.Line.Kind, [Scalar]) {
    guard bytes.count > 1, bytes.last == bar, isOwn.last == true else {
      throw fault("a row of a table ends with `|`", fix: "write `| CELL | CELL |`")
    }
    let parts = Array(split(from: 1).dropLast())
    let isRule = parts.allSatisfy { !$0.text.isEmpty && $0.text.allSatisfy { $0 == "-" } }
    return isRule ? (.header, []) : (.cells, parts)
  }

  /// A row, or a line of the head; nil for a line without a label.
  private func labelled() throws(Diagnostic) -> (Letter.Line.Kind, [Scalar])? {
    // What is for the sender to fill in is in square brackets, and may have a colon of its own.
    var brackets = 0
    let colon = bytes.indices.first { at in
      guard isOwn[at] else { return false }
      if bytes[at] == UInt8(ascii: "[") { brackets += 1 }
      if bytes[at] == UInt8(ascii: "]") { brackets -= 1 }
      return bytes[at] == UInt8(ascii: ":") && brackets == 0
        && (at + 1 == bytes.count || bytes[at + 1] == space)
    }
    guard let colon, colon > 0 else { return nil }
    let own = (0..<colon).filter { isOwn[$0] }
    let isSentence = own.contains { at in
      [UInt8(ascii: "."), UInt8(ascii: "?"), UInt8(ascii: "!")].contains(bytes[at])
        && bytes[at + 1] == space
    }
    guard !isSentence else { return nil }
    let label = Scalar(text: String(decoding: bytes[..<colon], as: UTF8.self), place: scalar.place)
    let value = from(colon + 1)
    if let head = Letter.Head(rawValue: label.text) { return (.head(head), [value]) }
    if label.text == "always" {
      throw fault("`always:` has nothing to print", fix: "write a line after it")
    }
    let small = label.text.lowercased()
    if Letter.Head(rawValue: small) != nil || small == "always" {
      throw Diagnostic(
        .layout, "`\(label.text):` would be a row: a line of the head begins with a small letter",
        fix: "write `\(small):`, or another label", at: scalar.place)
    }
    if label.text.utf8.allSatisfy({ (UInt8(ascii: "a")...UInt8(ascii: "z")).contains($0) }) {
      let known = Letter.Head.allCases.map(\.rawValue) + ["always"]
      throw Diagnostic(
        .layout, "`\(label.text):` is no line of a letter's head",
        fix: Name.suggestion(for: label.text, among: known)
          ?? "begin the label of a row with a capital letter, or a paragraph with `\\`",
        at: scalar.place)
    }
    return (.row, [label, value])
  }

  /// The rest of the line from a byte on, without the blanks around it.
  private func from(_ start: Int) -> Scalar { part(start..<bytes.count) }

  private func part(_ range: Range<Int>) -> Scalar {
    let margin = bytes[range].prefix { $0 == space }.count
    let start = range.lowerBound + margin
    return Scalar(
      text: String(decoding: bytes[start..<range.upperBound], as: UTF8.self).trimmed,
      place: scalar.place.after(bytes[..<start].scalarCount))
  }

  /// The parts of the line between its own bars.
  private func split(from start: Int) -> [Scalar] {
    var parts: [Scalar] = []
    var first = start
    for at in start..<bytes.count where bytes[at] == bar && isOwn[at] {
      parts.append(part(first..<at))
      first = at + 1
    }
    return parts + [part(first..<bytes.count)]
  }

  private func fault(_ message: String, fix: String) -> Diagnostic {
    Diagnostic(.layout, message, fix: fix, at: scalar.place)
  }
}

private let space = UInt8(ascii: " ")
private let bar = UInt8(ascii: "|")
