import DialogueModel

/// A wording found in someone's own answer for which the pack knows a better one.
package struct WordingAdvice: Hashable, Sendable {
  /// The words found, as the pack lists them.
  package var words: String
  /// What the pack says to write instead.
  package var advice: String
  /// The question whose answer has the words.
  package var question: Int
}

extension Conversation {
  /// The first such wording in the answers on the path, except those in `told`; nil if there is none.
  ///
  /// Text in quotation marks is never searched, nor is an answer that was to be someone's own words and has no
  /// quotation marks.
  package func advice(besides told: Set<String>) -> WordingAdvice? {
    let phrases = Phrases(script.wordRules.instead)
    for question in walk.questions {
      for text in ownWords(in: question) {
        let found = phrases.found(in: Sentences(text.withoutQuotations))
        if let advice = found.first(where: { !told.contains($0.advice.words) })?.advice {
          return WordingAdvice(words: advice.words, advice: advice.advice, question: question)
        }
      }
    }
    return nil
  }

  /// The texts of an answer that the person wrote in their own words.
  private func ownWords(in question: Int) -> [String] {
    switch answers[question]?.value {
    case .text(let text)?:
      // Without quotation marks the whole answer may be someone else's words.
      script.questions[question].isQuoted && !text.hasQuotations ? [] : [text]
    case .items(let items)? where question == script.notes:
      items.filter { !$0.isRemoved }.map(\.name)
    default: []
    }
  }
}
