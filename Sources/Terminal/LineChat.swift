import DialogueScript
package import Screening

/// The chat over plain lines: no terminal is needed at either end.
package struct LineChat {
  private var chat: Chat

  package init(_ conversation: Conversation, machine: String? = nil) {
    chat = Chat(conversation, machine: machine)
  }

  /// Asks and answers until the input ends or the person leaves; returns the conversation as it then stands.
  ///
  /// A transcript shows what was typed, so typed lines are written after the prompt unless the terminal
  /// has shown them already.
  package mutating func run(
    echoes: Bool, readLine: () -> String?, write: (String) -> Void
  ) -> Conversation {
    let prompt = chat.words(.prompt)
    write(chat.opening + "\n" + prompt)
    while !chat.isOver, let line = readLine() {
      if echoes { write(line.withControlsVisible + "\n") }
      let said = chat.take(line)
      if chat.clearsScreen { write("\n" + chat.words(.cannotClear) + "\n") }
      if !said.isEmpty { write("\n" + said + "\n") }
      if !chat.isOver { write(prompt) }
    }
    if !chat.isOver { write("\n") }
    let said = chat.end()
    if !said.isEmpty { write(said + "\n") }
    if !chat.conversation.isFinished { write("\n" + chat.letters.joined(separator: "\n\n") + "\n") }
    return chat.conversation
  }
}
