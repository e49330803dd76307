import DialogueModel

/// Edits of what is chosen in a list of options: "remove 15 and 16", "only 5 and 8".
extension Conversation {
  /// What such a reply leaves of the options chosen; nil if it edits nothing.
  ///
  /// Some of them said again are those that are meant: "5 and 8" after 5, 8, 15 and 16.
  package func edited(_ chosen: [Int], by typed: String, to number: Int) -> [Int]? {
    let question = script.questions[number]
    guard question.type == .anyOf, !chosen.isEmpty else { return nil }
    let words = script.words
    let typed = NormalizedReply(typed.trimmed)
    let only = typed.longestOpening(among: words[.only])
    let reply = typed[only..<typed.count].withoutEnds(words[.courtesy])
    func named(_ part: NormalizedReply) -> Set<Int>? {
      let picks = picks(part.withoutEnds(words[.takenOut]), question)
      let isRead = picks.rest.allSatisfy { $0.longestOpening(among: words[.takesOut]) > 0 }
      return isRead && !picks.chosen.isEmpty ? picks.chosen : nil
    }
    let out = reply.longestOpening(among: words[.takesOut])
    if out > 0 {
      let gone = named(reply[out..<reply.count])
      return gone.flatMap { gone in
        gone.isDisjoint(with: chosen) ? nil : chosen.filter { !gone.contains($0) }
      }
    }
    guard let kept = named(reply) else { return nil }
    if only > 0 { return kept.sorted() }
    return kept.count > 1 && kept.isStrictSubset(of: Set(chosen)) ? kept.sorted() : nil
  }
}
