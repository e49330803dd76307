import DialogueModel

/// Reports words that the pack's own rules forbid.
enum ForbiddenWord: Check {
  static let explanation = Explanation(
    .forbiddenWord,
    "A word that the pack's own word rules forbid, outside quotation marks.",
    why: "the rules say why, each at its word.",
    example: """
        - say: hello
          text: Good morning, sir or madam.
      #                       ^
        - conclude: done
          outcome: done
      # file: wording.yaml
      wording:
        forbidden:
          sir or madam: say their name, or leave it out
      """)

  static func problems(_ pack: Checker) -> [Diagnostic] {
    let rules = pack.script.wordRules
    let phrases = Phrases(rules.forbidden + rules.instead)
    let own = pack.passages.filter { !$0.passage.id.hasPrefix(Passage.advice) }
    return own.flatMap { passage, sentences in
      phrases.found(in: sentences).map { word, advice in
        Diagnostic(
          .forbiddenWord, "the pack's word rules forbid \"\(advice.words)\"", fix: advice.advice,
          at: passage.place(at: word.offset))
      }
    }
  }
}
