import DialogueModel

/// Reports conditions that no answers make true where they are tested.
enum NeverTrue: Check {
  static let explanation = Explanation(
    .neverTrue,
    "A condition that never holds where it is tested: its parts rule each other out, or an earlier step has led everyone past it for whom it would hold.",
    why: "what depends on it never happens.",
    example: """
        - ask: door
          text: Is the door open?
          answer: yes-no
        - say: go-in
          text: Go in.
          when: door is yes and door is unknown
      #         ^
        - conclude: done
          outcome: done
      """)

  static func problems(_ pack: Checker) -> [Diagnostic] {
    pack.conditions(thatNever: .holds).map {
      Diagnostic(
        .neverTrue, "no answers make this condition true",
        fix: "look for parts of it that rule each other out, or that an earlier step rules out",
        at: $0)
    }
  }
}
