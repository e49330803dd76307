import DialogueModel

/// Reports a source, or the pack's own approval, whose day for a review has passed.
enum SourceReview: Check {
  static let explanation = Explanation(
    .sourceReview,
    "A source, or the approval of the pack itself, past its `review-by:` day.",
    why: "guidance is replaced, and a pack that cites what no longer holds loses trust.",
    example: """
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

  static func problems(_ pack: Checker) -> [Diagnostic] {
    let sources = pack.script.sources.values.compactMap { source -> Diagnostic? in
      guard let due = source.reviewBy, due < pack.today else { return nil }
      return Diagnostic(
        .sourceReview, "\"\(source.title)\" was to be looked at again by \(due.iso)",
        fix: "see whether it still holds, and give it a new `review-by:`", at: source.place)
    }
    guard let approval = pack.script.approval, approval.reviewBy < pack.today else {
      return sources
    }
    return sources + [
      Diagnostic(
        .sourceReview, "the pack was to be approved again by \(approval.reviewBy.iso)",
        fix: "have it looked at, and give it a new `approved-on:` and `review-by:`",
        at: approval.place)
    ]
  }
}
