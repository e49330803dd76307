import DialogueModel

extension Compiler {
  /// Resolves the slots of a text that is said or asked, in which every slot needs a stand-in.
  mutating func text(_ source: TextSyntax, in scope: Scope) -> Text {
    Text(pieces(source.pieces, in: scope, isLetter: false)).joined
  }

  /// Resolves the slots of a line of a letter, in which an answer that is not there leaves a marked gap.
  mutating func letterText(_ source: TextSyntax, in scope: Scope) -> Text {
    Text(pieces(source.pieces, in: scope, isLetter: true))
  }

  private mutating func pieces(
    _ pieces: [TextSyntax.Piece], in scope: Scope, isLetter: Bool
  ) -> [Text.Piece] {
    pieces.flatMap { piece -> [Text.Piece] in
      switch piece {
      case .words(let words): return [.words(words)]
      case .today(let days): return [.today(days)]
      case .now: return [.now]
      case .approval: return [.approval]
      case .quotations(let name):
        return question(name, of: [.text], for: "`quotes:`", in: scope)
          .map { [.quotations(question: $0, place: name.place)] } ?? []
      case .slot(let name, let standIn):
        return [slot(name, standIn, in: scope, isLetter: isLetter)]
      case .earlier(let name, let minutes, let standIn):
        return earlier(name, minutes, standIn, in: scope)
      case .when(let test, let body, let otherwise):
        return [
          .when(
            self.test(test, in: scope),
            Text(self.pieces(body, in: scope, isLetter: isLetter)),
            otherwise: Text(self.pieces(otherwise, in: scope, isLetter: isLetter)))
        ]
      case .forEach(let list, let body):
        return rounds(list, in: scope).flatMap {
          self.round($0, body, isLetter: isLetter)
        }
      case .joinEach(let list, let body):
        return [
          .joined(
            rounds(list, in: scope).map {
              Text(self.round($0, body, isLetter: isLetter)).joined
            })
        ]
      case .part(let name, let body):
        return [
          .part(
            PartName(name.text, at: name.place),
            Text(self.pieces(body, in: scope, isLetter: isLetter)))
        ]
      case .include(let name): return include(name, in: scope)
      }
    }
  }

  private mutating func include(_ name: Word, in scope: Scope) -> [Text.Piece] {
    guard let fragment = enterFragment(name) else { return [] }
    defer { leaveFragment() }
    guard let text = fragment.text else {
      report(
        .slot, "the fragment `\(name.text)` is not words of one line, and can't be inside one",
        fix: "give `<<include: \(name.text)>>` a line to itself", at: name.place)
      return []
    }
    return pieces(text.pieces, in: scope, isLetter: true)
  }

  /// The pieces of one round, under its condition if it has one.
  private mutating func round(
    _ round: ResolvedRound, _ body: [TextSyntax.Piece], isLetter: Bool
  ) -> [Text.Piece] {
    let pieces = pieces(body, in: round.scope, isLetter: isLetter)
    return round.test.map { [.when($0, Text(pieces), otherwise: Text())] } ?? pieces
  }

  /// The rounds of a list: of the items chosen in an answer, or of all items of a vocabulary.
  mutating func rounds(_ source: RoundsSyntax, in scope: Scope) -> [ResolvedRound] {
    let (list, name) = (source.list, source.name.text)
    if findQuestion(list.text, in: scope) == nil, let options = vocabularies[list.text] {
      for vocabulary in self.source.vocabularies where vocabulary.name.text == list.text {
        inUse.insert(vocabulary.name.place)
      }
      return options.map { option in
        var round = scope
        round.items[name] = .option(option, of: nil)
        return ResolvedRound(
          option: option, scope: round, test: source.test.map { test($0, in: round) })
      }
    }
    guard let number = listQuestion(Scalar(text: list.text, place: list.place), in: scope) else {
      return []
    }
    let question = script.questions[number]
    return question.options.enumerated().map { item, option in
      let round = scope.round(of: question, number, item: item, option: option, as: name)
      var parts = [Condition.includes(question: number, [item])]
      if let test = source.test { parts.append(condition(test.condition, in: round)) }
      return ResolvedRound(
        option: option, scope: round,
        test: Test(
          parts.count == 1 ? parts[0] : .all(parts), at: source.test?.place ?? list.place))
    }
  }

  private mutating func slot(
    _ name: Word, _ standIn: String?, in scope: Scope, isLetter: Bool
  ) -> Text.Piece {
    let parts = Name.parts(of: name.text)
    if findQuestion(name.text, in: scope) == nil {
      // A question or an item of that name comes first: texts from before there were numbers stay as they were.
      if name.text == "number", standIn == nil, scope.items[name.text] == nil { return .number }
      if let item = parts.first.flatMap({ scope.items[$0] }), parts.count <= 2 {
        if case .typed(let list, let place) = item, parts.count == 1 {
          return .item(question: list, place: place)
        }
        guard case .option(let option, let question) = item else {
          report(
            .wrongType, "`\(parts[0])` is an item of a typed list, and has only its name",
            fix: "name a question of its round", at: name.place)
          return .words("")
        }
        if isLetter, let question, parts.count == 1 {
          return .option(option.label, question: question)
        }
        return itemSlot(option, name, parts, standIn)
      }
      if let piece = fieldSlot(name, parts, standIn, in: scope) { return piece }
    }
    guard let number = question(name, .unknownSlot, in: scope) else { return .words("") }
    let isLocal = number < script.localCount
    if !isLetter, !isLocal, standIn == nil {
      report(
        .noStandIn, "`<<\(name.text)>>` may have no answer, and has no stand-in",
        fix: "write `<<\(name.text) | the words to say instead>>`", at: name.place)
    }
    return .answer(question: number, standIn: standIn, place: name.place)
  }

  private mutating func earlier(
    _ name: Word, _ minutes: Int, _ standIn: String?, in scope: Scope
  ) -> [Text.Piece] {
    guard let number = question(name, of: [.moment], for: "`- \(minutes) minutes`", in: scope)
    else { return [] }
    if standIn == nil {
      report(
        .noStandIn, "`<<\(name.text)>>` may have no time of day, and has no stand-in",
        fix: "write `<<\(name.text) - \(minutes) minutes | the words to say instead>>`",
        at: name.place)
    }
    return [.earlier(question: number, minutes: minutes, standIn: standIn ?? "", place: name.place)]
  }

  /// A slot for a round's item or for a field of it, whose words are known here.
  private mutating func itemSlot(
    _ item: AnswerOption, _ name: Word, _ parts: [String], _ standIn: String?
  ) -> Text.Piece {
    if parts.count == 1 { return .words(item.label) }
    if let lines = item.fields[parts[1]] { return .lines(lines) }
    if let standIn { return .words(standIn) }
    itemsWithout[name, default: []].append(item)
    return .words("")
  }

  /// Reports fields that some items of a list lack, once for all rounds.
  mutating func reportItemsWithout() {
    for (name, items) in itemsWithout {
      let field = Name.parts(of: name.text).last ?? ""
      let ids = Set(items.map { "`\($0.id)`" }).sorted()
      report(
        .unknownSlot,
        ids.count == 1
          ? "the item \(ids[0]) has no `\(field)`"
          : "the items \(ids.joined(separator: ", ")) have no `\(field)`",
        fix: Name.suggestion(for: field, among: Set(items.flatMap(\.fields.keys)))
          ?? "add it to each, or write `<<\(name.text) | stand-in>>`", at: name.place)
    }
  }

  /// A slot for a field of the item chosen in a one of: `visit.builder.desk`.
  private mutating func fieldSlot(
    _ name: Word, _ parts: [String], _ standIn: String?, in scope: Scope
  ) -> Text.Piece? {
    guard let (number, field) = itemField(parts, in: scope) else { return nil }
    let options = script.questions[number].options
    let local = localFields(of: number)
    let known = options.flatMap(\.fields.keys) + local.map(\.id.text)
    guard known.contains(field) else {
      report(
        .unknownSlot, "no item of this list has `\(field)`",
        fix: Name.suggestion(for: field, among: known), at: name.place)
      return .words("")
    }
    // A field that the local file lacks prints its own gap text, never a guess.
    let gap = local.first { $0.id.text == field }?.gap
    return .field(question: number, name: field, standIn: standIn ?? gap, place: name.place)
  }

  /// Splits a name into the one of it starts with and the field of the chosen item: `visit.builder.town.desk`.
  func itemField(_ parts: [String], in scope: Scope) -> (question: Int, field: String)? {
    for count in (1..<max(1, parts.count)).reversed() {
      let name = parts.prefix(count).joined(separator: ".")
      if let number = findQuestion(name, in: scope), script.questions[number].type == .oneOf {
        return (number, parts.dropFirst(count).joined(separator: "."))
      }
    }
    return nil
  }

  /// The fields that the pack declares for a question's local list, even an empty one, and those read through
  /// them.
  func localFields(of question: Int) -> [LocalShape.Field] {
    guard let list = script.questions[question].vocabulary else { return [] }
    let fields = source.local.lists.first { $0.name.text == list }?.fields ?? []
    return fields.flatMap { [$0] + $0.through(source.local) }
  }
}

/// One round of a repeated part of a text or a letter.
struct ResolvedRound {
  var option: AnswerOption
  var scope: Scope
  /// The condition under which it is printed; nil if it always is.
  var test: Test?
}
