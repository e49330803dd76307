import Testing

@testable import TerminalChat

/// Lines typed in a terminal that can only print, byte by byte.
struct PlainLineTests {
  static let erase = "\u{8} \u{8}"

  /// Types keys, and returns what was printed for them and what stands in the line.
  private func type(_ keys: some Sequence<UInt8>, after typed: String = "") -> (
    printed: String, line: String
  ) {
    var line = PlainLine(typed: typed)
    var printed: [UInt8] = []
    for key in keys {
      if case .more(let bytes) = line.take(key) { printed += bytes }
    }
    return (String(typed: printed), String(typed: line.bytes))
  }

  @Test(arguments: [
    ("abc", "abc", "abc"),
    ("ab\u{7F}c", "ab\(erase)c", "ac"),
    ("a\u{8}\u{8}b", "a\(erase)b", "b"),
    ("Zoë\u{7F}e", "Zoë\(erase)e", "Zoe"),
    ("王\u{7F}", "王\(erase)\(erase)", ""),
    ("one two  \u{17}", "one two  " + String(repeating: erase, count: 5), "one "),
    ("a\u{1B}[Db\u{1B}OPc\u{1B}[1;5Dd", "abcd", "abcd"),
    ("a\u{1B}xb", "ab", "ab"),
    ("a\tb", "a b", "a b"),
    ("a\u{4}\u{1}b", "ab", "ab"),
  ])
  func `Keys come out as letters, or take them back`(
    _ keys: String, _ printed: String, _ line: String
  ) {
    let typed = type(keys.utf8)
    #expect(typed.printed == printed)
    #expect(typed.line == line)
  }

  @Test func `Enter, Ctrl-D, Ctrl-U and PageUp are told apart`() {
    var line = PlainLine()
    #expect(line.take(4) == .end)
    #expect(line.take(UInt8(ascii: "a")) == .more(print: [97]))
    #expect(line.take(4) == .more(print: []))
    #expect(line.take(0x0D) == .done)
    #expect(line.take(0x15) == .anew)
    #expect(line.bytes.isEmpty)
    #expect(line.take(0x15) == .more(print: []))
    let pageUp = "\u{1B}[5~".utf8.map { line.take($0) }
    #expect(pageUp.last == .previous)
  }

  @Test func `What was typed before goes on, and can be taken back`() {
    let typed = type("\u{7F}er".utf8, after: "Zoë")
    #expect(typed.line == "Zoer")
  }

  @Test(arguments: [
    (Array("Zoë 王 🙂".utf8), "Zoë 王 🙂"), ([0x63, 0x61, 0x66, 0xE9], "café"),
    ([0x80, 0x35, 0x20, 0x93, 0x68, 0x69, 0x94], "€5 “hi”"), ([0xA3, 0x35], "£5"),
    ([0xE9, 0x63, 0xC3, 0xA9], "écé"), ([0xC3], "Ã"), ([], ""), ([0xFF, 0xFE], "ÿþ"),
  ])
  func `Bytes that are no UTF-8 are read as Windows-1252`(_ bytes: [UInt8], _ text: String) {
    #expect(String(typed: bytes) == text)
    let typed = type(bytes + [0x7F])
    #expect(typed.line == String(text.unicodeScalars.dropLast().map(Character.init)))
  }
}
