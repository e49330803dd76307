import DialogueModel

/// Loose readings of replies to a list of options: the parts that can be read, and those that can't.
extension Conversation {
  /// Whether it takes back what it said before, unless it goes on to say what to take out: "actually take 3 out".
  private func takesBack(_ reply: NormalizedReply) -> Bool {
    reply.words.indices.contains { at in
      let rest = reply[at..<reply.count]
      let count = rest.longestOpening(among: script.words[.correction])
      return count > 0
        && rest[count..<rest.count].longestOpening(among: script.words[.takesOut]) == 0
    }
  }

  /// The options of each part that can be read, and the parts that can't.
  func severalLoosely(_ reply: NormalizedReply, _ question: Question) -> ParsedReply? {
    let words = script.words
    let hedges = words[.doubts]
    if reply.contains(anyOf: hedges) || takesBack(reply) { return nil }
    // "None of those really, the fungus is on the next one" chooses nothing by what it speaks of.
    let none = reply.longestOpening(among: words[.none] + words[.no])
    if none > 0, reply[none..<reply.count].words.first(where: { $0 != "," })?.asWholeNumber == nil {
      // "None, I don't know of anyone" speaks of nothing else.
      let rest = reply[none..<reply.count]
      if rest.words.first == ",", reply.longestOpening(among: words[.none]) == none,
        OptionMentions(rest, question, words).found.isEmpty
      {
        return .loose(.value(.options([])), rest: "")
      }
      // Where nothing is added to what is chosen, that is all it can say.
      return offeredAnswer(to: question).map { .loose($0, rest: "") }
    }
    var picks = picks(reply, question)
    var rest: [NormalizedReply] = []
    for whole in picks.rest {
      let part = numbersAtTheBeginning(of: whole, question, into: &picks.chosen)
      if part.count == 0 { continue }
      if let before = beforeNumbersAtTheEnd(of: part, question, into: &picks.chosen) {
        if !before.isMade(of: words[.courtesy] + words[.filler] + words[.between]) {
          rest.append(before)
        }
        continue
      }
      let place = part.words.first?.asWholeNumber ?? 0
      if question.options.indices.contains(place - 1), part.count > 1 {
        let spokenOf = OptionMentions(part, question, words).found.filter { $0.option == place - 1 }
        // "6 weeks" counts them, and is neither option 6 nor one that is spoken of.
        if countsThings(part), !spokenOf.contains(where: { $0.range.lowerBound == 1 }) {
          rest.append(part)
          continue
        }
        // The number of "3, there's fungus as well" is no word of another option.
        if spokenOf.isEmpty {
          picks.chosen.insert(place - 1)
          let others = part[1..<part.count]
          // A doubt about one that is chosen counts as a choice: "12 maybe".
          let around = words[.courtesy] + words[.filler] + words[.between] + words[.probablyYes]
          if !others.isMade(of: around) {
            rest.append(others)
          }
          continue
        }
      }
      let mentions = OptionMentions(part, question, script.words)
      if script.options(question, meantBy: part, asItem: true).count > 1 {
        rest.append(part)
      } else if !mentions.options.isEmpty, !mentions.isShared {
        picks.chosen.formUnion(mentions.options)
        // "Fungus 3": the number may be a second one.
        if let number = numberLeft(behind: mentions, in: part) { rest.append(number) }
      } else if let piece = self.piece(part, of: question) {
        picks.chosen.insert(piece)
      } else if case .value(.options(let chosen))? = beginning(of: part, question), !chosen.isEmpty
      {
        picks.chosen.formUnion(chosen)
        rest.append(part)
      } else if !part.isMade(of: words[.courtesy] + words[.filler] + words[.no]) {
        rest.append(part)
      }
    }
    picks.chosen.subtract(picks.takenOut)
    if picks.chosen.isEmpty {
      return beginningState(of: reply, question).map { .loose($0, rest: "") }
    }
    return .loose(picks.answer, rest: rest.map(\.typed).joined(separator: ", "))
  }

  /// Chooses the options whose numbers a part begins with, one after the other, except the last of them; returns what is
  /// left: "8 tummy", of "15 11 5 8 tummy".
  private func numbersAtTheBeginning(
    of part: NormalizedReply, _ question: Question, into chosen: inout Set<Int>
  ) -> NormalizedReply {
    var at = 0
    while at < part.count, let number = part.words[at].asWholeNumber,
      question.options.indices.contains(number - 1)
    {
      var next = at + 1
      next += part[next..<part.count].longestOpening(among: script.words[.between])
      guard next < part.count, let following = part.words[next].asWholeNumber,
        question.options.indices.contains(following - 1)
      else { break }
      chosen.insert(number - 1)
      at = next
    }
    return part[at..<part.count]
  }

  /// Chooses the options whose numbers a part ends with, where there are several, and returns what comes before them.
  ///
  /// It is "lots" of "lots 1 2 4 5"; nil if there are no such numbers, or what comes before speaks against them.
  private func beforeNumbersAtTheEnd(
    of part: NormalizedReply, _ question: Question, into chosen: inout Set<Int>
  ) -> NormalizedReply? {
    let numbers = part.words.reversed().prefix { word in
      word.asWholeNumber.map { question.options.indices.contains($0 - 1) } ?? false
    }
    let before = part[0..<part.count - numbers.count]
    let against = script.words[.negation] + script.words[.except] + script.words[.takesOut]
    guard numbers.count > 1, !before.isEmpty, !before.contains(anyOf: against) else { return nil }
    chosen.formUnion(numbers.compactMap { word in word.asWholeNumber.map { $0 - 1 } })
    return before
  }

  /// The answer of a list that is asked once more; nil for any other question.
  private func offeredAnswer(to question: Question) -> Answer? {
    script.number(of: question.key).flatMap { isOffered($0) ? answers[$0] : nil }
  }
}
