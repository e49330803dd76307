import DialogueScript

/// A source past the day by which someone should have looked whether it still holds.
enum SourceReview: Check {
  static func problems(_ pack: Checkup) -> [Problem] {
    pack.script.sources.values.compactMap { source in
      guard let due = source.reviewBy, due < pack.today else { return nil }
      return Problem(
        .sourceReview, "\"\(source.title)\" was to be looked at again by \(due.iso)",
        fix: "see whether it still holds, and give it a new `review-by:`", at: source.place)
    }
  }
}
