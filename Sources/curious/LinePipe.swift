import Foundation
import JSON
import LineService
import Synchronization

/// Lines in on standard input, lines out on standard output, for programs.
///
/// Once it is open, everything else that is printed goes to standard error, so that nothing can come between the
/// lines. SIGTERM ends the input, so that everything read so far is still answered.
struct LinePipe {
  private let output: Int32

  static func open() throws(Failure) -> LinePipe {
    let output = dup(STDOUT_FILENO)
    let nothing = Glibc.open("/dev/null", O_RDONLY | O_CLOEXEC)
    guard output >= 0, nothing >= 0, dup2(STDERR_FILENO, STDOUT_FILENO) >= 0 else {
      throw .cannot("Standard output can't be set aside for the service.")
    }
    // Larger pipes wake a program that sends or reads much at once less often. 1031 is F_SETPIPE_SZ, which the C
    // library does not show to Swift; for anything that is not a pipe the call fails harmlessly.
    for pipe in [STDIN_FILENO, output] { _ = fcntl(pipe, 1031, 1 << 20) }
    signal(SIGPIPE, SIG_IGN)
    emptyInput.store(nothing, ordering: .relaxed)
    var action = sigaction()
    action.__sigaction_handler.sa_handler = { _ in
      _ = dup2(emptyInput.load(ordering: .relaxed), STDIN_FILENO)
    }
    sigaction(SIGTERM, &action, nil)
    // The process that started this one may have blocked signals, and that is inherited.
    var terminate = sigset_t()
    sigemptyset(&terminate)
    sigaddset(&terminate, SIGTERM)
    sigprocmask(SIG_UNBLOCK, &terminate, nil)
    return LinePipe(output: output)
  }

  /// Passes on each line that comes in, and writes out the replies, until the input ends.
  func run(
    limit: Int, _ body: (ArraySlice<UInt8>?, inout JSONWriter) -> Void,
    beforeReads: () -> Void = {}, afterReads: () -> Void = {}
  ) {
    var (lines, writer) = (LineSplitter(limit: limit), JSONWriter())
    var chunk = [UInt8](repeating: 0, count: 1 << 18)
    while true {
      let count = BlockingIO.read(STDIN_FILENO, into: &chunk)
      guard count > 0 else { break }
      beforeReads()
      lines.take(chunk[..<count]) { line in
        body(line, &writer)
        if writer.bytes.count > 1 << 18 { write(&writer) }
      }
      afterReads()
      write(&writer)
    }
    lines.finish { body($0, &writer) }
    afterReads()
    write(&writer)
    close(output)
  }

  /// Writes everything out; if the reader has gone away, the program ends quietly.
  func write(_ writer: inout JSONWriter) {
    guard BlockingIO.write(writer.bytes, to: output) else {
      if errno == EPIPE { exit(0) }
      Output.complain("The output can't be written to.")
      exit(3)
    }
    writer.removeAll()
  }
}

/// The descriptor that replaces standard input when it is to end.
private let emptyInput = Atomic<Int32>(-1)
