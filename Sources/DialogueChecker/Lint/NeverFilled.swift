import DialogueModel

/// Reports slots of a letter that no path to its outcomes asks for, which would be a gap in every letter.
enum NeverFilled: Check {
  static let explanation = Explanation(
    .neverFilled,
    "A slot of a letter that no path to the letter's outcomes asks.",
    why: "it would be a gap in every such letter.",
    example: """
        - ask: door
          text: Is the door open?
          answer: yes-no
          then:
            yes: look-round
            otherwise: shut
        - ask: look-round
          text: What do you see?
          answer: text
          then: conclude done
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
      Seen: <<visit.look-round>>
      # file: letters/shut.md
      Seen through the window: <<visit.look-round>>
      #                          ^
      """)

  static func problems(_ pack: Checker) -> [Diagnostic] {
    let hidden = Set(pack.impossible(.shown).map(\.place))
    return pack.impossible(.filled).compactMap { claim in
      guard let asked = claim.question,
        pack.script.parts(around: claim.place).isDisjoint(with: hidden),
        let name = pack.script.questions.first(where: { $0.place == asked })?.key.withoutRounds
      else { return nil }
      return Diagnostic(
        .neverFilled, "no path that leads here asks `\(name)`, so this would always be a gap",
        fix: "ask it on the way to the outcome, or leave the slot out", at: claim.place)
    }
  }
}
