import DialogueEngine
import DialogueModel

extension Chat {
  mutating func carryOut(_ command: Command, _ argument: String) -> [String] {
    if let answering = command.answering { return carryOut(answering, argument) }
    if let says = command.says, command.action != .checkLetter {
      return [conversation.print(says), question]
    }
    guard let action = chatActions.first(where: { $0.action == command.action }) else {
      return [question]
    }
    return action.carryOut(argument, in: &self)
  }

  /// Records the answer that a command gives; if the question of an unfinished text is left, its lines are kept.
  private mutating func carryOut(_ answering: Command.Answering, _ rest: String) -> [String] {
    let open = conversation.question
    var said = conversation.carryOut(answering, rest).map(\.text)
    if let open, open != conversation.question, !lines.isEmpty {
      // The question is no longer the current one, so its lines are kept as its answer.
      said += conversation.answer(open, with: .value(.text(lines.joined(separator: "\n")))).map(
        \.text)
      lines = []
    }
    if !conversation.walk.met[answering.question] { said.append(words(.notUsed)) }
    return said + closing() + [question]
  }

  /// Replies to an unclear line: briefly at first, then with the ways to answer, then with the question and
  /// other options.
  ///
  /// The words are kept, and can become a note.
  mutating func misunderstand(
    _ line: String, _ number: Int?, instead: String? = nil
  ) -> [String] {
    guard let number else { return keepAfterTheEnd(line) }
    miss = .notUnderstood
    if let said = conversation.takeUnclear(line, to: number, isFirst: !unclear.contains(number)) {
      unclear.insert(number)
      return said.map(\.text) + [question]
    }
    if let said = keepWhatIsHeard(in: line, number) { return said }
    misunderstood[number, default: []].append(line)
    switch misunderstood[number]?.count {
    case 1: return [instead ?? words(.notUnderstood, ["reply": shown(line)])]
    case 2:
      return [
        instead
          ?? words(.notUnderstoodAgain, ["reply": shown(line), "ways": ways(number)])
      ]
    default: return [words(.notUnderstoodThird), question]
    }
  }

  /// Answers a reply that asks what to do as the pack does, if it does, and then asks again; nil for any other reply.
  ///
  /// The question is no part of the letter, and isn't kept, unless it brings up another.
  mutating func adviseInstead(of line: String, _ number: Int?) -> [String]? {
    guard conversation.asksAdvice(line, at: number) else { return nil }
    var after = conversation
    let advice = (after.keep(note: line) ?? []).map(\.text)
    guard let number else { return advice.isEmpty ? nil : advice }
    guard conversation.script.questions[number].unclear == nil,
      !conversation.isHeard(line, by: number)
    else { return nil }
    if after.question != number { return keepWhatIsHeard(in: line, number) }
    // In an answer that someone has to give in words it may be part of a story.
    if advice.isEmpty, conversation.asksForWords(number) { return nil }
    let answer = advice.isEmpty ? [words(.cannotAnswer)] : advice
    return answer + [words(.questionNotKept), question]
  }

  /// Keeps a reply as a note at once if it brings up another question, or advice on what it says; nil if it does not.
  private mutating func keepWhatIsHeard(in line: String, _ number: Int) -> [String]? {
    var after = conversation
    let said = after.keep(line, to: number)
    if said.count > 1 {
      conversation = after
      return said.map(\.text) + [question]
    }
    guard let next = after.question, next != number, after.isOffered(next),
      !conversation.isOffered(next)
    else { return nil }
    conversation = after
    return said.map(\.text) + [question]
  }

  /// Keeps replies that were never understood as notes, and says which; a word or two says too little.
  @discardableResult
  mutating func keepMisunderstood() -> [String] {
    misunderstood.keys.sorted().flatMap { keepRefused(at: $0) }
  }

  /// The same for those to one question; says what was kept.
  mutating func keepRefused(at number: Int) -> [String] {
    let refused = misunderstood.removeValue(forKey: number) ?? []
    return refused.filter(saysSomething).flatMap { conversation.keep($0, to: number).map(\.text) }
  }

  /// Whether a reply that was not understood has words enough to be worth keeping: numbers of options have none.
  func saysSomething(_ typed: String) -> Bool {
    NormalizedReply(typed).words.count { $0.contains(where: \.isLetter) } >= 4
  }

  /// Keeps what is typed once nothing more is asked, and says whether it changed the letter.
  private mutating func keepAfterTheEnd(_ line: String) -> [String] {
    let empty: [WordList] = [
      .skip, .courtesy, .agrees, .yes, .no, .notKnown, .none, .replaceIt, .addIt, .keepIt,
      .changeIt, .leaveIt, .isCommand, .isAnswer,
    ]
    let saysNothing = empty.contains { conversation.understands(line, as: $0) }
    guard !line.trimmed.isEmpty, !saysNothing else { return unable(.waysFinished) }
    // "Type change and a number": a number alone means that.
    let change = words.commands.first { $0.action == .change }
    if let change, line.trimmed.asWholeNumber != nil { return carryOut(change, line.trimmed) }
    // An order to take words out is no note.
    let out = NormalizedReply(line.trimmed).longestOpening(among: words[.takesOut])
    let offered = askToTakeOut(line)
    if !offered.isEmpty { return offered }
    if out > 1 || NormalizedReply(line).contains(anyOf: words[.asksToChange]) {
      return unable(.takeOutWhich)
    }
    if line.trimmed.hasSuffix("?") { return unable(.askedAtEnd) }
    let before = conversation.letters.first.map { conversation.draft($0) }
    guard let said = conversation.keep(note: line.trimmed) else {
      return unable(.notKept) + [words(.waysFinished)]
    }
    let after = conversation.letters.first.map { conversation.draft($0) }
    hasUnshownNote = hasUnshownNote || before != after
    let asked = askAboutContradiction(in: line, to: conversation.script.notes)
    return said.map(\.text)
      + [words(before == after ? .noteKept : .noteInLetter, ["note": shown(line)])]
      + (asked.isEmpty ? [question] : asked)
  }
}
