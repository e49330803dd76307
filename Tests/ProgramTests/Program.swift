import Foundation

/// What came of running the built program, as one comparable value.
struct Outcome: Equatable, Sendable {
  var output: String
  var errors: String
  var code: Int32
}

/// The program as built beside these tests.
enum Program {
  /// Without what a developer has: no local file is found.
  static let environment = ProcessInfo.processInfo.environment
    .merging(["XDG_CONFIG_HOME": "/nowhere"]) { $1 }

  static var path: String {
    Bundle.main.executableURL?.deletingLastPathComponent().appendingPathComponent("curious").path
      ?? "curious"
  }

  /// Runs it with these arguments and this input; fails rather than hangs.
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
    // Files rather than pipes: no full pipe can hold either side up.
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
