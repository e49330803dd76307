import DialogueModel

/// The rules for names in a pack.
enum Name {
  static let reserved: Set = [
    "end", "finish", "otherwise", "unknown", "known", "empty", "any", "no", "count", "where",
    "today",
  ]

  /// Whether a text has only lower-case letters, digits and hyphens, and at least one letter.
  static func isWellFormed(_ text: String) -> Bool {
    var hasLetter = false
    for byte in text.utf8 {
      switch byte {
      case UInt8(ascii: "a")...UInt8(ascii: "z"): hasLetter = true
      case UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "-"): break
      default: return false
      }
    }
    return hasLetter
  }

  /// The parts of a dotted name, as in `garden.gate`.
  static func parts(of name: String) -> [String] {
    guard name.utf8.contains(UInt8(ascii: ".")) else { return [name] }
    return name.utf8.split(separator: UInt8(ascii: "."), omittingEmptySubsequences: false)
      .map { String(Substring($0)) }
  }

  /// A suggestion for a misspelt name, if at most a third of its letters differ from a known one.
  static func suggestion(for name: String, among names: some Sequence<String>) -> String? {
    Spelling.nearest(to: name, among: names).map { "did you mean `\($0)`?" }
  }
}
