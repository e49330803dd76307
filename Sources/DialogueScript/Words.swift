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
  case notKnown = "not-known"
  case toFindOut = "to-find-out"
  case skip
  case all, none
  /// What may stand between two options: "and".
  case between
  /// Words that say nothing by themselves, and those that turn a meaning round.
  case small, negation
  /// What may stand around a number: "about", "years old".
  case aroundNumber = "around-number"
  /// What may stand between the old and the new name of an item: "to".
  case renameTo = "rename-to"
  /// Edits of a typed list: "remove 2", "rename 2 to Kim", "restore 2", and that it is complete.
  case remove, rename, restore
  case listDone = "list-done"
  case today, yesterday, tomorrow
  /// What may stand before a weekday: "on", "last".
  case beforeDate = "before-date"
}
