/// Words to look for in texts, alone or several in a row.
package struct Phrases: Sendable {
  /// The phrases, by their first word.
  private var byFirst: [String: [(words: [String], advice: WordRules.Advice)]] = [:]

  /// Prepares the words of each piece of advice for comparing.
  package init(_ advice: [WordRules.Advice]) {
    for advice in advice {
      let words = Sentences(advice.words).words.map(\.plain)
      if let first = words.first { byFirst[first, default: []].append((words, advice)) }
    }
  }

  /// The phrases found outside quotation marks, each with its first word there.
  ///
  /// Of several phrases that start at the same word it takes the longest.
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
