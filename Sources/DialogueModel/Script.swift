/// A pack, read and resolved: immutable, and shared by any number of conversations.
///
/// Names are numbers here: a question, step, block, watch or outcome is its index in the list below.
/// A `for each` over a vocabulary stands unrolled, a round for each item, so that every question has
/// one number and one key.
package final class Script: Sendable {
  package let pack: String
  package let title: String
  package let version: String
  /// Nil for a pack that is not approved yet.
  package let approval: Approval?
  package let questions: [Question]
  /// So many questions, the first, are the fields of the local file: answered from it, never asked.
  package let localCount: Int
  package let localAnswers: [Int: Answer]
  /// The local list that a field of a local list names an item of, by `LIST.FIELD`.
  package let localNamings: [String: String]
  /// The typed list that notes are kept in.
  package let notes: Int?
  package let steps: [Step]
  /// A run of steps that ends as one: a dialogue, a round, or the steps of a watch.
  package let blocks: [Range<Int>]
  package let entry: Int
  package let watches: [Watch]
  /// The watches that read each question, by its number, in the pack's order.
  package let watchers: [[Int]]
  package let outcomes: [Outcome]
  package let standing: [StandingLine]
  package let letters: [Letter]
  /// The letters drafted while no chart outcome has been reached.
  package let unfinishedLetters: [Int]
  package let sources: [String: Source]
  package let words: Words
  package let wordRules: WordRules
  package let safetyRules: [SafetyRule]
  /// The questions by key, former keys (`was:`) included.
  package let numbers: [String: Int]
  /// The steps, lowered to instructions.
  package let program: Program
  /// What outcomes say, and after them what steps say.
  package let messages: [MessageText]
  /// The message of each step; nil for a step that says nothing.
  package let messageOfStep: [Int?]

  package init(_ parts: ScriptParts, program: Program) {
    pack = parts.pack
    title = parts.title
    version = parts.version
    approval = parts.approval
    questions = parts.questions
    localCount = parts.localCount
    localAnswers = parts.localAnswers
    localNamings = parts.localNamings
    notes = parts.notes
    steps = parts.steps
    blocks = parts.blocks
    entry = parts.entry
    watches = parts.watches
    watchers = parts.watchers
    outcomes = parts.outcomes
    standing = parts.standing
    letters = parts.letters
    unfinishedLetters = parts.unfinishedLetters
    sources = parts.sources
    words = parts.words
    wordRules = parts.wordRules
    safetyRules = parts.safetyRules
    numbers = parts.numbers
    self.program = program
    var messages = parts.outcomes.map { MessageText($0.text) }
    messageOfStep = parts.steps.map { step in
      guard case .say(let text) = step.action else { return nil }
      messages.append(MessageText(text))
      return messages.count - 1
    }
    self.messages = messages
  }

  /// The key of the made-up field that says whether a local list has items.
  package static func localListKey(_ list: String) -> String { "local list \(list)" }
}

/// Who approved a pack for use, and until when that holds.
package struct Approval: Hashable, Sendable {
  package var by: String
  package var day: CivilDate
  /// The day by which someone should look whether it still holds.
  package var reviewBy: CivilDate
  /// Where that day is written.
  package var place: SourcePlace

  package init(by: String, day: CivilDate, reviewBy: CivilDate, place: SourcePlace) {
    self.by = by
    self.day = day
    self.reviewBy = reviewBy
    self.place = place
  }
}

/// A guidance, deck or law that questions cite.
package struct Source: Hashable, Sendable {
  package var title: String
  package var date: String
  /// The day by which someone should look whether it still holds.
  package var reviewBy: CivilDate?
  package var place: SourcePlace

  package init(title: String, date: String, place: SourcePlace) {
    self.title = title
    self.date = date
    self.place = place
  }
}

/// What the conversation comes to.
///
/// A finished one has exactly one of the chart, and any number of flags.
package struct Outcome: Hashable, Sendable {
  package var id: String
  package var kind: Kind
  package var text: Text
  /// Why, in the professional's own facts.
  package var because: Text?
  package var letters: [Int] = []
  package var formerIds: [String] = []
  package var place: SourcePlace

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

/// Steps that are walked as soon as a condition comes true, wherever the conversation is.
package struct Watch: Sendable {
  package var test: Test
  package var block: Int

  package init(_ test: Test, block: Int) {
    self.test = test
    self.block = block
  }
}
