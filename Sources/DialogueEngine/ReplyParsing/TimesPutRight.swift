import DialogueModel

/// Times that stay behind in words when the moment they named has been put right: "half eight", where it is half seven.
extension Conversation {
  /// The words of a text that name a moment, as few as do: "half eight", of "half eight tonight"; nil if none do.
  package func words(naming moment: Double, in text: String) -> String? {
    let reply = NormalizedReply(text)
    guard let range = moments(in: reply).first(where: { $0.moment == moment })?.range else {
      return nil
    }
    let parts = range.flatMap { start in
      (start + 1...range.upperBound).map { reply[start..<$0] }
    }
    return parts.filter { self.moment(in: .value(.text($0.typed))) == moment }
      .min { $0.count < $1.count }?.typed
  }

  /// The words that name a moment in the first answer that still does; nil if none does.
  package func words(naming moment: Double) -> String? {
    questionsWithWords.lazy.compactMap { question -> String? in
      guard case .value(.text(let text))? = answers[question] else { return nil }
      return words(naming: moment, in: text)
    }.first
  }

  /// Adds words to the text that a quiet question took its moment from, since they named another, and puts the new
  /// time, `right`, in the place of the one that it had.
  ///
  /// Without such a text they are kept as a note.
  package mutating func addWords(
    _ typed: String, naming quiet: Int, inPlaceOf old: Double?, _ right: String
  ) -> [Message] {
    guard let text = textNaming(quiet), case .value(.text(var words))? = answers[text] else {
      return keep(typed, to: quiet)
    }
    if let old, let wrong = self.words(naming: old, in: words),
      let place = words.firstRange(of: wrong)
    {
      words = replacing(place, with: right, in: words) ?? words
      // "No, it's half seven" has been said by now.
      let said = NormalizedReply(corrected(in: typed) ?? typed).count
      if said <= NormalizedReply(right).count + 1 {
        return answer(text, with: .value(.text(words)))
      }
    }
    return answer(text, with: .value(.text(words + "; " + typed)))
  }
}
