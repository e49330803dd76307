import Foundation
import LineService

/// `curious serve`, run at the other end of two pipes.
final class ServedProgram {
  private let process = Process()
  private let (input, output) = (Pipe(), Pipe())
  private var splitter = LineSplitter(limit: 1 << 24)
  private var chunk = [UInt8](repeating: 0, count: 1 << 16)
  private var (waiting, written) = ([UInt8](), 0)

  /// How the program misbehaved.
  struct Fault: Error { var text: String }

  init(_ program: String, _ arguments: [String], environment: [String: String]) throws {
    process.executableURL = URL(fileURLWithPath: program)
    process.arguments = arguments
    process.environment = ProcessInfo.processInfo.environment.merging(environment) { $1 }
    process.standardInput = input
    process.standardOutput = output
    signal(SIGPIPE, SIG_IGN)
    try process.run()
    for end in [input.fileHandleForWriting, output.fileHandleForReading] {
      _ = fcntl(end.fileDescriptor, F_SETFL, O_NONBLOCK)
    }
  }

  func send(_ lines: [UInt8]) {
    waiting += lines
  }

  /// Reads and writes as much as the pipes allow, both at once, so that neither side blocks the
  /// other.
  func exchange(_ body: (ArraySlice<UInt8>) throws -> Void) throws {
    let (to, from) = (input.fileHandleForWriting, output.fileHandleForReading)
    var ends = [
      pollfd(fd: from.fileDescriptor, events: Int16(POLLIN), revents: 0),
      pollfd(fd: to.fileDescriptor, events: Int16(POLLOUT), revents: 0),
    ]
    guard poll(&ends, waiting.isEmpty ? 1 : 2, 60_000) > 0 else {
      throw Fault(text: "no reply for a minute")
    }
    if ends[1].revents != 0 {
      let count = waiting[written...].withUnsafeBytes {
        write(to.fileDescriptor, $0.baseAddress, $0.count)
      }
      if count > 0 { written += count }
      if written == waiting.count {
        waiting.removeAll(keepingCapacity: true)
        written = 0
      }
    }
    guard ends[0].revents != 0 else { return }
    let count = chunk.withUnsafeMutableBytes {
      read(from.fileDescriptor, $0.baseAddress, $0.count)
    }
    guard count > 0 else { throw Fault(text: "the program ended") }
    var fault: (any Error)?
    splitter.take(chunk[..<count]) { line in
      guard let line, fault == nil else { return }
      do { try body(line) } catch { fault = error }
    }
    if let fault { throw fault }
  }

  /// The bytes of memory that the program is using.
  var memory: Int {
    let status = try? String(
      contentsOfFile: "/proc/\(process.processIdentifier)/status", encoding: .utf8)
    let line = status?.split(separator: "\n").first { $0.hasPrefix("VmRSS:") }
    return (line?.split { !$0.isNumber }.first.flatMap { Int($0) } ?? 0) * 1024
  }

  /// Closes the program's input; it must write nothing more and exit with 0.
  func end() throws {
    try input.fileHandleForWriting.close()
    process.waitUntilExit()
    let left = chunk.withUnsafeMutableBytes {
      read(output.fileHandleForReading.fileDescriptor, $0.baseAddress, $0.count)
    }
    guard left == 0, process.terminationStatus == 0 else {
      throw Fault(text: "it did not end as it should: \(process.terminationStatus)")
    }
  }
}
