import ArgumentParser
import DialogueModel
import Foundation
import TerminalChat

/// Why the program stops: a message for users, and an exit code for programs.
///
/// 1 means that the answer is no, 2 wrong use, and 3 that it could not be done.
struct Failure: Error {
  let message: String
  let code: Int32

  static func no(_ message: String) -> Failure { Failure(message: message, code: 1) }
  static func usage(_ message: String) -> Failure { Failure(message: message, code: 2) }
  static func cannot(_ message: String) -> Failure { Failure(message: message, code: 3) }

  /// Prints the message and ends the program.
  func stop() -> Never {
    let wrapped = Window.columns(of: STDERR_FILENO).map { message.wrapped(to: $0) }
    if !message.isEmpty { Output.complain(wrapped ?? message) }
    exit(code)
  }

  static func problems(_ problems: [Diagnostic]) -> Failure {
    cannotBeUsed(problems.count, problems.map(\.description))
  }

  /// A pack whose faults show only when all of it is checked: one line for each.
  static func unusable(_ faults: [Diagnostic]) -> Failure {
    cannotBeUsed(
      faults.count,
      faults.map {
        "\($0.place.file):\($0.place.line):\($0.place.column): \($0.message). `curious check` shows it."
      })
  }

  private static func cannotBeUsed(_ count: Int, _ lines: [String]) -> Failure {
    no(
      (lines + ["The pack has \(count.of("problem")) and can't be used yet."])
        .joined(separator: "\n"))
  }
}
