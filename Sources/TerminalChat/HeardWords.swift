import DialogueEngine
import DialogueModel

// What someone wrote, shown with the questions that it may answer.
extension Chat {
  /// A list that is asked once more: what someone wrote and did not choose, and the present answer.
  func offered(_ number: Int) -> String {
    let labels = conversation.script.questions[number].options.map(\.label)
    let suggestions = lines(of: conversation.suggestions(for: number), labels)
    return ([words(.alsoWrote)] + suggestions + [present(number)]).joined(separator: "\n")
  }

  /// The options that someone's own words may speak of, each with the words.
  func lines(of suggestions: [Suggestion], _ labels: [String]) -> [String] {
    suggestions.map { suggestion in
      words(
        .aSuggestion,
        [
          "number": String(suggestion.option + 1), "label": labels[suggestion.option],
          "words": quoted(suggestion.words),
        ])
    }
  }

  /// The words for which a question is asked; empty if there are none.
  func heard(by number: Int) -> [String] {
    let found = conversation.words(heardBy: number)
    return found.isEmpty ? [] : [words(.youWrote, ["words": quoted(found)])]
  }

  /// The answer that a question has, which Enter keeps.
  func present(_ number: Int) -> String {
    guard let answer = conversation.answers[number] else { return "" }
    return words(
      .changing,
      ["question": label(number), "answer": conversation.words(for: answer, to: number)])
  }

  /// Says that words in the lines so far will have a question asked once more; nothing if that has been said.
  mutating func heardMeanwhile() -> [String] {
    guard let number = conversation.question else { return [] }
    var after = conversation
    after.answer(number, with: .value(.text(lines.joined(separator: "\n"))))
    guard let next = after.question, after.isOffered(next), !conversation.isOffered(next) else {
      return []
    }
    let new = after.words(heardBy: next).filter { !heardInLines.contains($0) }
    heardInLines += new
    return new.isEmpty ? [] : [words(.heardMeanwhile, ["words": quoted(new)])]
  }

  /// Puts back what someone wrote before they were asked what happened, where that is asked.
  mutating func story() -> [String] {
    guard let number = conversation.question, takesPastes, lines.isEmpty, errand == nil else {
      return []
    }
    lines = conversation.takeStories(for: number)
    return lines.isEmpty ? [] : [words(.linesAgain, ["lines": lines.joined(separator: "\n")])]
  }

  private func quoted(_ found: [String]) -> String {
    found.map { words(.openQuote) + $0.withControlsVisible + words(.closeQuote) }
      .joined(separator: words(.listSeparator))
  }
}
