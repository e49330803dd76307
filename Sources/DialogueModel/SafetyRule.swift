/// Something that must hold in every possible conversation, whatever the answers are.
package struct SafetyRule: Sendable {
  /// The rule's name, as the rules file gives it.
  package var name: String
  /// Where the rule's name is written.
  package var place: SourcePlace
  /// The conversations that the rule is about; always true for a rule about all of them.
  package var when: Condition
  /// What must hold in these conversations.
  package var claim: Condition
  /// Whether the rule must hold before each question too, given the answers so far.
  ///
  /// Other rules are evaluated only when the conversation is finished.
  package var isForEveryPoint: Bool
  /// Whether the rule reads what the outcomes file says of letters, the chart or standing lines.
  ///
  /// A change to that file could break such a rule, so it is explored even if its claim can't fail as the pack is
  /// now.
  package var readsOutcomesFile = false

  package init(
    name: String, place: SourcePlace, when: Condition, claim: Condition, isForEveryPoint: Bool
  ) {
    self.name = name
    self.place = place
    self.when = when
    self.claim = claim
    self.isForEveryPoint = isForEveryPoint
  }
}
