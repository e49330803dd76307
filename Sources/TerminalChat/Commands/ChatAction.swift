import DialogueModel

/// What a command of the chat does, whichever words the pack gives it.
///
/// Each has its own file.
protocol ChatAction: Sendable {
  static var action: Command.Action { get }
  /// Carries out the command and returns what is then said.
  static func carryOut(_ argument: String, in chat: inout Chat) -> [String]
}

/// All actions that a command can have.
let chatActions: [any ChatAction.Type] = [
  Help.self, Why.self, ShowWhatToDo.self, Back.self, Undo.self, Redo.self, Review.self, Change.self,
  Add.self,
  ShowDraft.self, News.self, CheckLetter.self, Save.self, Copy.self, Print.self,
  ShowPseudonymised.self, SayWhereSent.self, AddNote.self, ShowGlossary.self, Resume.self,
  ClearScreen.self, Quit.self,
]
