/// What a script is made of, while a compiler puts it together.
package struct ScriptParts: Sendable {
  package var pack: String
  package var title: String
  package var version: String
  package var approval: Approval?
  package var questions: [Question] = []
  package var localCount = 0
  package var localAnswers: [Int: Answer] = [:]
  package var localNamings: [String: String] = [:]
  package var notes: Int?
  package var steps: [Step] = []
  package var blocks: [Range<Int>] = []
  package var entry = 0
  package var watches: [Watch] = []
  package var watchers: [[Int]] = []
  package var outcomes: [Outcome] = []
  package var standing: [StandingLine] = []
  package var letters: [Letter] = []
  package var unfinishedLetters: [Int] = []
  package var sources: [String: Source] = [:]
  package var words = Words()
  package var wordRules = WordRules()
  package var safetyRules: [SafetyRule] = []
  package var numbers: [String: Int] = [:]

  package init(pack: String, title: String, version: String) {
    self.pack = pack
    self.title = title
    self.version = version
  }
}
