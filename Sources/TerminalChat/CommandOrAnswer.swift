import DialogueEngine
import DialogueModel

/// Words at a question for words that begin like a command with something after it: "note jacket was black".
extension Chat {
  /// Asks which they are, once; nil if there is no doubt.
  mutating func commandOrAnswer(_ line: String, to number: Int?) -> [String]? {
    guard let number, !line.trimmed.hasPrefix("/"), line.trimmed.count <= 80,
      [.text, .list].contains(conversation.script.questions[number].type),
      number != conversation.script.notes,
      case .answer = conversation.understand(line, replyingTo: number),
      case .command(let command, let argument) = conversation.understand(line, replyingTo: nil),
      !argument.isEmpty, [.note, .change, .add].contains(command.action)
    else { return nil }
    doubtful = line
    miss = .commandOrAnswer
    return [words(.commandOrAnswer, ["command": command.words.first ?? command.id])]
  }

  /// Carries out or records the words, once the user has said which they are.
  mutating func decide(_ line: String) -> [String] {
    guard let typed = doubtful,
      case .command(let command, let argument) = conversation.understand(typed, replyingTo: nil)
    else { return [] }
    if conversation.understands(line, as: .isCommand) {
      doubtful = nil
      return carryOut(command, argument)
    }
    guard conversation.understands(line, as: .isAnswer), let number = conversation.question else {
      miss = .commandOrAnswer
      return [words(.commandOrAnswer, ["command": command.words.first ?? command.id])]
    }
    doubtful = nil
    guard conversation.script.questions[number].takesLines else { return reply(typed, to: number) }
    lines.append(typed)
    return []
  }
}
