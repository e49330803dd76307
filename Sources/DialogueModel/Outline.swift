/// A pack's steps as its files write them, for drawings: each step once, with the words of its conditions.
///
/// A `Script` does not have these: its `for each` is unrolled and its names are resolved.
package struct Outline: Sendable {
  /// The pack's name, as `pack:` gives it.
  package var pack: String
  /// The pack's title, as `title:` gives it.
  package var title: String
  /// The dialogues from the first one on, each before the dialogues that it uses.
  package var dialogues: [Part]
  /// The watches, each with its conditions and steps.
  package var watches: [Part]
  /// The kind of each outcome, by the outcome's name.
  package var outcomes: [String: Outcome.Kind]

  /// A dialogue, a watch, or the steps of a `for each`.
  package struct Part: Sendable {
    /// The name in the file; for a `for each`, the name of its list.
    package var name: String
    /// The heading to draw above the steps.
    package var title: String
    /// The conditions that set a watch off, as written; empty for other parts.
    package var conditions: [String]
    /// The steps, in the order of the file.
    package var steps: [Step]

    package init(name: String, title: String, conditions: [String] = [], steps: [Step]) {
      self.name = name
      self.title = title
      self.conditions = conditions
      self.steps = steps
    }
  }

  /// One step as a drawing shows it.
  package struct Step: Sendable {
    /// The step's name in its dialogue.
    package var id: String
    /// What the step does.
    package var kind: Kind
    /// What to draw in the box: the label if there is one, else what the step says, asks or names.
    package var text: String
    /// The condition under which the step is met, as written; nil for one that is always met.
    package var when: String?
    /// The branches; empty for a step that always leads to the same place.
    package var ways: [Way] = []
    /// Where a step without branches leads: a step, `end`, `finish` or `conclude OUTCOME`; nil means the next step.
    package var then: String?
    /// Where the step's name is written.
    package var place: SourcePlace

    package init(id: String, kind: Kind, text: String, place: SourcePlace) {
      self.id = id
      self.kind = kind
      self.text = text
      self.place = place
    }
  }

  /// What a step does, as far as drawings tell steps apart.
  package indirect enum Kind: Sendable {
    case ask, say
    /// A `decide` or a `choose`.
    case decide
    case conclude(outcome: String)
    case use(dialogue: String)
    case forEach(Part)
    /// The condition of this many steps that follow it.
    case group(steps: Int)
  }

  /// One branch of a step.
  package struct Way: Hashable, Sendable {
    /// The answer or the condition that takes this branch, in the pack's words.
    package var label: String
    /// Where the branch leads, as written.
    package var target: String
    /// Where the branch is written.
    package var place: SourcePlace

    package init(label: String, target: String, place: SourcePlace) {
      self.label = label
      self.target = target
      self.place = place
    }
  }

  package init(
    pack: String, title: String, dialogues: [Part], watches: [Part],
    outcomes: [String: Outcome.Kind]
  ) {
    self.pack = pack
    self.title = title
    self.dialogues = dialogues
    self.watches = watches
    self.outcomes = outcomes
  }
}
