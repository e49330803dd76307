import DialogueScript

/// A source past the day by which someone should have looked whether it still holds.
enum SourceReview: Check {
  static let explanation = Explanation(
    .sourceReview,
    "A source past its `review-by:` day.",
    why: "guidance is replaced, and a pack that cites what no longer holds loses trust.",
    example: """
      # file: visit.yaml
      dialogue: visit
      steps:
        - ask: door
          text: Is the door open?
          answer: yes-no
          source: handbook
        - conclude: done
          outcome: done
      # file: pack.yaml
      pack: test
      title: A test
      version: "1"
      entry: visit
      sources:
        handbook:
      # ^
          title: A handbook
          date: "2020"
          review-by: "2021-01-01"
      """)

  static func problems(_ pack: Checkup) -> [Problem] {
    pack.script.sources.values.compactMap { source in
      guard let due = source.reviewBy, due < pack.today else { return nil }
      return Problem(
        .sourceReview, "\"\(source.title)\" was to be looked at again by \(due.iso)",
        fix: "see whether it still holds, and give it a new `review-by:`", at: source.place)
    }
  }
}
