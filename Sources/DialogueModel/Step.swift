/// One step of a dialogue, at one place of the walk.
package struct Step: Sendable {
  /// Its identity, such as `visit.go-in`.
  package var key: String
  package var when: Test?
  package var action: Action
  package var then: Then
  package var place: SourcePlace

  package init(key: String, when: Test?, action: Action, then: Then, place: SourcePlace) {
    self.key = key
    self.when = when
    self.action = action
    self.then = then
    self.place = place
  }

  /// Its name in its dialogue.
  package var name: String { key.split(separator: ".").last.map(String.init) ?? key }

  /// More than one way leads on from it.
  package var branches: Bool { if case .to = then { false } else { true } }

  package enum Action: Sendable {
    case ask(question: Int)
    case say(Text)
    /// A question to the answers, not to the person.
    case decide(Test)
    case choose
    case conclude(outcome: Int)
    case use(block: Int)
    case forEach([Round])
  }

  /// One round of a `for each`: walked when the list includes the item.
  package struct Round: Sendable {
    package var list: Int
    package var item: Int
    package var block: Int

    package init(list: Int, item: Int, block: Int) {
      self.list = list
      self.item = item
      self.block = block
    }
  }

  /// Where the walk goes after the step.
  package enum Then: Sendable {
    case to(Target)
    /// By the answer: a target for each option that has one, for unknown, and for all else.
    case byAnswer([Way?], unknown: Way?, otherwise: Way)
    /// By the first condition that holds.
    case byCondition([(test: Test, target: Target)], otherwise: Way)
  }

  /// One branch, and where it stands.
  package struct Way: Hashable, Sendable {
    package var target: Target
    package var place: SourcePlace

    package init(_ target: Target, at place: SourcePlace) {
      self.target = target
      self.place = place
    }
  }

  package enum Target: Hashable, Sendable {
    case next
    /// A later step of the same block.
    case step(Int)
    /// Ends the round, the dialogue or the watch's steps.
    case end
    /// Ends the conversation.
    case finish
    /// Concludes an outcome, then ends.
    case conclude(outcome: Int)
    /// Stands where a fault has been told of.
    case unresolved
  }
}
