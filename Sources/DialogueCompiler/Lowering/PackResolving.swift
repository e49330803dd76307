import DialogueModel

/// A watch whose steps have been placed.
struct PlacedWatch {
  var test: TestSyntax
  var scope: Scope
  var block: Int
  /// Whether the list includes the item it is for; nil for a watch without a list.
  var round: Condition?
}

extension Compiler {
  /// Places the watches: each condition fires separately, and so does each item of a list.
  mutating func placeWatches(used: inout Set<String>) -> [PlacedWatch] {
    var result: [PlacedWatch] = []
    for watch in source.watches {
      var places: [(scope: Scope, round: Condition?)] = [(.whole, nil)]
      if let list = watch.list {
        guard let number = listQuestion(list, in: .whole) else { continue }
        let question = script.questions[number]
        places = question.options.enumerated().map { item, option in
          (
            Scope.whole.round(
              of: question, number, item: item, option: option, as: watch.itemName),
            .includes(question: number, [item])
          )
        }
      }
      for (scope, round) in places {
        var inside = scope.using(watch.name.text)
        inside.items = scope.items
        let block = place(watch.steps, in: inside, under: [], used: &used)
        result += watch.conditions.map {
          PlacedWatch(test: $0, scope: scope, block: block, round: round)
        }
      }
    }
    return result
  }

  mutating func resolve(_ watches: [PlacedWatch]) {
    script.watchers = Array(repeating: [], count: script.questions.count)
    for watch in watches {
      var test = test(watch.test, in: watch.scope)
      if let round = watch.round { test = Test(.all([round, test.condition]), at: test.place) }
      for question in test.condition.questions.sorted() {
        script.watchers[question].append(script.watches.count)
        script.questions[question].isWatched = true
      }
      script.watches.append(Watch(test, block: watch.block))
    }
  }

  /// Adds outcomes and letters by name first, because steps and letters name them.
  mutating func resolveOutcomes(in pack: SourcePlace) {
    for letter in source.letters {
      script.letters.append(Letter(id: letter.id, place: letter.place))
    }
    let defaultLetters = letters(source.defaultLetters)
    for source in source.outcomes {
      var outcome = Outcome(
        id: source.id.text, kind: source.kind, text: Text(), place: source.id.place)
      outcome.letters =
        source.letters.map { letters($0) } ?? (source.kind == .chart ? defaultLetters : [])
      outcome.formerIds = source.was
      outcome.isOnce = source.isOnce
      script.outcomes.append(outcome)
    }
    if let first = source.defaultLetters.first,
      !source.outcomes.contains(where: { $0.kind == .chart && $0.letters == nil })
    {
      report(
        .unused, "every outcome of the chart has `letters:` of its own, so no default is used",
        fix: "delete `default-letters:`, or `letters:` where they say the same", at: first.place)
    }
    script.unfinishedLetters = letters(source.unfinished)
    for (name, label) in source.letterLabels {
      for number in letters([name]) { script.letters[number].label = label }
    }
    if source.unfinished.isEmpty, !isLost("unfinished"), !isLost("outcomes") {
      report(
        .noLetter, "no letter is named under `unfinished:`",
        fix: "name the letter to draft before the conversation has come to an outcome", at: pack)
    }
  }

  private mutating func letters(_ names: [Scalar]) -> [Int] {
    names.compactMap { name in
      let letter = script.letters.firstIndex { $0.id == name.text }
      if letter == nil {
        reportUnknown(
          .noSuchTarget, "letter", name.text, at: name.place, among: script.letters.map(\.id))
      }
      return letter
    }
  }

  /// Finds the typed list in which the pack keeps notes.
  mutating func resolveNotes() {
    guard let name = source.notes,
      let number = question(Word(text: name.text, place: name.place), in: .whole)
    else { return }
    script.notes = number
    if script.questions[number].type != .list {
      report(
        .wrongType,
        "notes are kept in a typed list; `\(name.text)` is \(script.questions[number].type.rawValue)",
        fix: "give it `answer: list of note`", at: name.place)
    }
  }

  mutating func resolveLettersAndCommands() {
    for (number, letter) in source.letters.enumerated() { resolveLetter(number, letter) }
    for (number, source) in source.outcomes.enumerated() {
      script.outcomes[number].text = text(source.text, in: .letter)
      script.outcomes[number].because = source.because.map { text($0, in: .letter) }
    }
    for line in source.standing {
      script.standing.append(
        StandingLine(
          id: line.id.text, test: test(line.test, in: .letter), text: text(line.text, in: .letter),
          place: line.id.place))
    }
    if let reminder = source.reminder { resolve(reminder) }
    for number in script.words.commands.indices {
      let id = script.words.commands[number].id
      if let says = source.commandTexts[id] {
        script.words.commands[number].says = text(says, in: .whole)
      }
      if let answers = source.commandAnswers[id] {
        script.words.commands[number].answering = answering(answers)
      }
    }
  }

  private mutating func resolve(_ reminder: ReminderSyntax) {
    let moment = reminder.before.flatMap {
      question(Word(text: $0.text, place: $0.place), of: [.moment], for: "`before:`", in: .letter)
    }
    script.reminder = Reminder(
      test: test(reminder.test, in: .letter), title: reminder.title.text.trimmed,
      text: text(reminder.text, in: .letter), moment: moment, minutes: reminder.minutes,
      workingDays: reminder.workingDays)
  }

  /// The question and the option that a command answers with; nil if a name is wrong.
  private mutating func answering(_ source: AnsweringSyntax) -> Command.Answering? {
    let name = Word(text: source.question.text, place: source.question.place)
    let option = Word(text: source.option.text, place: source.option.place)
    guard let question = question(name, of: [.yesNo, .oneOf], for: "`answers:`", in: .whole),
      isAsked(question, name),
      let option = options([option], of: script.questions[question], name, in: .whole)?.first
    else { return nil }
    guard let then = source.then.map({ Word(text: $0.text, place: $0.place) }) else {
      return Command.Answering(question: question, option: option, then: nil)
    }
    guard let rest = self.question(then, of: [.text], for: "`then:`", in: .whole),
      isAsked(rest, then)
    else { return nil }
    return Command.Answering(question: question, option: option, then: rest)
  }

  /// Reports a field of the local file: it is never asked, so no command can answer it.
  private mutating func isAsked(_ question: Int, _ name: Word) -> Bool {
    guard question < script.localCount else { return true }
    report(
      .wrongType, "`\(name.text)` is a field of the local file, which no one is asked for",
      fix: "name a question", at: name.place)
    return false
  }
}
