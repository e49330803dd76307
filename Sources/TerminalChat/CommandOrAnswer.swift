import DialogueEngine
import DialogueModel

/// Words at a question for words that may not be meant for it: "note jacket was black" begins like a command, and
/// "sorry, it was the 9th" takes back something from before.
extension Chat {
  /// Asks what they are, once; nil if there is no doubt.
  mutating func commandOrAnswer(_ line: String, to number: Int?) -> [String]? {
    guard let number, !line.trimmed.hasPrefix("/"),
      [.text, .list].contains(conversation.script.questions[number].type),
      number != conversation.script.notes,
      case .answer = conversation.understand(line, replyingTo: number),
      meantOtherwise(line, at: number) != nil
    else { return nil }
    doubtful = line
    return askWhich(line, number)
  }

  /// The command that the words may be meant as, with what comes after it; nil where they can only be an answer.
  private func meantOtherwise(_ line: String, at number: Int) -> (command: Command, rest: String)? {
    if line.trimmed.count <= 80,
      case .command(let command, let argument) = conversation.understand(line, replyingTo: nil),
      !argument.isEmpty, [.note, .change, .add, .pseudonymise].contains(command.action)
    {
      return (command, argument)
    }
    guard !conversation.script.questions[number].takesLines, conversation.script.notes != nil,
      conversation.beginsWithCorrection(line)
    else { return nil }
    return words.commands.first { $0.action == .note }.map { ($0, line.trimmed) }
  }

  private mutating func askWhich(_ line: String, _ number: Int) -> [String] {
    miss = .commandOrAnswer
    let name = meantOtherwise(line, at: number).flatMap { $0.command.words.first } ?? ""
    return [
      conversation.beginsWithCorrection(line)
        ? words(.noteOrAnswer) : words(.commandOrAnswer, ["command": name])
    ]
  }

  /// Carries out or records the words, once the user has said which they are.
  mutating func decide(_ line: String) -> [String] {
    guard let typed = doubtful, let number = conversation.question,
      let meant = meantOtherwise(typed, at: number)
    else { return [] }
    let isCommand =
      conversation.understands(line, as: .isCommand)
      || meant.command.words.contains(where: NormalizedReply(line.trimmed).matches)
    if isCommand {
      doubtful = nil
      return carryOut(meant.command, meant.rest)
    }
    guard conversation.understands(line, as: .isAnswer) else { return askWhich(typed, number) }
    doubtful = nil
    guard conversation.script.questions[number].takesLines else { return reply(typed, to: number) }
    lines.append(typed)
    return []
  }
}
