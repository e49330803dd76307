import DialogueModel

/// Reports slots of a letter whose question some path to the letter does not ask, in a line that is printed all the
/// same.
enum SometimesUnasked: Check {
  static let explanation = Explanation(
    .sometimesUnasked,
    "A slot of a letter whose question is not asked on every path that leads to the letter, in a line that is printed even so.",
    why: "a finished letter would say that something has not been asked yet.",
    example: """
        - ask: door
          text: Is the door open?
          answer: yes-no
          then:
            yes: look-round
            otherwise: done
        - ask: look-round
          text: What do you see?
          answer: text
        - conclude: done
          outcome: done
      # file: outcomes.yaml
      outcomes:
        done:
          kind: chart
          text: Done.
          letters: [note]
      unfinished: [blank]
      # file: letters/note.md
      Door: <<visit.door>>. Seen: <<visit.look-round>>
      #                             ^
      # file: letters/blank.md
      Nothing yet.
      """)

  static func problems(_ pack: Checker) -> [Diagnostic] {
    pack.reachability.possible.filter { $0.kind == .unasked }.compactMap { claim in
      guard let asked = claim.question,
        // A slot that nobody ever fills is reported as that.
        !pack.isImpossible(.filled, claim.place, question: asked),
        let name = pack.script.questions.first(where: { $0.place == asked })?.key.withoutRounds
      else { return nil }
      return Diagnostic(
        .sometimesUnasked, "some paths to this letter don't ask `\(name)`, and print a gap here",
        fix:
          "give it a line of its own without `always:`, a condition, or words to print instead: "
          + "`<<\(name) | …>>`",
        at: claim.place)
    }
  }
}
