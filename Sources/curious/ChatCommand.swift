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

  func run() throws {
    let script = try pack.script()
    var chat = LineChat(Conversation(script, today: try pack.day()))
    let conversation = chat.run(
      echoes: isatty(STDIN_FILENO) == 0, readLine: { readLine() },
      write: { text in
        FileHandle.standardOutput.write(Data(text.utf8))
      })
    guard conversation.isFinished else {
      throw Failure.no(
        script.words(.endedEarly, ["count": String(conversation.left)]))
    }
  }
}
