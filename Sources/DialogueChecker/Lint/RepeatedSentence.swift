import DialogueModel

/// Reports sentences that are written in two letters, where a fragment could say them once.
enum RepeatedSentence: Check {
  static let explanation = Explanation(
    .repeatedSentence,
    "A sentence of five words or more that is written in two letter files, or twice in one.",
    why: "one of them is changed one day, and the other is forgotten.",
    example: """
        - ask: door
          text: Is the door open?
          answer: yes-no
        - conclude: done
          outcome: done
      # file: outcomes.yaml
      outcomes:
        done:
          kind: chart
          text: Done.
          letters: [note, card]
      unfinished: [note]
      # file: letters/card.md
      Please lock up when you leave.
      # file: letters/note.md
      Door: <<visit.door>>
        Please lock up when you leave.
      # ^
      """)

  static func problems(_ pack: Checker) -> [Diagnostic] {
    var first: [[String]: String] = [:]
    return pack.passages.filter { $0.passage.id.hasPrefix("letter ") }.flatMap {
      passage, sentences -> [Diagnostic] in
      guard passage.file.hasSuffix(".md") else { return [] }
      return sentences.sentences.compactMap { sentence in
        guard sentence.count >= 5 else { return nil }
        let before = first.updateValue(passage.file, forKey: sentence.map(\.plain))
        return before.map { file in
          Diagnostic(
            .repeatedSentence, "this sentence is also in \(file)",
            fix: "make a fragment of it, and write `<<include: …>>` in both places",
            at: passage.place(at: sentence.first?.offset ?? 0))
        }
      }
    }
  }
}
