import Foundation
import TerminalChat

/// Asks for passphrases in the terminal, which shows nothing of what is typed for as long as this lives.
final class Passphrase {
  /// The fewest characters of a new one: three or four words have more.
  static let fewest = 12
  /// What is asked for where the cases of this machine are meant.
  static let ofCases = "Your passphrase (it is not shown; Enter alone: leave it):"

  private let terminal: Int32
  private var before = termios()

  /// Takes over the terminal; nil where there is none.
  init?() {
    terminal = open("/dev/tty", O_RDWR | O_CLOEXEC)
    guard terminal >= 0, tcgetattr(terminal, &before) == 0 else {
      Output.complain("A passphrase can only be typed in a terminal.")
      return nil
    }
    // Signals come as letters, so that the terminal is never left without its echo.
    var quiet = before
    quiet.c_lflag &= ~tcflag_t(ECHO | ICANON | ISIG)
    tcsetattr(terminal, TCSAFLUSH, &quiet)
  }

  deinit {
    tcsetattr(terminal, TCSADRAIN, &before)
    close(terminal)
  }

  /// A new passphrase, typed twice, for what `words` ask for; nil if the person would rather not.
  func new(_ words: String) -> String? {
    while true {
      guard let first = known(words) else { return nil }
      guard first.count >= Self.fewest else {
        say("That has \(first.count) characters, and needs \(Self.fewest).")
        continue
      }
      say("Once more:")
      guard let second = line() else { return nil }
      if first == second { return first }
      say("Those two are not the same.")
    }
  }

  /// A passphrase that is known; nil if the person would rather not.
  func known(_ words: String) -> String? {
    say(words)
    return line().flatMap { $0.isEmpty ? nil : $0 }
  }

  /// Says a line in the terminal, wherever else the program's words go.
  func say(_ text: String) {
    let wrapped = Window.columns(of: terminal).map { text.wrapped(to: $0) } ?? text
    _ = BlockingIO.write(Data((wrapped + "\n").utf8), to: terminal)
  }

  /// Forgets what was typed ahead, so that a passphrase is not shown where something else is asked.
  func forgetTypedAhead() { tcflush(terminal, TCIFLUSH) }

  /// The line that is typed; nil after Ctrl-C or Ctrl-D.
  private func line() -> String? {
    var bytes: [UInt8] = []
    while true {
      var byte: UInt8 = 0
      let count = read(terminal, &byte, 1)
      if count < 0, errno == EINTR { continue }
      guard count == 1 else { return nil }
      switch byte {
      case 0x0A, 0x0D: return String(typed: bytes)
      case 0x03, 0x04: return nil
      case 0x08, 0x7F: takeBack(&bytes)
      case 0x15: bytes = []
      default: bytes.append(byte)
      }
    }
  }

  /// Takes back the last letter, with all its bytes.
  private func takeBack(_ bytes: inout [UInt8]) {
    while let last = bytes.popLast(), last & 0xC0 == 0x80 {}
  }
}
