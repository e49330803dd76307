import ArgumentParser
import DialogueReading
import DialogueScript
import Foundation
import Screening
import Terminal

struct ChatCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "chat", abstract: "Talk it through: lines in, lines out.")

  @OptionGroup var pack: PackOptions

  @OptionGroup var local: OwnLocal

  @Flag(help: "Plain lines, without line editing, as over a pipe.")
  var plain = false

  func run() throws {
    let script = try local.script(pack)
    var isChecked = false
    /// The pack is looked through once the first question is on the screen, before it can be answered.
    func write(_ text: String) {
      Output.write(text)
      guard !isChecked else { return }
      isChecked = true
      do throws(Failure) {
        try pack.refuseFaults()
      } catch {
        error.stop()
      }
    }
    let conversation = talk(Conversation(script, today: try pack.day()), write)
    guard conversation.isFinished else {
      throw Failure.no(
        script.words(.endedEarly, ["count": String(conversation.left)]))
    }
  }

  /// In a terminal on both ends with line editing; else over plain lines.
  private func talk(
    _ conversation: Conversation, _ write: @escaping (String) -> Void
  ) -> Conversation {
    func columns() -> Int? { Window.columns(of: STDOUT_FILENO) }
    let environment = ProcessInfo.processInfo.environment
    // Over SSH what is typed and shown is on another machine, and people should know whose.
    let machine = environment["SSH_CONNECTION"] == nil ? nil : ProcessInfo.processInfo.hostName
    guard !plain, isatty(STDIN_FILENO) == 1, isatty(STDOUT_FILENO) == 1 else {
      var chat = LineChat(conversation, machine: machine, columns: columns)
      return chat.run(
        echoes: isatty(STDIN_FILENO) == 0, readLine: { readLine() }, write: write)
    }
    var chat = TerminalChat(
      conversation, machine: machine,
      isDumb: ["", "dumb"].contains(environment["TERM"] ?? ""),
      columns: columns,
      output: write)
    return chat.run()
  }
}
