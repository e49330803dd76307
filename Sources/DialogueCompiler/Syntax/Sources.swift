import DialogueModel

// The contents of a pack's files, parsed but not yet resolved.

struct StepSyntax: Sendable {
  var id: Scalar
  var kind: Kind
  var when: TestSyntax?
  var then: ThenSyntax?
  /// What a say or a question says where the same step was reached before.
  var short: TextSyntax?
  /// Former ids of the step.
  var was: [Scalar] = []

  indirect enum Kind: Sendable {
    case ask(AskSyntax)
    /// A question that is repeated.
    case askAgain
    case say(TextSyntax)
    case decide(TestSyntax)
    case choose([(test: TestSyntax, target: Scalar)], otherwise: (name: Scalar, target: Scalar))
    case conclude(outcome: Scalar)
    case use(dialogue: Scalar)
    case forEach(list: Scalar, as: String, [StepSyntax])
    /// Steps under one condition.
    case group([StepSyntax])
  }
}

enum ThenSyntax: Sendable {
  case to(Scalar)
  case byAnswer([(option: Scalar, target: Scalar)])
}

struct AskSyntax: Sendable {
  var answer: AnswerSource
  /// Nil only for the first part of a composite, which takes the question's own text.
  var text: TextSyntax?
  var label: TextSyntax?
  var hint: TextSyntax?
  var why: TextSyntax?
  var unclear: TextSyntax?
  var source: Scalar?
  var notKnown: String?
  var hears: [Scalar] = []
  var hearsLate: [Scalar] = []
  var birthDate: Scalar?
  var moment: Scalar?
  var whenUnsure = SpanEnd.latest
  var heardIn: [Scalar] = []
  var holds: Scalar?
  var isOptional = false
  var isQuiet = false
  var isQuoted = false
  var takesLines = false
  var liesAhead = false
  var lowest: Bound?
  var highest: Bound?

  enum AnswerSource: Sendable {
    case plain(AnswerType)
    /// A yes-no, one of or any of with its own options.
    case options(AnswerType, [ItemSyntax])
    case vocabulary(AnswerType, Scalar)
    case list(atMost: Int)
    case composite(Scalar)
  }
}

struct ItemSyntax: Sendable {
  /// The keys of an item that are not fields.
  static let ownKeys: Set = [
    "label", "was", "synonyms", "exclusive", "within-days", "beyond-days",
  ]

  var id: Scalar
  var label: String
  var was: [String] = []
  var synonyms: [Scalar] = []
  var isExclusive = false
  var daysAgo: ClosedRange<Int>?
  var fields: [String: [String]] = [:]
}

struct VocabularySyntax: Sendable {
  var name: Scalar
  var items: [ItemSyntax]

  var options: [AnswerOption] {
    items.map { item in
      var option = AnswerOption(id: item.id.text, label: item.label, place: item.id.place)
      option.formerIds = item.was
      option.synonyms = item.synonyms.map(\.text)
      option.isExclusive = item.isExclusive
      option.daysAgo = item.daysAgo
      option.fields = item.fields
      return option
    }
  }
}

struct DialogueSyntax: Sendable {
  var name: Scalar
  var facts: [FactSyntax]
  var steps: [StepSyntax]
}

struct FactSyntax: Sendable {
  var name: Scalar
  var test: TestSyntax
}

struct WatchSyntax: Sendable {
  var name: Scalar
  var conditions: [TestSyntax]
  var list: Scalar?
  var itemName: String
  var steps: [StepSyntax]
}

struct OutcomeSyntax: Sendable {
  var id: Scalar
  var kind: Outcome.Kind
  var text: TextSyntax
  var because: TextSyntax?
  /// Nil if the outcome does not say which letters it has.
  var letters: [Scalar]?
  /// Whether a change of its words is not said.
  var isOnce: Bool
  var was: [String]
}

/// A reminder for a calendar, as the outcomes file writes it.
struct ReminderSyntax: Sendable {
  var test: TestSyntax
  var title: Scalar
  var text: TextSyntax
  var before: Scalar?
  var minutes: Int
  var workingDays: Int
}

struct StandingSyntax: Sendable {
  var id: Scalar
  var test: TestSyntax
  var text: TextSyntax
}

/// What one of the pack's own commands answers.
struct AnsweringSyntax: Sendable {
  var question: Scalar
  var option: Scalar
  var then: Scalar?
}

struct RuleSyntax: Sendable {
  var name: Scalar
  var when: TestSyntax?
  var demand: Demand
  var isForEveryPoint = false

  enum Demand: Sendable {
    case always(TestSyntax)
    case never(TestSyntax)
    case noticeFirst(Word)
  }
}

/// The shape that the pack gives its local file.
struct LocalShape: Sendable {
  struct Field: Sendable {
    var id: Scalar
    var label: String
    var type: AnswerType
    var gap: String
    /// Whether its text says when an office is open.
    var isHours = false
    /// Help with filling it in.
    var hint: String?
    /// What it tells of someone.
    var holds: Scalar?
    /// The local list of which the value names an item.
    var list: Scalar?
  }

  var fields: [Field] = []
  var lists: [(name: Scalar, fields: [Field])] = []
  /// The number of days after which a check is out of date.
  var checkEvery: Int?
}

/// Everything that a pack's files say.
struct PackSyntax: Sendable {
  var name: Scalar?
  var title = ""
  var version = ""
  /// An invented story to practise with.
  var practice: String?
  var approval: Approval?
  var entry: Scalar?
  /// The question in which notes are kept.
  var notes: Scalar?
  var sources: [String: Source] = [:]
  var facts: [FactSyntax] = []
  var composites: [String: (place: SourcePlace, parts: [StepSyntax])] = [:]
  var dialogues: [DialogueSyntax] = []
  var vocabularies: [VocabularySyntax] = []
  var watches: [WatchSyntax] = []
  var outcomes: [OutcomeSyntax] = []
  var standing: [StandingSyntax] = []
  var reminder: ReminderSyntax?
  var unfinished: [Scalar] = []
  /// The letters of outcomes of the chart that name none.
  var defaultLetters: [Scalar] = []
  var letters: [LetterSyntax] = []
  var fragments: [FragmentSyntax] = []
  var rules: [RuleSyntax] = []
  var letterLabels: [(letter: Scalar, label: String)] = []
  /// The cards, of which a pack has one.
  var cards: [CardSyntax] = []
  var local = LocalShape()
  var listening = ListeningSyntax()
  var wordRules = WordRules()
  /// Sources that are named by something other than a question.
  var sourcesCited: [Scalar] = []
  var words: Words?
  /// The name that each language file gives its language.
  var languages: [Scalar] = []
  /// The pack's own commands' texts, by command id.
  var commandTexts: [String: TextSyntax] = [:]
  /// The answers that the pack's own commands give, by command id.
  var commandAnswers: [String: AnsweringSyntax] = [:]

  /// Adds what another file says.
  ///
  /// Repeated names are reported later, when the compiler gathers them.
  mutating func add(_ other: PackSyntax) {
    if other.name != nil {
      (name, title, version, entry) = (other.name, other.title, other.version, other.entry)
      (notes, approval, practice) = (other.notes, other.approval, other.practice)
      (sources, facts, composites, local) = (
        other.sources, other.facts, other.composites, other.local
      )
    }
    dialogues += other.dialogues
    vocabularies += other.vocabularies
    watches += other.watches
    outcomes += other.outcomes
    standing += other.standing
    reminder = reminder ?? other.reminder
    unfinished += other.unfinished
    defaultLetters += other.defaultLetters
    letters += other.letters
    fragments += other.fragments
    rules += other.rules
    letterLabels += other.letterLabels
    cards += other.cards
    languages += other.languages
    listening.add(other.listening)
    wordRules.add(other.wordRules)
    sourcesCited += other.sourcesCited
    if let others = other.words {
      words = others
      (commandTexts, commandAnswers) = (other.commandTexts, other.commandAnswers)
    }
  }
}
