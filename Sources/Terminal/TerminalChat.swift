import DialogueScript
package import Screening

/// The chat in a terminal, typed with line editing.
package struct TerminalChat {
  private var chat: Chat
  /// What had been typed when a question was left without an answer, by question.
  private var unsent: [Int: String] = [:]

  package init(_ conversation: Conversation) {
    chat = Chat(conversation)
  }

  /// Asks and answers until the person leaves; returns the conversation as it then stands.
  package mutating func run(write: (String) -> Void) -> Conversation {
    let signals = LineEditor.setUp()
    write(chat.opening + "\n")
    var wasInterrupted = false
    while !chat.isOver {
      let question = chat.conversation.question ?? -1
      let event = LineEditor.read(
        prompt: chat.words(.prompt), typed: unsent.removeValue(forKey: question) ?? "",
        completions: chat.completions, signals: signals)
      let isSecond = wasInterrupted
      wasInterrupted = false
      switch event {
      case .line(let line):
        let said = chat.take(line)
        if !said.isEmpty { write("\n" + said + "\n") }
      case .previous(let typed):
        unsent[question] = typed
        write("\n" + chat.goBack() + "\n")
      case .interrupted(let typed):
        write("\n")
        if isSecond { return chat.conversation }
        wasInterrupted = true
        unsent[question] = typed
        write(chat.standing + "\n")
      case .end:
        write("\n" + chat.end() + "\n")
        offerDraft(signals, write)
        return chat.conversation
      }
    }
    if !chat.conversation.isFinished { write("\n" + chat.letters.joined(separator: "\n\n") + "\n") }
    return chat.conversation
  }

  /// Someone leaves with Ctrl-D: nothing is shown on the screen unless it is asked for.
  private func offerDraft(_ signals: Int32, _ write: (String) -> Void) {
    write(chat.words(.offerDraft) + "\n")
    let event = LineEditor.read(
      prompt: chat.words(.prompt), typed: "", completions: chat.words[.yes] + chat.words[.no],
      signals: signals)
    if case .line(let line) = event, chat.conversation.understandYesNo(line) == true {
      write("\n" + chat.letters.joined(separator: "\n\n") + "\n")
    }
  }
}
