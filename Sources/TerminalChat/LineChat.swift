package import DialogueEngine
import DialogueModel

/// The chat over plain lines, which needs no terminal at either end.
package struct LineChat {
  private var chat: Chat

  /// The columns of the window that shows the chat; nil without a window.
  private let columns: () -> Int?
  /// The minute of the day that a letter gives if it is written now; nil to give only the day.
  private let minute: () -> Int?
  private let desk: Desk

  /// A chat for this conversation; `machine` names the computer if it isn't the user's own.
  ///
  /// A trial is marked as not for use, `columns` is asked for again before each write, and `desk` does errands.
  package init(
    _ conversation: Conversation, machine: String?, isTrial: Bool = false,
    columns: @escaping () -> Int?, minute: @escaping () -> Int? = { nil }, folder: String = ".",
    desk: @escaping Desk = { _ in .failed("") }
  ) {
    chat = Chat(conversation, machine: machine, isTrial: isTrial, folder: folder)
    self.desk = desk
    self.columns = columns
    self.minute = minute
  }

  /// Asks and answers until the input ends or the user leaves.
  ///
  /// Piped lines are echoed after the prompt, as a terminal would show them. With a pipe, reading stops at the
  /// first line that is not understood, so that no later line answers a question it was not meant for.
  package mutating func run(
    isPiped: Bool, readLine: () -> String?, write output: (String) -> Void
  ) -> ChatEnd {
    let columns = columns
    func write(_ text: String) { output(columns().map { text.wrapped(to: $0) } ?? text) }
    let prompt = chat.words(.prompt)
    write(chat.opening + "\n")
    output(prompt)
    var number = 0
    var stop: (line: Int, why: Phrase)?
    while !chat.isOver, stop == nil, let line = readLine() {
      number += 1
      if isPiped { output(line.withControlsVisible + "\n") }
      chat.conversation.minute = minute()
      var said = chat.take(line)
      if let errand = chat.errand { said += chat.tell(desk(errand)) }
      if chat.clearsScreen { write("\n" + chat.words(.cannotClear) + "\n") }
      if !said.isEmpty { write("\n" + said + "\n") }
      if isPiped, let miss = chat.miss { stop = (number, miss) }
      if !chat.isOver { output(prompt) }
    }
    if !chat.isOver { write("\n") }
    let said = chat.end()
    if !said.isEmpty { write(said + "\n") }
    if isPiped, stop == nil, let miss = chat.miss { stop = (number, miss) }
    if isPiped, chat.hasUnshownNote {
      write("\n" + chat.withStanding(chat.drafts().joined(separator: "\n\n")) + "\n")
    }
    if !chat.conversation.isFinished { write("\n" + chat.leave() + "\n") }
    return ChatEnd(conversation: chat.conversation, stop: stop)
  }
}
