import CReadline
package import DialogueEngine
import DialogueModel

/// The chat in a terminal, with line editing.
package struct TerminalChat {
  private var chat: Chat
  /// What had been typed when a question was left without an answer, by question.
  private var unsent: [Int: String] = [:]

  /// The columns of the window, asked for again before each write; nil when unknown.
  private let columns: () -> Int?
  /// The minute of the day that a letter gives if it is written now; nil to give only the day.
  private let minute: () -> Int?
  /// Whether the terminal can only print characters, without moving the cursor.
  private let isPlain: Bool
  private let output: (String) -> Void
  private let desk: Desk

  /// A chat for this conversation; `machine` names the computer if it isn't the user's own.
  ///
  /// A trial is marked as not for use. Everything shown goes to `output`, and `desk` does errands.
  package init(
    _ conversation: Conversation, machine: String?, isTrial: Bool = false, isPlain: Bool,
    columns: @escaping () -> Int?, minute: @escaping () -> Int? = { nil }, folder: String = ".",
    desk: @escaping Desk = { _ in .failed("") }, output: @escaping (String) -> Void
  ) {
    chat = Chat(conversation, machine: machine, isTrial: isTrial, folder: folder)
    self.desk = desk
    self.isPlain = isPlain
    self.columns = columns
    self.minute = minute
    self.output = output
  }

  private func write(_ text: String) {
    output(columns().map { text.wrapped(to: $0) } ?? text)
  }

  /// Asks and answers until the user leaves.
  package mutating func run() -> ChatEnd {
    let signals = LineEditor.setUp(isPlain: isPlain)
    write(chat.opening + "\n")
    var wasInterrupted = false
    /// The lines of a paste so far, in a terminal that does not mark where a paste begins and ends.
    var pasted: [String] = []
    while !chat.isOver {
      let question = chat.conversation.question ?? -1
      let event = read(
        typed: unsent.removeValue(forKey: question) ?? "", completions: chat.completions, signals)
      chat.conversation.minute = minute()
      let isSecond = wasInterrupted
      wasInterrupted = false
      if case .line = event {
      } else if !pasted.isEmpty {
        take(pasted)
        pasted = []
      }
      switch event {
      case .line(let line):
        if chat.takesPastes, LineEditor.hasMore {
          pasted.append(line)
          continue
        }
        take(pasted + [line])
        pasted = []
      case .previous(let typed):
        unsent[question] = typed
        write("\n" + chat.goBack() + "\n")
      case .interrupted(let typed):
        write("\n")
        if isSecond {
          for line in chat.conversation.standing { write(line + "\n") }
          return ChatEnd(conversation: chat.conversation, isDraftShown: false)
        }
        wasInterrupted = true
        unsent[question] = typed
        write(chat.withStanding(chat.standing) + "\n")
      case .ended(let signal):
        // Nobody can read on in a terminal that has gone.
        let end = ChatEnd(conversation: chat.conversation, isDraftShown: false)
        if signal != SIGHUP, let words = end.words { write("\n" + words + "\n") }
        editor_give_in(signal)
        return end
      case .end:
        write("\n" + chat.end() + "\n")
        let isShown = offerDraft(signals)
        return ChatEnd(conversation: chat.conversation, isDraftShown: isShown)
      }
    }
    if !chat.conversation.isFinished { write("\n" + chat.leave() + "\n") }
    return ChatEnd(conversation: chat.conversation)
  }

  /// Takes the lines that came together; if they end with an empty one, that ends an answer of several lines.
  private mutating func take(_ lines: [String]) {
    var lines = lines
    let ends = lines.count > 1 && lines.last?.isEmpty == true
    if ends { lines.removeLast() }
    takeOne(lines.joined(separator: "\n"))
    if ends, chat.isInLines { takeOne("") }
  }

  private mutating func takeOne(_ line: String) {
    var said = chat.take(line)
    if let errand = chat.errand { said += chat.tell(desk(errand)) }
    if chat.clearsScreen { clear() }
    if !said.isEmpty { write("\n" + said + "\n") }
  }

  private func read(
    typed: String, completions: [String], _ signals: Int32
  ) -> LineEditor.Event {
    let prompt = chat.words(.prompt)
    return isPlain
      ? LineEditor.readPlainly(prompt: prompt, typed: typed, signals: signals, write: output)
      : LineEditor.read(
        prompt: prompt, typed: typed, completions: completions, signals: signals)
  }

  /// After Ctrl-D, shows a draft only if the user asks for it; returns whether one was shown.
  private mutating func offerDraft(_ signals: Int32) -> Bool {
    write(chat.withStanding(chat.words(.offerDraft)) + "\n")
    let event = read(typed: "", completions: chat.words[.showDraft], signals)
    guard case .line(let line) = event, chat.conversation.understands(line, as: .showDraft) else {
      return false
    }
    write("\n" + chat.leave() + "\n")
    return true
  }

  /// Clears the window and its scrollback.
  private func clear() {
    if isPlain {
      write("\n" + chat.words(.cannotClear) + "\n")
    } else {
      output("\u{1B}[H\u{1B}[2J\u{1B}[3J")
      write(chat.words(.cleared) + "\n")
    }
  }
}
