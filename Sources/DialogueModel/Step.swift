/// One step of a dialogue; in a `for each`, one step of one round.
package struct Step: Sendable {
  /// The step's identity, such as `visit.go-in`.
  package var key: String
  /// The condition under which the step is met; nil for a step that is always met.
  package var when: Test?
  /// What the step does.
  package var action: Action
  /// Where the run goes after the step.
  package var then: Then
  /// Where the step is written.
  package var place: SourcePlace

  package init(key: String, when: Test?, action: Action, then: Then, place: SourcePlace) {
    self.key = key
    self.when = when
    self.action = action
    self.then = then
    self.place = place
  }

  /// The step's name within its dialogue: the last part of its key.
  package var name: String { key.split(separator: ".").last.map(String.init) ?? key }

  /// Whether more than one way leads on from the step.
  package var branches: Bool { if case .to = then { false } else { true } }

  /// The kinds of step, with what each needs.
  package enum Action: Sendable {
    case ask(question: Int)
    case say(Text)
    /// Tests the answers; nothing is asked.
    case decide(Test)
    case choose
    case conclude(outcome: Int)
    case use(block: Int)
    case forEach([Round])
    /// Looks at its condition once, for this many steps that follow it: all of them are met or none.
    case group(steps: Int)
  }

  /// One round of a `for each`: its block runs when the list includes the item.
  package struct Round: Sendable {
    /// The question whose answer says which items there are.
    package var list: Int
    /// The option of that question, or the place in a typed list, that the round is for.
    package var item: Int
    /// The block of the round's steps.
    package var block: Int

    package init(list: Int, item: Int, block: Int) {
      self.list = list
      self.item = item
      self.block = block
    }
  }

  /// Where the run goes after a step.
  package enum Then: Sendable {
    case to(Target)
    /// By the answer: a way for each option that has one, for an answer without a value, and for all others.
    case byAnswer([Way?], unknown: Way?, otherwise: Way)
    /// By the first condition that holds.
    case byCondition([(test: Test, target: Target)], otherwise: Way)
  }

  /// One branch, with its place in the file.
  package struct Way: Hashable, Sendable {
    /// Where the branch leads.
    package var target: Target
    /// Where the branch is written, for coverage and diagnostics.
    package var place: SourcePlace

    package init(_ target: Target, at place: SourcePlace) {
      self.target = target
      self.place = place
    }
  }

  /// What a step or a branch leads to.
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
    /// A placeholder for a target in which the compiler has reported a fault.
    case unresolved
  }
}
