import DialogueScript
import Screening

extension Chat {
  mutating func carryOut(_ command: Command, _ argument: String) -> [String] {
    if let says = command.says { return [conversation.print(says), question] }
    switch command.action {
    case .help: return [help, question]
    case .why: return [why]
    case .review: return [review, question]
    case .note: return note(argument)
    case .glossary: return [conversation.script.glossary(argument).text, question]
    case .clear:
      clearsScreen = true
      return [question]
    case .draft: return drafts(argument) + [question]
    case .quit:
      isOver = true
      return [words(.quit)]
    case .back: return back()
    case .change:
      guard let number = conversation.question(matching: argument) else {
        return [words(.changeWhich, ["reply": shown(argument)]), review]
      }
      guard conversation.walk.met[number] else { return [words(.notUsed), question] }
      conversation.reopen(number)
      return [reopened]
    case nil: return [question]
    }
  }

  mutating func back() -> [String] {
    guard let previous = conversation.previous else { return [words(.nothingBefore), question] }
    conversation.reopen(previous)
    return [reopened]
  }

  /// Keeps words as a note: those given, else what was last not understood here.
  mutating func note(_ given: String) -> [String] {
    let last = conversation.question.flatMap { misunderstood[$0]?.last } ?? ""
    let words = given.isEmpty ? last : given
    guard !words.isEmpty else { return [self.words(.noNote), question] }
    guard let said = conversation.keep(note: words) else {
      return [self.words(.notesElsewhere), question]
    }
    return said.map(\.text) + [self.words(.noteKept, ["note": shown(words)]), question]
  }

  /// Gets kinder, not louder: asks again in short, then with examples, then whole with a way round.
  ///
  /// The words are kept, and can become a note.
  mutating func misunderstand(
    _ line: String, _ number: Int?, instead: String? = nil
  ) -> [String] {
    guard let number else { return [words(.waysFinished)] }
    if let said = conversation.takeUnclear(line, to: number, isFirst: !unclear.contains(number)) {
      unclear.insert(number)
      return said.map(\.text) + [question]
    }
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
}
