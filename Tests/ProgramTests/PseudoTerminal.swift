import Foundation

/// The built program in a real pseudo-terminal, to type keys and read its output.
final class PseudoTerminal {
  private let master: Int32
  private let process = Process()
  private(set) var output = ""
  /// The position up to which `expect` has read.
  private var mark: String.Index

  /// Starts the program in a terminal of this size, as its controlling terminal, so that Ctrl-C is
  /// a signal.
  init(
    _ arguments: [String], columns: Int = 500, rows: Int = 1000,
    environment: [String: String] = [:],
    through wrapper: [String] = []
  ) throws {
    mark = output.startIndex
    // The steps of posix_openpt and related functions, which are not visible from here.
    master = open("/dev/ptmx", O_RDWR | O_NOCTTY)
    var (unlocked, number): (Int32, UInt32) = (0, 0)
    guard master >= 0, ioctl(master, 0x4004_5431, &unlocked) == 0,  // TIOCSPTLCK
      ioctl(master, 0x8004_5430, &number) == 0  // TIOCGPTN
    else { throw POSIXError(.ENXIO) }
    let slave = open("/dev/pts/\(number)", O_RDWR | O_NOCTTY)
    guard slave >= 0 else { throw POSIXError(.ENXIO) }
    let end = FileHandle(fileDescriptor: slave, closeOnDealloc: true)
    process.executableURL = URL(fileURLWithPath: "/usr/bin/setsid")
    process.arguments = ["--ctty", "--wait"] + wrapper + [Program.path] + arguments
    process.environment = Program.environment.merging(
      ["TERM": "xterm-256color", "INPUTRC": "/dev/null", "LC_ALL": "C.UTF-8"].merging(environment) {
        $1
      }
    ) { $1 }
    process.standardInput = end
    process.standardOutput = end
    process.standardError = end
    resize(columns: columns, rows: rows)
    try process.run()
    try end.close()
  }

  deinit {
    if process.isRunning { process.terminate() }
    close(master)
  }

  func resize(columns: Int, rows: Int = 1000) {
    var size = winsize()
    size.ws_col = UInt16(columns)
    size.ws_row = UInt16(rows)
    _ = ioctl(master, UInt(TIOCSWINSZ), &size)
  }

  func type(_ keys: String) { type(Array(keys.utf8)) }

  func type(_ keys: [UInt8]) {
    var bytes = keys[...]
    while !bytes.isEmpty {
      let written = bytes.withUnsafeBytes { write(master, $0.baseAddress, $0.count) }
      guard written > 0 else { return }
      bytes = bytes.dropFirst(written)
    }
  }

  /// Sends a signal to what runs in the foreground.
  func send(_ signal: Int32) {
    var group: pid_t = 0
    if ioctl(master, UInt(TIOCGPGRP), &group) == 0, group > 1 { kill(-group, signal) }
  }

  /// Whether the terminal shows what is typed, and hands it over line by line, as a shell expects it.
  var isForShells: Bool {
    var mode = termios()
    let wanted = tcflag_t(ECHO | ICANON)
    return tcgetattr(master, &mode) == 0 && mode.c_lflag & wanted == wanted
  }

  /// Reads until this text appears after the last match, and returns the output up to its end.
  @discardableResult
  func expect(_ text: String) throws -> String {
    while true {
      if let found = output.range(of: text, range: mark..<output.endIndex) {
        defer { mark = found.upperBound }
        return String(output[mark..<found.upperBound])
      }
      guard readMore() else {
        throw Missing(text: text, instead: String(output[mark...].suffix(2000)))
      }
    }
  }

  /// Reads to the end, and returns the program's exit code; a program that goes on is killed.
  func finish() -> Int32 {
    while readMore() {}
    send(SIGKILL)
    process.waitUntilExit()
    return process.terminationStatus
  }

  struct Missing: Error {
    var text: String
    var instead: String
  }

  /// False when there is no more output.
  private func readMore() -> Bool {
    var ready = pollfd(fd: master, events: Int16(POLLIN), revents: 0)
    guard poll(&ready, 1, 30_000) > 0 else { return false }
    var bytes = [UInt8](repeating: 0, count: 65536)
    let count = read(master, &bytes, bytes.count)
    guard count > 0 else { return false }
    let offset = output.distance(from: output.startIndex, to: mark)
    pending += bytes.prefix(count)
    // A multi-byte character may arrive in two parts.
    let whole =
      pending.count - (pending.suffix(3).firstIndex { $0 >= 0xC0 }.map { pending.count - $0 } ?? 0)
    output += String(decoding: pending.prefix(whole), as: UTF8.self)
    pending.removeFirst(whole)
    mark = output.index(output.startIndex, offsetBy: offset)
    return true
  }

  private var pending: [UInt8] = []
}

/// Keys, as a terminal sends them.
enum Key {
  static let enter = "\r"
  static let tab = "\t"
  static let pageUp = "\u{1B}[5~"
  static let left = "\u{1B}[D"
  static let backspace = "\u{7F}"
  static let control = (c: "\u{3}", d: "\u{4}", a: "\u{1}")

  /// A pasted text with its line ends, as a terminal sends it.
  static func pasted(_ text: String) -> String {
    "\u{1B}[200~" + text.replacing("\n", with: "\r") + "\u{1B}[201~"
  }
}
