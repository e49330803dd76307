import Foundation
import LineService
import Synchronization

/// Lines in on standard input, lines out on standard output, for programs.
///
/// From when it opens, what anything else prints goes to standard error, so that nothing can come between
/// the lines; and SIGTERM ends the input, so that what has been read is still answered.
struct LinePipe {
  private let output: Int32
  private let hasCoresToSpare = coresToRunOn > 1
  private let chunk = UnsafeMutableBufferPointer<UInt8>.allocate(capacity: 1 << 18)

  static func open() throws(Failure) -> LinePipe {
    let output = dup(STDOUT_FILENO)
    let nothing = Glibc.open("/dev/null", O_RDONLY | O_CLOEXEC)
    guard output >= 0, nothing >= 0, dup2(STDERR_FILENO, STDOUT_FILENO) >= 0 else {
      throw .cannot("Standard output can't be set aside for the service.")
    }
    // Larger pipes, where these are any: whoever sends or reads much at once is woken less often.
    // The number of F_SETPIPE_SZ, which the C library does not show to Swift.
    for pipe in [STDIN_FILENO, output] { _ = fcntl(pipe, 1031, 1 << 20) }
    signal(SIGPIPE, SIG_IGN)
    emptyInput.store(nothing, ordering: .relaxed)
    var action = sigaction()
    action.__sigaction_handler.sa_handler = { _ in
      _ = dup2(emptyInput.load(ordering: .relaxed), STDIN_FILENO)
    }
    sigaction(SIGTERM, &action, nil)
    // Whoever started this may have been keeping signals off, and that is inherited.
    var terminate = sigset_t()
    sigemptyset(&terminate)
    sigaddset(&terminate, SIGTERM)
    sigprocmask(SIG_UNBLOCK, &terminate, nil)
    return LinePipe(output: output)
  }

  /// Hands on each line that comes in, and writes out what that leaves to be written, until the input ends.
  func run(
    limit: Int, _ body: (UnsafeBufferPointer<UInt8>?, inout JSONWriter) -> Void,
    beforeReads: () -> Void = {}, afterReads: () -> Void = {}
  ) {
    var (lines, writer) = (LineSplitter(limit: limit), JSONWriter())
    var isTakingTurns = true
    while true {
      if isTakingTurns { stayAwake() }
      let count = read(STDIN_FILENO, chunk.baseAddress, chunk.count)
      if count < 0, errno == EINTR { continue }
      guard count > 0 else { break }
      // Little came: the sender waits for the reply before it sends more.
      isTakingTurns = count < 1 << 12
      beforeReads()
      lines.take(UnsafeBufferPointer(rebasing: chunk[..<count])) { line in
        body(line, &writer)
        if writer.bytes.count > chunk.count { write(&writer) }
      }
      afterReads()
      write(&writer)
    }
    lines.finish { body($0, &writer) }
    afterReads()
    write(&writer)
    close(output)
  }

  /// Looks for more for some 50 microseconds before the process goes to sleep, as being woken takes longer than
  /// most replies do; but not where the one that sends needs the same core.
  private func stayAwake() {
    guard hasCoresToSpare else { return }
    var input = pollfd(fd: STDIN_FILENO, events: Int16(POLLIN), revents: 0)
    for _ in 0..<200 where poll(&input, 1, 0) != 0 {
      return
    }
  }

  /// Writes all of it out; a reader that has gone away ends the program quietly.
  func write(_ writer: inout JSONWriter) {
    writer.bytes.withUnsafeBytes { bytes in
      var rest = bytes
      while !rest.isEmpty {
        let count = Glibc.write(output, rest.baseAddress, rest.count)
        if count >= 0 {
          rest = UnsafeRawBufferPointer(rebasing: rest[count...])
        } else if errno == EPIPE {
          exit(0)
        } else if errno != EINTR {
          Output.complain("The output can't be written to.")
          exit(3)
        }
      }
    }
    writer.removeAll()
  }
}

/// What takes the place of the input once it is to end.
private let emptyInput = Atomic<Int32>(-1)
