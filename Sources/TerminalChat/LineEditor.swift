import CReadline
import Synchronization

/// Reads one line in a terminal, edited with GNU readline; it keeps no history.
enum LineEditor {
  enum Event: Equatable {
    case line(String)
    /// Ctrl-D on an empty line, or the terminal has gone.
    case end
    /// Ctrl-C, with what had been typed.
    case interrupted(String)
    /// PageUp, with what had been typed.
    case previous(String)
  }

  /// The state shared with the callbacks of the C library, which passes them no context.
  private struct State {
    var completions: [String] = []
    var matches: [String] = []
    var isDone = false
    var line: String?
    var askedForPrevious = false
  }

  private static let state = Mutex(State())

  /// Prepares the terminal once, and returns the descriptor on which signals are read.
  ///
  /// A dumb terminal can't move its cursor, so its lines are left to the system's own editing.
  static func setUp(isDumb: Bool) -> Int32 {
    guard !isDumb else { return editor_signals() }
    editor_use_utf8()
    editor_set_up(
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
    state.withLock {
      $0 = State()
      $0.completions = completions
    }
    rl_callback_handler_install(prompt) { line in
      LineEditor.state.withLock {
        $0.line = line.map { String(cString: $0) }
        $0.isDone = true
      }
      free(line)
      rl_callback_handler_remove()
    }
    if !typed.isEmpty { editor_insert(typed) }
    while !state.withLock({ $0.isDone }) {
      var ready = [
        pollfd(fd: STDIN_FILENO, events: Int16(POLLIN), revents: 0),
        pollfd(fd: signals, events: Int16(POLLIN), revents: 0),
      ]
      guard poll(&ready, nfds_t(ready.count), -1) >= 0 else { continue }
      switch editor_next_signal(signals) {
      case SIGINT:
        let typed = String(cString: editor_buffer())
        rl_callback_handler_remove()
        return .interrupted(typed)
      case SIGWINCH: rl_resize_terminal()
      default: break
      }
      if ready[0].revents != 0 { rl_callback_read_char() }
    }
    return state.withLock { state in
      guard let line = state.line else { return .end }
      return state.askedForPrevious ? .previous(line) : .line(line)
    }
  }

  /// Reads a line without editing it: the text arrives when Enter is pressed.
  static func readPlainly(prompt: String, signals: Int32, write: (String) -> Void) -> Event {
    write(prompt)
    var line: [UInt8] = []
    while true {
      var ready = [
        pollfd(fd: STDIN_FILENO, events: Int16(POLLIN), revents: 0),
        pollfd(fd: signals, events: Int16(POLLIN), revents: 0),
      ]
      guard poll(&ready, nfds_t(ready.count), -1) >= 0 else { continue }
      if editor_next_signal(signals) == SIGINT { return .interrupted("") }
      guard ready[0].revents != 0 else { continue }
      var byte: UInt8 = 0
      guard editor_read_byte(&byte) == 1 else {
        return line.isEmpty ? .end : .line(String(decoding: line, as: UTF8.self))
      }
      if byte == 0x0A { return .line(String(decoding: line, as: UTF8.self)) }
      line.append(byte)
    }
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
