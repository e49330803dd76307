import Foundation

/// Standard output and standard error, which must not crash the program when a disk is full or a reader has
/// gone.
enum Output {
  static func write(_ text: String) { write(Data(text.utf8)) }

  static func write(_ data: Data) {
    guard BlockingIO.write(data, to: STDOUT_FILENO) else {
      complain("The output can't be written to.")
      exit(3)
    }
  }

  static func complain(_ message: String) {
    try? FileHandle.standardError.write(contentsOf: Data((message + "\n").utf8))
  }
}
