import DialogueModel

/// What safety rules can say of letters.
extension Compiler {
  /// `letter L is drafted`: an outcome that sends it has been reached, and for a letter with a list, an item has one.
  mutating func letterDrafted(_ name: Word, in scope: Scope) -> Condition {
    guard let letter = ruledLetter(name, in: scope) else { return .unresolved }
    return .all(of: [isSent(letter), .any(of: script.letters[letter].rounds.map(\.isWritten))])
  }

  /// `letter L for each LIST`: it is drafted for every item of the list.
  mutating func letterDrafted(
    _ name: Word, forEach list: Word, in scope: Scope
  ) -> Condition {
    guard let number = ruledLetter(name, in: scope),
      let question = listQuestion(Scalar(text: list.text, place: list.place), in: scope)
    else { return .unresolved }
    let letter = script.letters[number]
    guard letter.list == question else {
      report(
        .wrongType, "the letter `\(name.text)` is not written once per item of `\(list.text)`",
        fix: "begin `letters/\(name.text).md` with `for each: \(list.text) as item`",
        at: list.place)
      return .unresolved
    }
    let rounds = letter.rounds.map { round in
      let isItem = round.item.map { Condition.includes(question: question, [$0]) }
      return Condition.any(of: [.not(isItem ?? .always(true)), round.isWritten])
    }
    return .all(of: [isSent(number)] + rounds)
  }

  /// `part P of letter L`: the letter is drafted, and the part has something printed in it.
  mutating func partPrinted(_ part: Word, of name: Word, in scope: Scope) -> Condition {
    guard let number = ruledLetter(name, in: scope) else { return .unresolved }
    let letter = script.letters[number]
    let names = Set(letter.parts.map(\.name))
    guard names.contains(part.text) else {
      reportUnknown(
        .unknownName, "part of the letter `\(name.text)`", part.text, at: part.place, among: names)
      return .unresolved
    }
    var printing = PrintedParts(script.questions) { $0.name == part.text }
    let rounds = letter.rounds.map { round in
      Condition.all(of: [round.isWritten, printing.condition(round.blocks)])
    }
    if printing.dependsOnWords {
      report(
        .wrongType,
        "whether the part `\(part.text)` is printed depends on the words of an answer",
        fix: "put words of the letter's own into it, beside its quotations and gaps", at: part.place
      )
      return .unresolved
    }
    return .all(of: [isSent(number), .any(of: rounds)])
  }

  /// `answer Q in letter L`: the letter is drafted, and the answer can be read somewhere in it.
  mutating func answerPrinted(_ answer: Word, in name: Word, in scope: Scope) -> Condition {
    guard let number = ruledLetter(name, in: scope), let question = question(answer, in: scope)
    else { return .unresolved }
    let printed = PrintedAnswers(to: question, among: script.questions)
    return .all(of: [isSent(number), printed.condition(script.letters[number])])
  }

  private mutating func ruledLetter(_ name: Word, in scope: Scope) -> Int? {
    guard isForRules(name, in: scope) else { return nil }
    let letter = script.letters.firstIndex { $0.id == name.text }
    if letter == nil {
      reportUnknown(
        .noSuchTarget, "letter", name.text, at: name.place, among: script.letters.map(\.id))
    }
    return letter
  }

  /// The outcomes reached send the letter.
  private func isSent(_ letter: Int) -> Condition {
    var ways = script.outcomes.indices.filter { script.outcomes[$0].letters.contains(letter) }
      .map { Condition.outcome($0) }
    if script.unfinishedLetters.contains(letter) { ways.append(.not(.any(chartOutcomes))) }
    return .any(ways)
  }
}

extension Letter.Round {
  fileprivate var isWritten: Condition { test?.condition ?? .always(true) }
}
