import DialogueModel
import Yams

/// Reads a file's YAML, and refuses whatever would lose or change text silently.
struct YAMLReading {
  let file: SourceFile
  let lines: FileLines
  private(set) var problems: [Diagnostic] = []
  /// Whether the file contains the bytes that need a closer look.
  private let has: (bang: Bool, brace: Bool, hash: Bool)

  init(_ file: SourceFile) {
    self.file = file
    lines = FileLines(file.text)
    has = (
      lines.contains(UInt8(ascii: "!")), lines.contains(UInt8(ascii: "{")),
      lines.contains(UInt8(ascii: "#"))
    )
  }

  /// The file's tree; nil if it has a syntax error, which is then the only problem reported.
  mutating func read() -> YAMLNode? {
    for line in 1...lines.count {
      if let tab = lines[line].firstIndex(of: 0x09) {
        let before = lines[line][..<tab].scalarCount
        problems.append(
          Diagnostic(.yaml, "a tab character", fix: "use spaces", at: file.place(line, before + 1)))
        return nil
      }
    }
    do {
      // The parser owns the anchors, so it must outlive the walk.
      let parser = try Parser(yaml: file.text, resolver: .basic, encoding: .utf8)
      let root = try parser.singleRoot()
      return try withExtendedLifetime(parser) {
        guard let root else {
          throw Diagnostic(
            .yaml, "the file is empty",
            fix: "delete it, or start it with what it holds, "
              + "such as `dialogue: its-name`", at: file.place(1, 1))
        }
        return try tree(root, depth: 0)
      }
    } catch let error as YamlError {
      problems.append(plainWords(for: error))
    } catch let problem as Diagnostic {
      problems.append(problem)
    } catch {
      problems.append(Diagnostic(.yaml, "this file can't be read as YAML", at: file.place(1, 1)))
    }
    return nil
  }

  /// The tree of a node; nil for a fault that doesn't affect the rest of the file, and has been reported.
  private mutating func tree(_ node: Node, depth: Int) throws -> YAMLNode? {
    let place = file.place(node.mark?.line ?? 1, node.mark?.column ?? 1)
    if node.anchor != nil {
      throw Diagnostic(
        .yaml, "anchors (`&name`) and aliases (`*name`) are not part of the language",
        fix: "write the text out; if it starts with & or *, put it in quotes", at: place)
    }
    guard depth < 64 else { throw Diagnostic(.yaml, "nested too deep to read", at: place) }
    switch node {
    case .scalar(let scalar): return .scalar(try self.scalar(scalar, at: place))
    case .sequence(let sequence):
      return .list(try sequence.compactMap { try tree($0, depth: depth + 1) }, place)
    case .mapping(let mapping): return try map(mapping, at: place, depth: depth)
    case .alias: throw Diagnostic(.yaml, "aliases are not part of the language", at: place)
    }
  }

  private mutating func map(_ mapping: Node.Mapping, at place: SourcePlace, depth: Int) throws
    -> YAMLNode?
  {
    if has.brace, byte(at: place) == UInt8(ascii: "{") {
      problems.append(
        Diagnostic(
          .yaml, "braces { } here would lose text at each comma",
          fix: "write each `name: text` on a line of its own, set in by two spaces; "
            + "text that starts with a brace goes in quotes", at: place))
      return nil
    }
    var entries: [YAMLNode.Entry] = []
    for (key, value) in mapping {
      guard case .scalar(let name) = key else {
        throw Diagnostic(.yaml, "a name was expected before the colon", at: place)
      }
      let keyPlace = file.place(name.mark?.line ?? place.line, name.mark?.column ?? place.column)
      if name.string == "<<", name.style == .plain {
        throw Diagnostic(
          .yaml, "merge keys (`<<:`) are not part of the language", fix: "write the lines out",
          at: keyPlace)
      }
      let scalar = try self.scalar(name, at: keyPlace)
      guard let value = try tree(value, depth: depth + 1) else { continue }
      if case .scalar(let text) = value, text.text.isEmpty, text.layout == .plain {
        problems.append(
          Diagnostic(
            .yaml, "there is nothing after `\(name.string):`",
            fix: "write its text on the same line, or delete the line", at: keyPlace))
        continue
      }
      entries.append(YAMLNode.Entry(key: scalar, value: value))
    }
    return .map(entries, place)
  }

  private mutating func scalar(_ scalar: Node.Scalar, at place: SourcePlace) throws -> Scalar {
    if has.bang, byte(at: place) == UInt8(ascii: "!") {
      throw Diagnostic(
        .yaml, "tags (`!name`) are not part of the language",
        fix: "if the text starts with !, put it in quotes", at: place)
    }
    switch scalar.style {
    case .plain, .any:
      if has.hash, let comment = comment(after: scalar.string, at: place) {
        problems.append(
          Diagnostic(
            .yaml, "a comment after text on the same line: from # on, the text is lost",
            fix: "put the text in quotes if # belongs to it, else move the comment to its own line",
            at: comment))
      }
      if !lines.rest(of: place.line, from: place.column).starts(with: scalar.string.utf8) {
        problems.append(
          Diagnostic(
            .yaml, "text without quotes that goes on on the next line",
            fix: "write `|` after the colon, and the text on the next lines, set in", at: place))
      }
      return Scalar(text: scalar.string, place: place)
    case .singleQuoted, .doubleQuoted:
      return Scalar(text: scalar.string, place: place, layout: .quoted)
    case .literal, .folded:
      var below = place.line + 1
      func margin() -> Int { lines[below].prefix { $0 == blank }.count }
      while below < lines.count, margin() == lines[below].count { below += 1 }
      // The first words of a text may be indented further than the block.
      let own = scalar.string.utf8.drop { $0 == 0x0A }.prefix { $0 == blank }.count
      return Scalar(
        text: scalar.string, place: place, layout: .block(indent: max(0, margin() - own)))
    }
  }

  private func byte(at place: SourcePlace) -> UInt8? {
    lines.rest(of: place.line, from: place.column).first
  }

  /// The place of a comment that follows a text on its line; a # inside quotes starts none.
  private func comment(after text: String, at place: SourcePlace) -> SourcePlace? {
    let rest = lines.rest(of: place.line, from: place.column)
    let behind = rest.dropFirst(text.utf8.count)
    guard behind.contains(hash) else { return nil }
    var quote: UInt8?
    var before: UInt8 = 0
    for at in behind.indices {
      switch (rest[at], quote) {
      case (let byte, let open?) where byte == open && (open == singleQuote || before != backslash):
        quote = nil
      case (_, _?): break
      case (doubleQuote, nil), (singleQuote, nil):
        // Two quotes in a row are one quote inside quotes, and a quote inside a word opens nothing.
        if " [,".utf8.contains(before) || before == rest[at] { quote = rest[at] }
      case (hash, nil) where before == blank:
        return file.place(place.line, place.column + rest[..<at].scalarCount)
      default: break
      }
      before = before == backslash && quote != nil ? 0 : rest[at]
    }
    return nil
  }
}

private let blank = UInt8(ascii: " ")
private let hash = UInt8(ascii: "#")
private let doubleQuote = UInt8(ascii: "\"")
private let singleQuote = UInt8(ascii: "'")
private let backslash = UInt8(ascii: "\\")
