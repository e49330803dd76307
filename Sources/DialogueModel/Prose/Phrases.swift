/// Words that are looked for in texts, alone or a few in a row.
package struct Phrases: Sendable {
  /// By their first word.
  private var byFirst: [String: [(words: [String], advice: WordRules.Advice)]] = [:]

  package init(_ advice: [WordRules.Advice]) {
    for advice in advice {
      let words = Sentences(advice.words).words.map(\.plain)
      if let first = words.first { byFirst[first, default: []].append((words, advice)) }
    }
  }

  /// Where they stand outside quotation marks, each by its first word; of several that start with the same
  /// word, the longest.
  package func found(
    in sentences: Sentences
  ) -> [(word: Sentences.Word, advice: WordRules.Advice)] {
    sentences.sentences.flatMap { sentence in
      sentence.indices.compactMap { at in
        guard !sentence[at].isQuoted else { return nil }
        return byFirst[sentence[at].plain]?
          .filter { sentence[at...].prefix($0.words.count).map(\.plain) == $0.words }
          .max { $0.words.count < $1.words.count }
          .map { (sentence[at], $0.advice) }
      }
    }
  }
}
