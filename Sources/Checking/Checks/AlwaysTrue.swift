import DialogueScript

/// A condition that all answers make true where it is looked at, so that it tells nothing apart.
enum AlwaysTrue: Check {
  static func problems(_ pack: Checkup) -> [Problem] {
    pack.impossible(.fails).compactMap { claim in
      guard !pack.isImpossible(.looked, claim.place), !pack.readsUnasked(claim.place) else {
        return nil
      }
      return Problem(
        .alwaysTrue, "all answers make this condition true",
        fix: "leave it out, or check what it was to tell apart", at: claim.place)
    }
  }
}
