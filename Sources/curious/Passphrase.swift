import Foundation
import TerminalChat

/// Asks for a passphrase in the terminal, without showing what is typed.
enum Passphrase {
  /// The fewest characters of a new one: three or four words have more.
  static let fewest = 12

  /// A new passphrase, typed twice; nil if the person would rather not.
  static func new(
    _ words: String =
      "Make up a passphrase of at least \(fewest) characters; three or four words do well. It is not shown, and without it nothing can be opened. Enter alone: store nothing."
  ) -> String? {
    while true {
      guard let first = ask(words), !first.isEmpty
      else { return nil }
      guard first.count >= fewest else {
        say("That has \(first.count) characters, and needs \(fewest).")
        continue
      }
      guard let second = ask("Once more:") else { return nil }
      if first == second { return first }
      say("Those two are not the same.")
    }
  }

  /// A passphrase that is known; nil if the person would rather not.
  static func known(_ words: String = "Your passphrase (it is not shown; Enter alone: leave it):")
    -> String?
  {
    ask(words).flatMap { $0.isEmpty ? nil : $0 }
  }

  /// Says a line in the terminal, wherever else the program's words go.
  static func say(_ text: String) {
    let terminal = open("/dev/tty", O_WRONLY | O_CLOEXEC)
    guard terminal >= 0 else { return Output.complain(text) }
    defer { close(terminal) }
    let wrapped = Window.columns(of: terminal).map { text.wrapped(to: $0) } ?? text
    _ = BlockingIO.write(Data((wrapped + "\n").utf8), to: terminal)
  }

  /// The line that is typed; nil after Ctrl-C, Ctrl-D or without a terminal.
  private static func ask(_ words: String) -> String? {
    let terminal = open("/dev/tty", O_RDWR | O_CLOEXEC)
    guard terminal >= 0 else {
      say("A passphrase can only be typed in a terminal.")
      return nil
    }
    defer { close(terminal) }
    var before = termios()
    guard tcgetattr(terminal, &before) == 0 else { return nil }
    // Signals come as letters, so that the terminal is never left without its echo.
    var quiet = before
    quiet.c_lflag &= ~tcflag_t(ECHO | ICANON | ISIG)
    tcsetattr(terminal, TCSAFLUSH, &quiet)
    defer { tcsetattr(terminal, TCSAFLUSH, &before) }
    // Asked only now, so that nothing typed in answer is shown.
    say(words)
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
  private static func takeBack(_ bytes: inout [UInt8]) {
    while let last = bytes.popLast(), last & 0xC0 == 0x80 {}
  }
}
