import Foundation

/// Reads and writes that wait until they can be done, even where another program has set the descriptor not to wait.
enum BlockingIO {
  /// Reads what there is, up to a chunk; 0 at the end, below zero for an error.
  static func read(_ descriptor: Int32, into chunk: inout [UInt8]) -> Int {
    while true {
      let count = chunk.withUnsafeMutableBytes {
        Glibc.read(descriptor, $0.baseAddress, $0.count)
      }
      if count >= 0 || !waits(for: POLLIN, descriptor) { return count }
    }
  }

  /// Writes everything; false if there was an error, which `errno` then has.
  static func write(_ bytes: some Collection<UInt8>, to descriptor: Int32) -> Bool {
    var rest = ArraySlice(bytes)
    while !rest.isEmpty {
      let count = rest.withUnsafeBytes { Glibc.write(descriptor, $0.baseAddress, $0.count) }
      if count >= 0 {
        rest = rest.dropFirst(count)
      } else if !waits(for: POLLOUT, descriptor) {
        return false
      }
    }
    return true
  }

  /// Whether the last call is worth another try: a signal came between, or it had to be waited for.
  private static func waits(for event: Int32, _ descriptor: Int32) -> Bool {
    if errno == EINTR { return true }
    guard errno == EAGAIN || errno == EWOULDBLOCK else { return false }
    var ready = pollfd(fd: descriptor, events: Int16(event), revents: 0)
    return poll(&ready, 1, -1) >= 0 || errno == EINTR
  }
}
