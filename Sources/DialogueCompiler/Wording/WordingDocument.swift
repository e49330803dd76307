package import DialogueModel

/// The texts of a pack as one Markdown document, to be edited and read back.
///
/// Each text has a heading with its id, and is enclosed in two lines of backticks, more of them than it contains
/// in a row.
package struct WordingDocument {
  struct Entry {
    var id: Scalar
    var text: String
    /// The place where the text's first line starts.
    var place: SourcePlace

    /// The text as a block whose header is the line of backticks.
    var block: Scalar {
      Scalar(
        text: text, place: SourcePlace(file: place.file, line: place.line - 1, column: 1),
        layout: .block(indent: 0))
    }

    /// The place of a byte of the text.
    func place(at offset: Int) -> SourcePlace { block.place(at: offset) }
  }

  private(set) var entries: [Entry] = []
  private(set) var problems: [Diagnostic] = []

  /// The document for these texts, grouped by file; `pack` is the name in its title.
  package static func text(of passages: [Passage], pack: String) -> String {
    var parts = ["# The wording of \(pack)", opening]
    var file = ""
    for passage in passages {
      if passage.file != file { parts.append("## \(passage.file)") }
      file = passage.file
      parts.append("### \(passage.id)\n\n\(fenced(passage.text))")
    }
    return parts.joined(separator: "\n\n") + "\n"
  }

  private static let opening = """
    Change the texts between the lines of backticks; nothing else is read, so you can write notes there. Then run \
    `curious wording import` with this file. The text between << and >> stays as it is; only the words \
    after a bar in it, which are said when there is no answer, are yours to change. A text that is left out \
    of this file, with its heading, stays as it was. A bar after the first backticks means that each line \
    ends with a bar, since blanks at its end count.
    """

  /// A text in backticks; if a line ends in a character that can't be seen, every line gets a bar at its end.
  private static func fenced(_ text: String) -> String {
    let lines = text.utf8.split(separator: lineEnd, omittingEmptySubsequences: false)
    let isBarred = lines.contains { $0.last == blank || $0.last == 0x0D }
    let longest = text.utf8.split { $0 != backtick }.map(\.count).max() ?? 0
    let fence = String(repeating: "`", count: max(3, longest + 1))
    let body = lines.map { String(decoding: $0, as: UTF8.self) + (isBarred ? "|" : "") }
    return ([fence + (isBarred ? "text |" : "text")] + body + [fence]).joined(separator: "\n")
  }

  /// Reads an edited document; what can't be read is reported in `problems`.
  package init(_ file: SourceFile) {
    let lines = FileLines(file.text)
    var id: Scalar?
    var line = 1
    while line <= lines.count {
      let bytes = lines[line]
      let ticks = bytes.prefix { $0 == backtick }.count
      if bytes.starts(with: "### ".utf8) {
        reportNone(below: id)
        id = Scalar(
          text: String(decoding: bytes.dropFirst(4), as: UTF8.self).trimmed,
          place: file.place(line, 5))
      } else if ticks >= 3 {
        let start = line
        let text = self.text(in: lines, below: &line, ticks: ticks, of: file)
        if let text, let id {
          entries.append(Entry(id: id, text: text, place: file.place(start + 1, 1)))
        } else if text != nil {
          problems.append(
            Diagnostic(
              .layout, "a text without an id of its own above it",
              fix: "put `### ` and its id on a line above it, or delete it",
              at: file.place(start, 1)))
        }
        id = nil
      }
      line += 1
    }
    reportNone(below: id)
  }

  private mutating func reportNone(below id: Scalar?) {
    guard let id else { return }
    problems.append(
      Diagnostic(
        .layout, "there is no text below `\(id.text)`",
        fix: "put one there between two lines of ```, or delete this line to leave it as it was",
        at: id.place))
  }

  /// The text between two lines of backticks, the first at this line; nil if it never ends, which is reported.
  private mutating func text(
    in lines: FileLines, below line: inout Int, ticks: Int, of file: SourceFile
  ) -> String? {
    let start = line
    let isBarred = lines[start].last { $0 != blank } == bar
    var text: [UInt8] = []
    while line < lines.count {
      line += 1
      var content = lines[line]
      if content.prefix(while: { $0 == backtick }).count >= ticks {
        if content.contains(where: { $0 != backtick && $0 != blank }) { break }
        return String(decoding: text, as: UTF8.self).withoutLastLineEnds
      }
      if isBarred {
        if content.last != bar {
          problems.append(
            Diagnostic(
              .layout, "this line has lost the bar at its end", fix: "add `|` after the last blank",
              at: file.place(line, 1 + content.scalarCount)))
        }
        content = content.dropLast()
      }
      text += content + [lineEnd]
    }
    problems.append(
      Diagnostic(
        .layout, "a text that never ends",
        fix: "add \(String(repeating: "`", count: ticks)) below it",
        at: file.place(start, 1)))
    // Reading goes on at the next id.
    line = start
    while line < lines.count, !lines[line + 1].starts(with: "### ".utf8) { line += 1 }
    return nil
  }
}

private let backtick = UInt8(ascii: "`")
private let bar = UInt8(ascii: "|")
private let blank = UInt8(ascii: " ")
private let lineEnd: UInt8 = 0x0A
