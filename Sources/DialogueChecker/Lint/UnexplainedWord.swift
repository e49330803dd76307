import DialogueModel

/// Reports abbreviations that the pack's glossary does not explain.
enum UnexplainedWord: Check {
  static let explanation = Explanation(
    .unexplainedWord,
    "An abbreviation that the pack's glossary does not explain. It is looked for as soon as a pack has a glossary.",
    why: "what is everyday in one trade is a riddle in the next.",
    example: """
        - say: hello
          text: Please bring your RSVP.
      #                           ^
        - conclude: done
          outcome: done
      # file: glossary.yaml
      glossary:
        ETA:
          means: the time at which someone should be there
      # file: wording.yaml
      wording:
        known: [DRAFT, FINISHED, NOT]
      """)

  static func problems(_ pack: Checker) -> [Diagnostic] {
    let rules = pack.script.wordRules
    guard !rules.glossary.isEmpty else { return [] }
    let known = rules.known.union(rules.glossary.flatMap { [$0.term] + $0.also })
    var reported: Set<String> = []
    return pack.passages.flatMap { passage, sentences -> [Diagnostic] in
      sentences.sentences.flatMap(\.outsideHeadings).compactMap { word -> Diagnostic? in
        guard !known.contains(word.text),
          reported.insert(word.text).inserted
        else { return nil }
        return Diagnostic(
          .unexplainedWord, "the glossary does not explain \"\(word.text)\"",
          fix:
            "add it to the glossary, say it in words, or name it under `known:` of the word rules",
          at: passage.place(at: word.offset))
      }
    }
  }
}

extension [Sentences.Word] {
  /// Its abbreviations, except neighbouring words in capitals, which are a heading.
  fileprivate var outsideHeadings: [Sentences.Word] {
    indices.filter { at in
      self[at].text.isAbbreviation
        && !(at > 0 && self[at - 1].text.isAbbreviation)
        && !(at + 1 < count && self[at + 1].text.isAbbreviation)
    }.map { self[$0] }
  }
}

extension String {
  /// Whether it consists of two or more capitals and nothing else.
  fileprivate var isAbbreviation: Bool {
    utf8.count > 1 && utf8.allSatisfy { (UInt8(ascii: "A")...UInt8(ascii: "Z")).contains($0) }
  }
}
