package import DialogueModel
package import Documents

/// A letter drafted from the live answers.
package struct Draft: Hashable, Sendable {
  /// The name of the letter in the pack.
  package var letter: String
  /// A few words that say what the letter is; nil if the pack gives none.
  package var label: String?
  /// The item that it is for, of a letter that is written once per item of a list.
  package var item: ListItem?
  /// What it says.
  package var document: Document
  /// The names of the parts that it has.
  package var parts: Set<String>

  /// The letter as plain text.
  package var text: String { document.plainText }

  /// An item of a list, by the id that keys have and the name that people see.
  package struct ListItem: Hashable, Sendable {
    package var id: String
    package var name: String
  }
}

extension Conversation {
  /// The letters to draft, by number, the most important first.
  ///
  /// The letters of the chart outcome come first, or those for an unfinished conversation if there is none; then
  /// those of the flags reached.
  package var letters: [Int] {
    let chart = walk.outcomes.filter { script.outcomes[$0].kind == .chart }
    let flags = walk.outcomes.filter { script.outcomes[$0].kind == .flag }
    let first =
      chart.isEmpty ? script.unfinishedLetters : chart.flatMap { script.outcomes[$0].letters }
    var letters: [Int] = []
    for letter in first + flags.flatMap({ script.outcomes[$0].letters })
    where !letters.contains(letter) {
      letters.append(letter)
    }
    return letters
  }

  /// Every letter to draft, drafted.
  package var drafts: [Draft] { letters.flatMap(draft) }

  /// Drafts a letter, once or once for each item of its list; a notice comes first if no outcome of the chart has
  /// been reached.
  package func draft(_ number: Int) -> [Draft] {
    let letter = script.letters[number]
    let filling = SlotFilling(self, isInLetter: true)
    let rounds = letter.rounds.filter { round in round.test.map { filling.holds($0) } ?? true }
    return rounds.map { round in
      let drafting = LetterDrafting(round.blocks, self, filling)
      var document = drafting.document
      if chartOutcomes.isEmpty { document.notice = Document.Line(script.words(.unfinished)) }
      if isPractice { document.mark(asPracticeIn: script.words) }
      var item: Draft.ListItem?
      if let list = letter.list, let place = round.item {
        item = Draft.ListItem(
          id: script.questions[list].options[place].id, name: name(ofItem: place, of: list))
      }
      return Draft(
        letter: letter.id, label: letter.label, item: item, document: document,
        parts: drafting.parts)
    }
  }

  /// The letters that are meant, by name, by words of the label, or all; empty if that is not clear.
  package func letters(matching typed: String) -> [Int] {
    let plain = NormalizedReply(typed)
    let named = letters(named: plain)
    guard named.isEmpty else { return named }
    let fitting = letters.filter { number in
      let letter = script.letters[number]
      return [letter.id.wordsOfKey, letter.label ?? ""].contains {
        NormalizedReply($0).contains(plain)
      }
    }
    return fitting.count == 1 ? fitting : []
  }

  /// The letter with this name, or all letters.
  func letters(named plain: NormalizedReply) -> [Int] {
    if script.words[.all].contains(where: plain.matches) { return letters }
    return letters.filter { plain.matches(script.letters[$0].id) }
  }

  /// The reason for each outcome reached, told from the answers; outcomes that give none are left out.
  package var reasons: [(outcome: String, text: String)] {
    walk.outcomes.compactMap { number in
      let outcome = script.outcomes[number]
      return outcome.because.map { (outcome.id, print($0)) }
    }
  }

  /// Who approved the pack and whether that still holds, or that no one has.
  package var approval: String {
    guard let approval = script.approval else { return script.words(.notApproved) }
    let isSame = approval.digest.map { $0 == script.digest } ?? true
    return script.words(
      !isSame ? .approvalChanged : approval.reviewBy < today ? .approvalPast : .approved,
      [
        "by": approval.by, "date": words(for: approval.day),
        "review": words(for: approval.reviewBy),
      ])
  }

  /// An answer as people read it.
  package func words(for answer: Answer, to question: Int) -> String {
    switch answer {
    case .notKnown: script.questions[question].notKnownLabel ?? script.words(.notKnown)
    case .toFindOut(let from): script.words(.toFindOut, ["who": from.withControlsVisible])
    case .skipped: script.words(.skipped)
    case .value(let value): words(for: value, to: question)
    }
  }

  func words(for value: Value, to question: Int) -> String {
    func label(_ option: Int) -> String {
      script.questions[question].options.indices.contains(option)
        ? script.questions[question].options[option].label : ""
    }
    switch value {
    case .option(let option): return label(option)
    case .options([]): return script.words(.none)
    case .options(let options): return script.words.list(options.map(label))
    case .items(let items):
      let names = items.filter { !$0.isRemoved }.map(\.name.withControlsVisible)
      return names.isEmpty ? script.words(.none) : script.words.list(names)
    case .text(let text):
      let text = text.withControlsVisible
      return script.questions[question].isQuoted ? quoted(text) : text
    case .scalar(let scalar) where scalar.type == .date:
      let days = scalar.days ?? DaySpan(CivilDate(dayNumber: Int(scalar.position)))
      return DateAnswer.words(for: days, from: today, in: script.words)
    case .scalar(let scalar) where scalar.type == .moment:
      return MomentAnswer.words(for: scalar.position, from: today, in: script.words)
    case .scalar(let scalar):
      return scalar.type.scalar?.words(for: scalar.position, in: script.words) ?? ""
    }
  }

  /// A moment some minutes earlier than the one that was answered; nil without a time of day.
  func words(for moment: Value?, lessMinutes minutes: Int) -> String? {
    guard case .scalar(let scalar)? = moment, scalar.type == .moment,
      let earlier = MomentAnswer.position(scalar.position, lessMinutes: minutes)
    else { return nil }
    return MomentAnswer.words(for: earlier, from: today, in: script.words)
  }

  /// Only words that were typed in quotation marks are printed as someone's own.
  private func quoted(_ text: String) -> String {
    if let inside = text.insideQuotes {
      return script.words(.openQuote) + inside + script.words(.closeQuote)
    }
    return text.contains { "\"“”".contains($0) }
      ? text : script.words(.asReported, ["words": text])
  }

  /// The day of the conversation, as people read it.
  package var todayInWords: String { words(for: today) }

  /// A day and a time of day as people read them, seen from the day of the conversation.
  package func words(for day: CivilDate, minute: Int) -> String {
    MomentAnswer.words(for: MomentAnswer.now(day, minute), from: today, in: script.words)
  }

  func words(for date: CivilDate) -> String {
    DateAnswer.words(for: date, from: today, in: script.words)
  }
}
