import DialogueModel

extension Compiler {
  /// Places a dialogue's steps, or returns the block where they have been placed already.
  mutating func placeDialogue(
    _ dialogue: DialogueSyntax, in scope: Scope, under callers: [String], used: inout Set<String>
  ) -> Int {
    used.insert(dialogue.name.text)
    if let block = usedBlocks[scope.prefix] { return block }
    let block = place(
      dialogue.steps, in: scope, under: callers + [dialogue.name.text], used: &used)
    usedBlocks[scope.prefix] = block
    return block
  }

  /// Places steps as one block, each with its key and the questions it asks.
  mutating func place(
    _ steps: [StepSyntax], in scope: Scope, under callers: [String], used: inout Set<String>
  ) -> Int {
    let block = placed.count
    placed.append([])
    var result: [Placed] = []
    place(steps, into: &result, groups: [], in: scope, under: callers, used: &used)
    placed[block] = result
    return block
  }

  /// Places steps one after the other; those of a group follow it in the same block.
  private mutating func place(
    _ steps: [StepSyntax], into result: inout [Placed], groups: [Int], in scope: Scope,
    under callers: [String], used: inout Set<String>
  ) {
    for step in steps {
      let key = scope.prefix + step.id.text
      var entry = Placed(step: step, key: key, scope: scope.at(position: script.questions.count))
      entry.groups = groups
      switch step.kind {
      case .ask(let ask):
        placeQuestions(ask, &entry)
        questionsPlaced[key] = entry.questions
      case .askAgain: placeAgain(&entry)
      case .use(let name): placeUse(name, &entry, under: callers, used: &used)
      case .forEach(let list, let name, let body):
        placeRounds(list, as: name, body, &entry, under: callers, used: &used)
      case .say, .decide, .choose, .conclude, .group: break
      }
      let at = result.count
      result.append(entry)
      if case .group(let body) = step.kind {
        place(
          body, into: &result, groups: groups + [at], in: scope, under: callers, used: &used)
        result[at].size = result.count - at - 1
      }
    }
  }

  private mutating func placeAgain(_ entry: inout Placed) {
    if let questions = questionsPlaced[entry.key] {
      entry.questions = questions
    } else {
      report(
        .noSuchTarget,
        "there is no question `\(entry.step.id.text)` before this place in this dialogue",
        fix: "add `text:` and `answer:` to ask it here", at: entry.step.id.place)
    }
  }

  private mutating func placeUse(
    _ name: Scalar, _ entry: inout Placed, under callers: [String], used: inout Set<String>
  ) {
    guard let dialogue = dialogues[name.text] else {
      reportUnknown(.noSuchTarget, "dialogue", name.text, at: name.place, among: dialogues.keys)
      return
    }
    guard !callers.contains(name.text), callers.count < 32 else {
      report(
        .loop,
        "`\(name.text)` comes back to itself: "
          + (callers.drop { $0 != name.text } + [name.text]).joined(separator: " uses "),
        fix: "a dialogue can't be part of itself; repeat with `for each`", at: name.place)
      return
    }
    entry.block = placeDialogue(
      dialogue, in: entry.scope.using(name.text), under: callers, used: &used)
  }

  private mutating func placeRounds(
    _ list: Scalar, as name: String, _ body: [StepSyntax], _ entry: inout Placed,
    under callers: [String], used: inout Set<String>
  ) {
    guard let number = listQuestion(list, in: entry.scope) else { return }
    let question = script.questions[number]
    guard script.questions.count < 20_000, placed.count < 20_000 else {
      report(.tooLarge, "these rounds make the pack too large", at: list.place)
      return
    }
    for (item, option) in question.options.enumerated() {
      let scope = entry.scope.round(
        of: question, number, item: item, option: option, as: name)
      let block = place(body, in: scope, under: callers, used: &used)
      entry.rounds.append(Step.Round(list: number, item: item, block: block))
    }
  }

  /// The any of or typed list that a name refers to; nil for any other question or none, which is reported.
  mutating func listQuestion(_ name: Scalar, in scope: Scope) -> Int? {
    guard let number = question(Word(text: name.text, place: name.place), in: scope) else {
      return nil
    }
    guard [.anyOf, .list].contains(script.questions[number].type) else {
      report(
        .wrongType,
        "`\(name.text)` is no list: its answer is \(script.questions[number].type.rawValue)",
        fix: "name a question with `answer: any of …` or `list of …`", at: name.place)
      return nil
    }
    return number
  }

  private mutating func placeQuestions(_ ask: AskSyntax, _ entry: inout Placed) {
    guard case .composite(let name) = ask.answer else {
      if let number = placeQuestion(ask, key: entry.key, was: entry.step.was, entry.scope) {
        entry.questions = [(number, entry.step)]
        entry.isPassedOver =
          [.oneOf, .anyOf].contains(script.questions[number].type)
          && script.questions[number].options.isEmpty
      }
      return
    }
    guard let composite = source.composites[name.text] else {
      report(
        .unknownName, "`\(name.text)` is no type of answer",
        fix: Name.suggestion(
          for: name.text, among: AnswerType.allCases.map(\.rawValue) + source.composites.keys)
          ?? "write yes-no, one of, any of, text, number, date, or a composite of the pack",
        at: name.place)
      return
    }
    inUse.insert(composite.place)
    if let first = ask.hears.first { reportHearsNothing(first) }
    if let first = ask.hearsLate.first { reportHearsNothingLate(first) }
    if let name = ask.birthDate { reportMisplaced(name, .birthDate) }
    if let name = ask.moment { reportMisplaced(name, .moment) }
    if let name = ask.heardIn.first { reportNoOptions(name) }
    if let holds = ask.holds { reportHoldsNothing(holds) }
    for (place, part) in composite.parts.enumerated() {
      guard case .ask(var partAsk) = part.kind else { continue }
      if place == 0 {
        partAsk.text = ask.text
        partAsk.label = ask.label ?? partAsk.label
        partAsk.hint = ask.hint ?? partAsk.hint
        partAsk.why = ask.why ?? partAsk.why
        partAsk.unclear = ask.unclear ?? partAsk.unclear
        partAsk.source = ask.source ?? partAsk.source
      }
      partAsk.isOptional = partAsk.isOptional || ask.isOptional
      var step = part
      step.kind = .ask(partAsk)
      let key = "\(entry.key).\(part.id.text)"
      let was =
        entry.step.was.map { Scalar(text: "\($0.text).\(part.id.text)", place: $0.place) }
        + part.was.map { Scalar(text: "\(entry.key).\($0.text)", place: $0.place) }
      guard let number = placeQuestion(partAsk, key: key, was: was, entry.scope) else { continue }
      if place == 0 { names[entry.key] = number }
      entry.questions.append((number, step))
    }
  }

  private mutating func placeQuestion(
    _ ask: AskSyntax, key: String, was: [Scalar], _ scope: Scope
  ) -> Int? {
    let type: AnswerType
    let options: [AnswerOption]
    switch ask.answer {
    case .plain(let plain): (type, options) = (plain, plain == .yesNo ? yesNoOptions([]) : [])
    case .options(.yesNo, let items): (type, options) = (.yesNo, yesNoOptions(items))
    case .options(let chosen, let items):
      let name = Scalar(text: key, place: items.first?.id.place ?? scope.noPlace)
      (type, options) = (chosen, VocabularySyntax(name: name, items: items).options)
    case .vocabulary(let chosen, let name):
      guard let known = vocabularies[name.text] else {
        reportUnknown(
          .unknownName, "vocabulary", name.text, at: name.place, among: vocabularies.keys)
        return nil
      }
      (type, options) = (chosen, known)
    case .list(let most):
      (type, options) = (.list, (1...most).map { AnswerOption(id: "\($0)", label: "") })
    case .composite: return nil
    }
    let place = ask.text?.place ?? scope.noPlace
    var question = Question(key: key, type: type, options: options, place: place)
    question.isOptional = ask.isOptional
    question.isQuiet = ask.isQuiet
    question.isQuoted = ask.isQuoted
    question.takesLines = ask.takesLines
    question.liesAhead = ask.liesAhead
    question.whenUnsure = ask.whenUnsure
    (question.lowest, question.highest) = (ask.lowest, ask.highest)
    question.notKnownLabel = ask.notKnown
    question.holding = holding(ask.holds, of: type)
    if let source = ask.source {
      question.source = source.text
      cite(source)
    }
    if case .vocabulary(_, let name) = ask.answer {
      question.vocabulary = name.text
      question.optionClasses = optionClasses[name.text] ?? []
      if let declared = source.vocabularies.first(where: { $0.name.text == name.text }) {
        inUse.insert(declared.name.place)
      }
    }
    let number = script.questions.count
    script.questions.append(question)
    names[key] = number
    for former in was {
      script.numbers[former.text.contains(".") ? former.text : scope.prefix + former.text] = number
    }
    return number
  }

  mutating func yesNoOptions(_ items: [ItemSyntax]) -> [AnswerOption] {
    for item in items where !["yes", "no"].contains(item.id.text) {
      report(
        .notAnOption, "a yes-no has no option `\(item.id.text)`",
        fix: "it has `yes:` and `no:`; for the third answer write `not-known: …` beside `options:`",
        at: item.id.place)
    }
    return [Phrase.yes, .no].map { phrase in
      guard let item = items.first(where: { $0.id.text == phrase.rawValue }) else {
        return AnswerOption(id: phrase.rawValue, label: script.words(phrase))
      }
      var option = AnswerOption(id: item.id.text, label: item.label)
      option.synonyms = item.synonyms.map(\.text)
      return option
    }
  }
}

extension Scope {
  /// A placeholder for use after a fault that has been reported.
  var noPlace: SourcePlace { SourcePlace(file: "", line: 1, column: 1) }
}
