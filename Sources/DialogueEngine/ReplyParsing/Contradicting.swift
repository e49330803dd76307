package import DialogueModel

extension Conversation {
  /// What a text puts right in the answer to another question: "13 not 14", "Thursday not Wednesday", "Kev not Keith".
  package typealias Contradiction = (question: Int, answer: Answer, words: String)

  /// The first number, day or name that a text puts right, where the wrong one is in the answer to another question; nil
  /// if there is none.
  package func contradiction(in typed: String, to number: Int) -> Contradiction? {
    let reply = NormalizedReply(typed)
    let nots = reply.words.indices.dropFirst().dropLast().filter { at in
      script.words[.not].contains(where: reply[at..<at + 1].matches)
    }
    return nots.lazy.compactMap {
      numberPutRight(in: reply, at: $0, number) ?? wordPutRight(in: reply, at: $0, number, weekday)
        ?? namePutRight(in: reply, at: $0, number)
        ?? wordPutRight(in: reply, at: $0, number, count)
    }.first ?? agePutRight(in: reply, number) ?? ageDoubted(in: reply, number)
      ?? weekdayPutRight(in: typed, number) ?? dayPutRight(in: typed, number)
      ?? momentPutRight(in: typed, number)
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

  /// Changes the wrong weekday, or number, in a text that has it once, outside quotation marks: first in one that a day
  /// is heard in, since that decides by when someone must act.
  private func wordPutRight(
    in reply: NormalizedReply, at not: Int, _ number: Int, _ value: (String) -> Int?
  ) -> Contradiction? {
    let before = (max(0, not - 4)..<not).reversed().first { value(reply.words[$0]) != nil }
    let after = (not + 1..<min(not + 4, reply.count)).first { value(reply.words[$0]) != nil }
    guard let before, let after, let wrong = value(reply.words[after]),
      value(reply.words[before]) != wrong
    else { return nil }
    let dated = dated(in: reply[0..<not]).last { $0.range.contains(before) }?.range
    let right = reply[dated ?? (before..<before + 1)].typed
    let words = reply[before..<after + 1].typed
    for question in questionsWithWords {
      guard case .value(.text(let text))? = answers[question] else { continue }
      // Within the same answer it is what comes before: "on Wednesday … no, Thursday not Wednesday".
      let end = question == number ? text.firstRange(of: words)?.lowerBound : text.endIndex
      guard let end,
        let changed = replacing(
          wrong, with: right, isDated: dated != nil, in: String(text[..<end]), value)
      else { continue }
      return (question, .value(.text(changed + text[end...])), words)
    }
    return nil
  }

  /// The text with another weekday or number; nil unless it names this one once, and in nobody's words.
  ///
  /// One with a date, "Sat 28 Nov", gives way to another with a date, since half of it would be false.
  func replacing(
    _ wrong: Int, with right: String, isDated: Bool, in text: String, _ value: (String) -> Int?
  ) -> String? {
    let reply = NormalizedReply(text)
    let dates = dated(in: reply).map(\.range)
    let places = reply.words.indices.filter { at in
      value(reply.words[at]) == wrong
        && (at == 0 || !script.words[.not].contains(reply.words[at - 1]))
        && (isDated || !dates.contains { $0.contains(at) } && !isBeforeDayNumber(at, of: reply))
    }
    guard places.count == 1, let place = places.first else { return nil }
    let date = dates.first { $0.contains(place) }
    // The "Sat" of "Saturday" and of "saturated" is no word.
    let ranges = text.ranges(of: reply[date ?? (place..<place + 1)].typed).filter { range in
      let around = [text[..<range.lowerBound].last, text[range.upperBound...].first]
      return !around.contains { $0.map { $0.isLetter || $0.isNumber } ?? false }
    }
    guard ranges.count == 1, let range = ranges.first else { return nil }
    return replacing(range, with: right, in: text)
  }

  /// Whether the number of a day comes next, of whichever month: "sat 23rd".
  private func isBeforeDayNumber(_ at: Int, of reply: NormalizedReply) -> Bool {
    guard let next = reply.words.dropFirst(at + 1).first, next.first?.isNumber == true else {
      return false
    }
    return script.words[.dayEnding].contains { next.hasSuffix($0) }
  }

  /// The days of a text that are named with their number: "Sat 28 Nov", and not "Saturday at 9".
  func dated(in reply: NormalizedReply) -> [(date: CivilDate, range: Range<Int>)] {
    days(in: reply) { part in
      guard case .sure(let day)? = self.day(in: part, on: today), day.days == nil,
        case let date = CivilDate(dayNumber: Int(day.position)),
        part.words.contains(where: { String($0.prefix(while: \.isNumber)) == "\(date.day)" })
      else { return nil }
      return date
    }
  }

  /// Changes the only day in the only text that has one, where words that begin by taking something back name another:
  /// "no, Sunday 29 November".
  private func dayPutRight(in typed: String, _ number: Int) -> Contradiction? {
    guard let rest = corrected(in: typed) else { return nil }
    let reply = NormalizedReply(rest)
    let named = reply.count <= 25 ? pastDays(in: reply) : []
    guard !reply.contains(anyOf: script.words[.birth]), let right = named.first,
      named.allSatisfy({ $0.date == right.date })
    else { return nil }
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

  /// Changes the moment that another answer named, where words that begin by taking something back name another time of
  /// that day: "no wait, half seven".
  private func momentPutRight(in typed: String, _ number: Int) -> Contradiction? {
    let isCorrection =
      NormalizedReply(typed.trimmed).longestOpening(among: script.words[.correction]) > 0
    guard isCorrection, let rest = corrected(in: typed), NormalizedReply(rest).count <= 20,
      let right = moment(in: .value(.text(rest))), MomentAnswer.hasTime(right)
    else { return nil }
    let quiet = walk.questions.first { question in
      guard script.questions[question].isQuiet, script.questions[number].moment != question,
        case .scalar(let wrong)? = answers[question]?.value, wrong.type == .moment
      else { return false }
      return wrong.position != right
        && MomentAnswer.day(at: wrong.position) == MomentAnswer.day(at: right)
    }
    return quiet.map { ($0, .value(.scalar(ScalarValue(.moment, right))), rest) }
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
      guard case .sure(let day)? = self.day(in: part, on: today), day.days == nil,
        !script.words[.beforeDate].contains(part.words.last ?? "")
      else { return nil }
      let date = CivilDate(dayNumber: Int(day.position))
      return date < today ? date : nil
    }
    // A day of years ago is a birthday rather than one to put right.
    .filter { $0.date.years(until: today) < 2 }
  }

  /// The text with other words there; nil within quotation marks, where the words are someone's.
  func replacing(
    _ place: Range<String.Index>, with words: String, in text: String
  ) -> String? {
    let isQuoted = !text[..<place.lowerBound].count { "\"“”".contains($0) }.isMultiple(of: 2)
    if isQuoted { return nil }
    var changed = text
    changed.replaceSubrange(place, with: words)
    return changed
  }

  /// The number that a word or its figures are: "two", "14"; nil for any other word.
  private func count(_ word: String) -> Int? {
    word.asWholeNumber ?? script.words.dayWords.number(word)
  }

  /// The weekday that a word is, from 0; nil for any other word.
  func weekday(_ word: String) -> Int? {
    script.words.weekdays.firstIndex { names in names.contains { $0.lowercased() == word } }
  }
}
