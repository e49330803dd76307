/// A compiled pack: immutable, and shared by any number of conversations.
///
/// Names are resolved to numbers: a question, step, block, watch or outcome is its index in the list below. A
/// `for each` over a vocabulary is unrolled into one round per item, so that every question has one number and one
/// key.
package final class Script: Sendable {
  /// The pack's name, as `pack:` gives it.
  package let pack: String
  /// The pack's title for display, as `title:` gives it.
  package let title: String
  /// The version of the pack itself, as `version:` gives it; the language has its own.
  package let version: String
  /// The digest of the pack's files without who approved them, so that two scripts of one text can be told to be so.
  package let digest: String
  /// An invented story to practise with; nil if the pack has none.
  package let practice: String?
  /// Who approved the pack; nil if it is not approved yet.
  package let approval: Approval?
  /// The fields of the local file, then every question, one for each round that asks it.
  package let questions: [Question]
  /// The number of fields of the local file: the first questions, which are never asked.
  package let localCount: Int
  /// The values that the local file gives, by field; an absent field has no entry.
  package let localAnswers: [Int: Answer]
  /// The local list whose items a field of another local list names, by `LIST.FIELD`.
  package let localNamings: [String: String]
  /// Whether a local file can say when an office is open, so that the time of day can matter.
  package let hasHours: Bool
  /// For how many days a case is kept after it was last used, by outcome or `otherwise`, as the local file says.
  package let keepCases: [String: Int]
  /// The typed list that notes are kept in, as a question; nil if the pack keeps none.
  package let notes: Int?
  /// Every step, by number; a block is a range of them.
  package let steps: [Step]
  /// The ranges of steps that end together: a dialogue, a round, or the steps of a watch.
  package let blocks: [Range<Int>]
  /// The block that every conversation starts in: the dialogue that `entry:` names.
  package let entry: Int
  /// The watches, in the pack's order.
  package let watches: [Watch]
  /// For each question, the watches that read it, in the pack's order.
  package let watchers: [[Int]]
  /// Every outcome, of the chart or a flag, that steps can conclude.
  package let outcomes: [Outcome]
  /// The standing lines, in the pack's order.
  package let standing: [StandingLine]
  /// The reminder for a calendar; nil if the pack has none.
  package let reminder: Reminder?
  /// Every letter; outcomes and `unfinishedLetters` name them by number.
  package let letters: [Letter]
  /// The page to print and keep; nil if the pack has none.
  package let card: Card?
  /// The letters to draft while no outcome of the chart has been reached.
  package let unfinishedLetters: [Int]
  /// The documents that questions cite, by the name that `source:` uses.
  package let sources: [String: Source]
  /// The tool's own words in the language of the pack, and the commands.
  package let words: Words
  /// The rules for the pack's wording, advice on other wording, and the glossary.
  package let wordRules: WordRules
  /// The phrases to listen for in people's own words.
  package let listening: Listening
  /// The rules that the checker proves or finds broken.
  package let safetyRules: [SafetyRule]
  /// The questions by key, including former keys (`was:`).
  package let numbers: [String: Int]
  /// The steps, lowered to instructions.
  package let program: Program
  /// The texts of outcomes, followed by the texts of steps that say something.
  package let messages: [MessageText]
  /// For each step, the number of its text in `messages`; nil if it says nothing.
  package let messageOfStep: [Int?]
  /// The questions that can be answered by what an answer to a text question names.
  package let hearing: [Int]
  /// Whether what a step says can depend on the steps reached before it.
  package let textsReadSteps: Bool

  /// Freezes what the compiler has put together, and numbers the messages.
  package init(_ parts: ScriptParts, program: Program) {
    pack = parts.pack
    title = parts.title
    version = parts.version
    digest = parts.digest
    practice = parts.practice
    approval = parts.approval
    questions = parts.questions
    localCount = parts.localCount
    localAnswers = parts.localAnswers
    localNamings = parts.localNamings
    hasHours = parts.hasHours
    keepCases = parts.keepCases
    notes = parts.notes
    steps = parts.steps
    blocks = parts.blocks
    entry = parts.entry
    watches = parts.watches
    watchers = parts.watchers
    outcomes = parts.outcomes
    standing = parts.standing
    reminder = parts.reminder
    letters = parts.letters
    card = parts.card
    unfinishedLetters = parts.unfinishedLetters
    sources = parts.sources
    var words = parts.words
    words.dayWords = DayWords(words)
    self.words = words
    wordRules = parts.wordRules
    listening = parts.listening
    safetyRules = parts.safetyRules
    numbers = parts.numbers
    self.program = program
    hearing = parts.questions.indices.filter { !parts.questions[$0].heardIn.isEmpty }
    var messages = parts.outcomes.map { MessageText($0.text) }
    messageOfStep = parts.steps.map { step in
      guard case .say(let text) = step.action else { return nil }
      messages.append(MessageText(text))
      return messages.count - 1
    }
    self.messages = messages
    textsReadSteps = messages.contains { message in
      var reads = false
      message.text.visit { piece, _ in
        if case .when(let test, _, _) = piece { reads = reads || !test.condition.stepsSaid.isEmpty }
      }
      return reads
    }
  }

  /// The key of the made-up field that says whether a local list has items.
  package static func localListKey(_ list: String) -> String { "local list \(list)" }
}

/// Who approved a pack for use, and until when the approval holds.
package struct Approval: Hashable, Sendable {
  /// Who approved the pack, as `approved-by:` gives it.
  package var by: String
  /// The day of the approval, from `approved-on:`.
  package var day: CivilDate
  /// The day by which someone should check that the approval still holds.
  package var reviewBy: CivilDate
  /// The digest of the pack that was approved, as `approved-digest:` gives it; nil if it gives none.
  package var digest: String?
  /// Where `review-by:` is written.
  package var place: SourcePlace

  package init(
    by: String, day: CivilDate, reviewBy: CivilDate, digest: String? = nil, place: SourcePlace
  ) {
    self.by = by
    self.day = day
    self.reviewBy = reviewBy
    self.digest = digest
    self.place = place
  }
}

/// A document that questions cite.
package struct Source: Hashable, Sendable {
  /// The title of the document, as it is shown with a question.
  package var title: String
  /// The date of the document, in the pack's words.
  package var date: String
  /// The day by which someone should check that the document still holds; nil if the pack sets none.
  package var reviewBy: CivilDate?
  /// Where the pack names the source.
  package var place: SourcePlace

  package init(title: String, date: String, place: SourcePlace) {
    self.title = title
    self.date = date
    self.place = place
  }
}

/// A result that a conversation can reach.
///
/// A finished conversation is meant to have exactly one of the chart, and can have any number of flags.
package struct Outcome: Hashable, Sendable {
  /// The name that steps conclude it by.
  package var id: String
  /// Whether it is of the chart or a flag.
  package var kind: Kind
  /// What to do, said when the outcome is reached.
  package var text: Text
  /// Why the outcome was reached, told from the answers; nil if the pack gives no reason.
  package var because: Text?
  /// Whether it is not said again when an answer changes its words (`once: yes`).
  package var isOnce = false
  /// The letters drafted with it, by number.
  package var letters: [Int] = []
  /// The names it had before (`was:`).
  package var formerIds: [String] = []
  /// Where the outcome is named in the outcomes file.
  package var place: SourcePlace

  /// How an outcome counts: `chart` is the one result of a conversation, `flag` comes on top of it.
  package enum Kind: String, Hashable, Sendable, CaseIterable {
    case chart, flag
  }

  package init(id: String, kind: Kind, text: Text, place: SourcePlace) {
    self.id = id
    self.kind = kind
    self.text = text
    self.place = place
  }
}

/// Steps that run as soon as a condition comes true, wherever the conversation is.
package struct Watch: Sendable {
  /// The condition, with its place in the file.
  package var test: Test
  /// The block of the steps to run.
  package var block: Int

  package init(_ test: Test, block: Int) {
    self.test = test
    self.block = block
  }
}
