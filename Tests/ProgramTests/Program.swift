import Foundation

/// The result of running the built program, as one comparable value.
struct Outcome: Equatable, Sendable {
  var output: String
  var errors: String
  var code: Int32
}

/// The program that was built with these tests.
enum Program {
  /// An environment without the developer's own settings, so that no local file and no case is found.
  static let environment = ProcessInfo.processInfo.environment
    .merging(["XDG_CONFIG_HOME": "/nowhere", "XDG_STATE_HOME": "/nowhere"]) { $1 }

  static var path: String {
    Bundle.main.executableURL?.deletingLastPathComponent().appendingPathComponent("curious").path
      ?? "curious"
  }

  /// Runs the program with these arguments and this input, and fails if it hangs.
  static func run(
    _ arguments: [String], input: String = "", environment: [String: String] = [:],
    program: String = path
  ) throws -> Outcome {
    try run(
      arguments, input: Data(input.utf8), environment: environment, program: program)
  }

  static func run(
    _ arguments: [String], input: Data, environment: [String: String] = [:],
    program: String = path
  ) throws -> Outcome {
    let process = Process()
    process.executableURL = URL(fileURLWithPath: program)
    process.arguments = arguments
    process.environment = Self.environment.merging(environment) { $1 }
    // Files rather than pipes, since a full pipe could block either side.
    let folder = FileManager.default.temporaryDirectory.appendingPathComponent(UUID().uuidString)
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(at: folder) }
    func file(_ name: String, _ bytes: Data = Data()) throws -> URL {
      let url = folder.appendingPathComponent(name)
      try bytes.write(to: url)
      return url
    }
    let (output, errors) = (try file("output"), try file("errors"))
    process.standardInput = try FileHandle(forReadingFrom: try file("input", input))
    process.standardOutput = try FileHandle(forWritingTo: output)
    process.standardError = try FileHandle(forWritingTo: errors)
    try process.run()
    process.waitUntilExit()
    return Outcome(
      output: String(decoding: try Data(contentsOf: output), as: UTF8.self),
      errors: String(decoding: try Data(contentsOf: errors), as: UTF8.self),
      code: process.terminationStatus)
  }
}
