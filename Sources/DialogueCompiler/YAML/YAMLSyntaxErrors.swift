import DialogueModel
import Yams

extension YAMLReading {
  /// The parser's error in plain words, with what to do about it.
  func plainWords(for error: YamlError) -> Diagnostic {
    switch error {
    case .scanner(let context, let problem, let mark, _),
      .parser(let context, let problem, let mark, _):
      plainWords(
        for: problem, at: file.place(mark.line, mark.column),
        from: context.map { file.place($0.mark.line, $0.mark.column) })
    case .composer(_, let problem, let mark, _):
      problem.contains("another document")
        ? Diagnostic(
          .yaml, "a second document (after `---` or `...`) in one file",
          fix: "delete the line, or put the rest in a file of its own",
          at: file.place(mark.line, mark.column))
        : Diagnostic(
          .yaml, "`*` starts an alias, which is not part of the language",
          fix: "put text that starts with * in quotes", at: file.place(mark.line, mark.column))
    case .duplicatedKeysInMapping(let names, let context):
      duplicate(names.first ?? "", from: context.mark.line)
    case .reader(_, let offset, _, _):
      Diagnostic(
        .yaml, "a character that text files can't hold", fix: "delete it, or write the text anew",
        at: place(ofByte: offset ?? 0))
    default:
      Diagnostic(.yaml, "this file can't be read as YAML", at: file.place(1, 1))
    }
  }

  /// The diagnostic for a message of the parser; `start` is where the faulty part began.
  private func plainWords(
    for problem: String, at place: SourcePlace, from start: SourcePlace?
  ) -> Diagnostic {
    switch problem {
    case let p where p.contains("mapping values are not allowed") && isFirstColon(place):
      Diagnostic(
        .yaml,
        "this line is set in further than the one above, and would be read as more of its text",
        fix: "set it in as far as the other lines of its part", at: place)
    case let p where p.contains("mapping values are not allowed"):
      Diagnostic(
        .yaml, "a second colon in the text of this line",
        fix: "put the text in quotes, or write `|` after the first colon and the text on the next "
          + "line, set in", at: place)
    case let p where p.contains("could not find expected ':'"):
      Diagnostic(
        .yaml, "a line without a colon where `name: text` was expected",
        fix:
          "check the line above: text that goes on needs `|` after its colon, or more setting in",
        at: place)
    case let p where p.contains("did not find expected key"):
      Diagnostic(
        .yaml, "this line does not fit the ones above it",
        fix: "check how far it is set in, and that text in quotes ends after its closing quote",
        at: place)
    case let p where p.contains("did not find expected '-' indicator"):
      Diagnostic(
        .yaml, "a list ends here, but the line is set in like the list",
        fix: "start the line with `- `, or set it in less", at: place)
    case let p where p.contains("unexpected end of stream"):
      Diagnostic(
        .yaml, "text in quotes that never ends", fix: "add the closing quote", at: start ?? place)
    case let p where p.contains("unknown escape character"):
      Diagnostic(
        .yaml, "a backslash inside double quotes", fix: "use single quotes, or write \\\\",
        at: place)
    case let p where p.contains("cannot start any token"):
      Diagnostic(
        .yaml, "text can't start with this character", fix: "put the text in quotes", at: place)
    case let p where p.contains("block sequence entries are not allowed"):
      Diagnostic(
        .yaml, "a list can't start on this line", fix: "put `- ` on a line of its own below",
        at: place)
    case let p where p.contains("',' or ']'"):
      Diagnostic(.yaml, "a list in brackets that never ends", fix: "add `]`", at: place)
    case let p where p.contains("',' or '}'"):
      Diagnostic(
        .yaml, "braces { } are not part of the language",
        fix: "write each `name: text` on a line of its own; text that starts with a brace goes in "
          + "quotes", at: place)
    default:
      Diagnostic(
        .yaml, "this line can't be read", fix: "check quotes, colons, and how far lines are set in",
        at: place)
    }
  }

  private func isFirstColon(_ place: SourcePlace) -> Bool {
    let line = lines[place.line]
    return !line.dropLast(lines.rest(of: place.line, from: place.column).count)
      .contains(UInt8(ascii: ":"))
  }

  /// The diagnostic for a repeated key, which the parser names without saying where it is repeated.
  private func duplicate(_ name: String, from line: Int) -> Diagnostic {
    func keyColumn(_ line: Int) -> Int? {
      let bytes = lines[line]
      let indent = bytes.prefix { $0 == UInt8(ascii: " ") || $0 == UInt8(ascii: "-") }.count
      let rest = bytes.dropFirst(indent)
      let isKey = ["\(name):", "\"\(name)\":", "'\(name)':"].contains { rest.starts(with: $0.utf8) }
      return isKey ? indent + 1 : nil
    }
    var first: Int?
    for number in line..<(lines.count + 1) {
      guard let column = keyColumn(number) else { continue }
      if first == column {
        return Diagnostic(
          .yaml, "`\(name)` is here a second time; only one of the two would count",
          fix: "delete one, or give it another name", at: file.place(number, column))
      }
      if first == nil { first = column }
    }
    return Diagnostic(
      .yaml, "`\(name)` is in this part twice; only one of the two would count",
      fix: "delete one, or give it another name", at: file.place(line, 1))
  }

  private func place(ofByte offset: Int) -> SourcePlace {
    let before = String(decoding: file.text.utf8.prefix(offset), as: UTF8.self)
    let line = before.count { $0.isNewline } + 1
    let column = before.reversed().prefix { !$0.isNewline }.count + 1
    return file.place(line, column)
  }
}
