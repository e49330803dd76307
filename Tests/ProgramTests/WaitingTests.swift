import Foundation
import Support
import Testing

/// Pipes that another program has set not to wait: neither end loses anything.
struct WaitingTests {
  @Test func `The service waits for its input and its reader`() throws {
    let count = 400
    let run = try throughPipes(
      ["serve"] + Served.streetTree,
      input: (1...count).map { _ in ServeTests.describe }.joined(separator: "\n") + "\n")
    let lines = run.output.split(separator: "\n")
    #expect(lines.count == count)
    #expect(Set(lines).count == 1)
    #expect(run.code == 0)
  }

  @Test func `Letters in bulk wait for their input and their reader`() throws {
    let count = 2000
    let run = try throughPipes(
      ["draft"] + PipeTests.streetTree,
      input: String(
        repeating: #"{"answers":{"tree.place":"by the gate"}}"# + "\n", count: count))
    #expect(run.output.split(separator: "\n").count == count)
    #expect(run.code == 0)
  }

  @Test func `The chat waits for its input`() throws {
    let run = try throughPipes(PipeTests.streetTree, input: "by the gate\nno\nnone\n")
    #expect(run.output.contains("Where: by the gate"))
    #expect(run.code == 0)
  }

  /// Runs the program on two pipes that do not wait; input comes late and in parts, and output is read late.
  private func throughPipes(_ arguments: [String], input: String) throws -> Outcome {
    let process = Process()
    process.executableURL = URL(fileURLWithPath: Program.path)
    process.arguments = arguments
    process.environment = Program.environment
    let (into, outOf) = (Pipe(), Pipe())
    for end in [into.fileHandleForReading, outOf.fileHandleForWriting] {
      let flags = fcntl(end.fileDescriptor, F_GETFL)
      #expect(fcntl(end.fileDescriptor, F_SETFL, flags | O_NONBLOCK) == 0)
    }
    (process.standardInput, process.standardOutput) = (into, outOf)
    process.standardError = FileHandle.nullDevice
    try process.run()
    let bytes = Data(input.utf8)
    let writer = Thread {
      for part in [bytes.prefix(10), bytes.dropFirst(10)] {
        // So that the program finds its input empty, and has to wait.
        usleep(100_000)
        try? into.fileHandleForWriting.write(contentsOf: part)
      }
      try? into.fileHandleForWriting.close()
    }
    writer.start()
    // So that the program finds its output full, and has to wait.
    usleep(300_000)
    let output = try outOf.fileHandleForReading.readToEnd() ?? Data()
    process.waitUntilExit()
    return Outcome(
      output: String(decoding: output, as: UTF8.self), errors: "", code: process.terminationStatus)
  }
}
