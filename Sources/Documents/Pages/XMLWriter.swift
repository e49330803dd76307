/// Writes XML in which every text is escaped and every element is closed.
///
/// Names and fixed markup are literals of the program, so no answer can become markup. What it writes can be read
/// as HTML too, since only what is written by `empty` has no end tag.
struct XMLWriter {
  private(set) var bytes: [UInt8] = []

  /// A writer that begins with this markup.
  init(_ beginning: StaticString) {
    bytes.reserveCapacity(16_384)
    add(beginning)
  }

  /// Adds an element and what the closure writes into it.
  mutating func element(
    _ name: StaticString, _ attributes: KeyValuePairs<StaticString, String> = [:],
    _ content: (inout XMLWriter) -> Void
  ) {
    begin(name, attributes)
    add(">")
    content(&self)
    add("</")
    add(name)
    add(">")
  }

  /// Adds an element that can have no content.
  mutating func empty(
    _ name: StaticString, _ attributes: KeyValuePairs<StaticString, String> = [:]
  ) {
    begin(name, attributes)
    add("/>")
  }

  /// Adds words, escaped, without the signs that a document may not have.
  mutating func text(_ words: String) {
    for scalar in words.unicodeScalars {
      switch scalar {
      case "&": add("&amp;")
      case "<": add("&lt;")
      case ">": add("&gt;")
      case _ where scalar.isForbidden: break
      default: bytes += scalar.utf8
      }
    }
  }

  /// Adds markup as it is.
  mutating func add(_ markup: StaticString) { bytes += markup.description.utf8 }

  private mutating func begin(
    _ name: StaticString, _ attributes: KeyValuePairs<StaticString, String>
  ) {
    add("<")
    add(name)
    for (name, value) in attributes {
      add(" ")
      add(name)
      add("=\"")
      for (number, words) in value.split(separator: "\"", omittingEmptySubsequences: false)
        .enumerated()
      {
        if number > 0 { add("&quot;") }
        text(String(words))
      }
      add("\"")
    }
  }
}
