import DialogueModel

extension Conversation {
  /// The option that the day named in a reply means: "Sunday 29 November, about 23:30" is in the last seven days.
  ///
  /// Of several days it is the latest, since help may still be in time.
  func optionByDay(_ reply: NormalizedReply, _ question: Question) -> Answer? {
    guard question.options.contains(where: { $0.daysAgo != nil }), reply.count <= 30 else {
      return nil
    }
    let named = days(in: reply) { part -> CivilDate? in
      // Tonight is still to come.
      if script.words[.tonight].contains(where: part.matches) { return nil }
      return switch self.day(in: part, on: today) {
      case .sure(let day)?, .loose(let day)?: CivilDate(dayNumber: Int(day.position))
      default: nil
      }
    }
    let told = named.filter { date, range in
      let isBirth =
        range.lowerBound > 0 && script.words[.birth].contains(reply.words[range.lowerBound - 1])
      return date <= today && !isBirth
    }
    guard let latest = told.map(\.date).max() else { return nil }
    let ago = today.dayNumber - latest.dayNumber
    return question.options.firstIndex { $0.daysAgo?.contains(ago) ?? false }
      .map { .value(.option($0)) }
  }

  /// The runs of words that are a day, as `read` says: the longest first, and none within another.
  func days(
    in plain: NormalizedReply, read: (NormalizedReply) -> CivilDate?
  ) -> [(date: CivilDate, range: Range<Int>)] {
    var days: [(date: CivilDate, range: Range<Int>)] = []
    // No day has more words: "on Friday the 27th of November, 2026".
    for count in (1...8).reversed() {
      for start in 0..<max(0, plain.count - count + 1) {
        let range = start..<start + count
        guard !days.contains(where: { $0.range.overlaps(range) }),
          plain[range].words.first != ",", plain[range].words.last != ",",
          let date = read(plain[range])
        else { continue }
        days.append((date, range))
      }
    }
    return days
  }

  /// The day that the whole of these words is.
  func day(in part: NormalizedReply, on today: CivilDate) -> ScalarReply? {
    DateAnswer.read(part, ReplyContext(words: script.words, today: today, liesAhead: false))
  }
}
