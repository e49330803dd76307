import DialogueModel

/// A wording in someone's own answer for which the pack knows a better one.
package struct WordingAdvice: Hashable, Sendable {
  package var words: String
  package var advice: String
  package var question: Int
}

extension Conversation {
  /// The first such wording in the answers that count, but for those told of already.
  ///
  /// What stands in quotation marks is never looked at, nor is an answer that was to be someone's own words.
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

  /// What the person wrote in their own words.
  private func ownWords(in question: Int) -> [String] {
    switch answers[question]?.value {
    case .text(let text)?:
      // Without a quotation mark all of it may be someone else's.
      script.questions[question].isQuoted && !text.hasQuotations ? [] : [text]
    case .items(let items)? where question == script.notes:
      items.filter { !$0.isRemoved }.map(\.name)
    default: []
    }
  }
}
