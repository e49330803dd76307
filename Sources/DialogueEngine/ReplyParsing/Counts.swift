import DialogueModel

/// Figures that may count something rather than choose an option or be the number asked for.
extension Conversation {
  /// Whether a number in a reply counts what comes after it: "2 men", and not "2, he asked her" or "2 because".
  ///
  /// Years count an age and nothing else, and "13 on Saturday" is an age still to come.
  func isCount(_ at: Int, of reply: NormalizedReply, isAge: Bool = false) -> Bool {
    let next = at + 1
    guard next < reply.count, reply.words[next].contains(where: \.isLetter) else { return false }
    let rest = reply[next..<reply.count]
    func begins(_ lists: [WordList]) -> Bool {
      rest.longestOpening(among: lists.flatMap { script.words[$0] }) > 0
    }
    if isAge {
      if begins([.aroundNumber, .schoolYear]) { return false }
      if begins([.beforeDate]) { return true }
    }
    return !begins([
      .afterNumber, .echoSubject, .echoShort, .echoVerb, .echoVerbNot, .pronouns, .courtesy,
      .filler, .correction, .negation, .between, .takesBack, .eitherOr, .probablyYes, .yes,
    ])
  }

  /// Whether the number that a part of a reply to a list of options begins with counts what comes after it: "2 men",
  /// and not "11 Baz drives the van".
  func countsThings(_ part: NormalizedReply) -> Bool {
    guard isCount(0, of: part) else { return false }
    let next = part.words[1]
    // One of a thing has no ending that tells.
    return part.words[0].asWholeNumber == 1
      || part[1..<part.count].longestOpening(among: script.words[.counted]) > 0
      || script.words[.countedEnding].contains { next.hasSuffix($0) }
  }

  /// The numbers right behind the last option that a part of a reply speaks of, which may be places too: "Fungus 3".
  func numberLeft(behind mentions: OptionMentions, in part: NormalizedReply) -> NormalizedReply? {
    let reply = part.unhyphenated
    let last = reply.words.lastIndex { $0.asWholeNumber == nil } ?? reply.count
    guard last + 1 < reply.count, mentions.found.contains(where: { $0.range.contains(last) }) else {
      return nil
    }
    return reply[last + 1..<reply.count]
  }
}
