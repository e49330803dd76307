package import DialogueModel

/// An answer as it is stored and exchanged: options by id, days as `2026-11-16`.
package enum StoredAnswer: Hashable, Sendable {
  case text(String)
  case number(Double)
  case truth(Bool)
  case list([String])
  /// The items of a typed list; `instead` is its state if that is not a value.
  indirect case items([StoredItem], instead: StoredAnswer?)
  /// A day or a time as files write it, with the words it was given in.
  case scalar(AnswerType, String, words: String)
  case notKnown
  case toFindOut(from: String)
  case skipped
}

/// One item of a typed list, as it is stored.
package struct StoredItem: Hashable, Sendable {
  /// The item's identity in its list, from 1.
  package var number: Int
  /// The name of the item, as it was typed.
  package var name: String
  /// True if the item has been removed; nil means it has not.
  package var removed: Bool?

  package init(number: Int, name: String, removed: Bool? = nil) {
    self.number = number
    self.name = name
    self.removed = removed
  }
}

extension Conversation {
  /// Continues a conversation from stored answers.
  ///
  /// An answer that fits no question, or is outside its bounds, goes to `unmatchedAnswers`. Of an any of, the items are
  /// used that still exist and go together; an option that has become exclusive yields to the others.
  package init(
    _ script: Script, stored: [String: StoredAnswer], today: CivilDate, minute: Int? = nil
  ) {
    var answers: Answers = [:]
    var unmatchedAnswers: [String: StoredAnswer] = [:]
    for (key, kept) in stored {
      // If both are stored, the present key takes precedence over a former one.
      guard let number = script.number(of: key),
        script.questions[number].key == key || stored[script.questions[number].key] == nil
      else {
        unmatchedAnswers[key] = kept
        continue
      }
      var lost: [String] = []
      let question = script.questions[number]
      if let answer = question.type.answer(
        from: kept, among: question.options, reading: question.whenUnsure, lost: &lost),
        let fitting = question.fitting(answer, on: today, lost: &lost)
      {
        answers[number] = fitting
        if !lost.isEmpty { unmatchedAnswers[question.key] = .list(lost) }
      } else {
        unmatchedAnswers[key] = kept
      }
    }
    self.init(script, answers: answers, today: today, minute: minute)
    self.unmatchedAnswers = unmatchedAnswers
    for (key, kept) in stored {
      guard case .items(let items, _?) = kept, let number = script.number(of: key) else { continue }
      removedItems[number] = items.map { Item(number: $0.number, name: $0.name, isRemoved: true) }
    }
  }

  /// Every answer, live or parked, by key, together with `unmatchedAnswers`.
  ///
  /// A practice has none: whatever keeps conversations can't keep one about an invented story.
  package var stored: [String: StoredAnswer] { isPractice ? [:] : kept }

  /// The same for a practice as well: for what forgets it when the program ends.
  package var kept: [String: StoredAnswer] {
    var stored = unmatchedAnswers
    for number in answers.questions where number >= script.localCount {
      stored[script.questions[number].key] = storedAnswer(to: number)
    }
    return stored
  }

  /// The same conversation with other answers, as they were kept.
  package func with(kept: [String: StoredAnswer]) -> Conversation {
    let other = Conversation(script, stored: kept, today: today, minute: minute)
    var answers = other.answers
    for field in 0..<script.localCount { answers[field] = self.answers[field] }
    var copy = Conversation(
      script, answers: answers, localAnswers: [:], today: today, minute: minute,
      isPractice: isPractice)
    copy.unmatchedAnswers = other.unmatchedAnswers
    copy.removedItems = other.removedItems
    return copy
  }

  /// One answer, live or parked, as it is stored; nil if the question has none.
  package func storedAnswer(to number: Int) -> StoredAnswer? {
    guard let answer = answers[number] else { return nil }
    let question = script.questions[number]
    var kept = question.stored(answer)
    if let items = removedItems[number] { kept = .items(items.map(\.stored), instead: kept) }
    // Items that fit no option stay in the answer they came in.
    if case .list(let items) = kept, case .list(let lost)? = unmatchedAnswers[question.key] {
      kept = .list(items + lost)
    }
    return kept
  }
}

extension Script {
  /// The answer that a program gives to a question; nil if any part of it does not fit.
  package func answer(to question: Int, from given: StoredAnswer) -> Answer? {
    var lost: [String] = []
    // The question is read in place because it is large to copy.
    let answer = questions[question].type.answer(
      from: given, among: questions[question].options, reading: questions[question].whenUnsure,
      lost: &lost)
    return lost.isEmpty ? answer : nil
  }
}

extension Question {
  /// The answer without options that can't be chosen together with its others, which are added to `lost`.
  ///
  /// Nil if only such options are chosen, since which of them is meant can't be known; and nil if a value is outside
  /// the question's bounds, unless it may have been within them on an earlier day.
  fileprivate func fitting(
    _ answer: Answer, on today: CivilDate, lost: inout [String]
  ) -> Answer? {
    if case .scalar(let scalar)? = answer.value {
      return mayHold(scalar, on: today) ? answer : nil
    }
    guard case .options(let chosen)? = answer.value, exclusiveOption(among: chosen) != nil else {
      return answer
    }
    lost += chosen.filter { options[$0].isExclusive }.map { options[$0].id }
    let left = chosen.filter { !options[$0].isExclusive }
    return left.isEmpty ? nil : .value(.options(left))
  }

  package func stored(_ answer: Answer) -> StoredAnswer {
    switch answer {
    case .notKnown: .notKnown
    case .toFindOut(let from): .toFindOut(from: from)
    case .skipped: .skipped
    case .value(.option(let option)):
      type == .yesNo ? .truth(option == 0) : .text(options[option].id)
    case .value(.options(let chosen)): .list(chosen.map { options[$0].id })
    case .value(.items(let items)): .items(items.map(\.stored), instead: nil)
    case .value(.text(let text)): .text(text)
    case .value(.scalar(let scalar)):
      scalar.type.scalar?.isFigure == true
        ? .number(scalar.position) : .scalar(scalar.type, scalar.literal, words: scalar.words)
    }
  }
}

extension AnswerType {
  /// Nil if the answer does not fit; items of an any of that no longer exist are added to `lost`.
  ///
  /// Of several days, conditions read the given end.
  fileprivate func answer(
    from kept: StoredAnswer, among options: [AnswerOption], reading end: SpanEnd,
    lost: inout [String]
  ) -> Answer? {
    func option(_ id: String) -> Int? {
      options.firstIndex { $0.id == id } ?? options.firstIndex { $0.formerIds.contains(id) }
    }
    switch (self, kept) {
    case (_, .notKnown): return .notKnown
    case (_, .toFindOut(let from)): return .toFindOut(from: from)
    case (_, .skipped): return .skipped
    case (.yesNo, .truth(let truth)): return .value(.option(truth ? 0 : 1))
    case (.yesNo, .text(let id)), (.oneOf, .text(let id)):
      return option(id).map { .value(.option($0)) }
    case (.anyOf, .list(let ids)):
      var kept: [Int] = []
      kept.reserveCapacity(ids.count)
      for id in ids {
        guard let option = option(id) else {
          lost.append(id)
          continue
        }
        if !kept.contains(option) { kept.append(option) }
      }
      return kept.isEmpty && !lost.isEmpty ? nil : .value(.options(kept.sorted()))
    case (.list, .items(_, let state?)):
      return answer(from: state, among: options, reading: end, lost: &lost)
    case (.list, .items(let items, nil)):
      let numbers = items.map(\.number)
      guard Set(numbers).count == items.count,
        numbers.allSatisfy({ (1...options.count).contains($0) })
      else { return nil }
      return .value(
        .items(
          items.map { Item(number: $0.number, name: $0.name, isRemoved: $0.removed ?? false) }
            .sorted { $0.number < $1.number }))
    case (.list, .list(let names)):
      guard names.count <= options.count else { return nil }
      return .value(.items(names.enumerated().map { Item(number: $0 + 1, name: $1) }))
    case (.text, .text(let text)): return text.isEmpty ? nil : .value(.text(text))
    case (_, .number(let number)):
      guard scalar?.isFigure == true, number.isFinite else { return nil }
      return .value(.scalar(ScalarValue(self, number)))
    case (_, .scalar(self, let literal, let words)):
      return ScalarValue(self, literal: literal, reading: end, words: words)
        .map { .value(.scalar($0)) }
    case (_, .text(let literal)) where scalar?.isFigure == false:
      return ScalarValue(self, literal: literal, reading: end).map { .value(.scalar($0)) }
    default: return nil
    }
  }
}

extension Item {
  fileprivate var stored: StoredItem {
    StoredItem(number: number, name: name, removed: isRemoved ? true : nil)
  }
}

extension Script {
  /// The question with this key, in which a list, an item or an id may have a former name.
  package func number(of key: String) -> Int? {
    if let number = numbers[key] { return number }
    guard let open = key.firstIndex(of: "["), let shut = key[open...].firstIndex(of: "]"),
      let list = numbers[String(key[..<open])]
    else { return nil }
    let item = String(key[key.index(after: open)..<shut])
    let options = questions[list].options
    let present = options.first { $0.id == item } ?? options.first { $0.formerIds.contains(item) }
    guard let present else { return nil }
    let renamed = "\(questions[list].key)[\(present.id)]\(key[key.index(after: shut)...])"
    return renamed == key ? nil : number(of: renamed)
  }
}

extension StoredAnswer {
  /// The answer as people read it, where no question says what it means.
  package func inWords(of words: Words) -> String {
    switch self {
    case .text(let text): text.withControlsVisible
    case .number(let number): Int(exactly: number).map(String.init) ?? String(number)
    case .truth(let truth): words(truth ? .yes : .no)
    case .list(let names): words.list(names)
    case .items(let items, _):
      words.list(items.filter { $0.removed != true }.map(\.name.withControlsVisible))
    case .scalar(_, _, let typed): typed.withControlsVisible
    case .notKnown: words(.notKnown)
    case .toFindOut(let who): words(.toFindOut, ["who": who.withControlsVisible])
    case .skipped: words(.skipped)
    }
  }
}
