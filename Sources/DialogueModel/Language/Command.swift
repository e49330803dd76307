/// Something that can be typed instead of an answer.
package struct Command: Sendable {
  /// The name of the command in the language file; the tool's own are named as `Action` has them.
  package var id: String
  /// The ways of typing the command.
  package var words: [String]
  /// The command's line in the list of commands.
  package var help: String
  /// What one of the pack's own commands says; nil for one that answers a question, and for the tool's.
  package var says: Text?
  /// What one of the pack's own commands answers; nil for a command that answers nothing.
  package var answering: Answering?
  /// What the tool does for its own command; nil for a command of the pack.
  package var action: Action? {
    let action = Action(rawValue: id)
    // What to look at again is for the pack to say; the tool adds better wordings.
    return answering == nil && (says == nil || action == .checkLetter) ? action : nil
  }

  /// The question that a command answers, wherever it is typed.
  package struct Answering: Hashable, Sendable {
    /// The question that the command answers.
    package var question: Int
    /// The option that the command chooses, by its number from 0.
    package var option: Int
    /// The text question that takes what is typed after the command's words; nil if nothing may follow.
    package var then: Int?

    package init(question: Int, option: Int, then: Int?) {
      self.question = question
      self.option = option
      self.then = then
    }
  }

  /// The commands that the tool carries out itself, by the names that language files use.
  package enum Action: String, Sendable, CaseIterable {
    case help, why
    case whatToDo = "what-to-do"
    case back, undo, redo, review, change, add, draft, news
    case checkLetter = "check-letter"
    case save, copy, print, pseudonymise, sent, note, glossary, resume, clear, quit
  }

  package init(id: String, words: [String], help: String, says: Text?) {
    self.id = id
    self.words = words
    self.help = help
    self.says = says
  }
}
