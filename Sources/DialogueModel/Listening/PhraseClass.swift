/// What someone may mean, with the phrases that people write for it: data of a pack, in its files on listening.
package struct PhraseClass: Sendable {
  /// The name that `hears:` gives; with a vocabulary, `VOCABULARY.ITEM`.
  package var name: String
  /// The item of a vocabulary that the class speaks of; nil if it has a name of its own.
  package var option: (vocabulary: String, id: String)?
  /// What is said at once where the class is found for the first time; nil for most.
  package var says: String?
  /// Whether a note in which the class is found is left out of letters.
  package var withholdsNote = false
  /// The phrases, by what they do.
  package var phrases: [Role: [PhrasePattern]] = [:]
  /// Sentences in which the class must be found.
  package var examples: [(text: String, place: SourcePlace)] = []
  /// Where the class is written.
  package var place: SourcePlace

  /// What a phrase of a class does.
  package enum Role: String, Sendable, CaseIterable {
    /// Speaks of what the class is about.
    case find
    /// Is not meant: what it overlaps does not count.
    case except
    /// Is the ordinary explanation: nothing in its sentence, or in one next to it, counts.
    case ordinary
    /// Rules out the whole text.
    case rulesOut = "rules-out"
  }

  package init(name: String, place: SourcePlace) {
    self.name = name
    self.place = place
  }
}

/// The small words of a language by which phrases are judged: what denies, and what opens a clause.
package struct PhraseGrammar: Sendable {
  /// Words that deny what follows them in their clause.
  package var denials: Set<String> = []
  /// Words that take the denial from one right before them: "not only".
  package var undeniers: Set<String> = []
  /// Words that open a clause: "but".
  package var clauseOpeners: Set<String> = []
  /// Words that join, and words that open a clause after one of those or a comma: "and she".
  package var joins: Set<String> = []
  package var clauseSubjects: Set<String> = []
  /// The numbers that are written as words.
  package var numbers: [String: Int] = [:]

  /// A grammar without any words.
  package init() {}

  /// Adds the words of another file.
  package mutating func add(_ other: PhraseGrammar) {
    denials.formUnion(other.denials)
    undeniers.formUnion(other.undeniers)
    clauseOpeners.formUnion(other.clauseOpeners)
    joins.formUnion(other.joins)
    clauseSubjects.formUnion(other.clauseSubjects)
    numbers.merge(other.numbers) { own, _ in own }
  }
}
