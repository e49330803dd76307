import DialogueModel

/// An option that an answer given before may speak of, and the words by which it may.
package struct Suggestion: Hashable, Sendable {
  package var option: Int
  package var words: [String]
}

extension Conversation {
  /// The options whose words stand in the answers that a question listens to.
  ///
  /// They are only shown first: nothing is answered by it, and neither the walk nor a letter reads it.
  package func suggestions(for question: Int) -> [Suggestion] {
    let question = script.questions[question]
    let texts = question.listensTo.compactMap { number -> Sentences? in
      guard case .text(let text)? = liveAnswer(number)?.value else { return nil }
      // What someone else said counts here as well.
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
