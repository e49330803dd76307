import Scenarios
import Support
import Testing

/// The splitting of incoming bytes into lines.
struct LineSplitterTests {
  @Test(arguments: [
    (4, [""], []),
    (4, ["\n"], [""]),
    (4, ["\n\n", "\n"], ["", "", ""]),
    (4, ["one\ntwo\n"], ["one", "two"]),
    (4, ["one\ntwo"], ["one", "two"]),
    (4, ["o", "n", "e", "\n", "two", "\n"], ["one", "two"]),
    (4, ["on", "e\ntw", "o"], ["one", "two"]),
    (4, ["one\r\n"], ["one\r"]),
    (4, ["four\n", "fo", "ur"], ["four", "four"]),
    (4, ["fives\none\n"], [nil, "one"]),
    (4, ["fi", "ves\none\n"], [nil, "one"]),
    (4, ["five", "s", "", " and more", "\none"], [nil, "one"]),
    (4, ["one\nfive", "s"], ["one", nil]),
    (0, ["a\n\n", "b"], [nil, "", nil]),
  ])
  func `Bytes are split into lines`(_ limit: Int, _ parts: [String], _ lines: [String?]) {
    let bytes = Array(parts.joined().utf8)
    let split = bytes.lines(limit: limit, inChunksOf: parts.map(\.utf8.count))
    #expect(split == lines.map { $0.map { Array($0.utf8) } })
  }

  @Test(arguments: 0..<200 as Range<UInt64>)
  func `The lines are the same however the bytes arrive`(_ seed: UInt64) {
    var random = SeededGenerator(seed: seed)
    let limit = Int.random(in: 0...40, using: &random)
    let bytes = (0..<400).map { _ in
      Bool.random(using: &random) && Bool.random(using: &random) && Bool.random(using: &random)
        ? UInt8(ascii: "\n") : UInt8.random(in: 0...255, using: &random)
    }
    let sizes = bytes.map { _ in Int.random(in: 0...30, using: &random) }
    #expect(bytes.lines(limit: limit, inChunksOf: sizes) == bytes.plainLines(limit: limit))
    #expect(bytes.lines(limit: limit, inChunksOf: [400]) == bytes.plainLines(limit: limit))
  }
}
