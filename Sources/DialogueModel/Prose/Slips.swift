/// Mends slips of the keys against the words that a reply could mean: "recrod" for "record".
package struct Slips {
  /// The words that could be meant, by their length in letters.
  private let known: [Int: Set<String>]

  /// Takes the phrases whose words could be meant.
  package init(_ phrases: some Sequence<String>) {
    let words = Set(phrases.flatMap { NormalizedReply($0).words })
    known = Dictionary(grouping: words, by: \.count).mapValues(Set.init)
  }

  /// The reply with each slip mended that could mean one word only; nil if it has none.
  ///
  /// A slip differs from one known word in one letter, or in two from eight letters on, and begins with the same. Two
  /// letters that changed places count as one, and are the only slip of a word of three. Figures are never mended.
  /// Amid other words, a known word of four letters is too near to words that are none of ours.
  package func mended(_ reply: NormalizedReply) -> NormalizedReply? {
    var words = reply.words
    var hasSlip = false
    for (at, word) in words.enumerated() {
      guard word.count >= 3, word.allSatisfy({ $0.isLetter || $0 == "'" }),
        !isKnown(word)
      else { continue }
      let near = nearest(to: word, isAmidOthers: words.count > 4)
      guard near.count == 1, let meant = near.first else { continue }
      words[at] = meant
      hasSlip = true
    }
    return hasSlip ? NormalizedReply(words.joined(separator: " ")) : nil
  }

  private func isKnown(_ word: String) -> Bool {
    (word.count...word.count + 1).contains { count in
      known[count]?.contains { $0 == word || $0.replacing("'", with: "") == word } ?? false
    }
  }

  /// The known words that are as near as any, if they are near enough.
  private func nearest(to word: String, isAmidOthers: Bool) -> [String] {
    // A key held too long: "yesss".
    let short = String(word.reduce(into: []) { if $0.last != $1 { $0.append($1) } })
    if isKnown(short) { return [short] }
    if word.count == 3 {
      return (known[3] ?? []).filter { $0.first == word.first && $0.sorted() == word.sorted() }
    }
    let most = word.count >= 8 ? 2 : 1
    var near: [(word: String, distance: Int)] = []
    for count in max(4, word.count - most)...(word.count + most) {
      for other in known[count] ?? []
      where other.first == word.first && (count > 4 || !isAmidOthers || word.count == 4) {
        let distance = Spelling.distance(word, other)
        // A plural is no slip: "13 girls" is not a girl of 13.
        if distance <= most, word != other + "s" { near.append((other, distance)) }
      }
    }
    let least = near.map(\.distance).min()
    return near.filter { $0.distance == least }.map(\.word)
  }
}
