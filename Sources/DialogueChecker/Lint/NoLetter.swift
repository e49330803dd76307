import DialogueModel

/// Reports outcomes of the chart that draft no letter, so that nothing would be written down.
enum NoLetter: Check {
  static let explanation = Explanation(
    .noLetter,
    "An outcome of the chart without a letter, or a pack without a letter for a conversation that is not finished.",
    why: "nothing would be written down.",
    example: """
        - conclude: done
          outcome: done
      # file: outcomes.yaml
      outcomes:
        done:
      # ^
          kind: chart
          text: Done.
      unfinished: [note]
      """)

  static func problems(_ pack: Checker) -> [Diagnostic] {
    pack.script.outcomes.filter { outcome in
      outcome.kind == .chart && outcome.letters.isEmpty
        // The outcome may name a letter that does not exist, which is reported already.
        && !pack.known.contains {
          $0.code == .noSuchTarget && $0.place.file == outcome.place.file
        }
    }.map {
      Diagnostic(
        .noLetter, "the outcome `\($0.id)` drafts no letter",
        fix:
          "name one under `letters:` or `default-letters:`, if only the record of what was decided",
        at: $0.place)
    }
  }
}
