import DialogueModel

/// Reports questions and dialogues that one conversation can reach twice; the second time they are skipped.
enum AskedTwice: Check {
  static let explanation = Explanation(
    .askedTwice,
    "A question or a dialogue that one conversation can come to twice. The second time it is passed over.",
    why:
      "what follows was written for someone who has just been asked, and may read an answer given elsewhere.",
    example: """
        - ask: door
          text: Is the door open?
          answer: yes-no
        - ask: door
      #        ^
        - conclude: done
          outcome: done
      """)

  static func problems(_ pack: Checker) -> [Diagnostic] {
    pack.metTwice.map { number in
      let step = pack.script.steps[number]
      return Diagnostic(
        .askedTwice, "a conversation can come to `\(step.name)` twice",
        fix: "let the path that has met it lead past this step", at: step.place)
    }
  }

  /// The steps that a conversation can reach again after having met them.
  static func steps(_ pack: Checker) -> Set<Int> {
    let program = pack.program
    guard !program.isCut, !program.guards.isEmpty else { return [] }
    let slice = Slice(of: program, at: program.guards.mapValues { [$0.condition] })
    let exploration = Exploration(slice, of: pack.script, today: pack.today, limit: 200_000)
    return Set(
      exploration.reachedGoals.keys.compactMap { slice.address(of: $0.node) }
        .compactMap { program.guards[$0]?.step })
  }
}
