import Foundation

/// Programs of the machine that are run for someone, if they are there.
enum OtherProgram {
  /// The first of these that is on the path.
  static func find(_ names: [String]) -> URL? {
    let path = ProcessInfo.processInfo.environment["PATH"] ?? "/usr/bin:/bin"
    let folders = path.split(separator: ":").map { URL(fileURLWithPath: String($0)) }
    return names.lazy.flatMap { name in folders.map { $0.appendingPathComponent(name) } }
      .first { FileManager.default.isExecutableFile(atPath: $0.path) }
  }

  /// Runs one to its end and returns whether it says that it succeeded; what it prints is not shown.
  static func run(_ program: URL, _ arguments: [String], input: Data = Data()) -> Bool {
    // One that ends before it has read everything must not end this program.
    let before = signal(SIGPIPE, SIG_IGN)
    defer { signal(SIGPIPE, before) }
    let process = Process()
    process.executableURL = program
    process.arguments = arguments
    process.standardOutput = FileHandle.nullDevice
    process.standardError = FileHandle.nullDevice
    let pipe = Pipe()
    process.standardInput = pipe
    do {
      try process.run()
      try? pipe.fileHandleForWriting.write(contentsOf: input)
      try? pipe.fileHandleForWriting.close()
      process.waitUntilExit()
    } catch {
      return false
    }
    return process.terminationStatus == 0
  }
}
