/// Something that must hold in every conversation that can be had, whatever anyone answers.
package struct SafetyRule: Sendable {
  package var name: String
  package var place: SourcePlace
  /// The conversations it speaks of; all of them without.
  package var when: Condition
  /// What must hold then.
  package var claim: Condition
  /// It is looked at before each question too, by what has been answered by then; else only when the
  /// conversation is finished.
  package var isForEveryPoint: Bool
  /// It reads what the outcomes file says of letters, of the chart or of standing lines, so that another file
  /// can break it even where it can't fail as things are.
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
