/// The rules for a pack's own wording, its advice on other people's wording, and its glossary.
package struct WordRules: Sendable {
  /// The greatest number of words allowed in a sentence; nil if the pack sets no limit.
  package var sentenceWords: Int?
  /// The highest reading grade, in years of school, allowed for texts long enough to measure; nil for no limit.
  package var readingGrade: Double?
  /// Words that the pack must not use, each with the reason or with what to write.
  package var forbidden: [Advice] = []
  /// Words that the pack must not use, and for which it offers people a better wording.
  package var instead: [Advice] = []
  /// Words by which a sentence says that something was said, done or decided: a letter says so only under an answer.
  package var claims: [String] = []
  /// Words by which a sentence asks for something, so that it says of nothing that it happened.
  package var requests: [String] = []
  /// Words in capitals that need no explanation, such as headings of letters.
  package var known: Set<String> = []
  /// The terms that the glossary explains, in the order of the files.
  package var glossary: [Term] = []

  /// Starts without any rules.
  package init() {}

  /// Adds the rules of another file; its limits replace those already set.
  package mutating func add(_ other: WordRules) {
    sentenceWords = other.sentenceWords ?? sentenceWords
    readingGrade = other.readingGrade ?? readingGrade
    forbidden += other.forbidden
    instead += other.instead
    claims += other.claims
    requests += other.requests
    known.formUnion(other.known)
    glossary += other.glossary
  }

  /// A word, or several in a row, and what to write instead.
  package struct Advice: Hashable, Sendable {
    /// The words to look for.
    package var words: String
    /// What to write instead, or why not to use the words.
    package var advice: String

    package init(words: String, advice: String) {
      self.words = words
      self.advice = advice
    }
  }

  /// A term of the field with a one-line explanation.
  package struct Term: Hashable, Sendable {
    /// The term, as the glossary prints it.
    package var term: String
    /// Other ways of writing the term.
    package var also: [String] = []
    /// The explanation, in a line.
    package var means: String
    /// The name of the document that the explanation comes from; nil if none is given.
    package var source: String?

    package init(term: String, means: String) {
      self.term = term
      self.means = means
    }
  }
}
