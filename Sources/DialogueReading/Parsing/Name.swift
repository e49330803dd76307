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
    names.map { (name: $0, distance: distance(name, $0)) }
      .filter { $0.distance <= max(1, max(name.count, $0.name.count) / 3) }
      .min { ($0.distance, $0.name) < ($1.distance, $1.name) }
      .map { "did you mean `\($0.name)`?" }
  }

  /// How many letters to add, drop or replace to turn one name into the other.
  private static func distance(_ a: String, _ b: String) -> Int {
    let b = Array(b.unicodeScalars)
    var row = Array(0...b.count)
    for (i, letter) in a.unicodeScalars.enumerated() {
      var diagonal = row[0]
      row[0] = i + 1
      for j in b.indices {
        let replaced = diagonal + (letter == b[j] ? 0 : 1)
        diagonal = row[j + 1]
        row[j + 1] = min(replaced, row[j] + 1, row[j + 1] + 1)
      }
    }
    return row[b.count]
  }
}
