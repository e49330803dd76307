import JSON
import Testing

/// Reading and writing of JSON.
struct JSONTests {
  @Test(arguments: ["", "a\"b\\c", "\u{0}\u{1F}\u{7F}", "é 👩‍👩‍👧 \u{2028}", "\r\n\t/"])
  func `A text that is written can be read back`(_ text: String) throws {
    #expect(try readAgain([text, "and more"]) == [text, "and more"])
  }

  // The reader takes sixteen bytes at a time.
  @Test(arguments: 0..<0x80)
  func `A character is read back wherever it is in a text`(_ value: UInt8) throws {
    let character = String(UnicodeScalar(value))
    let texts = (0...35).flatMap { before in
      [0, 1, 15, 16].map { after in
        String(repeating: "a", count: before) + character + String(repeating: "\"", count: after)
      }
    }
    #expect(try readAgain(texts) == texts)
  }

  private func readAgain(_ texts: [String]) throws -> [String?]? {
    var writer = JSONWriter()
    writer.array(texts)
    let reader = try #require(JSONReader(nesting: 4))
    return reader.read(writer.bytes[...]) { json in json?.elements.map { $0.text } }
  }

  @Test(arguments: [
    "{\"a\": 1,}", "[1,]", "01", "[1] [2]", "\u{FEFF}{}", "{\"a\": \"\\ud800\"}", "[[[[[1]]]]]",
    "nul",
    "\"\n\"", "",
  ])
  func `Text that is not JSON, or is nested too deeply, is refused`(_ text: String) throws {
    let reader = try #require(JSONReader(nesting: 4))
    #expect(reader.read(Array(text.utf8)[...]) { $0 == nil })
  }
}
