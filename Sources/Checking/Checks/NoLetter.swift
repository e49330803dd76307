import DialogueScript

/// An outcome of the chart that drafts no letter, so that nothing is written down.
enum NoLetter: Check {
  static func problems(_ pack: Checkup) -> [Problem] {
    pack.script.outcomes.filter { $0.kind == .chart && $0.letters.isEmpty }.map {
      Problem(
        .noLetter, "the outcome `\($0.id)` drafts no letter",
        fix: "name one under `letters:`, if only the record of what was decided", at: $0.place)
    }
  }
}
