import DialogueModel

/// Writes a new text in place of an old one: in the same style if that can hold it, otherwise in one that can.
struct TextWriting {
  let old: PackText
  let new: String
  let lines: FileLines

  /// A way to write a text: on the line itself, or as a block with its header and the lines below.
  private enum Form {
    case inline(String)
    case block(head: String, [String])
  }

  /// The edit of the file; nil if the old text is not found there, or no style can hold the new one.
  func edit() -> TextEdit? {
    guard let bytes = old.written.bytes else { return nil }
    if old.written.style == .whole { return TextEdit(bytes: bytes, text: new) }
    guard let form = forms().first(where: reads) else { return nil }
    let afterHead = isBlock ? bytes.lowerBound + head.utf8.count : bytes.upperBound
    let lineEnd = lines.bytes[afterHead...].firstIndex(of: lineFeed) ?? lines.bytes.count
    // The rest of the line after it, such as a comment.
    let rest = String(decoding: lines.bytes[afterHead..<lineEnd], as: UTF8.self)
    switch form {
    case .inline(let text):
      return TextEdit(bytes: bytes, text: isBlock ? text + rest : text)
    case .block(let head, let content):
      let margin = String(repeating: " ", count: indent)
      let body = content.map { $0.isEmpty ? "\n" : "\n" + margin + $0 }.joined()
      return TextEdit(
        bytes: bytes.lowerBound..<(isBlock ? bytes.upperBound : lineEnd), text: head + rest + body)
    }
  }

  private var isBlock: Bool { [.literal, .folded].contains(old.written.style) }

  /// The block's header: `|` or `>`, with its indentation and its treatment of line ends if they are given.
  private var head: String {
    let start = old.written.bytes?.lowerBound ?? 0
    let characters = lines.bytes[start...].prefix { "|>+-123456789".utf8.contains($0) }
    return String(decoding: characters, as: UTF8.self)
  }

  /// The line ends at the end of the old text, which are kept unless it can have slots.
  private var tail: String {
    old.hasSlots ? "" : String(old.scalar.text.utf8.dropFirst(old.text.utf8.count)) ?? ""
  }

  /// The ways to write the new text, the best first.
  private func forms() -> [Form] {
    let inQuotes = Form.inline((new + tail).doubleQuoted)
    guard !new.unicodeScalars.contains(where: \.needsEscape) else { return [inQuotes] }
    let inSingle = Form.inline(new.singleQuoted)
    let isOneLine = !new.utf8.contains(lineFeed)
    let quotesAsItIs = !new.utf8.contains { "\"\\".utf8.contains($0) }
    switch old.written.style {
    case .plain where isOneLine:
      return [.inline(new)] + (quotesAsItIs ? [inQuotes] : [])
        + (new.utf8.contains(UInt8(ascii: "'")) ? [] : [inSingle]) + blocks + [inQuotes]
    case .single where isOneLine && tail.isEmpty: return [inSingle, inQuotes]
    case .double where isOneLine || old.text.utf8.contains(lineFeed): return [inQuotes]
    case .folded: return folded + blocks + [inQuotes]
    default: return blocks + [inQuotes]
    }
  }

  private var blocks: [Form] {
    if case .brackets = old.spot { return [] }
    guard isBlock || tail.utf8.count < 2 && !wouldTakeMore else { return [] }
    let content = new.utf8.split(separator: lineFeed, omittingEmptySubsequences: false)
      .map { String(decoding: $0, as: UTF8.self) }
    let end: String =
      switch old.written.style {
      case .literal, .folded: String(head.filter { "+-".contains($0) })
      default: old.hasSlots || !tail.isEmpty ? "" : "-"
      }
    let isSaid = head.contains { $0.isNumber } && isBlock
    let depth = indent - parentIndent
    let said = (1...9).contains(depth) ? [Form.block(head: "|\(depth)\(end)", content)] : []
    return (isSaid ? [] : [.block(head: "|\(end)", content)]) + said
  }

  /// Whether a comment below is indented as far as the block would be, and would become part of its text.
  private var wouldTakeMore: Bool {
    let below = old.written.runs.last.map { $0.place.line + 1 } ?? 1
    let next = (below...max(below, lines.count)).lazy.map { lines[$0] }
      .first { $0.contains { $0 != blank } }
    return next.map { $0.prefix { $0 == blank }.count >= indent } ?? false
  }

  /// The same in a folded block, with lines of at most 72 characters or as long as the old one's.
  private var folded: [Form] {
    let width = max(72, old.written.runs.map { $0.text.unicodeScalars.count }.max() ?? 0)
    var content: [String] = []
    var before: Substring?
    for line in new.split(separator: "\n" as Character, omittingEmptySubsequences: false) {
      if !line.isEmpty {
        if let before, !before.hasPrefix(" "), !line.hasPrefix(" ") { content.append("") }
        before = line
      }
      content += line.hasPrefix(" ") ? [String(line)] : line.filled(to: width)
    }
    return [.block(head: head, content)]
  }

  /// The number of columns by which a block is indented.
  private var indent: Int {
    if isBlock, old.written.indent > 0 { return old.written.indent }
    return switch old.spot {
    case .value(let column): column + 1
    default: old.scalar.place.column - 1
    }
  }

  /// The number of columns by which the mapping or list that contains the text is indented.
  private var parentIndent: Int {
    if case .value(let column) = old.spot { return column - 1 }
    let before = lines[old.scalar.place.line].prefix(old.scalar.place.column - 1)
    return (before.lastIndex(of: UInt8(ascii: "-")) ?? before.startIndex) - before.startIndex
  }

  /// Whether the reader gets the same text back, in a position like its own.
  private func reads(_ form: Form) -> Bool {
    let text: String
    switch (form, old.spot) {
    case (.inline(let inline), .brackets): text = "a: [\(inline), b]\nb: b\n"
    case (.inline(let inline), .item): text = "a:\n- \(inline)\n- b\n"
    case (.inline(let inline), _): text = "a: \(inline)\nb: b\n"
    case (.block(let head, let content), _):
      let margin = String(repeating: " ", count: head.compactMap(\.wholeNumberValue).first ?? 2)
      text =
        "a: \(head)\n" + content.map { $0.isEmpty ? "\n" : "\(margin)\($0)\n" }.joined() + "b: b\n"
    }
    var yaml = YAMLReading(SourceFile(path: "", text: text))
    guard let first = yaml.read()?.entries.first?.value, yaml.problems.isEmpty,
      let read = first.items.first?.scalar ?? first.scalar
    else { return false }
    return read.text.withoutLastLineEnds.isSame(as: new)
  }
}

private let blank = UInt8(ascii: " ")
private let lineFeed: UInt8 = 0x0A
