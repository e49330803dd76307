import LineService
import Scenarios

/// Lines are the same however the bytes arrive.
///
/// The first byte is the limit, and the second is the seed of the chunks.
func lineFault(_ bytes: [UInt8]) -> String? {
  guard bytes.count > 2 else { return nil }
  let (limit, data) = (Int(bytes[0]), Array(bytes[2...]))
  var random = SeededGenerator(seed: UInt64(bytes[1]))
  var chunks: [Int] = []
  while chunks.reduce(0, +) < data.count { chunks.append(.random(in: 0...9, using: &random)) }
  let plain = data.plainLines(limit: limit)
  if data.lines(limit: limit, inChunksOf: [data.count]) != plain { return "lines, read at once" }
  if data.lines(limit: limit, inChunksOf: chunks) != plain { return "lines, read in chunks" }
  return nil
}

extension [UInt8] {
  /// The lines that the splitter finds; nil for a line that is too long.
  package func lines(limit: Int, inChunksOf sizes: [Int]) -> [[UInt8]?] {
    var (splitter, lines, rest) = (LineSplitter(limit: limit), [[UInt8]?](), self[...])
    for size in sizes {
      splitter.take(rest.prefix(size)) { line in
        lines.append(line.map { Array($0) })
      }
      rest = rest.dropFirst(size)
    }
    splitter.finish { line in lines.append(line.map { Array($0) }) }
    return lines
  }

  /// The lines found in the plainest way, to compare with the splitter's.
  package func plainLines(limit: Int) -> [[UInt8]?] {
    var lines = split(separator: UInt8(ascii: "\n"), omittingEmptySubsequences: false)
    if lines.last?.isEmpty == true { lines.removeLast() }
    return lines.map { $0.count > limit ? nil : Array($0) }
  }
}
