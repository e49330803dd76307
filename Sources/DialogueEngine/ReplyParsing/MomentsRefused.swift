import DialogueModel

/// Days that a text names where a moment is heard in it, and that are none to take.
extension Conversation {
  private var momentReader: MomentReader {
    MomentReader(ReplyContext(words: script.words, today: today, minute: minute, liesAhead: true))
  }

  /// Why a text that is nothing but a day can't be what is asked for, where its day is heard: "3 May 2072".
  func momentRefused(_ plain: NormalizedReply, _ question: Question) -> ParsedReply? {
    guard question.moment != nil, plain.isShort else { return nil }
    let reply = plain.withoutEnds(script.words[.courtesy])
    guard case .refused(let why, let arguments)? = momentReader.read(reply),
      [.dayTooFar, .monthDays, .notThatWeekday].contains(why)
    else { return nil }
    return .refused(why, arguments)
  }

  /// The end of the first of several days that are named, or of today if that is later: "11 to 12 Dec", "11 12 Dec".
  func firstDay(of part: NormalizedReply, _ reader: MomentReader) -> Double? {
    let numbers = part.words.indices.filter { isDayNumber(part.words[$0]) }
    let weekdays = part.words.filter { word in
      script.words.weekdays.joined().contains { $0.lowercased() == word }
    }
    let isSpan = part.words.contains { $0.contains("-") && $0.first?.isNumber == true }
    guard numbers.count + weekdays.count > 1 || isSpan else { return nil }
    let context = ReplyContext(words: script.words, today: today, minute: minute, liesAhead: true)
    if let days = DateAnswer.read(part, context)?.value?.days, !days.isAbout, !days.isWholeMonths {
      return MomentAnswer.end(of: max(days.earliest, today))
    }
    // "11 12 Dec": the last of them has the month.
    guard numbers.first == 0, let second = numbers.dropFirst().first else { return nil }
    let rest = part[second..<part.count]
    guard let named = reader.read(rest)?.value?.position ?? firstDay(of: rest, reader) else {
      return nil
    }
    let day = MomentAnswer.day(at: named)
    let first = part.words[0].prefix(while: \.isNumber)
    guard let number = String(first).asWholeNumber, number < day.day,
      let earlier = CivilDate(year: day.year, month: day.month, day: number), earlier >= today
    else { return nil }
    return MomentAnswer.end(of: earlier)
  }

  /// Whether a word is the number of a day: "11", "11th".
  private func isDayNumber(_ word: String) -> Bool {
    let digits = word.prefix(while: \.isNumber)
    let ending = word.dropFirst(digits.count)
    return String(digits).asWholeNumber.map { (1...31).contains($0) } == true
      && (ending.isEmpty || script.words[.dayEnding].contains { $0.lowercased() == ending })
  }
}
