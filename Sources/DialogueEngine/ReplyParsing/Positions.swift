import DialogueModel

/// Reads the places of options in their list: "2", "number two", "the last one", "2-5", "first three".
struct Positions {
  let words: Words
  /// The number of options.
  let count: Int

  /// The options, by number from 0, that these words alone pick by their places; empty if they pick none.
  func picked(by part: NormalizedReply) -> [Int] {
    let reply = bare(part)
    guard !reply.isEmpty, reply.count <= 8 else { return [] }
    if let place = place(reply) { return [place] }
    if let range = range(reply) { return Array(range) }
    let numbers = reply.words.compactMap { ($0.asWholeNumber ?? number($0)).map { $0 - 1 } }
    return numbers.count == reply.count && numbers.allSatisfy((0..<count).contains) ? numbers : []
  }

  /// The words without "number" before them and "one", "please" after them.
  private func bare(_ part: NormalizedReply) -> NormalizedReply {
    var reply = part.without(words[.articles])
    let before = reply.longestOpening(among: words[.beforePlace])
    if before < reply.count { reply = reply[before..<reply.count] }
    for list in [WordList.courtesy, .afterPlace] {
      for phrase in words[list] {
        let phrase = NormalizedReply(phrase)
        let end = reply.count - phrase.count
        guard end > 0, reply[end..<reply.count].matches(phrase.text) else { continue }
        // The last of "two one" is a place too, and that of "the second one" is none.
        if number(phrase.text) == nil || number(reply.words[end - 1]) == nil {
          reply = reply[0..<end]
        }
      }
    }
    return reply
  }

  /// A single place: a number in figures or words, an ordinal, or the last.
  private func place(_ reply: NormalizedReply) -> Int? {
    guard reply.count == 1 else { return nil }
    let word = reply.words[0]
    if words[.last].contains(where: reply.matches) { return count > 0 ? count - 1 : nil }
    let place = word.asWholeNumber ?? number(word) ?? ordinal(word)
    return place.flatMap { (1...max(1, count)).contains($0) ? $0 - 1 : nil }
  }

  /// A number in words: its place in a list that begins with none.
  private func number(_ word: String) -> Int? {
    words[.numberWords].firstIndex { $0.lowercased() == word }
  }

  private func ordinal(_ word: String) -> Int? {
    if let place = words[.ordinals].firstIndex(where: { $0.lowercased() == word }) {
      return place + 1
    }
    let ending = words[.dayEnding].first { word.hasSuffix($0.lowercased()) }
    return ending.flatMap { String(word.dropLast($0.count)).asWholeNumber }
  }

  /// Several in a row: "2-5", "2 to 5", "first three", "last 2".
  private func range(_ reply: NormalizedReply) -> ClosedRange<Int>? {
    if reply.count == 2, let some = reply.words[1].asWholeNumber ?? number(reply.words[1]),
      (1...max(1, count)).contains(some), count > 0
    {
      if ordinal(reply.words[0]) == 1 { return 0...some - 1 }
      if words[.last].contains(where: reply[0..<1].matches) { return (count - some)...(count - 1) }
    }
    let dashes: Set<String> = ["-", "–", "—"]
    var ends: [String] = []
    if reply.count == 1 {
      ends = reply.words[0].split(separator: "-", omittingEmptySubsequences: false).map(String.init)
    } else if reply.count == 3,
      dashes.contains(reply.words[1])
        || words[.upTo].contains(where: { $0.lowercased() == reply.words[1] })
    {
      ends = [reply.words[0], reply.words[2]]
    }
    guard ends.count == 2, let first = ends[0].asWholeNumber ?? number(ends[0]),
      let last = ends[1].asWholeNumber ?? number(ends[1]), first >= 1, first <= last, last <= count
    else { return nil }
    return first - 1...last - 1
  }
}
