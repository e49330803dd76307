/// What a pack asks of its own words, and what it says of other people's.
package struct WordRules: Sendable {
  /// The most words that a sentence has.
  package var sentenceWords: Int?
  /// The highest reading grade, in years of school, that a text of some length has.
  package var readingGrade: Double?
  /// Words that the pack never uses, and why or what to say.
  package var forbidden: [Advice] = []
  /// Words that the pack never uses, and that people are shown another way to say.
  package var instead: [Advice] = []
  /// Words in capitals that need no explaining, such as headings of letters.
  package var known: Set<String> = []
  package var glossary: [Term] = []

  package init() {}

  /// Adds what another file asks for.
  package mutating func add(_ other: WordRules) {
    sentenceWords = other.sentenceWords ?? sentenceWords
    readingGrade = other.readingGrade ?? readingGrade
    forbidden += other.forbidden
    instead += other.instead
    known.formUnion(other.known)
    glossary += other.glossary
  }

  /// A word, or a few in a row, and what to write.
  package struct Advice: Hashable, Sendable {
    package var words: String
    package var advice: String

    package init(words: String, advice: String) {
      self.words = words
      self.advice = advice
    }
  }

  /// A word of the field, explained in a line.
  package struct Term: Hashable, Sendable {
    package var term: String
    /// Other ways of writing it.
    package var also: [String] = []
    package var means: String
    package var source: String?

    package init(term: String, means: String) {
      self.term = term
      self.means = means
    }
  }
}
