package import DialogueModel

extension Conversation {
  /// What a text puts right in the answer to another question: "13 not 14", "Thursday not Wednesday".
  package typealias Contradiction = (question: Int, answer: Answer, words: String)

  /// The first number or day that a text puts right, where the wrong one is in the answer to another question; nil if
  /// there is none.
  package func contradiction(in typed: String, to number: Int) -> Contradiction? {
    let reply = NormalizedReply(typed)
    let nots = reply.words.indices.dropFirst().dropLast().filter { at in
      script.words[.not].contains(where: reply[at..<at + 1].matches)
    }
    return nots.lazy.compactMap {
      numberPutRight(in: reply, at: $0, number) ?? weekdayPutRight(in: reply, at: $0, number)
    }.first ?? dayPutRight(in: typed, number)
  }

  private func numberPutRight(
    in reply: NormalizedReply, at not: Int, _ number: Int
  ) -> Contradiction? {
    let end = reply.words[not - 1] == "," ? not - 2 : not - 1
    guard end >= 0, let right = reply.words[end].asWholeNumber,
      let wrong = reply.words[not + 1].asWholeNumber, right != wrong
    else { return nil }
    let question = walk.questions.first { question in
      question != number && script.questions[question].type == .number
        && answers[question] == .value(.scalar(ScalarValue(.number, Double(wrong))))
    }
    let answer = Answer.value(.scalar(ScalarValue(.number, Double(right))))
    guard let question, refusal(of: answer, to: question) == nil else { return nil }
    return (question, answer, reply[end..<not + 2].typed)
  }

  /// Changes the wrong weekday in the one text that has it, and has it once, outside quotation marks.
  private func weekdayPutRight(
    in reply: NormalizedReply, at not: Int, _ number: Int
  ) -> Contradiction? {
    let before = (max(0, not - 4)..<not).reversed().first { weekday(reply.words[$0]) != nil }
    let after = (not + 1..<min(not + 4, reply.count)).first { weekday(reply.words[$0]) != nil }
    guard let before, let after, let wrong = weekday(reply.words[after]),
      weekday(reply.words[before]) != wrong
    else { return nil }
    let right = reply[before..<before + 1].typed
    let words = reply[before..<after + 1].typed
    let changed = walk.questions.compactMap { question -> (question: Int, text: String)? in
      guard case .value(.text(let text))? = answers[question] else { return nil }
      // Within the same answer it is what comes before: "on Wednesday … no, Thursday not Wednesday".
      let end = question == number ? text.firstRange(of: words)?.lowerBound : text.endIndex
      guard let end else { return nil }
      return replacingWeekday(wrong, with: right, in: String(text[..<end]))
        .map { (question, $0 + text[end...]) }
    }
    guard changed.count == 1, let only = changed.first else { return nil }
    return (only.question, .value(.text(only.text)), words)
  }

  /// The text with another weekday; nil unless it names this one once, and in nobody's words.
  private func replacingWeekday(_ wrong: Int, with right: String, in text: String) -> String? {
    let places = text.ranges(of: /\p{L}+/).filter {
      weekday(text[$0].lowercased()) == wrong
    }
    guard places.count == 1, let place = places.first else { return nil }
    return replacing(place, with: right, in: text)
  }

  /// Changes the only day in the only text that has one, where words that begin by taking something back name another:
  /// "no, Sunday 29 November".
  private func dayPutRight(in typed: String, _ number: Int) -> Contradiction? {
    guard let rest = corrected(in: typed) else { return nil }
    let reply = NormalizedReply(rest)
    let named = reply.count <= 25 ? pastDays(in: reply) : []
    guard let right = named.first, named.allSatisfy({ $0.date == right.date }) else { return nil }
    let words = reply[right.range].typed
    let changed = walk.questions.compactMap { question -> (question: Int, text: String)? in
      guard question != number, case .value(.text(let text))? = answers[question] else {
        return nil
      }
      return replacingDay(with: right.date, words, in: text).map { (question, $0) }
    }
    guard changed.count == 1, let only = changed.first else { return nil }
    return (only.question, .value(.text(only.text)), words)
  }

  private func replacingDay(
    with right: CivilDate, _ words: String, in text: String
  ) -> String? {
    let reply = NormalizedReply(text)
    let named = pastDays(in: reply)
    guard named.count == 1, let wrong = named.first, wrong.date != right else { return nil }
    let places = text.ranges(of: reply[wrong.range].typed)
    guard places.count == 1, let place = places.first else { return nil }
    return replacing(place, with: words, in: text)
  }

  private func pastDays(in reply: NormalizedReply) -> [(date: CivilDate, range: Range<Int>)] {
    days(in: reply) { part in
      guard case .sure(let day)? = self.day(in: part, on: today), day.days == nil else {
        return nil
      }
      let date = CivilDate(dayNumber: Int(day.position))
      return date < today ? date : nil
    }
  }

  /// The text with other words there; nil within quotation marks, where the words are someone's.
  private func replacing(
    _ place: Range<String.Index>, with words: String, in text: String
  ) -> String? {
    let isQuoted = !text[..<place.lowerBound].count { "\"“”".contains($0) }.isMultiple(of: 2)
    if isQuoted { return nil }
    var changed = text
    changed.replaceSubrange(place, with: words)
    return changed
  }

  /// The weekday that a word is, from 0; nil for any other word.
  private func weekday(_ word: String) -> Int? {
    script.words.weekdays.firstIndex { names in names.contains { $0.lowercased() == word } }
  }
}
