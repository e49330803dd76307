import DialogueModel

extension Compiler {
  mutating func test(_ source: TestSyntax, in scope: Scope) -> Test {
    Test(condition(source.condition, in: scope), at: source.place)
  }

  /// Resolves the names of a condition, and checks each test against the type of what it tests.
  mutating func condition(_ source: ConditionSyntax, in scope: Scope) -> Condition {
    conditionsLeft -= 1
    guard conditionsLeft > 0 else { return .unresolved }
    switch source {
    case .not(let part): return .not(condition(part, in: scope))
    case .all(let parts): return .all(parts.map { condition($0, in: scope) })
    case .any(let parts): return .any(parts.map { condition($0, in: scope) })
    case .fact(let name): return fact(name, in: scope)
    case .test(let name, let test): return self.test(name, test, in: scope)
    case .anyItem(let list, let part):
      return items(list, where: part, in: scope).map { .any($0) } ?? .unresolved
    case .count(let list, let part, let comparison, let number):
      return items(list, where: part, in: scope).map { .count($0, comparison, number) }
        ?? .unresolved
    case .age(let name, let comparison, let years):
      guard let question = question(name, of: [.date], for: "`age of`", in: scope) else {
        return .unresolved
      }
      return .age(question: question, comparison, years)
    case .outcome(let names): return outcome(names, in: scope)
    case .letterDrafted(let name): return letterDrafted(name, in: scope)
    case .partPrinted(let part, let letter):
      return partPrinted(part, of: letter, in: scope)
    case .answerPrinted(let question, let letter):
      return answerPrinted(question, in: letter, in: scope)
    case .letterForEach(let letter, let list):
      return letterDrafted(letter, forEach: list, in: scope)
    case .lineShown(let name): return lineShown(name, in: scope)
    case .oneChartOutcome(let word): return oneChartOutcome(word, in: scope)
    }
  }

  private mutating func outcome(_ names: [Word], in scope: Scope) -> Condition {
    if !scope.readsOutcomes, let name = names.first {
      report(
        .wrongType, "only letters and the texts of outcomes can read outcomes",
        fix: "test the answers that lead to it", at: name.place)
      return .unresolved
    }
    return .any(
      names.map { name in
        guard let number = script.outcomes.firstIndex(where: { $0.id == name.text }) else {
          reportUnknown(
            .noSuchTarget, "outcome", name.text, at: name.place, among: script.outcomes.map(\.id))
          return .unresolved
        }
        return .outcome(number)
      })
  }

  /// For each item of a list, the condition that it is included and that `part` holds in its round.
  private mutating func items(
    _ list: Word, where part: ConditionSyntax?, in scope: Scope
  ) -> [Condition]? {
    guard let number = listQuestion(Scalar(text: list.text, place: list.place), in: scope) else {
      return nil
    }
    let question = script.questions[number]
    return question.options.enumerated().map { item, option in
      let included = Condition.includes(question: number, [item])
      guard let part else { return included }
      let round = scope.round(of: question, number, item: item, option: option, as: "item")
      return .all([included, condition(part, in: round)])
    }
  }

  private mutating func fact(_ name: Word, in scope: Scope) -> Condition {
    if findQuestion(name.text, in: scope) != nil {
      report(
        .wrongType, "`\(name.text)` is a question, not a condition",
        fix: "say what it should be, such as `\(name.text) is known`", at: name.place)
      return .unresolved
    }
    let parts = Name.parts(of: name.text)
    let owner = scope.dialogue.flatMap { dialogues[$0] }
    let found: (fact: FactSyntax, scope: Scope)?
    if let fact = owner?.facts.first(where: { $0.name.text == name.text }) {
      found = (fact, scope)
    } else if let fact = source.facts.first(where: { $0.name.text == name.text }) {
      found = (fact, Scope.whole.at(position: scope.position))
    } else if parts.count == 2,
      let fact = dialogues[parts[0]]?.facts.first(where: { $0.name.text == parts[1] })
    {
      found = (fact, scope.using(parts[0]))
    } else {
      found = nil
    }
    guard let found else {
      let known = (owner?.facts ?? []) + source.facts
      guard !isLost(name.text) else { return .unresolved }
      report(
        .unknownName, "there is no fact `\(name.text)`",
        fix: Name.suggestion(for: name.text, among: known.map(\.name.text))
          ?? "define it under `facts:`, or say what an answer should be: `QUESTION is yes`",
        at: name.place)
      return .unresolved
    }
    let id = found.fact.name.place
    guard !factsUnderWay.contains(id), factsUnderWay.count < 32 else {
      report(
        .loop, "the fact `\(name.text)` leads back to itself",
        fix: "say one of them by answers alone",
        at: found.fact.name.place)
      return .unresolved
    }
    inUse.insert(id)
    factsUnderWay.append(id)
    defer { factsUnderWay.removeLast() }
    return condition(found.fact.test.condition, in: found.scope)
  }

  private mutating func test(
    _ name: Word, _ test: ConditionSyntax.Test, in scope: Scope
  ) -> Condition {
    if let condition = ruleTest(name, test, in: scope) { return condition }
    if let condition = hoursTest(name, test, in: scope) { return condition }
    if let condition = itemTest(name, test, in: scope) { return condition }
    if let condition = fieldTest(name, test, in: scope) { return condition }
    switch test {
    case .isOneOf(let words):
      guard let number = question(name, in: scope) else { return .unresolved }
      let question = script.questions[number]
      guard question.type == .yesNo || question.type == .oneOf else {
        let fix =
          question.type == .anyOf
          ? "write `\(name.text) includes …`" : "write `\(name.text) is known`, or compare it"
        report(
          .wrongType,
          "`is` tests a yes-no or a one of; `\(name.text)` is \(question.type.rawValue)", fix: fix,
          at: words.first?.place ?? name.place)
        return .unresolved
      }
      return options(words, of: question, name, in: scope)
        .map { .isOption(question: number, $0) } ?? .unresolved
    case .includes(let words):
      guard let number = question(name, of: [.anyOf], for: "`includes`", in: scope) else {
        return .unresolved
      }
      return options(words, of: script.questions[number], name, in: scope)
        .map { .includes(question: number, $0) } ?? .unresolved
    case .hasAny:
      return question(name, of: [.anyOf, .list], for: "`has any`", in: scope)
        .map { .hasAny(question: $0) } ?? .unresolved
    case .isEmpty:
      return question(name, of: [.anyOf, .list], for: "`is empty`", in: scope)
        .map { .isEmpty(question: $0) } ?? .unresolved
    case .isKnown: return question(name, in: scope).map { .isKnown(question: $0) } ?? .unresolved
    case .isUnknown:
      return question(name, in: scope).map { .isUnknown(question: $0) } ?? .unresolved
    case .within(let days):
      return question(name, of: [.date, .moment], for: "`is within`", in: scope)
        .map { .within(question: $0, days: days) } ?? .unresolved
    case .withinMinutes(let minutes):
      return question(name, of: [.moment], for: "a number of minutes or hours", in: scope)
        .map { .withinMinutes(question: $0, minutes: minutes) } ?? .unresolved
    case .isOpen: return .unresolved
    case .compares(let comparison, let operand):
      return self.comparison(name, comparison, operand, in: scope)
    }
  }

  private mutating func comparison(
    _ name: Word, _ comparison: Condition.Comparison, _ operand: ConditionSyntax.Operand,
    in scope: Scope
  ) -> Condition {
    let types: [AnswerType]
    let resolved: Condition.Operand
    switch operand {
    case .value(let type, let position): (types, resolved) = ([type], .value(position))
    case .today: (types, resolved) = ([.date], .today)
    case .name(let other):
      guard let number = question(other, of: AnswerType.scalars, for: "a comparison", in: scope)
      else { return .unresolved }
      (types, resolved) = ([script.questions[number].type], .question(number))
    }
    guard let number = question(name, of: types, for: "this comparison", in: scope) else {
      return .unresolved
    }
    return .compares(question: number, comparison, resolved)
  }

  /// A test of a round's item or of a field of it, decided here because each round knows its item.
  private mutating func itemTest(
    _ name: Word, _ test: ConditionSyntax.Test, in scope: Scope
  ) -> Condition? {
    let parts = Name.parts(of: name.text)
    guard let first = parts.first, let known = scope.items[first],
      findQuestion(name.text, in: scope) == nil
    else { return nil }
    guard case .option(let item, _) = known else {
      report(
        .wrongType, "`\(first)` is an item of a typed list, and has only its name",
        fix: "test an answer of its round", at: name.place)
      return .unresolved
    }
    let values = parts.count == 1 ? [item.id] : item.fields[parts[1]] ?? []
    switch test {
    case .isOneOf(let words), .includes(let words):
      return .always(words.contains { values.contains(scope.id($0.text, among: values)) })
    case .hasAny, .isKnown: return .always(!values.isEmpty)
    case .isEmpty, .isUnknown: return .always(values.isEmpty)
    case .compares, .within, .withinMinutes, .isOpen:
      report(
        .wrongType, "`\(name.text)` is a word of a vocabulary and can't be compared", at: name.place
      )
      return .unresolved
    }
  }

  /// A test of a field of the item chosen in a one of, such as `visit.builder.desk is known`.
  ///
  /// It becomes a test for the options whose field passes it.
  private func fieldTest(
    _ name: Word, _ test: ConditionSyntax.Test, in scope: Scope
  ) -> Condition? {
    let parts = Name.parts(of: name.text)
    guard findQuestion(name.text, in: scope) == nil,
      let (number, field) = itemField(parts, in: scope)
    else { return nil }
    let options = script.questions[number].options
    guard
      options.contains(where: { $0.fields[field] != nil })
        || localFields(of: number).contains(where: { $0.id.text == field })
    else { return nil }
    func passing(_ test: ([String]) -> Bool) -> Condition {
      .isOption(question: number, options.indices.filter { test(options[$0].fields[field] ?? []) })
    }
    switch test {
    case .isOneOf(let words), .includes(let words):
      return passing { values in
        words.contains { values.contains(scope.id($0.text, among: values)) }
      }
    case .isKnown, .hasAny: return passing { !$0.isEmpty }
    case .isUnknown, .isEmpty: return passing(\.isEmpty)
    case .compares, .within, .withinMinutes, .isOpen: return nil
    }
  }

  /// The options that words name; nil if one of them names none, which is reported.
  mutating func options(
    _ words: [Word], of question: Question, _ name: Word, in scope: Scope
  ) -> [Int]? {
    let known = question.options.map(\.id)
    // A local list has only the options that the local file gives it.
    let isLocal = question.vocabulary.map { list in
      source.local.lists.contains { $0.name.text == list }
    }
    var options: [Int] = []
    var isWhole = true
    for word in words {
      if let option = known.firstIndex(of: scope.id(word.text, among: known)) {
        options.append(option)
      } else if isLocal != true {
        isWhole = false
        guard !isLost(word.text) else { continue }
        report(
          .notAnOption, "`\(word.text)` is not an option of `\(name.text)`",
          fix: Name.suggestion(for: word.text, among: known)
            ?? "its options are: \(known.joined(separator: ", "))",
          at: word.place)
      }
    }
    return isWhole ? options : nil
  }
}
