/// New text for some bytes of a file.
struct TextEdit: Sendable {
  /// The bytes to replace, counted as if each line ended in a line feed alone.
  var bytes: Range<Int>
  var text: String
}

extension [TextEdit] {
  /// Makes the edits in a file's bytes, and keeps its line ends, whether LF or CRLF.
  func made(in file: some Collection<UInt8>) -> [UInt8] {
    let file = [UInt8](file)
    let first = file.firstIndex(of: lineFeed) ?? 0
    let isForeign = first > 0 && file[first - 1] == lineReturn
    var result: [UInt8] = []
    var (at, offset) = (0, 0)
    /// Whether a byte is counted: a carriage return before a line feed is not.
    func counts(_ at: Int) -> Bool {
      file[at] != lineReturn || at + 1 == file.count || file[at + 1] != lineFeed
    }
    func copy(upTo end: Int, keeping: Bool) {
      while offset < end, at < file.count {
        if keeping { result.append(file[at]) }
        if counts(at) { offset += 1 }
        at += 1
      }
    }
    for edit in sorted(by: { $0.bytes.lowerBound < $1.bytes.lowerBound }) {
      copy(upTo: edit.bytes.lowerBound, keeping: true)
      copy(upTo: edit.bytes.upperBound, keeping: false)
      result +=
        isForeign ? [UInt8](edit.text.replacing("\n", with: "\r\n").utf8) : [UInt8](edit.text.utf8)
    }
    return result + file[at...]
  }
}

private let lineFeed: UInt8 = 0x0A
private let lineReturn: UInt8 = 0x0D
