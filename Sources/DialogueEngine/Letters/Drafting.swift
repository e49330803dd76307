package import DialogueModel

/// A letter drafted from the live answers.
package struct Draft: Hashable, Sendable {
  /// The name of the letter in the pack.
  package var letter: String
  /// A few words that say what the letter is; nil if the pack gives none.
  package var label: String?
  /// The text of the draft, with its slots filled.
  package var text: String
}

/// A question of the path that has no value, and the words that mark the gap.
package struct Gap: Hashable, Sendable {
  /// The question without a value.
  package var question: Int
  /// Why there is no value, in the words that letters print.
  package var words: String
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
  package var drafts: [Draft] { letters.map(draft) }

  /// Drafts a letter; the text begins with a note if no outcome of the chart has been reached.
  package func draft(_ number: Int) -> Draft {
    let letter = script.letters[number]
    let hasChart = walk.outcomes.contains { script.outcomes[$0].kind == .chart }
    let note = hasChart ? "" : script.words(.unfinished) + "\n\n"
    return Draft(letter: letter.id, label: letter.label, text: note + print(letter.text))
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
    return script.words(
      approval.reviewBy < today ? .approvalPast : .approved,
      [
        "by": approval.by, "date": words(for: approval.day),
        "review": words(for: approval.reviewBy),
      ])
  }

  /// The questions whose value is still to be found out, in the order of the path.
  package var gaps: [Gap] {
    walk.questions.compactMap { question in
      guard answers[question]?.value == nil else { return nil }
      if script.questions[question].isOptional, answers[question] ?? .skipped == .skipped {
        return nil
      }
      return Gap(question: question, words: gapWords(question))
    }
  }

  /// An answer as people read it.
  package func words(for answer: Answer, to number: Int) -> String {
    let question = script.questions[number]
    return switch answer {
    case .notKnown: question.notKnownLabel ?? script.words(.notKnown)
    case .toFindOut(let from): script.words(.toFindOut, ["who": from.withControlsVisible])
    case .skipped: script.words(.skipped)
    case .value(let value): words(for: value, to: question)
    }
  }

  func words(for value: Value, to question: Question) -> String {
    let words = script.words
    func label(_ option: Int) -> String {
      question.options.indices.contains(option) ? question.options[option].label : ""
    }
    switch value {
    case .option(let option): return label(option)
    case .options([]): return words(.none)
    case .options(let options):
      return options.map(label).joined(separator: words(.listSeparator))
    case .items(let items):
      let names = items.filter { !$0.isRemoved }.map(\.name.withControlsVisible)
      return names.isEmpty ? words(.none) : names.joined(separator: words(.listSeparator))
    case .text(let text):
      let text = text.withControlsVisible
      return question.isQuoted ? quoted(text) : text
    case .scalar(let scalar):
      return scalar.type.scalar?.words(for: scalar.position, in: words) ?? ""
    }
  }

  /// Only words that were typed in quotation marks are printed as someone's own.
  private func quoted(_ text: String) -> String {
    if let inside = text.insideQuotes {
      return script.words(.openQuote) + inside + script.words(.closeQuote)
    }
    return text.contains { "\"“”".contains($0) }
      ? text : script.words(.asReported, ["words": text])
  }

  func words(for date: CivilDate) -> String { DateAnswer.words(for: date, in: script.words) }

  func gapWords(_ question: Int) -> String {
    if let gap = script.questions[question].gap { return gap }
    return switch liveAnswer(question) {
    case nil: script.words(.gapNotAskedYet)
    case .notKnown: script.words(.gapNotKnown)
    case .toFindOut(let from): script.words(.gapToFindOut, ["who": from.withControlsVisible])
    case .skipped, .value: script.words(.gapNotAnswered)
    }
  }
}
