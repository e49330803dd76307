import DialogueModel

/// Reports sentences with more words than the pack's own rules allow.
enum LongSentence: Check {
  static let explanation = Explanation(
    .longSentence,
    "A sentence with more words than the pack's word rules allow. A line end counts as the end of a sentence.",
    why: "tired people lose the thread.",
    example: """
        - say: hello
          text: >
            Good morning.
            Please wipe your shoes before you go in by the back door, and then hang up your coat, and then
      #     ^
            sit down at the table by the window, and then wait there until someone comes for you.
        - conclude: done
          outcome: done
      # file: wording.yaml
      wording:
        sentence-words: 25
      """)

  static func problems(_ pack: Checker) -> [Diagnostic] {
    guard let most = pack.script.wordRules.sentenceWords else { return [] }
    return pack.passages.flatMap { passage, sentences in
      sentences.own.filter { $0.count > most }.map { sentence in
        Diagnostic(
          .longSentence, "a sentence of \(sentence.count) words; the pack's limit is \(most)",
          fix: "make two of it", at: passage.place(at: sentence.first?.offset ?? 0))
      }
    }
  }
}
