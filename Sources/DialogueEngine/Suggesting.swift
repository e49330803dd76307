import DialogueModel

/// An option that an earlier answer may be about, with the words that suggest it.
package struct Suggestion: Hashable, Sendable {
  /// The option, by its number from 0.
  package var option: Int
  /// The words found, as the `listen-for` field of the option lists them.
  package var words: [String]
}

extension Conversation {
  /// The options whose words occur in the answers that a question listens to.
  ///
  /// They are only shown first: they answer nothing, and neither the path nor a letter depends on them.
  package func suggestions(for question: Int) -> [Suggestion] {
    let question = script.questions[question]
    let texts = question.listensTo.compactMap { number -> Sentences? in
      guard case .text(let text)? = liveAnswer(number)?.value else { return nil }
      // Quoted words count here as well.
      return Sentences(text.replacing("\"", with: " "))
    }
    return question.options.enumerated().compactMap { place, option in
      let phrases = Phrases(
        (option.fields[AnswerOption.listenFor] ?? []).map {
          WordRules.Advice(words: $0, advice: $0)
        })
      var words: [String] = []
      for found in texts.flatMap(phrases.found) where !words.contains(found.advice.words) {
        words.append(found.advice.words)
      }
      return words.isEmpty ? nil : Suggestion(option: place, words: words)
    }
  }
}
