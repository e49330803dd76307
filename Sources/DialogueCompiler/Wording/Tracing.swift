import DialogueModel

/// Follows a text through its file byte by byte, so that each run of it gets its place.
///
/// The text is what the YAML parser returned; each method returns whether the file agrees with it.
struct Tracing {
  private(set) var runs: [Passage.Run] = []
  private(set) var indent = 0
  /// The position in the file's bytes.
  private(set) var at: Int
  private let lines: FileLines
  private let text: [UInt8]
  private var place: SourcePlace
  /// The position in the text, and the start of the current run.
  private var read = 0
  private var start = (read: 0, place: SourcePlace(file: "", line: 1, column: 1))

  init(_ scalar: Scalar, in lines: FileLines, from at: Int) {
    self.lines = lines
    self.at = at
    text = Array(scalar.text.withoutLastLineEnds.utf8)
    place = scalar.place
    start.place = place
  }

  private var bytes: [UInt8] { lines.bytes }

  private func byte(_ offset: Int) -> UInt8? {
    bytes.indices.contains(offset) ? bytes[offset] : nil
  }

  /// Ends the current run; the next one begins here.
  private mutating func close() {
    read = min(read, text.count)
    if read > start.read || text.isEmpty && runs.isEmpty {
      runs.append(
        Passage.Run(
          text: String(decoding: text[start.read..<read], as: UTF8.self), place: start.place))
    }
    start = (read, place)
  }

  private mutating func skip(_ count: Int) {
    for _ in 0..<count {
      guard let byte = byte(at) else { return }
      at += 1
      if byte == lineEnd {
        place.line += 1
        place.column = 1
      } else if byte & 0xC0 != 0x80 {
        place.column += 1
      }
    }
  }

  mutating func plain() -> Bool {
    guard bytes[min(at, bytes.count)...].starts(with: text) else { return false }
    skip(text.count)
    read = text.count
    close()
    return true
  }

  mutating func quoted() -> Bool {
    guard let quote = byte(at) else { return false }
    skip(1)
    start.place = place
    while let byte = byte(at) {
      if byte == quote, quote == double || self.byte(at + 1) != quote {
        close()
        skip(1)
        return read == text.count
      }
      if byte == quote {
        sign(of: 2)
      } else if byte == backslash, quote == double {
        guard self.byte(at + 1) != lineEnd else {
          skip(1)
          fold(isEscaped: true)
          continue
        }
        sign(
          of: [UInt8(ascii: "x"): 4, UInt8(ascii: "u"): 6, UInt8(ascii: "U"): 10][
            self.byte(at + 1) ?? 0] ?? 2)
      } else if byte == lineEnd || byte == blank && isBeforeLineEnd {
        fold(isEscaped: false)
      } else {
        // Escaped line ends at the end are not part of `text`, so there may be nothing left to compare.
        guard read < text.count, text[read] == byte else { return false }
        skip(1)
        read += 1
      }
    }
    return false
  }

  /// Takes one character of the text that is written with `count` bytes in the file.
  private mutating func sign(of count: Int) {
    close()
    skip(count)
    read += 1
    while read < text.count, text[read] & 0xC0 == 0x80 { read += 1 }
    close()
  }

  private var isBeforeLineEnd: Bool {
    byte(at + bytes[at...].prefix { $0 == blank }.count) == lineEnd
  }

  /// Takes line ends inside quotes: one is a blank, and each empty line below it is a line end.
  private mutating func fold(isEscaped: Bool) {
    var ends = 0
    while let byte = byte(at), byte == blank || byte == lineEnd {
      if byte == lineEnd { ends += 1 }
      skip(1)
    }
    read += isEscaped ? ends - 1 : max(1, ends - 1)
    close()
  }

  mutating func block(isFolded: Bool) -> Bool {
    at = lines[place.line].endIndex
    guard !text.isEmpty else {
      close()
      return true
    }
    var line = place.line + 1
    indent = indent(from: line)
    while read < text.count, line <= lines.count {
      let content = content(of: line)
      guard text[read...].starts(with: content) else { return false }
      start = (read, SourcePlace(file: place.file, line: line, column: 1 + indent))
      at = lines[line].endIndex
      read += content.count
      line += 1
      if read < text.count {
        let empty = isFolded && !content.isEmpty ? emptyLines(from: line) : 0
        let staysApart = content.first == blank || self.content(of: line + empty).first == blank
        // Two lines join with a blank, unless one of them is indented further.
        read += isFolded && !staysApart ? max(1, empty) : empty + 1
        line += empty
      }
      close()
    }
    return read == text.count
  }

  /// How far the block is indented; its first line that is not empty may start with blanks of its own.
  private func indent(from line: Int) -> Int {
    let first = (line...max(line, lines.count)).first { lines[$0].contains { $0 != blank } }
    let margin = lines[first ?? line].prefix { $0 == blank }.count
    let own = text.drop { $0 == lineEnd }.prefix { $0 == blank }.count
    return max(0, margin - own)
  }

  private func content(of line: Int) -> ArraySlice<UInt8> { lines[line].dropFirst(indent) }

  private func emptyLines(from line: Int) -> Int {
    (line...max(line, lines.count)).prefix { content(of: $0).isEmpty }.count
  }
}

private let lineEnd: UInt8 = 0x0A
private let blank = UInt8(ascii: " ")
private let double = UInt8(ascii: "\"")
private let backslash = UInt8(ascii: "\\")
