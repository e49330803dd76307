import DialogueModel

/// Long replies that came before anyone asked what happened. They are notes until then, and the account after that.
extension Conversation {
  /// Takes such replies out of the notes for a question that asks for an account, and returns their lines; none if an
  /// account has been given already.
  package mutating func takeStories(for question: Int) -> [String] {
    guard let notes = script.notes, script.questions[question].takesLines,
      answers[question] == nil, !hasAccount
    else { return [] }
    let stories = items(of: notes).filter { item in
      let words = Self.ownWords(of: item.name, script.words)
      return !item.isRemoved && words.count < item.name.count
        && NormalizedReply(String(words)).count >= Self.shortestStory
    }
    guard !stories.isEmpty,
      let rest = changing(items: stories.map(\.number), of: notes, { $0.isRemoved = true })
    else { return [] }
    answer(notes, with: rest)
    // What the notes no longer say may have had another question asked.
    if self.question != question { reopen(question) }
    return stories.flatMap { item in
      Self.ownWords(of: item.name, script.words).split(separator: "\n").map(String.init)
    }
  }

  /// Whether a text of several lines has been given.
  private var hasAccount: Bool {
    walk.questions.contains { number in
      if case .text? = answers[number]?.value { script.questions[number].takesLines } else { false }
    }
  }

  /// The fewest words of a reply that tells a story.
  private static let shortestStory = 20
}
