import CReadline
package import DialogueEngine
import DialogueModel

/// The chat in a terminal, with line editing.
package struct TerminalChat {
  private var chat: Chat
  /// What had been typed when a question was left without an answer, by question.
  private var unsent: [Int: String] = [:]

  private let hands: ChatHands
  /// The kept conversation to go on with; nil to begin one.
  private let kept: Resumption?
  /// Whether the terminal can only print characters, without moving the cursor.
  private let isPlain: Bool
  private let output: (String) -> Void
  /// What was typed or happened while a letter was shown a screen at a time, and is for the chat.
  private var waiting: LineEditor.Event?

  /// A chat for this conversation, or for the kept one that it goes on with; everything shown goes to `output`.
  package init(
    _ conversation: Conversation, in world: ChatWorld, hands: ChatHands, resuming kept: Resumption?,
    isPlain: Bool, output: @escaping (String) -> Void
  ) {
    chat = Chat(conversation, in: world)
    self.hands = hands
    self.kept = kept
    self.isPlain = isPlain
    self.output = output
  }

  private func write(_ text: String) {
    output(hands.columns().map { text.wrapped(to: $0) } ?? text)
  }

  /// Asks and answers until the user leaves.
  package mutating func run() -> ChatEnd {
    let signals = LineEditor.setUp(isPlain: isPlain)
    let opening = kept.map { chat.resume($0) } ?? chat.opening
    write(hands.finish(opening, of: &chat) + "\n")
    var wasInterrupted = false
    /// The lines of a paste so far, in a terminal that does not mark where a paste begins and ends.
    var pasted: [String] = []
    while !chat.isOver {
      let question = chat.conversation.question ?? -1
      let event =
        waiting.take()
        ?? read(
          typed: unsent.removeValue(forKey: question) ?? "", completions: chat.completions, signals)
      chat.conversation.minute = hands.minute()
      let isSecond = wasInterrupted
      wasInterrupted = false
      if case .line = event {
      } else if !pasted.isEmpty {
        take(pasted, signals)
        pasted = []
      }
      switch event {
      case .line(let line):
        if chat.takesPastes, LineEditor.hasMore {
          pasted.append(line)
          continue
        }
        take(pasted + [line], signals)
        pasted = []
      case .previous(let typed):
        unsent[question] = typed
        write("\n" + hands.finish(chat.goBack(), of: &chat) + "\n")
      case .interrupted(let typed):
        write("\n")
        if isSecond {
          for line in chat.conversation.standing { write(line + "\n") }
          return ChatEnd(
            conversation: chat.conversation, isDraftShown: false, keptAs: chat.keptAs)
        }
        wasInterrupted = true
        unsent[question] = typed
        write(chat.withStanding(chat.standing) + "\n")
      case .ended(let signal):
        // Nobody can read on in a terminal that has gone.
        let end = ChatEnd(
          conversation: chat.conversation, isDraftShown: false, keptAs: chat.keptAs)
        if signal != SIGHUP, let words = end.words { write("\n" + words + "\n") }
        editor_give_in(signal)
        return end
      case .end:
        write("\n" + hands.finish(chat.end(), of: &chat) + "\n")
        let isShown = offerDraft(signals)
        return ChatEnd(
          conversation: chat.conversation, isDraftShown: isShown, keptAs: chat.keptAs)
      }
    }
    if !chat.conversation.isFinished { write("\n" + hands.finish(chat.leave(), of: &chat) + "\n") }
    return ChatEnd(conversation: chat.conversation, keptAs: chat.keptAs)
  }

  /// Takes the lines that came together; if they end with an empty one, that ends an answer of several lines.
  private mutating func take(_ lines: [String], _ signals: Int32) {
    var lines = lines
    let ends = lines.count > 1 && lines.last?.isEmpty == true
    if ends { lines.removeLast() }
    takeOne(lines.joined(separator: "\n"), signals)
    if ends, chat.isInLines { takeOne("", signals) }
  }

  private mutating func takeOne(_ line: String, _ signals: Int32) {
    let said = hands.finish(chat.take(line), of: &chat)
    if chat.clearsScreen { clear() }
    if !said.isEmpty { show("\n" + said + "\n", signals) }
  }

  /// Shows a page; a letter that is longer than the window, and any page that is far longer, comes a screen at a time,
  /// up to what is typed instead.
  private mutating func show(_ page: String, _ signals: Int32) {
    let text = hands.columns().map { page.wrapped(to: $0) } ?? page
    let lines = text.split(separator: "\n", omittingEmptySubsequences: false)
    guard !isPlain, let rows = hands.rows(), rows > 8, lines.count > rows,
      lines.count > rows * 3 / 2 || page.contains(chat.words(.letterEnd))
    else { return output(text) }
    var at = 0
    while at < lines.count {
      let end = min(lines.count, at + rows - 2)
      output(lines[at..<end].joined(separator: "\n") + (end < lines.count ? "\n" : ""))
      at = end
      guard at < lines.count else { return }
      write(chat.words(.more) + "\n")
      let event = read(typed: "", completions: [], signals)
      if case .line(let line) = event {
        if line.trimmed.isEmpty { continue }
        if line.trimmed.lowercased() == "q" { return write("\n" + chat.question + "\n") }
      }
      waiting = event
      return
    }
  }

  private func read(
    typed: String, completions: [String], _ signals: Int32
  ) -> LineEditor.Event {
    let prompt = chat.words(.prompt)
    return isPlain
      ? LineEditor.readPlainly(prompt: prompt, typed: typed, signals: signals)
      : LineEditor.read(
        prompt: prompt, typed: typed, completions: completions, signals: signals)
  }

  /// After Ctrl-D, shows a draft only if the user asks for it; returns whether one was shown.
  private mutating func offerDraft(_ signals: Int32) -> Bool {
    write(chat.withStanding(chat.words(chat.keptAs == nil ? .offerDraft : .offerDraftKept)) + "\n")
    let event = read(typed: "", completions: chat.words[.showDraft], signals)
    guard case .line(let line) = event, chat.conversation.understands(line, as: .showDraft) else {
      return false
    }
    write("\n" + hands.finish(chat.leave(), of: &chat) + "\n")
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
