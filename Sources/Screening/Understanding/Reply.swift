package import DialogueScript

/// What a typed reply means.
package enum Reply: Sendable {
  case answer(Answer)
  case command(Command, argument: String)
  /// Nothing typed, where that is no answer.
  case empty
  /// A slash, and a command that does not exist.
  case unknownCommand
  /// A typed list has all its items.
  case listDone
  /// A typed list has no room for another item.
  case noRoom
  /// Several options fit equally well.
  case ambiguous([AnswerOption])
  case notUnderstood
}

extension Conversation {
  /// Understands what was typed in reply to a question: as a command, as a state that every
  /// question can have, or as a value of its type.
  ///
  /// Only what can mean one thing is understood.
  package func understand(_ typed: String, replyingTo number: Int?) -> Reply {
    let words = script.words
    let plain = Plain(typed)
    if typed.trimmed.hasPrefix("/") {
      let marked = Plain(String(typed.trimmed.dropFirst()))
      return command(marked, anyArgument: true) ?? state(marked).map { .answer($0) }
        ?? .unknownCommand
    }
    guard let number else { return command(plain, anyArgument: true) ?? .notUnderstood }
    let question = script.questions[number]
    if typed.trimmed.isEmpty { return question.isOptional ? .answer(.skipped) : .empty }
    if question.type == .list { return list(typed, plain, number) }
    let isText = question.type == .text
    // What opens with a quotation mark is someone's words, whatever they are.
    if isText, let first = typed.trimmed.first, "\"“'‘".contains(first) {
      return .answer(.value(.text(typed)))
    }
    if let exact = question.option(exactly: plain) { return value(of: exact, question) }
    // A list of options ends with not known, numbered like them.
    if question.type == .yesNo || question.type == .oneOf,
      Int(plain.text) == question.options.count + 1
    {
      return .answer(.notKnown)
    }
    if let command = command(plain, anyArgument: !isText) { return command }
    if let state = state(plain, notKnownLabel: question.notKnownLabel), plain.isShort || !isText {
      // Someone's own words may well begin with "ask".
      if case .toFindOut = state, question.isQuoted { return .answer(.value(.text(typed))) }
      return .answer(state)
    }
    if !isText, let state = looseState(plain, question) { return .answer(state) }
    return switch question.type {
    case .text: .answer(.value(.text(typed)))
    case .yesNo: yesNo(plain, words)
    case .oneOf: oneOf(plain, question)
    case .anyOf: anyOf(plain, question)
    case .list: .notUnderstood
    case .number: self.number(plain).map { .answer(.value(.number($0))) } ?? .notUnderstood
    case .date:
      date(plain, ahead: question.liesAhead).flatMap { question.liesAhead && $0 < today ? nil : $0 }
        .map {
          .answer(.value(.date($0, words: typed.trimmed)))
        } ?? .notUnderstood
    }
  }

  private func value(of option: Int, _ question: Question) -> Reply {
    .answer(.value(question.type == .anyOf ? .options([option]) : .option(option)))
  }

  /// A command by its whole words, or with an argument after them: in reply to a text only one that can mean
  /// nothing else, so that no account that starts with such a word is taken for one.
  private func command(_ plain: Plain, anyArgument: Bool) -> Reply? {
    for command in script.words.commands {
      for words in command.words {
        guard let rest = plain.rest(after: words) else { continue }
        if rest.isEmpty || takes(rest, command, anyWords: anyArgument) {
          return .command(command, argument: rest.typed)
        }
      }
    }
    return nil
  }

  private func takes(_ argument: Plain, _ command: Command, anyWords: Bool) -> Bool {
    if let answering = command.answering { return answering.then != nil }
    return switch command.action {
    case .change, .note: anyWords || Int(argument.text) != nil
    // No account begins like this and is as short.
    case .glossary: anyWords || argument.count <= 4
    case .draft: anyWords || !letters(named: argument).isEmpty
    default: false
    }
  }

  /// Not known, to find out, or skipped, said on its own, with who is to be asked.
  private func state(_ plain: Plain, notKnownLabel: String? = nil) -> Answer? {
    let words = script.words
    if words[.skip].contains(where: plain.matches) { return .skipped }
    let notKnown = words[.notKnown] + (notKnownLabel.map { [$0] } ?? [])
    if notKnown.contains(where: plain.matches) { return .notKnown }
    let who = words[.toFindOut].lazy.compactMap { plain.rest(after: $0) }.first
    return who.map { $0.typed.isEmpty ? .notKnown : .toFindOut(from: $0.typed) }
  }

  /// The same with words around it that say nothing else, such as "not sure, ask Sam".
  private func looseState(_ plain: Plain, _ question: Question) -> Answer? {
    let words = script.words
    let notKnown = words[.notKnown] + (question.notKnownLabel.map { [$0] } ?? [])
    let rests = notKnown.compactMap { plain.rest(after: $0) }
    guard let rest = rests.min(by: { $0.count < $1.count }) else { return nil }
    if let who = state(rest) { return who }
    return rest.isOnly(words[.small]) && !rest.contains(anyOf: words[.yes] + words[.no])
      ? .notKnown : nil
  }

  /// A number, with nothing around it that could change it: "about 14", "14 years old".
  private func number(_ plain: Plain) -> Double? {
    let around = Set(script.words[.aroundNumber].map { $0.lowercased() })
    let rest = plain.words.filter { !around.contains($0) }
    return rest.count == 1 ? Double(typedNumber: rest[0]) : nil
  }

  /// Yes or no, with nothing after it that could say something else: "no, but a dog barked" is asked again.
  private func yesNo(_ plain: Plain, _ words: Words) -> Reply {
    for (option, list) in [WordList.yes, .no].enumerated() {
      for phrase in words[list] {
        guard let rest = plain.rest(after: phrase), rest.isOnly(words[.small]) else { continue }
        let turns = (option == 0 ? words[.negation] : words[.yes]) + words[.notKnown]
        if !rest.contains(anyOf: turns) { return .answer(.value(.option(option))) }
      }
    }
    return .notUnderstood
  }

  /// An edit of a typed list, or one more item.
  private func list(_ typed: String, _ plain: Plain, _ number: Int) -> Reply {
    let words = script.words
    let hasItems = items(of: number).contains { !$0.isRemoved }
    if let command = command(plain, anyArgument: false) { return command }
    func isOne(of lists: WordList...) -> Bool {
      lists.contains { words[$0].contains(where: plain.matches) }
    }
    // What says "no one" or "not known" ends a list that has items, and removes none.
    if isOne(of: .listDone) || hasItems && isOne(of: .none, .no, .notKnown, .skip) {
      return hasItems ? .listDone : .answer(removingAll(of: number))
    }
    if isOne(of: .none, .no) { return .answer(removingAll(of: number)) }
    if !hasItems, plain.isShort, let state = state(plain) { return .answer(state) }
    func item(after list: WordList) -> (number: Int, rest: Plain)? {
      guard let rest = words[list].lazy.compactMap({ plain.rest(after: $0) }).first,
        let word = rest.words.first, let number = Int(word)
      else { return nil }
      return (number, rest.rest(after: word) ?? Plain(""))
    }
    var edited: Answer?
    if let (item, _) = item(after: .remove) {
      edited = changing(item: item, of: number) { $0.isRemoved = true }
    } else if let (item, _) = item(after: .restore) {
      edited = changing(item: item, of: number) { $0.isRemoved = false }
    } else if let (item, rest) = item(after: .rename) {
      let name = words[.renameTo].lazy.compactMap { rest.rest(after: $0) }.first ?? rest
      guard !name.isEmpty else { return .notUnderstood }
      edited = changing(item: item, of: number) { $0.name = name.typed }
    } else {
      return adding(typed.trimmed, to: number).map { .answer($0) } ?? .noRoom
    }
    return edited.map { .answer($0) } ?? .notUnderstood
  }

  private func oneOf(_ plain: Plain, _ question: Question) -> Reply {
    // A word that says nothing by itself, or yes and no, may stand in any label.
    let small = script.words[.small] + script.words[.yes] + script.words[.no]
    let fitting = plain.isOnly(small) ? [] : question.options(fitting: plain)
    return switch fitting.count {
    case 0: .notUnderstood
    case 1: .answer(.value(.option(fitting[0])))
    default: .ambiguous(fitting.map { question.options[$0] })
    }
  }

  private func anyOf(_ plain: Plain, _ question: Question) -> Reply {
    let words = script.words
    if words[.all].contains(where: plain.matches) {
      return .answer(.value(.options(Array(question.options.indices))))
    }
    if (words[.none] + words[.no]).contains(where: plain.matches) {
      return .answer(.value(.options([])))
    }
    var chosen = Set<Int>()
    for part in plain.parts(between: words[.between].map(Plain.init)) {
      let fitting =
        question.option(exactly: part).map { [$0] }
        ?? (part.isOnly(words[.small]) ? [] : question.options(fitting: part))
      switch fitting.count {
      case 0: return .notUnderstood
      case 1: chosen.insert(fitting[0])
      default: return .ambiguous(fitting.map { question.options[$0] })
      }
    }
    return chosen.isEmpty ? .notUnderstood : .answer(.value(.options(chosen.sorted())))
  }
}

extension Question {
  /// An option by its number, id, label or a synonym, whole.
  fileprivate func option(exactly plain: Plain) -> Int? {
    if type == .yesNo { return yesNoOption(exactly: plain) }
    guard type == .oneOf || type == .anyOf else { return nil }
    if let number = Int(plain.text) {
      return options.indices.contains(number - 1) ? number - 1 : nil
    }
    return options.firstIndex { option in
      ([option.id, option.label] + option.synonyms).contains(where: plain.matches)
    }
  }

  private func yesNoOption(exactly plain: Plain) -> Int? {
    if let number = Int(plain.text) { return (1...2).contains(number) ? number - 1 : nil }
    return options.firstIndex { option in
      ([option.label] + option.synonyms).contains(where: plain.matches)
    }
  }

  /// The options that whole words of the reply are a part of.
  fileprivate func options(fitting plain: Plain) -> [Int] {
    options.indices.filter { number in
      ([options[number].label] + options[number].synonyms).contains { Plain($0).contains(plain) }
    }
  }
}

extension Double {
  /// A number as people type it: digits, spaces around.
  fileprivate init?(typedNumber text: String) {
    guard text.unicodeScalars.allSatisfy({ ("0"..."9").contains($0) || $0 == "." || $0 == "-" }),
      let number = Double(text), number.isFinite
    else { return nil }
    self = number
  }
}
