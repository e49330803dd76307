import ArgumentParser
import DialogueEngine
import DialogueModel
import Foundation
import TerminalChat

struct ChatCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "chat", abstract: "Talk it through: lines in, lines out.")

  @OptionGroup var pack: PackOptions

  @OptionGroup var local: OwnLocal

  @Flag(
    help: "Plain lines that nothing moves in, as for a screen reader; ACCESSIBLE=1 does the same.")
  var plain = false

  @Flag(
    name: .customLong("try"),
    help: "For those who write a pack: talk it through whatever its faults, marked as not for use.")
  var isTrial = false

  @Flag(
    name: .customLong("practice"),
    help: "For those who learn to use a pack: talk through its invented story, marked as practice.")
  var isPractice = false

  func run() throws {
    let pack = try local.read(self.pack)
    let script = pack.script
    guard !isPractice || script.practice != nil else {
      throw Failure.no(
        "The pack \(script.pack) has no story to practise with. `practice:` in its pack.yaml gives it one."
      )
    }
    let inspection = isTrial ? nil : Inspection(pack)
    let parting = talk(
      Conversation(
        script, today: pack.today, minute: pack.clock.minute(on: pack.today), isPractice: isPractice
      ),
      pack.clock
    ) {
      inspection?.begin()
    } beforeMore: {
      if let faults = inspection?.faults(), !faults.isEmpty { refuse(faults, script) }
    }
    if let words = parting.words { throw Failure.no(words) }
  }

  private func refuse(_ faults: [Diagnostic], _ script: Script) -> Never {
    let words = script.words(.packRefused)
    let columns = Window.columns(of: STDOUT_FILENO)
    Output.write("\n" + (columns.map { words.wrapped(to: $0) } ?? words) + "\n")
    Failure.unusable(faults).stop()
  }

  /// Chats with line editing if both ends are a terminal, otherwise over plain lines.
  ///
  /// The pack is checked while the first question is on the screen; the result is awaited before anything is
  /// said to a reply.
  private func talk(
    _ conversation: Conversation, _ clock: Clock, whenAsked: @escaping () -> Void,
    beforeMore: @escaping () -> Void
  ) -> ChatEnd {
    func minute() -> Int? { clock.minute(on: conversation.today) }
    func columns() -> Int? { Window.columns(of: STDOUT_FILENO) }
    let environment = ProcessInfo.processInfo.environment
    // Over SSH everything typed is shown on another machine, so the user should know which.
    let machine = environment["SSH_CONNECTION"] == nil ? nil : ProcessInfo.processInfo.hostName
    let folder = FileManager.default.currentDirectoryPath
    let isTerminal = isatty(STDIN_FILENO) == 1 && isatty(STDOUT_FILENO) == 1
    let isPlain = plain || isPlain(environment)
    let desk = LetterDesk(
      today: conversation.today, language: conversation.script.words.language,
      hasClipboard: isTerminal && !isPlain)
    guard isTerminal else {
      var lines = InputLines()
      var chat = LineChat(
        conversation, machine: machine, isTrial: isTrial, columns: columns, minute: minute,
        folder: folder, desk: desk.callAsFunction)
      return chat.run(
        isPiped: isatty(STDIN_FILENO) == 0,
        readLine: {
          whenAsked()
          let line = lines.next()
          beforeMore()
          return line
        }, write: Output.write)
    }
    var isAsked = false
    var chat = TerminalChat(
      conversation, machine: machine, isTrial: isTrial,
      isPlain: isPlain, columns: columns, minute: minute, folder: folder, desk: desk.callAsFunction,
      output: { text in
        if isAsked { beforeMore() }
        isAsked = true
        Output.write(text)
        whenAsked()
      })
    return chat.run()
  }

  /// Whether the terminal can only print, or the user has asked programs to do no more than that.
  private func isPlain(_ environment: [String: String]) -> Bool {
    ["", "dumb"].contains(environment["TERM"] ?? "")
      || !["", "0"].contains(environment["ACCESSIBLE"] ?? "")
  }
}
