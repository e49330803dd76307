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
    let parting = talk(Conversation(script, today: try pack.day()))
    if let words = parting.words { throw Failure.no(words) }
  }

  /// In a terminal on both ends with line editing; else over plain lines.
  ///
  /// The pack is looked through once the first question stands there, and before anything is said to a reply.
  private func talk(_ conversation: Conversation) -> Parting {
    var isLookedThrough = false
    func lookThrough() {
      guard !isLookedThrough else { return }
      isLookedThrough = true
      do throws(Failure) {
        try pack.refuseFaults()
      } catch {
        error.stop()
      }
    }
    func columns() -> Int? { Window.columns(of: STDOUT_FILENO) }
    let environment = ProcessInfo.processInfo.environment
    // Over SSH what is typed and shown is on another machine, and people should know whose.
    let machine = environment["SSH_CONNECTION"] == nil ? nil : ProcessInfo.processInfo.hostName
    guard !plain, isatty(STDIN_FILENO) == 1, isatty(STDOUT_FILENO) == 1 else {
      var chat = LineChat(conversation, machine: machine, columns: columns)
      return chat.run(
        isPiped: isatty(STDIN_FILENO) == 0,
        readLine: {
          lookThrough()
          return readLine()
        }, write: Output.write)
    }
    var isAsked = false
    var chat = TerminalChat(
      conversation, machine: machine,
      isDumb: ["", "dumb"].contains(environment["TERM"] ?? ""),
      columns: columns,
      output: { text in
        if isAsked { lookThrough() }
        isAsked = true
        Output.write(text)
      })
    return chat.run()
  }
}
