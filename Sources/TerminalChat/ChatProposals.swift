import DialogueEngine
import DialogueModel

/// An edit that waits for the user's confirmation.
struct PendingEdit: Sendable {
  var question: Int
  var answer: Answer
  /// The reply as it was typed.
  var typed: String
  /// The longer words that it would replace; nil if it would set other answers aside instead.
  var replaced: String?
  /// A part of the reply that says nothing to the question, which is asked for once more.
  var rest = ""
  /// Whether it takes the place of what is chosen, and isn't added to it.
  var isWhole = false
  /// The words that someone asked to change wherever they are, and those to put there.
  var rename: Rename?
  /// Whether it is a reply to the question being asked unless it is that change.
  var isReply = false
  /// The words in an answer that has been recorded which seem to correct another; nil for any other edit.
  var contradicts: String?
}

/// Words to change, and what to put there.
struct Rename: Sendable {
  var wrong: String
  var right: String
  /// The moment that the wrong words named, in whichever words each answer has; nil for any other words.
  var moment: Double?
  /// Whether it is a weekday, which stays where it has a date.
  var isDay = false
}

extension Chat {
  /// Records an answer, or asks for confirmation first if the edit would set other answers aside.
  mutating func change(
    _ given: Answer, to number: Int, typed: String, isWhole: Bool = false
  ) -> [String] {
    let answer = isWhole ? given : conversation.added(given, to: number)
    if conversation.answers[number] != nil {
      let effect = conversation.effect(of: answer, to: number)
      if !effect.parks.isEmpty {
        proposal = PendingEdit(question: number, answer: answer, typed: typed)
        return summary(of: effect) + [words(.confirmChange)]
      }
    }
    return record(answer, to: number, typed: typed)
  }

  /// Handles the reply to a proposal; an unclear reply records nothing and the proposal is repeated.
  mutating func confirm(_ proposal: PendingEdit, _ line: String) -> [String] {
    func isOne(of list: WordList) -> Bool { conversation.understands(line, as: list) }
    let isEdit = proposal.replaced != nil
    if isOne(of: isEdit ? .keepIt : .leaveIt) {
      self.proposal = nil
      conversation.cancelReopen()
      return [words(.changeKept), question]
    }
    var answer = proposal.answer
    if let old = proposal.replaced, isOne(of: .addIt), case .value(.text(let new)) = answer {
      answer = .value(.text(old + "\n" + new))
    } else if !isOne(of: isEdit ? .replaceIt : .changeIt) {
      miss = isEdit ? .notUnderstood : .confirmWays
      // Words that are typed once more, and in full, are the ones to put there.
      if isEdit, !isCommand(line), case .value(.text(let text)) = answer, says(line, again: text) {
        self.proposal?.answer = .value(.text(line.trimmed))
        self.proposal?.typed = line
        misunderstood[proposal.question, default: []].append(proposal.typed)
        return [
          confirmation(replacing: proposal.replaced ?? "", .value(.text(line.trimmed)))
        ]
      }
      // A command says nothing that a note should keep.
      if !isCommand(line) { misunderstood[proposal.question, default: []].append(line) }
      return [proposal.replaced.map { confirmation(replacing: $0, answer) } ?? words(.confirmWays)]
    }
    self.proposal = nil
    let said =
      isEdit
      ? change(answer, to: proposal.question, typed: proposal.typed)
      : record(answer, to: proposal.question, typed: proposal.typed)
    return self.proposal == nil ? said + [question] : said
  }

  /// Whether a line has most of the words of a text, as one does that is typed once more and in full.
  private func says(_ line: String, again text: String) -> Bool {
    let (new, old) = (Set(NormalizedReply(line).words), Set(NormalizedReply(text).words))
    return new.count >= 4 && new.intersection(old).count * 2 > old.count
  }

  private func isCommand(_ line: String) -> Bool {
    guard case .command = conversation.understand(line, replyingTo: nil) else { return false }
    return true
  }

  /// Shows what a reply seems to say, to be recorded once the user agrees.
  mutating func showBack(_ edit: PendingEdit) -> [String] {
    reading = edit
    let phrase = edit.rest.isEmpty ? Phrase.looseTaken : .loosePartly
    miss = phrase
    // The command `note` keeps the last reply that was not taken.
    misunderstood[edit.question, default: []].append(edit.typed)
    let said = conversation.words(for: edit.answer, to: edit.question)
    if let year = conversation.schoolYear(in: edit.typed, readAs: edit.answer, to: edit.question) {
      let words = ["words": year.words, "answer": said, "next": year.next]
      return [self.words(.schoolYearTaken, words)]
    }
    return [words(phrase, ["answer": said, "rest": edit.rest.withControlsVisible])]
  }

  /// Handles the reply to what was shown back; nil if it is a reply of its own, to be read afresh.
  mutating func agree(_ reading: PendingEdit, _ line: String) -> [String]? {
    if line.trimmed.isEmpty { return accept(reading) }
    let number = reading.question
    let meaning = conversation.understand(line, replyingTo: number)
    func isOne(of list: WordList) -> Bool { conversation.understands(line, as: list) }
    if isOne(of: .agrees) { return accept(reading) }
    // A look at something else leaves the reading as it is, and so does a note.
    if case .command(let command, let argument) = meaning,
      command.looksOnly || command.action == .note && !argument.isEmpty
        || command.action == .add && note(in: argument) != nil
    {
      let said = carryOut(command, argument)
      // A note can bring another question forward.
      guard conversation.question == number else { return said }
      return said.filter { $0 != question } + showBack(reading)
    }
    if case .value(.options(let chosen)) = reading.answer,
      let left = conversation.edited(chosen, by: line, to: number)
    {
      return showBack(
        PendingEdit(
          question: number, answer: .value(.options(left)), typed: reading.typed + "\n" + line,
          isWhole: reading.isWhole))
    }
    if isOne(of: .leaveIt) {
      conversation.cancelReopen()
      return [words(.changeKept), question]
    }
    // "None" takes back the options that were shown.
    if case .answer(.value(.options([]))) = meaning, isOne(of: .none) { return nil }
    // Of what was shown back a no takes nothing; it is no "none" of all there is.
    if isOne(of: .no), conversation.script.questions[number].type == .anyOf { return [question] }
    if isOne(of: .yes) || isOne(of: .no) {
      if case .answer(let own) = meaning, own != reading.answer {
        self.reading = reading
        miss = .looseWhich
        let said = conversation.words(for: reading.answer, to: number)
        return [words(.looseWhich, ["answer": said, "reply": shown(line)])]
      }
      return isOne(of: .yes) ? accept(reading) : nil
    }
    if case .notUnderstood = meaning, reading.rest.isEmpty {
      // A no with more words speaks against what was shown back.
      return conversation.opens(line, with: .no) ? nil : keepReading(reading, line)
    }
    // What was asked for once more goes with what was understood.
    guard !reading.rest.isEmpty, case .value(.options(let first)) = reading.answer else {
      return nil
    }
    var both = reading
    both.typed += "\n" + line
    switch meaning {
    case .answer(.value(.options(let more))) where !more.isEmpty:
      both.answer = .value(.options(Set(first).union(more).sorted()))
      return accept(both)
    case .loose(.value(.options(let more)), let rest):
      both.answer = .value(.options(Set(first).union(more).sorted()))
      both.rest = rest
      return showBack(both)
    case .notUnderstood where !conversation.opens(line, with: .no):
      both.rest = ""
      return showBack(both)
    default: return nil
    }
  }

  /// Shows a reading again after words that say nothing to the question: what it seems to say must not get lost.
  private mutating func keepReading(_ reading: PendingEdit, _ line: String) -> [String] {
    misunderstood[reading.question, default: []].append(line)
    return showBack(reading)
  }

  /// Records what a reply seemed to say, and keeps all its words as a note.
  private mutating func accept(_ reading: PendingEdit) -> [String] {
    misunderstood[reading.question]?.removeAll(where: reading.typed.contains)
    let said = change(
      reading.answer, to: reading.question, typed: reading.typed, isWhole: reading.isWhole)
    let kept = conversation.keep(reading.typed, to: reading.question).map(\.text)
    if proposal != nil { return said + kept }
    let asked = askAboutContradiction(in: reading.typed, to: reading.question)
    return said + kept + (asked.isEmpty ? [question] : asked)
  }

  /// Asks whether the old words may be replaced, and shows how they begin.
  func confirmation(replacing old: String, _ answer: Answer) -> String {
    var opening = shown(old.split(whereSeparator: \.isWhitespace).joined(separator: " "))
    if opening.count > 60 { opening = opening.prefix(60).trimmingLastSpace + "…" }
    let isText = if case .value = answer { true } else { false }
    return words(isText ? .confirmReplace : .confirmTakeOut, ["words": opening])
  }

  /// Says why a line is not carried out.
  mutating func unable(_ phrase: Phrase, _ arguments: [String: String] = [:]) -> [String] {
    miss = phrase
    return [words(phrase, arguments)]
  }
}

extension Substring {
  fileprivate var trimmingLastSpace: Substring { last == " " ? dropLast() : self }
}

extension Command {
  /// Whether it shows something and changes nothing.
  var looksOnly: Bool {
    switch action {
    case .help, .why, .whatToDo, .review, .draft, .glossary: true
    default: says != nil
    }
  }
}
