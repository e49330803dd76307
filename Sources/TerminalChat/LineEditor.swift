import CReadline
import Synchronization

/// Reads one line in a terminal, edited with GNU readline or with as little as a dumb terminal has; no history is kept.
enum LineEditor {
  enum Event: Equatable {
    case line(String)
    /// Ctrl-D on an empty line, or the terminal has gone.
    case end
    /// Ctrl-C, with what had been typed.
    case interrupted(String)
    /// PageUp, with what had been typed.
    case previous(String)
    /// A signal that ends the program, once the terminal is as it was.
    case ended(signal: Int32)
  }

  /// The state shared with the callbacks of the C library, which passes them no context.
  private struct State {
    var completions: [String] = []
    var matches: [String] = []
    var isDone = false
    var line: String?
    var askedForPrevious = false
    /// Bytes of a letter that have been read, and wait for readline to ask for them.
    var waiting: ArraySlice<UInt8> = []
  }

  private static let state = Mutex(State())

  /// Prepares the terminal once, and returns the descriptor on which signals are read.
  static func setUp(isPlain: Bool) -> Int32 {
    guard !isPlain else { return editor_signals() }
    editor_use_utf8()
    editor_set_up(
      { _ in LineEditor.nextByte() },
      { text, start, _ in LineEditor.complete(text, at: start) },
      { _, _ in
        LineEditor.state.withLock { $0.askedForPrevious = true }
        editor_finish()
        return 0
      })
    return editor_signals()
  }

  /// Reads a line that starts with the text `typed`; Tab completes the given phrases.
  static func read(
    prompt: String, typed: String, completions: [String], signals: Int32
  ) -> Event {
    state.withLock { $0 = State(completions: completions, waiting: $0.waiting) }
    begin(prompt, typed)
    while !state.withLock({ $0.isDone }) {
      let ready = wait(signals)
      let typed = text(editor_buffer())
      switch ready.signal {
      case 0: break
      case SIGWINCH: rl_resize_terminal()
      case SIGTSTP:
        rl_callback_handler_remove()
        editor_give_in(SIGTSTP)
        begin(prompt, typed)
      case let signal:
        rl_callback_handler_remove()
        return signal == SIGINT ? .interrupted(typed) : .ended(signal: signal)
      }
      if ready.hasInput { readLetter() }
    }
    return state.withLock { state in
      guard let line = state.line else { return .end }
      return state.askedForPrevious ? .previous(line) : .line(line)
    }
  }

  /// Has readline take what has come, with all the bytes of a letter.
  private static func readLetter() {
    repeat { rl_callback_read_char() } while state.withLock { !$0.waiting.isEmpty && !$0.isDone }
  }

  /// The next byte of what is typed, in UTF-8 whatever the terminal sends; below zero at the end.
  private static func nextByte() -> Int32 {
    if let byte = state.withLock({ $0.waiting.popFirst() }) { return Int32(byte) }
    var byte: UInt8 = 0
    guard editor_read_byte(&byte) == 1 else { return EOF }
    var letter = [byte]
    let length = byte < 0xC2 ? 1 : byte < 0xE0 ? 2 : byte < 0xF0 ? 3 : byte < 0xF5 ? 4 : 1
    while letter.count < length, hasMore, editor_read_byte(&byte) == 1 {
      letter.append(byte)
      if byte & 0xC0 != 0x80 { break }
    }
    let bytes = Array(String(typed: letter).utf8)
    state.withLock { $0.waiting = bytes.dropFirst() }
    return Int32(bytes.first ?? 0)
  }

  private static func begin(_ prompt: String, _ typed: String) {
    rl_callback_handler_install(prompt) { line in
      LineEditor.state.withLock {
        $0.line = line.map { LineEditor.text($0) }
        $0.isDone = true
      }
      free(line)
      rl_callback_handler_remove()
    }
    if !typed.isEmpty { editor_insert(typed) }
  }

  private static func text(_ typed: UnsafePointer<CChar>) -> String {
    String(typed: (0..<strlen(typed)).map { UInt8(bitPattern: typed[$0]) })
  }

  /// Waits for keys or a signal; the signal is 0 if there is none.
  static func wait(_ signals: Int32) -> (signal: Int32, hasInput: Bool) {
    var ready = [
      pollfd(fd: STDIN_FILENO, events: Int16(POLLIN), revents: 0),
      pollfd(fd: signals, events: Int16(POLLIN), revents: 0),
    ]
    guard poll(&ready, nfds_t(ready.count), -1) >= 0 else { return (0, false) }
    return (editor_next_signal(signals), ready[0].revents != 0)
  }

  /// Whether more has come right behind a line, as a terminal sends what is pasted; nobody types that fast.
  static var hasMore: Bool {
    var ready = pollfd(fd: STDIN_FILENO, events: Int16(POLLIN), revents: 0)
    let milliseconds: Int32 = 20
    return poll(&ready, 1, milliseconds) > 0 && ready.revents & Int16(POLLIN) != 0
  }

  /// The matches in readline's form: their common beginning, then each match, then null.
  private static func complete(
    _ text: UnsafePointer<CChar>?, at start: Int32
  ) -> UnsafeMutablePointer<UnsafeMutablePointer<CChar>?>? {
    editor_only_ours()
    guard let text else { return nil }
    let typed = String(cString: text)
    let lead = String(typed.prefix { $0 == " " })
    let wanted = typed.dropFirst(lead.count).lowercased()
    state.withLock { state in
      state.matches = state.completions.filter { $0.lowercased().hasPrefix(wanted) }
        .map { lead + $0 }
    }
    return rl_completion_matches(text) { _, index in
      LineEditor.state.withLock { state in
        guard state.matches.indices.contains(Int(index)) else { return nil }
        return strdup(state.matches[Int(index)])
      }
    }
  }
}
