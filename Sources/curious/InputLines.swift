import Foundation
import TerminalChat

/// Standard input line by line, whatever bytes it has.
struct InputLines {
  private var rest: ArraySlice<UInt8> = []
  private var isAtEnd = false

  /// The next line without its end, which the last one may lack; nil after the last.
  mutating func next() -> String? {
    var line: [UInt8] = []
    while !isAtEnd {
      if let end = rest.firstIndex(of: 0x0A) {
        line += rest[..<end]
        rest = rest[(end + 1)...]
        return text(line)
      }
      line += rest
      var chunk = [UInt8](repeating: 0, count: 1 << 16)
      let count = BlockingIO.read(STDIN_FILENO, into: &chunk)
      rest = chunk.prefix(max(count, 0))
      isAtEnd = count <= 0
    }
    return line.isEmpty ? nil : text(line)
  }

  /// A line of a Windows file ends with a carriage return as well.
  private func text(_ line: [UInt8]) -> String {
    String(typed: line.last == 0x0D ? line.dropLast() : line[...])
  }
}
