package import DialogueModel

extension Script {
  /// What to say about a glossary term, and whether the glossary has it.
  ///
  /// Without a term the text has every entry, one on each line; for an unknown term it names likely ones, if any.
  package func glossary(_ typed: String = "") -> (text: String, isFound: Bool) {
    let terms = wordRules.glossary
    guard !terms.isEmpty else { return (words(.noGlossary), false) }
    let plain = NormalizedReply(typed).withoutQuestionMark
    if plain.isEmpty { return (terms.map(line).joined(separator: "\n"), true) }
    if let term = terms.first(where: { $0.names.contains(where: plain.matches) }) {
      return (line(for: term), true)
    }
    let reply = typed.trimmed.withControlsVisible
    let near = likely(plain)
    guard near.isEmpty else {
      let names = near.map(\.term).joined(separator: words(.listSeparator))
      return (words(.termNear, ["reply": reply, "terms": names]), false)
    }
    return (words(.noTerm, ["reply": reply]), false)
  }

  private func line(for term: WordRules.Term) -> String {
    guard let source = term.source.flatMap({ sources[$0] }) else {
      return words(.aTerm, ["term": term.term, "means": term.means])
    }
    return words(
      .aTermWithSource, ["term": term.term, "means": term.means, "title": source.title])
  }

  /// The terms with these words in a name, or if there are none, the one with the nearest spelling.
  private func likely(_ plain: NormalizedReply) -> [WordRules.Term] {
    let terms = wordRules.glossary
    let containing = terms.filter { $0.names.contains { NormalizedReply($0).contains(plain) } }
    guard containing.isEmpty else { return containing }
    // A single letter is too short to guess from.
    guard plain.text.count > 1 else { return [] }
    let spellings = terms.flatMap(\.names).map { NormalizedReply($0).text }
    guard let nearest = Spelling.nearest(to: plain.text, among: spellings) else { return [] }
    return terms.filter { $0.names.contains { NormalizedReply($0).text == nearest } }
  }
}

extension WordRules.Term {
  fileprivate var names: [String] { [term] + also }
}
