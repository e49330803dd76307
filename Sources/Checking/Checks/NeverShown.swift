import DialogueScript

/// A part of a letter or of a text that no answers show.
enum NeverShown: Check {
  static func problems(_ pack: Checkup) -> [Problem] {
    let places = pack.impossible(.shown).map(\.place)
    return places.filter { place in
      // Told once for a part within a part.
      !pack.isUnmet(place) && !pack.script.parts(around: place).contains { places.contains($0) }
    }.map {
      Problem(
        .neverShown, "no answers show this part",
        fix: "check its condition, and that the outcome which sends this text can go with it",
        at: $0)
    }
  }
}

extension Script {
  /// The parts of texts that a part or slot stands in.
  func parts(around place: SourcePlace) -> Set<SourcePlace> {
    var around: Set<SourcePlace> = []
    func look(_ text: Text, _ outer: [SourcePlace]) {
      for piece in text.pieces {
        switch piece {
        case .answer(_, _, place), .field(_, _, _, place): around.formUnion(outer)
        case .part(let test, let text, let otherwise):
          if test.place == place { around.formUnion(outer) }
          look(text, outer + [test.place])
          look(otherwise, outer + [test.place])
        default: break
        }
      }
    }
    for letter in letters { look(letter.text, []) }
    for outcome in outcomes {
      [outcome.text, outcome.because].compactMap(\.self).forEach { look($0, []) }
    }
    for question in questions {
      [question.text, question.hint, question.why].compactMap(\.self).forEach { look($0, []) }
    }
    for case .say(let text) in steps.map(\.action) { look(text, []) }
    return around
  }
}
