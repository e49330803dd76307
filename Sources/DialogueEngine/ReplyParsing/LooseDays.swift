import DialogueModel

/// Days amid other words.
extension Conversation {
  /// The only day that a reply names amid other words, unless one of them says that it is another: "before Friday".
  func looseDay(_ reply: NormalizedReply, _ question: Question) -> ParsedReply? {
    let words = script.words
    let changes = words[.hedges] + words[.negation] + words[.echoVerbNot] + words[.correction]
    // "Tuesday week" is not Tuesday.
    let lengths = words[.days] + words[.weeks] + words[.fortnights] + words[.monthsLong]
    let doubts = (changes + lengths).filter { !words[.beforeDate].contains($0) }
    var found: [ParsedReply] = []
    var at = 0
    while at < reply.count {
      let counts = (1...min(Self.longestDay, reply.count - at)).reversed()
      let read = counts.lazy.compactMap { count -> (reply: ParsedReply, count: Int)? in
        let run = reply[at..<at + count]
        guard run.words.first != ",", run.words.last != "," else { return nil }
        switch self.scalar(run.typed, run, question) {
        case .answer(let day), .loose(let day, _): return (.loose(day, rest: ""), count)
        case .refused(let why, let arguments): return (.refused(why, arguments), count)
        default: return nil
        }
      }.first
      if let read {
        // "10 12 Nov" may be two days.
        if hasNumberBeside(at..<at + read.count, in: reply) { return nil }
        found.append(read.reply)
      }
      if read == nil, reply[at..<reply.count].longestOpening(among: doubts) > 0 { return nil }
      at += read?.count ?? 1
    }
    guard let first = found.first else { return nil }
    // "Last night, Tues 1 Dec" names one day twice.
    let isOne = found.dropFirst().allSatisfy {
      if case .loose(let day, _) = $0, case .loose(let own, _) = first {
        day.value?.date != nil && day.value?.date == own.value?.date
      } else {
        false
      }
    }
    return isOne ? first : nil
  }

  /// Whether the number of another day may be right before a day, or behind it at the end: "10, 12 Nov", "Nov 10 12".
  private func hasNumberBeside(_ day: Range<Int>, in reply: NormalizedReply) -> Bool {
    func isDay(_ word: String?) -> Bool {
      word?.asWholeNumber.map { (1...31).contains($0) } ?? false
    }
    func isBetween(_ word: String) -> Bool {
      word == "," || script.words[.between].contains { $0.lowercased() == word }
    }
    let before = reply.words[..<day.lowerBound].last { !isBetween($0) }
    let behind = reply.words[day.upperBound...].filter { !isBetween($0) }
    return isDay(before) || behind.count == 1 && isDay(behind.first)
  }

  /// The most words of a day within a reply: "on the night of Friday 27 November 2026".
  private static let longestDay = 8
}
