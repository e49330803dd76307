import CReadline

/// Lines in a terminal that can only print.
///
/// Keys are read one by one: the terminal's own lines would end at 4,095 bytes.
extension LineEditor {
  /// Reads a line that starts with the text `typed`.
  static func readPlainly(
    prompt: String, typed: String, signals: Int32
  ) -> Event {
    var line = PlainLine(typed: typed)
    var lineMode = termios()
    guard tcgetattr(STDIN_FILENO, &lineMode) == 0 else { return .end }
    var keyMode = editor_by_keys(lineMode)
    func write(_ text: String) {
      let bytes = Array(text.utf8)
      editor_write(bytes, bytes.count)
    }
    func begin() {
      tcsetattr(STDIN_FILENO, TCSADRAIN, &keyMode)
      write(prompt + String(typed: line.bytes))
    }
    func restore() { tcsetattr(STDIN_FILENO, TCSADRAIN, &lineMode) }
    begin()
    defer { restore() }
    while true {
      let ready = wait(signals)
      switch ready.signal {
      case 0, SIGWINCH: break
      case SIGTSTP:
        restore()
        editor_give_in(SIGTSTP)
        begin()
      case SIGINT: return .interrupted(String(typed: line.bytes))
      case let signal: return .ended(signal: signal)
      }
      guard ready.hasInput else { continue }
      var byte: UInt8 = 0
      guard editor_read_byte(&byte) == 1 else { return .end }
      switch line.take(byte) {
      case .more(let printed): editor_write(printed, printed.count)
      case .anew: write("\n" + prompt)
      case .done:
        write("\n")
        return .line(String(typed: line.bytes))
      case .previous: return .previous(String(typed: line.bytes))
      case .end: return .end
      }
    }
  }
}
