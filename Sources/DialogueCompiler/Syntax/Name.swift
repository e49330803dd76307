import DialogueModel

/// What may name a thing in a pack.
enum Name {
  static let reserved: Set = [
    "end", "finish", "otherwise", "unknown", "known", "empty", "any", "no", "count", "where",
    "today",
  ]

  /// Lower-case letters, digits and hyphens, with at least one letter.
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

  /// "did you mean", for a name at most a third of whose letters differ.
  static func suggestion(for name: String, among names: some Sequence<String>) -> String? {
    Spelling.nearest(to: name, among: names).map { "did you mean `\($0)`?" }
  }
}
