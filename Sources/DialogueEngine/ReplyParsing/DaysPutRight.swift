import DialogueModel

/// Weekdays that later words put right.
extension Conversation {
  /// Changes the weekday in the first answer that has one only, where words that begin by taking something back name
  /// another: "oh no, it's Thursday".
  func weekdayPutRight(in typed: String, _ number: Int) -> Contradiction? {
    guard let rest = corrected(in: typed), case let reply = NormalizedReply(rest),
      reply.count <= 20, case let named = reply.words.filter({ weekday($0) != nil }),
      let right = named.first, Set(named.map(weekday)).count == 1,
      !reply.words.contains(where: script.words[.not].contains), dated(in: reply).isEmpty
    else { return nil }
    return questionsWithWords.lazy.compactMap { question -> Contradiction? in
      guard question != number, case .value(.text(let text))? = self.answers[question],
        case let days = Set(NormalizedReply(text).words.compactMap(self.weekday)),
        days.count == 1, let wrong = days.first, wrong != self.weekday(right)
      else { return nil }
      return self.replacing(wrong, with: right, isDated: false, in: text, self.weekday).map {
        (question, .value(.text($0)), right)
      }
    }.first
  }

  /// The weekday that one text has in the place of another's, where nothing else in them differs.
  package func weekdayChanged(
    from old: String, to new: String
  ) -> (wrong: String, right: String)? {
    let (old, new) = (NormalizedReply(old).words, NormalizedReply(new).words)
    let changed = zip(old, new).filter { $0 != $1 }
    guard old.count == new.count, changed.count == 1, let only = changed.first,
      weekday(only.0) != nil, weekday(only.1) != nil
    else { return nil }
    return (only.0, only.1)
  }

  /// Changes a weekday in the first answer that has it once, without a date.
  package func contradiction(changingDay wrong: String, to right: String) -> Contradiction? {
    guard let day = weekday(wrong) else { return nil }
    return questionsWithWords.lazy.compactMap { question -> Contradiction? in
      guard case .value(.text(let text))? = self.answers[question] else { return nil }
      return self.replacing(day, with: right, isDated: false, in: text, self.weekday).map {
        (question, .value(.text($0)), wrong)
      }
    }.first
  }
}
