/// Suggests what a mistyped name may have meant.
package enum Spelling {
  /// The nearest name by edit distance, if at most a third of the letters differ; else nil.
  package static func nearest(to name: String, among names: some Sequence<String>) -> String? {
    names.map { (name: $0, distance: distance(name, $0)) }
      .filter { $0.distance <= max(1, max(name.count, $0.name.count) / 3) }
      .min { ($0.distance, $0.name) < ($1.distance, $1.name) }?.name
  }

  /// The edit distance: the number of letters to add, drop or replace, or of neighbours to swap, to turn one name into
  /// the other (Damerau–Levenshtein, without edits between swapped letters).
  package static func distance(_ a: String, _ b: String) -> Int {
    let (a, b) = (Array(a.unicodeScalars), Array(b.unicodeScalars))
    var rowBefore: [Int] = []
    var row = Array(0...b.count)
    for i in a.indices {
      var next = [i + 1]
      for j in b.indices {
        var least = min(row[j + 1] + 1, next[j] + 1, row[j] + (a[i] == b[j] ? 0 : 1))
        if i > 0, j > 0, a[i] == b[j - 1], a[i - 1] == b[j] {
          least = min(least, rowBefore[j - 1] + 1)
        }
        next.append(least)
      }
      (rowBefore, row) = (row, next)
    }
    return row[b.count]
  }
}
