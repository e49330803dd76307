/// Something that must hold in every conversation that can be had, whatever anyone answers.
package struct SafetyRule: Sendable {
  package var name: String
  package var place: SourcePlace
  /// The conversations it speaks of; all of them without.
  package var when: Condition
  package var demand: Demand

  package enum Demand: Sendable {
    /// When the conversation is finished.
    case always(Condition)
    case never(Condition)
    /// Once the answers given make it speak, one of these steps comes before anything else is asked.
    case noticeFirst(Set<Int>)
  }

  package init(name: String, place: SourcePlace, when: Condition, demand: Demand) {
    self.name = name
    self.place = place
    self.when = when
    self.demand = demand
  }
}
