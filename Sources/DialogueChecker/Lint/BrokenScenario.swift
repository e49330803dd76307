import DialogueModel

/// Reported for a scenario that no longer runs, or ends differently from what it expects.
enum BrokenScenario {
  static let explanation = Explanation(
    .scenario,
    "A scenario that no longer runs, or comes to something else than it says.",
    why:
      "either the pack has changed by mistake, or the scenario tells of a conversation that can no longer be had.",
    example: """
        - ask: door
          text: Is the door open?
          answer: yes-no
        - conclude: done
          outcome: done
      # file: scenarios/open.scenario
      # An open door.
      visit.door: yes
      visit.window: yes
      ^
      => outcome done
      """)
}
