import DialogueScript

/// A question, or a dialogue, that one conversation comes to twice; the second time it is passed over.
enum AskedTwice: Check {
  static let explanation = Explanation(
    .askedTwice,
    "A question or a dialogue that one conversation can come to twice. The second time it is passed over.",
    why:
      "what follows was written for someone who has just been asked, and may read an answer given elsewhere.",
    example: """
      # file: visit.yaml
      dialogue: visit
      steps:
        - ask: door
          text: Is the door open?
          answer: yes-no
        - ask: door
      #        ^
        - conclude: done
          outcome: done
      """)

  static func problems(_ pack: Checkup) -> [Problem] {
    let program = Program(pack.script)
    guard !program.isCut, !program.guards.isEmpty else { return [] }
    var sights: Slice.Sights = [:]
    for (address, met) in program.guards { sights[address] = [met.condition] }
    let slice = Slice(of: program, at: sights)
    let exploration = Exploration(slice, of: pack.script, today: pack.today, limit: 200_000)
    return exploration.seen.keys.compactMap { sight in
      guard let address = slice.address(of: sight.node), let met = program.guards[address] else {
        return nil
      }
      let step = pack.script.steps[met.step]
      return Problem(
        .askedTwice, "a conversation can come to `\(step.name)` twice",
        fix: "let the path that has met it lead past this step", at: step.place)
    }
  }
}
