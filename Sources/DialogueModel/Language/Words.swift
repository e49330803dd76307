/// The tool's own words, which every pack brings: what it says and what it understands.
package struct Words: Sendable {
  package var language = ""
  package var phrases: [Phrase: Wording] = [:]
  package var lists: [WordList: [String]] = [:]
  /// For each month, and each weekday from Monday, its names; the first is printed.
  package var months: [[String]] = []
  package var weekdays: [[String]] = []
  package var commands: [Command] = []

  package init() {}

  package subscript(list: WordList) -> [String] { lists[list] ?? [] }

  /// A phrase with its arguments filled in.
  package func callAsFunction(_ phrase: Phrase, _ arguments: [String: String] = [:]) -> String {
    phrases[phrase]?.filled(with: arguments) ?? ""
  }
}

/// A phrase's words with the names of its arguments.
package struct Wording: Hashable, Sendable {
  package var pieces: [Piece]

  package enum Piece: Hashable, Sendable {
    case words(String)
    case argument(String)
  }

  package init(_ pieces: [Piece]) {
    self.pieces = pieces
  }

  package func filled(with arguments: [String: String]) -> String {
    pieces.map { piece in
      switch piece {
      case .words(let words): words
      case .argument(let name): arguments[name] ?? ""
      }
    }.joined()
  }
}

/// Something a person can type instead of an answer.
package struct Command: Sendable {
  package var id: String
  package var words: [String]
  package var help: String
  /// What the pack's own commands say; nil for the tool's.
  package var says: Text?
  /// What the pack's own commands answer; nil for those that answer nothing.
  package var answering: Answering?
  package var action: Action? {
    says == nil && answering == nil ? Action(rawValue: id) : nil
  }

  /// A question that a command answers, wherever it is typed.
  package struct Answering: Hashable, Sendable {
    package var question: Int
    package var option: Int
    /// The text question that takes what is typed after the command's words.
    package var then: Int?

    package init(question: Int, option: Int, then: Int?) {
      self.question = question
      self.option = option
      self.then = then
    }
  }

  package enum Action: String, Sendable, CaseIterable {
    case help, why, back, review, change, draft, note, glossary, clear, quit
  }

  package init(id: String, words: [String], help: String, says: Text?) {
    self.id = id
    self.words = words
    self.help = help
    self.says = says
  }
}

/// The lists of words the tool understands.
package enum WordList: String, Sendable, CaseIterable {
  case yes, no
  /// What may follow a yes or a no, since it says the same: "she is", "she isn't".
  case afterYes = "after-yes"
  case afterNo = "after-no"
  /// What says nothing: "thank you", "sorry".
  case courtesy
  case notKnown = "not-known"
  /// What may be around "not known" in a text: "at the moment".
  case filler
  case toFindOut = "to-find-out"
  case skip
  case all, none
  /// What may come between two options: "and".
  case between
  /// What may come before an option: "the".
  case articles
  /// What may be around a number: "years old".
  case aroundNumber = "around-number"
  /// What may come between the old and the new name of an item: "to".
  case renameTo = "rename-to"
  /// Edits of a typed list: "remove 2", "rename 2 to Kim", "restore 2", and that it is complete.
  case remove, rename, restore
  case listDone = "list-done"
  /// That a typed list has no items, and what may follow: "no one", "that I know of".
  case noOne = "no-one"
  case afterNoOne = "after-no-one"
  /// What is no one's own words where these are asked for: "none", "as above".
  case noWords = "no-words"
  /// What agrees to a change or leaves things as they were; no question has such an option.
  case changeIt = "change-it"
  case leaveIt = "leave-it"
  /// What is to become of longer words that were there: "replace", "add", "keep".
  case replaceIt = "replace-it"
  case addIt = "add-it"
  case keepIt = "keep-it"
  /// What asks for the draft on leaving.
  case showDraft = "show-draft"
  case today, yesterday, tomorrow
  /// What may be said with a day and changes nothing: "on", "of".
  case beforeDate = "before-date"
  /// What may hang on the figures of a day: "th".
  case dayEnding = "day-ending"
  /// What says which week a weekday is of: "last", "next", "this".
  case lastWeek = "last-week"
  case nextWeek = "next-week"
  case thisWeek = "this-week"
  case midday, midnight
  /// What says which half of the day a time is of: "am", "pm".
  case beforeMidday = "before-midday"
  case afterMidday = "after-midday"
  /// What may be said before a time and changes nothing: "at".
  case beforeTime = "before-time"
}
