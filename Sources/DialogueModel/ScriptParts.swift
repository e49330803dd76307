/// The parts of a `Script` while the compiler puts it together.
///
/// The parts have the same meaning as in the script; lists are filled as the compiler gets to them.
package struct ScriptParts: Sendable {
  /// The pack's name, from `pack:`.
  package var pack: String
  /// The pack's title, from `title:`.
  package var title: String
  /// The pack's own version, from `version:`.
  package var version: String
  /// The story to practise with, from `practice:`; nil if there is none.
  package var practice: String?
  /// Who approved the pack; nil until the pack says so.
  package var approval: Approval?
  /// The questions placed so far, with the fields of the local file first.
  package var questions: [Question] = []
  /// The number of fields of the local file, set once they are placed.
  package var localCount = 0
  /// The values that the local file gives, by field.
  package var localAnswers: [Int: Answer] = [:]
  /// The local list whose items a field names, by `LIST.FIELD`.
  package var localNamings: [String: String] = [:]
  /// Whether a local file can say when an office is open, so that the time of day can matter.
  package var hasHours = false
  package var keepCases: [String: Int] = [:]
  package var digest = ""
  /// The typed list for notes, as a question; nil until it is resolved or if there is none.
  package var notes: Int?
  /// The steps placed so far, by number.
  package var steps: [Step] = []
  /// The ranges of steps of the blocks placed so far.
  package var blocks: [Range<Int>] = []
  /// The block of the dialogue that `entry:` names.
  package var entry = 0
  /// The watches resolved so far, in the pack's order.
  package var watches: [Watch] = []
  /// For each question, the watches that read it; empty until watches are resolved.
  package var watchers: [[Int]] = []
  /// The outcomes resolved so far.
  package var outcomes: [Outcome] = []
  /// The standing lines resolved so far, in the pack's order.
  package var standing: [StandingLine] = []
  /// The reminder for a calendar; nil until it is resolved or if there is none.
  package var reminder: Reminder?
  /// The letters resolved so far, by number.
  package var letters: [Letter] = []
  /// The page to print and keep; nil until it is resolved or if there is none.
  package var card: Card?
  /// The letters that `unfinished:` names, by number.
  package var unfinishedLetters: [Int] = []
  /// The documents that questions cite, by name.
  package var sources: [String: Source] = [:]
  /// The tool's own words in the pack's language.
  package var words = Words()
  /// The rules for wording, added up from the pack's files.
  package var wordRules = WordRules()
  /// The phrases to listen for in people's own words.
  package var listening = Listening()
  /// The safety rules resolved so far, in the pack's order.
  package var safetyRules: [SafetyRule] = []
  /// The questions by key, including former keys (`was:`).
  package var numbers: [String: Int] = [:]

  package init(pack: String, title: String, version: String) {
    self.pack = pack
    self.title = title
    self.version = version
  }
}
