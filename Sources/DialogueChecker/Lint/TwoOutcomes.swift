import DialogueModel

/// Reports conversations that can end with two outcomes of the chart, which contradict each other.
enum TwoOutcomes: Check {
  static let explanation = Explanation(
    .twoOutcomes,
    "A conversation can come to two outcomes of the chart.",
    why: "they are what to do next, and two of them contradict each other.",
    example: """
        - ask: door
          text: Is the door open?
          answer: yes-no
        - conclude: shut
          outcome: shut
          when: not (door is yes)
        - conclude: done
      #             ^
          outcome: done
      # file: outcomes.yaml
      outcomes:
        done:
          kind: chart
          text: Done.
          letters: [note]
        shut:
          kind: chart
          text: Shut.
          letters: [note]
      unfinished: [note]
      """)

  static func problems(_ pack: Checker) -> [Diagnostic] {
    pack.ending(where: { .count($0, .isAtLeast, 2) }, isSo: { $0.count > 1 }).map { end in
      Diagnostic(
        .twoOutcomes,
        "a conversation can end here with two outcomes of the chart, such as when \(end.answers)",
        fix: "let the steps that conclude them exclude each other", at: end.place)
    }
  }
}
