import LineService
import Testing

/// What is read and written as JSON.
struct JSONTests {
  @Test(arguments: ["", "a\"b\\c", "\u{0}\u{1F}\u{7F}", "é 👩‍👩‍👧 \u{2028}", "\r\n\t/"])
  func `A text that is written is read again`(_ text: String) throws {
    var writer = JSONWriter()
    writer.array([text, "and more"])
    let reader = try #require(JSONReader(nesting: 4))
    let read = writer.bytes.withUnsafeBufferPointer { bytes in
      reader.read(bytes) { json in json?.elements.map { $0.text } }
    }
    #expect(read == [text, "and more"])
  }

  @Test(arguments: [
    "{\"a\": 1,}", "[1,]", "01", "[1] [2]", "\u{FEFF}{}", "{\"a\": \"\\ud800\"}", "[[[[[1]]]]]",
    "nul",
    "\"\n\"", "",
  ])
  func `What is no JSON, or too deep, is refused`(_ text: String) throws {
    let reader = try #require(JSONReader(nesting: 4))
    #expect(Array(text.utf8).withUnsafeBufferPointer { reader.read($0) { $0 == nil } })
  }
}
