import DialogueEngine
import DialogueModel
import Session

/// A correction that comes when the next question has been asked: "no wait, four o'clock".
extension Chat {
  /// Shows what such a reply seems to say to the question that was answered last; nil if it seems to be none.
  mutating func lateCorrection(_ line: String, to number: Int?) -> [String]? {
    if let number, let asked = correctionInstead(of: line, to: number) { return asked }
    guard let number, let last = lastAnswered, last != number,
      let new = conversation.corrected(in: line), NormalizedReply(new).count <= 8,
      !conversation.isHeard(line, by: number)
    else { return nil }
    // A day or a time that was named in words is corrected in words: "no, it's Saturday".
    if let moment = conversation.moment(in: new, for: last) {
      guard moment != conversation.answers[last] else { return nil }
      return ask(PendingEdit(question: last, answer: moment, typed: line))
    }
    switch conversation.understand(new, replyingTo: last) {
    case .answer(let answer), .loose(let answer, ""):
      guard answer.value != nil, answer != conversation.answers[last] else { return nil }
      return ask(PendingEdit(question: last, answer: answer, typed: line))
    default: return nil
    }
  }

  /// Asks about a change of another answer where a reply is nothing but that: "surname is Pendle, not Penhale", typed
  /// where the name of someone else is asked for; "hes 11, born 19 march 2015", typed where a yes or a no is.
  private mutating func correctionInstead(of line: String, to number: Int) -> [String]? {
    let type = conversation.script.questions[number].type
    guard type != .list, !conversation.isHeard(line, by: number),
      let found = conversation.contradiction(in: line, to: number),
      type != .text || isCorrectionAlone(line, found)
    else { return nil }
    return ask(
      PendingEdit(
        question: found.question, answer: found.answer, typed: line, isReply: true,
        contradicts: found.words))
  }

  /// Whether a reply says nothing but what it puts right; with a date of birth it must begin as a correction does.
  private func isCorrectionAlone(_ line: String, _ found: Conversation.Contradiction) -> Bool {
    if case .value(.text) = found.answer {
      return NormalizedReply(line).count <= NormalizedReply(found.words).count + 4
    }
    return conversation.beginsWithCorrection(line)
  }

  /// Asks whether words that have just been recorded, in an answer or a note, correct the answer to another question.
  mutating func askAboutContradiction(in text: String, to number: Int?) -> [String] {
    guard let number else { return [] }
    guard let found = conversation.contradiction(in: text, to: number) else {
      return askAboutImpossibleDay(in: text, to: number)
    }
    return ask(
      PendingEdit(
        question: found.question, answer: found.answer, typed: found.words,
        contradicts: found.words))
  }

  /// Asks about the change that someone types, "Jez to Jaz", in the first answer that has those words.
  mutating func askAboutChange(_ typed: String) -> [String] {
    let words = conversation.wordsToChange(in: typed)
    return words.map { ask(Rename(wrong: $0.wrong, right: $0.right)) } ?? []
  }

  /// Asks about it in the first answer that still has the words.
  private mutating func ask(_ rename: Rename) -> [String] {
    guard let found = conversation.contradiction(changing: rename.wrong, to: rename.right) else {
      return []
    }
    return ask(
      PendingEdit(
        question: found.question, answer: found.answer, typed: rename.right, isWhole: true,
        rename: rename, contradicts: rename.wrong))
  }

  private mutating func askAboutImpossibleDay(in text: String, to number: Int) -> [String] {
    guard let day = conversation.impossibleDay(in: text, to: number) else { return [] }
    _ = ask(
      PendingEdit(question: number, answer: day.answer, typed: day.words, contradicts: day.words))
    return [
      words(
        .impossibleDay,
        ["words": day.words.withControlsVisible, "date": day.date, "weekday": day.weekday])
    ]
  }

  private mutating func ask(_ late: PendingEdit) -> [String] {
    reading = late
    miss = late.contradicts == nil ? .lateCorrection : .contradiction
    let answer = conversation.changed(late.answer, of: late.question)
    var slots = ["question": label(late.question), "answer": answer]
    guard let words = late.contradicts else { return [self.words(.lateCorrection, slots)] }
    slots["words"] = words.withControlsVisible
    return [self.words(.contradiction, slots)]
  }

  /// Handles the reply to it: with a no, the words are a reply to the question that is being asked.
  mutating func settle(_ late: PendingEdit, _ line: String) -> [String] {
    func isOne(of list: WordList) -> Bool { conversation.understands(line, as: list) }
    // Enter agrees to nothing that would change words someone wrote.
    let isEnter = line.trimmed.isEmpty && late.contradicts == nil
    if isEnter || isOne(of: .agrees) || isOne(of: .yes) {
      var said = change(
        current(late), to: late.question, typed: late.typed, isWhole: late.isWhole)
      // The words that named the moment before stay as they are, and the new ones come after them.
      if conversation.script.questions[late.question].isQuiet,
        late.question != conversation.script.notes
      {
        said += conversation.addWords(late.typed, naming: late.question).map(\.text)
      }
      if proposal != nil { return said }
      // The same words may put another text right, too.
      let same = late.contradicts ?? ""
      let other =
        late.rename.map { ask($0) }
        ?? askAboutContradiction(in: same, to: conversation.script.notes)
      return said + (other.isEmpty ? [question] : other)
    }
    if isOne(of: .no), late.contradicts != nil, !late.isReply { return [question] }
    if isOne(of: .no) { return take(late, asReply: late.typed) }
    guard case .command(let command, let argument) = conversation.understand(line, replyingTo: nil)
    else {
      return late.contradicts == nil ? ask(late) : keep(line, beside: late)
    }
    let said = carryOut(command, argument)
    // Two questions at once would take one answer for the other: saving has one of its own, and so has a change.
    guard saving == nil, reading == nil else { return said }
    return said.filter { $0 != question } + ask(late)
  }

  /// The answer that a change leads to now: notes may have been added since it was offered.
  private func current(_ late: PendingEdit) -> Answer {
    guard let rename = late.rename, late.question == conversation.script.notes,
      let found = conversation.contradiction(changing: rename.wrong, to: rename.right),
      found.question == late.question
    else { return late.answer }
    return found.answer
  }

  /// Takes words that are no change after all as a reply to the question being asked, without asking again.
  private mutating func take(_ late: PendingEdit, asReply typed: String) -> [String] {
    let offer = ask(late)
    reading = nil
    let said = reply(typed, to: conversation.question)
    guard reading?.contradicts != nil, reading?.contradicts == late.contradicts else { return said }
    reading = nil
    return said.filter { !offer.contains($0) } + [question]
  }

  /// Keeps words that are neither yes nor no to a change, and asks about the change that they name instead, if any.
  private mutating func keep(_ line: String, beside late: PendingEdit) -> [String] {
    let isNote = saysSomething(line) && !conversation.asksAdvice(line)
    let kept = isNote ? conversation.keep(line, to: late.question).map(\.text) : []
    let other = askAboutContradiction(in: line, to: conversation.script.notes)
    return kept + (other.isEmpty ? ask(late) : other)
  }

  /// The question that was answered last, if its answer is a day, a time, a number or one of several options.
  private var lastAnswered: Int? {
    let keys = Set(session.last?.keys ?? [])
    return conversation.walk.questions.last { number in
      let asked = conversation.script.questions[number]
      return keys.contains(asked.key) && (asked.type == .oneOf || asked.type.scalar != nil)
    }
  }
}
