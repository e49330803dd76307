import DialogueModel

/// Reports conditions that are always true where they are tested, and so distinguish nothing.
enum AlwaysTrue: Check {
  static let explanation = Explanation(
    .alwaysTrue,
    "A condition that holds for everyone who comes to it.",
    why: "it tells nothing apart, so either it can go, or it was meant to be another.",
    example: """
        - ask: door
          text: Is the door open?
          answer: yes-no
        - say: go-on
          text: Go on.
          when: door is known or door is unknown
      #         ^
        - conclude: done
          outcome: done
      """)

  static func problems(_ pack: Checker) -> [Diagnostic] {
    pack.conditions(thatNever: .fails).map {
      Diagnostic(
        .alwaysTrue, "all answers make this condition true",
        fix: "leave it out, or check what it was to tell apart", at: $0)
    }
  }
}
