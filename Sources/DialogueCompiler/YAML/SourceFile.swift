import DialogueModel

/// One file of a pack: its path in the pack's folder, and its contents.
package struct SourceFile: Hashable, Sendable {
  /// The path inside the pack's folder, such as `letters/note.md`, as diagnostics show it.
  package var path: String
  /// The contents, with every line ending in a line feed alone.
  package var text: String

  /// A file with these contents; CRLF line ends become line feeds.
  package init(path: String, text: String) {
    self.path = path
    // Files may come from a system with other line ends.
    self.text = text.utf8.contains(0x0D) ? text.replacing("\r\n", with: "\n") : text
  }

  /// A line, counted from 1; empty if there is none.
  package func line(_ number: Int) -> String {
    String(decoding: FileLines(text)[number], as: UTF8.self)
  }

  func place(_ line: Int, _ column: Int) -> SourcePlace {
    SourcePlace(file: path, line: line, column: column)
  }
}

/// The lines of a file as bytes, because only ASCII is searched for in them and files can be long.
struct FileLines {
  let bytes: [UInt8]
  private var starts = [0]

  init(_ text: String) {
    bytes = Array(text.utf8)
    for (at, byte) in bytes.enumerated() where byte == 0x0A { starts.append(at + 1) }
  }

  var count: Int { starts.count }

  func contains(_ byte: UInt8) -> Bool { bytes.contains(byte) }

  /// A line, counted from 1, without its end.
  subscript(line: Int) -> ArraySlice<UInt8> {
    guard (1...starts.count).contains(line) else { return [] }
    let end = line < starts.count ? starts[line] - 1 : bytes.count
    let slice = bytes[starts[line - 1]..<end]
    return slice.last == 0x0D ? slice.dropLast() : slice
  }

  /// The rest of a line from a column on, counted in Unicode scalars.
  func rest(of line: Int, from column: Int) -> ArraySlice<UInt8> {
    let bytes = self[line]
    var left = column
    for at in bytes.indices where bytes[at] & 0xC0 != 0x80 {
      left -= 1
      if left == 0 { return bytes[at...] }
    }
    return []
  }
}
