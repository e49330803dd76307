import DialogueModel

/// Reported for a safety rule whose condition holds in no possible conversation.
enum RuleNeverApplies {
  static let explanation = Explanation(
    .ruleNeverApplies,
    "A safety rule whose `when:` holds in no conversation, wherever the rule is looked at.",
    why: "it looks as if something were kept safe, and nothing is.",
    example: """
        - ask: gas
          text: Does it smell of gas?
          answer: yes-no
          then:
            yes: out
            otherwise: damp
        - ask: damp
          text: Is it damp?
          answer: yes-no
        - say: out
          text: Go outside now.
        - conclude: done
          outcome: done
      # file: safety-rules.yaml
      rules:
        - rule: Where it smells of gas and is damp, go out
      #         ^
          when: visit.gas is yes and visit.damp is yes
          always: visit.out is said
      """)
}

/// Reported for a safety rule that excludes nothing.
enum RuleSaysNothing {
  static let explanation = Explanation(
    .ruleSaysNothing,
    "A safety rule that no pack could break, because its claim follows from its `when:`; or one whose claim holds "
      + "in every conversation, so that its `when:` changes nothing.",
    why: "it looks as if something were kept safe, and nothing is, or not what was meant.",
    example: """
        - ask: gas
          text: Does it smell of gas?
          answer: yes-no
        - conclude: done
          outcome: done
      # file: safety-rules.yaml
      rules:
        - rule: Whoever smells gas has been asked about gas
      #         ^
          when: visit.gas is yes
          always: visit.gas is known
      """)
}
