import DialogueEngine
import DialogueModel

/// Changes of answers that are offered, and made with a yes: what later words put right, and what someone asks to change.
extension Chat {
  /// Asks whether words that have just been recorded, in an answer or a note, correct the answer to another question.
  mutating func askAboutContradiction(in text: String, to number: Int?) -> [String] {
    guard let number else { return [] }
    guard let found = conversation.contradiction(in: text, to: number) else {
      return askAboutImpossibleDay(in: text, to: number)
    }
    return offer(
      PendingEdit(
        question: found.question, answer: found.answer, typed: found.words,
        contradicts: found.words))
  }

  /// Asks about the change that someone types, "Jez to Jaz", in the first answer that has those words.
  mutating func askAboutChange(_ typed: String) -> [String] {
    let words = conversation.wordsToChange(in: typed)
    return words.map { offer(Rename(wrong: $0.wrong, right: $0.right)) } ?? []
  }

  /// Asks whether to take words out of the first answer that has them: "take out Jez".
  mutating func askToTakeOut(_ typed: String) -> [String] {
    conversation.wordsToTakeOut(in: typed).map { offer(Rename(wrong: $0, right: "")) } ?? []
  }

  /// Asks about it in the first answer that still has the words.
  private mutating func offer(_ rename: Rename) -> [String] {
    var rename = rename
    if let moment = rename.moment {
      guard let wrong = conversation.words(naming: moment) else { return [] }
      rename.wrong = wrong
    }
    let found =
      rename.isDay
      ? conversation.contradiction(changingDay: rename.wrong, to: rename.right)
      : conversation.contradiction(changing: rename.wrong, to: rename.right)
    guard let found else { return [] }
    return offer(
      PendingEdit(
        question: found.question, answer: found.answer, typed: rename.right, isWhole: true,
        rename: rename, contradicts: rename.wrong))
  }

  private mutating func askAboutImpossibleDay(in text: String, to number: Int) -> [String] {
    guard let day = conversation.impossibleDay(in: text, to: number) else { return [] }
    _ = offer(
      PendingEdit(question: number, answer: day.answer, typed: day.words, contradicts: day.words))
    return [
      words(
        .impossibleDay,
        ["words": day.words.withControlsVisible, "date": day.date, "weekday": day.weekday])
    ]
  }

  mutating func offer(_ late: PendingEdit) -> [String] {
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
      let old = conversation.answers[late.question]
      var rename = late.rename ?? renameDay(old, late.answer)
      var said: [String] = []
      // First the words that name the time, so that what is said of it has them.
      if conversation.script.questions[late.question].isQuiet,
        late.question != conversation.script.notes
      {
        rename = renameTime(after: late, old)
        said += conversation.addWords(
          late.typed, naming: late.question, inPlaceOf: rename?.moment, rename?.right ?? ""
        ).map(\.text)
      }
      said += change(
        current(late), to: late.question, typed: late.typed, isWhole: late.isWhole)
      said += keepRest(of: late)
      if proposal != nil { return said }
      // The same words may put another text right, too.
      let same = late.contradicts ?? ""
      let other =
        rename.map { offer($0) }
        ?? askAboutContradiction(in: same, to: conversation.script.notes)
      return said + (other.isEmpty ? [question] : other)
    }
    if isOne(of: .no), late.contradicts != nil, !late.isReply { return [question] }
    if isOne(of: .no) { return take(late, asReply: late.typed) }
    guard case .command(let command, let argument) = conversation.understand(line, replyingTo: nil)
    else {
      return late.contradicts == nil ? offer(late) : keep(line, beside: late)
    }
    let said = carryOut(command, argument)
    // Two questions at once would take one answer for the other: saving has one of its own, and so has a change.
    guard saving == nil, reading == nil else { return said }
    return said.filter { $0 != question } + offer(late)
  }

  /// Keeps as a note a reply that says more than the change that was offered for it: nothing else has its words.
  private mutating func keepRest(of late: PendingEdit) -> [String] {
    guard late.isReply, let words = late.contradicts,
      NormalizedReply(late.typed).count > NormalizedReply(words).count + 2
    else { return [] }
    return conversation.keep(late.typed, to: late.question).map(\.text)
  }

  /// The same change of a weekday in the next answer that has it.
  private func renameDay(_ old: Answer?, _ new: Answer) -> Rename? {
    guard case .text(let old)? = old?.value, case .value(.text(let new)) = new else { return nil }
    return conversation.weekdayChanged(from: old, to: new).map {
      Rename(wrong: $0.wrong, right: $0.right, isDay: true)
    }
  }

  /// The change of words that still name the moment before.
  private func renameTime(after late: PendingEdit, _ old: Answer?) -> Rename? {
    guard case .scalar(let wrong)? = old?.value, case .value(.scalar(let right)) = late.answer,
      let words = conversation.words(naming: right.position, in: late.typed)
    else { return nil }
    return Rename(wrong: "", right: words.lowercased(), moment: wrong.position)
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
    let offered = offer(late)
    reading = nil
    let said = reply(typed, to: conversation.question)
    guard reading?.contradicts != nil, reading?.contradicts == late.contradicts else { return said }
    reading = nil
    return said.filter { !offered.contains($0) } + [question]
  }

  /// Keeps words that are neither yes nor no to a change, and asks about the change that they name instead, if any.
  private mutating func keep(_ line: String, beside late: PendingEdit) -> [String] {
    let isNote = saysSomething(line) && !conversation.asksAdvice(line)
    let kept = isNote ? conversation.keep(line, to: late.question).map(\.text) : []
    let other = askAboutContradiction(in: line, to: conversation.script.notes)
    return kept + (other.isEmpty ? offer(late) : other)
  }
}
