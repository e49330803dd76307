/// A pack's steps as its files have them, for drawing: each once, with the words it is written in.
///
/// A script has its `for each` unrolled and its names resolved, and no words of conditions.
package struct Outline: Sendable {
  package var pack: String
  package var title: String
  /// From the first dialogue on, as they use each other.
  package var dialogues: [Part]
  package var watches: [Part]
  package var outcomes: [String: Outcome.Kind]

  /// A dialogue, a watch, or the steps of a `for each`.
  package struct Part: Sendable {
    package var name: String
    package var title: String
    /// What sets a watch off.
    package var conditions: [String]
    package var steps: [Step]

    package init(name: String, title: String, conditions: [String] = [], steps: [Step]) {
      self.name = name
      self.title = title
      self.conditions = conditions
      self.steps = steps
    }
  }

  package struct Step: Sendable {
    package var id: String
    package var kind: Kind
    /// What it says or asks, in a few words if it has them.
    package var text: String
    package var when: String?
    /// Its branches.
    package var ways: [Way] = []
    /// Where it leads without any: a step, `end`, `finish`, `conclude OUTCOME`; nil is the next.
    package var then: String?
    package var place: SourcePlace

    package init(id: String, kind: Kind, text: String, place: SourcePlace) {
      self.id = id
      self.kind = kind
      self.text = text
      self.place = place
    }
  }

  package indirect enum Kind: Sendable {
    case ask, say
    /// A decide or a choose.
    case decide
    case conclude(outcome: String)
    case use(dialogue: String)
    case forEach(Part)
  }

  package struct Way: Hashable, Sendable {
    package var label: String
    package var target: String
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
