import DialogueEngine
import DialogueModel

/// Lists the commands.
enum Help: ChatAction {
  static let action = Command.Action.help

  static func carryOut(_ argument: String, in chat: inout Chat) -> [String] {
    [chat.help, chat.question]
  }
}

extension Chat {
  fileprivate var help: String {
    let commands = words.commands.map { command in
      words(
        .helpLine,
        ["words": command.words.joined(separator: words(.listSeparator)), "help": command.help])
    }
    return ([words(.helpOpening)] + commands).joined(separator: "\n")
  }
}
