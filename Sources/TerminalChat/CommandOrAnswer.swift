import DialogueEngine
import DialogueModel

/// Words at a question for words that may not be meant for it: "note jacket was black" begins like a command, and
/// "sorry, it was the 9th" takes back something from before.
extension Chat {
  /// Asks what they are, once; nil if there is no doubt.
  mutating func commandOrAnswer(_ line: String, to number: Int?) -> [String]? {
    if let number, number == conversation.script.notes, let said = changeBesideNotes(line) {
      return said
    }
    guard let number, !line.trimmed.hasPrefix("/"),
      [.text, .list].contains(conversation.script.questions[number].type),
      number != conversation.script.notes,
      case .answer = conversation.understand(line, replyingTo: number),
      meantOtherwise(line, at: number) != nil
    else { return nil }
    doubtful = line
    return askWhich(line, number)
  }

  /// Carries out a change of an answer that is typed while the list of notes is open: "change 4", "change Jez to Jaz".
  private mutating func changeBesideNotes(_ line: String) -> [String]? {
    guard case .command(let command, let argument) = conversation.understand(line, replyingTo: nil),
      command.action == .change, !argument.isEmpty,
      conversation.question(matching: argument) != nil
        || conversation.wordsToChange(in: argument) != nil
    else { return nil }
    return carryOut(command, argument)
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
        || conversation.speaksOfSomeoneElse(line, at: number)
    else { return nil }
    return words.commands.first { $0.action == .note }.map { ($0, line.trimmed) }
  }

  private mutating func askWhich(_ line: String, _ number: Int) -> [String] {
    miss = .commandOrAnswer
    let meant = meantOtherwise(line, at: number)
    // Words that are kept whole begin with no command.
    if meant?.rest == line.trimmed { return [words(.noteOrAnswer)] }
    return [words(.commandOrAnswer, ["command": meant?.command.words.first ?? ""])]
  }

  /// Carries out or records the words, once the user has said which they are; nil for a line that is a reply of its
  /// own, before which the words are to be kept.
  mutating func decide(_ line: String) -> [String]? {
    guard let typed = doubtful, let number = conversation.question,
      let meant = meantOtherwise(typed, at: number)
    else { return nil }
    func isOne(of list: WordList) -> Bool { conversation.understands(line, as: list) }
    if isOne(of: .isCommand)
      || meant.command.words.contains(where: NormalizedReply(line.trimmed).matches)
    {
      doubtful = nil
      return carryOut(meant.command, meant.rest)
    }
    if isOne(of: .isAnswer) {
      doubtful = nil
      if !conversation.script.questions[number].takesLines { return reply(typed, to: number) }
      lines.append(typed)
      return []
    }
    // A yes or a no does not say which.
    if line.trimmed.isEmpty || isOne(of: .yes) || isOne(of: .no) { return askWhich(typed, number) }
    guard
      case .command(let command, let argument) = conversation.understand(line, replyingTo: number)
    else { return nil }
    if command.looksOnly {
      return carryOut(command, argument).filter { $0 != question } + askWhich(typed, number)
    }
    doubtful = nil
    let said = carryOut(command, argument)
    return keepDoubtful(typed, number) + said
  }

  /// Keeps the words that the user has not said what they are: as the first line of an answer that takes several, else
  /// as a note.
  mutating func keepDoubtful() -> [String] {
    guard let typed = doubtful else { return [] }
    doubtful = nil
    guard let number = conversation.question else { return [] }
    guard conversation.script.questions[number].takesLines else {
      return keepDoubtful(typed, number)
    }
    lines.append(typed)
    return []
  }

  private mutating func keepDoubtful(_ typed: String, _ number: Int) -> [String] {
    let said = conversation.keep(typed, to: number).map(\.text)
    if said.isEmpty { misunderstood[number, default: []].append(typed) }
    return said
  }
}
