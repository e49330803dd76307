import DialogueModel

/// Reports parts of a letter or of another text that no answers show.
enum NeverShown: Check {
  static let explanation = Explanation(
    .neverShown,
    "A part of a letter, or of something said, that no answers show: its condition can't hold together with what sends the letter.",
    why: "someone wrote it for a case that is never told.",
    example: """
        - ask: door
          text: Is the door open?
          answer: yes-no
          then:
            yes: conclude done
            otherwise: shut
        - conclude: shut
          outcome: shut
      # file: outcomes.yaml
      outcomes:
        done:
          kind: chart
          text: Done.
          letters: [note]
        shut:
          kind: chart
          text: Shut.
          letters: [shut]
      unfinished: [note]
      # file: letters/note.md
      The door: <<visit.door>>
      # file: letters/shut.md
      They could not go in.
      <<when: visit.door is yes>>
      #       ^
      They went in all the same.
      <<end>>
      """)

  static func problems(_ pack: Checker) -> [Diagnostic] {
    let places = pack.impossible(.shown).map(\.place)
    return places.filter { place in
      // A part inside another such part isn't reported again.
      !pack.isUnmet(place) && !pack.script.parts(around: place).contains { places.contains($0) }
    }.map {
      Diagnostic(
        .neverShown, "no answers show this part",
        fix: "check its condition, and that the outcome which sends this text can go with it",
        at: $0)
    }
  }
}

extension Script {
  /// The conditions of the parts that contain the part or slot at a place.
  func parts(around place: SourcePlace) -> Set<SourcePlace> {
    var around: Set<SourcePlace> = []
    func look(_ text: Text?, _ outside: [Text.Side] = []) {
      text?.visit(in: outside) { piece, sides in
        if piece.place == place { around.formUnion(sides.map(\.test.place)) }
      }
    }
    for letter in letters {
      letter.visit { test, sides in
        if test.place == place { around.formUnion(sides.map(\.test.place)) }
      } part: { part, sides in
        if part.place == place { around.formUnion(sides.map(\.test.place)) }
      } line: { line, sides in
        for text in line.texts { look(text, sides) }
      }
    }
    for outcome in outcomes {
      look(outcome.text)
      look(outcome.because)
    }
    for question in questions {
      for text in question.texts { look(text) }
    }
    for case .say(let text) in steps.map(\.action) { look(text) }
    return around
  }
}
