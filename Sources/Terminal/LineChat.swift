import DialogueScript
package import Screening

/// The chat over plain lines: no terminal is needed at either end.
package struct LineChat {
  private var chat: Chat

  /// Columns of the window it is shown in; nil where there is none.
  private let columns: () -> Int?

  package init(
    _ conversation: Conversation, machine: String?, isTrial: Bool = false,
    columns: @escaping () -> Int?
  ) {
    chat = Chat(conversation, machine: machine, isTrial: isTrial)
    self.columns = columns
  }

  /// Asks and answers until the input ends or the person leaves; returns the conversation as it then stands.
  ///
  /// A transcript shows what was typed, so typed lines are written after the prompt unless the terminal
  /// has shown them already.
  package mutating func run(
    echoes: Bool, readLine: () -> String?, write output: (String) -> Void
  ) -> Conversation {
    let columns = columns
    func write(_ text: String) { output(columns().map { text.wrapped(to: $0) } ?? text) }
    let prompt = chat.words(.prompt)
    write(chat.opening + "\n")
    output(prompt)
    while !chat.isOver, let line = readLine() {
      if echoes { output(line.withControlsVisible + "\n") }
      let said = chat.take(line)
      if chat.clearsScreen { write("\n" + chat.words(.cannotClear) + "\n") }
      if !said.isEmpty { write("\n" + said + "\n") }
      if !chat.isOver { output(prompt) }
    }
    if !chat.isOver { write("\n") }
    let said = chat.end()
    if !said.isEmpty { write(said + "\n") }
    if !chat.conversation.isFinished { write("\n" + chat.leaving + "\n") }
    return chat.conversation
  }
}
