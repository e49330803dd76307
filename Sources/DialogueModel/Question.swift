/// A question as it stands on the walk: one for each round of a `for each`.
package struct Question: Hashable, Sendable {
  /// Its identity for saves, scenarios and programs, such as `visit.seen[hall].note.text`.
  package var key: String
  package var type: AnswerType
  package var options: [AnswerOption]
  /// The vocabulary its options come from.
  package var vocabulary: String?
  package var text: Text
  /// A few words for a list of answers.
  package var label: Text
  package var hint: Text?
  package var why: Text?
  /// What is said to a reply that can't be read; a second one counts as not known.
  package var unclear: Text?
  package var source: String?
  /// An empty reply skips it; without an answer it is no gap and not counted as left.
  package var isOptional = false
  /// It is never asked by itself: a command fills it.
  package var isQuiet = false
  /// The answer is someone's own words; letters print it in quotation marks.
  package var isQuoted = false
  /// The answer may run over several lines.
  package var takesLines = false
  /// A day that is still to come: "Friday" is the next one.
  package var liesAhead = false
  /// What this question calls not known, such as "not sure".
  package var notKnownLabel: String?
  /// What a letter says while a field of the local file is absent.
  package var gap: String?
  /// The texts in which the words of its options are looked for, to show those options first.
  package var listensTo: [Int] = []
  /// A watch reads the answer.
  package var isWatched = false
  package var place: SourcePlace

  package init(
    key: String, type: AnswerType, options: [AnswerOption] = [], text: Text = Text(),
    label: Text = Text(), place: SourcePlace
  ) {
    self.key = key
    self.type = type
    self.options = options
    self.text = text
    self.label = label
    self.place = place
  }
}

/// One thing a question can be answered with; an item of a vocabulary where the question lists one.
package struct AnswerOption: Hashable, Sendable {
  package var id: String
  package var label: String
  package var formerIds: [String] = []
  /// Other words people use for it.
  package var synonyms: [String] = []
  /// What the vocabulary says of it, each field a list of texts.
  package var fields: [String: [String]] = [:]
  /// The field with the words that stand for it in a text that a question listens to.
  package static let listenFor = "listen-for"
  /// Where it is written; nil for one that is not written anywhere, such as a plain yes.
  package var place: SourcePlace?

  package init(id: String, label: String, place: SourcePlace? = nil) {
    self.id = id
    self.label = label
    self.place = place
  }
}

extension Question {
  /// What is said around it, where slots and parts can stand.
  package var texts: [Text] { [text, hint, why, unclear].compactMap(\.self) }
}
