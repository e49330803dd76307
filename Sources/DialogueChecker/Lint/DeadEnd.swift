import DialogueModel

/// Reports conversations that can end without an outcome of the chart, and so without an answer for the user.
enum DeadEnd: Check {
  static let explanation = Explanation(
    .deadEnd,
    "A conversation can come to its end without an outcome of the chart.",
    why:
      "whoever is led there is left without an answer, and without the letter that goes with it.",
    example: """
        - ask: door
          text: Is the door open?
          answer: yes-no
          then:
            yes: go-in
            otherwise: shut
        - say: go-in
      #        ^
          text: Go in.
          then: end
        - conclude: shut
          outcome: done
      """)

  static func problems(_ pack: Checker) -> [Diagnostic] {
    let script = pack.script
    guard script.outcomes.contains(where: { $0.kind == .chart }) else {
      return script.outcomes.prefix(1).map {
        Diagnostic(
          .deadEnd,
          "no outcome is of the chart, so no conversation comes to an end that has a name",
          fix: "mark those that a finished conversation can come to with `kind: chart`",
          at: $0.place)
      }
    }
    return pack.ending(where: { .not(.any($0)) }, isSo: \.isEmpty).map { end in
      Diagnostic(
        .deadEnd,
        "a conversation can end here without an outcome of the chart, such as when \(end.answers)",
        fix: "conclude one before it ends", at: end.place)
    }
  }
}
