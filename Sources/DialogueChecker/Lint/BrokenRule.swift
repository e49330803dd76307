import DialogueModel

/// Reported for a safety rule that some conversation breaks.
enum BrokenRule {
  static let explanation = Explanation(
    .brokenRule,
    "A safety rule of the pack that a conversation can break. The shortest one is printed as a scenario that runs.",
    why: "someone wrote the rule so that it holds in every conversation, and it does not.",
    example: """
        - ask: gas
          text: Does it smell of gas?
          answer: yes-no
          then:
            yes: out
            otherwise: done
        - say: out
          text: Go outside now.
        - conclude: done
          outcome: done
      # file: safety-rules.yaml
      rules:
        - rule: Whoever is not sure about gas goes outside as well
      #         ^
          when: visit.gas is unknown
          always: notice visit.out comes before the next question
      """)
}

/// Reported for a safety rule that could be neither proved nor disproved.
enum UndecidedRule {
  static let explanation = Explanation(
    .undecidedRule,
    "A safety rule that is neither proved nor broken: too many answers matter to it, or it depends on how more "
      + "than four answers compare with each other.",
    why: "what is not proved may be broken by someone, some day.",
    example: """
        - ask: rooms
          text: Which rooms has it?
          answer: list of room
          at-most: 8
        - for each: rooms
          id: sizes
          as: room
          steps:
            - ask: size
              text: "<<room>>: how big is it?"
              answer: number
        - ask: carpet
          text: How big is the carpet?
          answer: number
        - say: too-big
          text: It fits in no room.
          when: no rooms where size >= carpet
        - conclude: done
          outcome: done
      # file: safety-rules.yaml
      rules:
        - rule: Where a room has 20, a carpet of 10 fits
      #         ^
          when: visit.carpet = 10 and any visit.rooms where size = 20
          never: visit.too-big is said
      """)
}
