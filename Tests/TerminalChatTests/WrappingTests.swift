import Testing

@testable import TerminalChat

/// Line wrapping by the columns that characters take.
struct WrappingTests {
  static let words = [
    "a", "word", "Zoë", "Ó", "Briain", "王小明", "名前", "أحمد", "שלום", "Мария", "🙂", "👩‍👩‍👧", "🇬🇧",
    "e\u{301}",
    "a-very-long-word-that-does-not-fit-anywhere", "안녕하세요", "1", "-", "3.20",
  ]

  @Test(arguments: [8, 12, 20, 40, 80])
  func `No line is wider than the window, and unwrapping gives the text back`(_ columns: Int) {
    for seed in 0..<200 {
      var random = SystemRandomNumberGenerator()
      let margin = ["", "  ", "  12 ", "- "][seed % 4]
      let text =
        margin
        + (0..<(1 + seed % 30)).map { _ in Self.words.randomElement(using: &random) ?? "" }
        .joined(separator: " ")
      let wrapped = text.wrapped(to: columns)
      for line in wrapped.split(separator: "\n") {
        #expect(line.columns <= columns, "\(text) at \(columns)")
      }
      #expect(
        wrapped.filter { $0 != "\n" && $0 != " " } == text.filter { $0 != "\n" && $0 != " " })
    }
  }

  @Test(arguments: [
    ("plain", 5), ("Zoë", 3), ("e\u{301}a", 2), ("王小明", 6), ("안녕", 4), ("أحمد", 4), ("🙂", 2),
    ("👩‍👩‍👧", 2), ("🇬🇧", 2), ("ｶﾀ", 2), ("Ａ", 2), ("", 0), ("☎\u{FE0F}", 2),
  ])
  func `A character takes as many columns as a terminal gives it`(_ text: String, _ columns: Int) {
    #expect(text.columns == columns)
  }

  @Test func `A wrapped line is indented to the start of the text`() {
    #expect(
      "  12 The child is moved, kept somewhere".wrapped(to: 20)
        == "  12 The child is\n     moved, kept\n     somewhere")
    #expect("- one two three".wrapped(to: 9) == "- one two\n  three")
    #expect("HOME  a b c d e".wrapped(to: 12) == "HOME  a b c\n      d e")
    #expect("王小  a b c d e".wrapped(to: 12) == "王小  a b c\n      d e")
    #expect("short\n\nalso short".wrapped(to: 40) == "short\n\nalso short")
    #expect("王小明王小明".wrapped(to: 8) == "王小明王\n小明")
  }
}
