/// A question as it is asked on a path: one for each round of a `for each`.
package struct Question: Hashable, Sendable {
  /// The question's identity in stored answers, scenarios and programs, such as `visit.seen[hall].note.text`.
  package var key: String
  /// The type of answer that the question takes.
  package var type: AnswerType
  /// What can be chosen, in the order of the pack; for a typed list, the places for items.
  package var options: [AnswerOption]
  /// The vocabulary that its options come from; nil if it lists its own or has none.
  package var vocabulary: String?
  /// What is asked.
  package var text: Text
  /// A few words that name the question in a list of answers.
  package var label: Text
  /// Help with answering, shown with the question; nil if there is none.
  package var hint: Text?
  /// Why the question is asked, shown on request; nil if the pack gives no reason.
  package var why: Text?
  /// What to say to a reply that can't be read; a second such reply counts as not known, unless it begins with a no.
  package var unclear: Text?
  /// The name of the document that the question cites; nil if it cites none.
  package var source: String?
  /// An empty reply skips the question; without an answer it is no gap and is not counted as left.
  package var isOptional = false
  /// The question is never asked by itself: a command fills it.
  package var isQuiet = false
  /// The answer is someone's own words; letters print it in quotation marks.
  package var isQuoted = false
  /// The answer may have several lines.
  package var takesLines = false
  /// The question asks for a day still to come: "Friday" is the next one.
  package var liesAhead = false
  /// The end that conditions read of an answer that is several days.
  package var whenUnsure = SpanEnd.latest
  /// What this question calls not known, such as "not sure"; nil for the pack's usual words.
  package var notKnownLabel: String?
  /// The lowest and the highest value that a reply may give; nil where there is no such bound.
  package var lowest: Bound?
  package var highest: Bound?
  /// The words that letters print while this field of the local file is absent; nil for other questions.
  package var gap: String?
  /// The classes of phrases that bring the question forward, and back where its answer leaves them out.
  package var hears: [Int] = []
  /// The classes that only bring the question back: those of a list, found in something written after its answer.
  package var hearsLate: [Int] = []
  /// For each option, the class of phrases that speaks of it; empty if there is none for any.
  package var optionClasses: [Int?] = []
  /// The quiet date question that takes a date of birth typed here; nil for all but some number questions.
  package var birthDate: Int?
  /// The quiet question that takes a moment named in what is typed here; nil for all but some text questions.
  package var moment: Int?
  /// The text questions whose answers can name the option that answers this one of.
  package var heardIn: [Int] = []
  /// What the answer tells of someone, which a pseudonymised copy replaces; nil if the pack does not say.
  package var holding: Holding?
  /// Whether a watch reads the answer.
  package var isWatched = false
  /// Where the question is written.
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

/// One thing that a question can be answered with; where it uses a vocabulary, an item of that.
package struct AnswerOption: Hashable, Sendable {
  /// The option's name in conditions and stored answers.
  package var id: String
  /// The words that are shown for the option and printed in letters.
  package var label: String
  /// The names that the option had before (`was:`).
  package var formerIds: [String] = []
  /// Other words that people use for the option.
  package var synonyms: [String] = []
  /// The fields that the vocabulary gives the item, each a list of texts.
  package var fields: [String: [String]] = [:]
  /// The field with a number that letters sort by: the gravest item has the highest.
  package static let gravity = "gravity"
  /// Whether the option can only be chosen alone: "none of these that I know of".
  package var isExclusive = false
  /// How many days ago a day is that means this option when it is typed; nil for most options.
  package var daysAgo: ClosedRange<Int>?
  /// Where the option is written; nil for one that isn't written anywhere, such as a plain yes.
  package var place: SourcePlace?

  package init(id: String, label: String, place: SourcePlace? = nil) {
    self.id = id
    self.label = label
    self.place = place
  }
}

extension Question {
  /// The texts of the question that can have slots and parts.
  package var texts: [Text] { [text, hint, why, unclear].compactMap(\.self) }

  /// The options that can be chosen together with others.
  package var combinableOptions: [Int] {
    options.indices.filter { !options[$0].isExclusive }
  }

  /// The options of an any of that can only be chosen alone.
  package var exclusiveOptions: [Int] {
    type == .anyOf ? options.indices.filter { options[$0].isExclusive } : []
  }

  /// The first of these options that can't be chosen together with the others; nil if they go together.
  package func exclusiveOption(among chosen: [Int]) -> Int? {
    chosen.count > 1 ? chosen.first { options[$0].isExclusive } : nil
  }
}
