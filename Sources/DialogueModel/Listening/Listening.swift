/// What a pack listens for in people's own words: its classes of phrases, and what finds them.
package struct Listening: Sendable {
  /// The classes, by number.
  package let classes: [PhraseClass]
  /// Finds their phrases in a text.
  package let finder: PhraseFinder

  /// Prepares these classes; `everywhere` applies to all of them.
  package init(
    _ classes: [PhraseClass] = [], everywhere: [PhraseClass.Role: [PhrasePattern]] = [:],
    lists: [String: [PhrasePattern.Choice]] = [:], grammar: PhraseGrammar = PhraseGrammar()
  ) {
    self.classes = classes
    finder = PhraseFinder(classes, everywhere: everywhere, lists: lists, grammar: grammar)
  }

  /// What a text mentions: for each class the words by which it was found, once where finds overlap.
  package func mentions(in text: String) -> [Mention] {
    if classes.isEmpty { return [] }
    let finds = finder.finds(in: text)
    if finds.isEmpty { return [] }
    let bytes = Array(text.utf8)
    var (mentions, ends): ([Mention], [Int: Int]) = ([], [:])
    for find in finds.sorted(by: { $0.bytes.upperBound < $1.bytes.upperBound })
    where find.bytes.lowerBound >= ends[find.number] ?? 0 {
      // The words that say most: those of the longest find around it.
      let around = finds.lazy.map { $0.number == find.number ? $0.bytes : find.bytes }
        .filter { $0.lowerBound <= find.bytes.lowerBound && $0.upperBound >= find.bytes.upperBound }
      let whole = around.max { $0.count < $1.count } ?? find.bytes
      ends[find.number] = whole.upperBound
      let words = String(decoding: bytes[whole], as: UTF8.self)
        .split(whereSeparator: \.isWhitespace).joined(separator: " ")
      mentions.append(Mention(number: find.number, words: words))
    }
    return mentions
  }
}

/// A class of phrases that was found in a text, with the words found.
package struct Mention: Hashable, Sendable {
  /// The number of the class.
  package var number: Int
  /// The words as they were typed, on one line.
  package var words: String
}
