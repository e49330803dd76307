import DialogueScript

/// A slot of a letter that no path to the letter's outcomes asks: it would be a gap in every letter.
enum NeverFilled: Check {
  static func problems(_ pack: Checkup) -> [Problem] {
    let hidden = Set(pack.impossible(.shown).map(\.place))
    return pack.impossible(.filled).compactMap { claim in
      guard let asked = claim.question,
        pack.script.parts(around: claim.place).isDisjoint(with: hidden),
        let name = pack.script.questions.first(where: { $0.place == asked })?.name
      else { return nil }
      return Problem(
        .neverFilled, "no path that leads here asks `\(name)`, so this would always be a gap",
        fix: "ask it on the way to the outcome, or leave the slot out", at: claim.place)
    }
  }
}
