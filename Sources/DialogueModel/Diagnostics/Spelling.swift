/// Suggests what a mistyped name may have meant.
package enum Spelling {
  /// The nearest name by edit distance, if at most a third of the letters differ; else nil.
  package static func nearest(to name: String, among names: some Sequence<String>) -> String? {
    names.map { (name: $0, distance: distance(name, $0)) }
      .filter { $0.distance <= max(1, max(name.count, $0.name.count) / 3) }
      .min { ($0.distance, $0.name) < ($1.distance, $1.name) }?.name
  }

  /// The edit distance: the number of letters to add, drop or replace to turn one name into the other.
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
