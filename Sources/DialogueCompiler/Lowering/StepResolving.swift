import DialogueModel

extension Compiler {
  /// Resolves the steps of a block and adds it to the script.
  mutating func resolve(_ block: [Placed], isInWatch: Bool) {
    let start = script.steps.count
    for (at, entry) in block.enumerated() {
      if isInWatch, let short = entry.step.short {
        report(
          .layout, "a step of a watch has no `short:`, since watches have no order of their own",
          fix: "leave it out", at: short.place)
      }
      let end = script.steps.count + entry.stepCount
      let scope = entry.scope
      var when = entry.step.when.map { test($0, in: scope) }
      when = whenListHasItems(entry, when)
      if entry.isPassedOver { when = Test(.always(false), at: entry.step.id.place) }
      let then = resolveThen(entry, at: at, in: block, start: start)
      func add(_ action: Step.Action, key: String? = nil, when: Test?, then: Step.Then) {
        script.steps.append(
          Step(
            key: key ?? entry.key, when: when, action: action, then: then,
            place: entry.step.id.place))
      }
      switch entry.step.kind {
      case .ask, .askAgain:
        resolveQuestions(entry, when: when, then: then)
      case .say(let text):
        let text = shortened(self.text(text, in: scope), entry)
        reachedBefore[entry.step.id.place, default: ([], [])].steps.insert(script.steps.count)
        add(.say(text), when: when, then: then)
      case .decide(let test):
        add(.decide(self.test(test, in: scope)), when: when, then: then)
      case .choose: add(.choose, when: when, then: then)
      case .conclude(let outcome):
        if let number = script.outcomes.firstIndex(where: { $0.id == outcome.text }) {
          add(.conclude(outcome: number), when: when, then: then)
        } else {
          reportUnknown(
            .noSuchTarget, "outcome", outcome.text, at: outcome.place,
            among: script.outcomes.map(\.id))
        }
      case .use:
        if let used = entry.block { add(.use(block: used), when: when, then: then) }
      case .forEach: add(.forEach(entry.rounds), when: when, then: then)
      case .group:
        let inside = block[(at + 1)...].prefix(entry.size)
        add(.group(steps: inside.reduce(0) { $0 + $1.stepCount }), when: when, then: then)
      }
      // A step with a fault keeps its place, because jumps and groups count steps.
      while script.steps.count < end { add(.choose, when: when, then: .to(.next)) }
    }
    script.blocks.append(start..<script.steps.count)
  }

  /// Adds the step of a question, or one for each part of a composite, under the step's condition and the part's
  /// own.
  private mutating func resolveQuestions(_ entry: Placed, when: Test?, then: Step.Then) {
    let isComposite = entry.questions.count > 1 || script.keys(of: entry.questions) != [entry.key]
    for (place, (number, part)) in entry.questions.enumerated() {
      let isLast = place == entry.questions.count - 1
      var tests = when.map { [$0] } ?? []
      var scope = entry.scope
      if isComposite {
        scope = scope.part(of: entry.key).at(position: number)
        if let own = part.when { tests.append(test(own, in: scope)) }
      }
      if case .ask(let ask) = part.kind { resolve(ask, number, in: scope) }
      if place == 0 {
        script.questions[number].text = shortened(script.questions[number].text, entry)
        reachedBefore[entry.step.id.place, default: ([], [])].questions.append(number)
      }
      script.steps.append(
        Step(
          key: script.questions[number].key,
          when: tests.last.map { last in
            tests.count > 1 ? Test(.all(tests.map(\.condition)), at: last.place) : last
          },
          action: .ask(question: number), then: isLast ? then : .to(.next),
          place: entry.step.id.place))
    }
  }

  /// A text with its short form, for where the same step was reached before.
  private mutating func shortened(_ text: Text, _ entry: Placed) -> Text {
    guard let short = entry.step.short, let before = reachedBefore[entry.step.id.place] else {
      return text
    }
    var ways = before.questions.map { Condition.met($0) }
    if !before.steps.isEmpty { ways.append(.said(before.steps)) }
    return Text([
      .when(
        Test(.any(ways), at: short.place), self.text(short, in: entry.scope), otherwise: text)
    ])
  }

  private mutating func resolve(_ ask: AskSyntax, _ number: Int, in scope: Scope) {
    let text = ask.text.map { self.text($0, in: scope) } ?? Text()
    script.questions[number].text = text
    script.questions[number].label = ask.label.map { self.text($0, in: scope) } ?? text.firstLine
    script.questions[number].hint = ask.hint.map { self.text($0, in: scope) }
    script.questions[number].why = ask.why.map { self.text($0, in: scope) }
    script.questions[number].unclear = ask.unclear.map { self.text($0, in: scope) }
    script.questions[number].hears = classes(heardBy: number, ask.hears)
    if let first = ask.hearsLate.first, script.questions[number].type != .anyOf {
      reportHearsNothingLate(first)
    } else {
      script.questions[number].hearsLate = classes(heardBy: number, ask.hearsLate)
    }
    if let first = ask.heardIn.first, script.questions[number].type != .oneOf {
      reportNoOptions(first)
    } else {
      script.questions[number].heardIn = ask.heardIn.compactMap {
        question(
          Word(text: $0.text, place: $0.place), of: [.text], for: "`heard-in:`", in: scope)
      }
    }
    if let name = ask.birthDate {
      script.questions[number].birthDate = alsoAnswered(name, .birthDate, by: number, in: scope)
    }
    if let name = ask.moment {
      script.questions[number].moment = alsoAnswered(name, .moment, by: number, in: scope)
    }
  }

  /// What a reply can say besides its answer, and which types of question take it.
  enum AlsoSaid: String {
    case birthDate = "birth-date"
    case moment

    var asked: [AnswerType] { self == .birthDate ? [.number] : [.text, .yesNo] }
    var answered: AnswerType { self == .birthDate ? .date : .moment }
  }

  /// Finds the question that a reply answers as well: a quiet one, which nobody is asked by itself.
  private mutating func alsoAnswered(
    _ name: Scalar, _ kind: AlsoSaid, by number: Int, in scope: Scope
  ) -> Int? {
    guard kind.asked.contains(script.questions[number].type) else {
      reportMisplaced(name, kind)
      return nil
    }
    let word = Word(text: name.text, place: name.place)
    guard let found = question(word, of: [kind.answered], for: "`\(kind.rawValue):`", in: scope)
    else { return nil }
    guard script.questions[found].isQuiet else {
      report(
        .wrongType, "`\(kind.rawValue):` needs a quiet question; `\(name.text)` is asked by itself",
        fix: "give it `quiet: yes`", at: name.place)
      return nil
    }
    return found
  }

  mutating func reportMisplaced(_ name: Scalar, _ kind: AlsoSaid) {
    report(
      .wrongType,
      "`\(kind.rawValue):` is for a question with `answer: "
        + kind.asked.map(\.rawValue).joined(separator: "` or `answer: ") + "`",
      fix: "leave it out", at: name.place)
  }

  mutating func reportNoOptions(_ heardIn: Scalar) {
    report(
      .wrongType, "`heard-in:` is for a question with `answer: one of`", fix: "leave it out",
      at: heardIn.place)
  }

  private mutating func resolveThen(
    _ entry: Placed, at: Int, in block: [Placed], start: Int
  ) -> Step.Then {
    func go(_ name: Scalar) -> Step.Target { target(name, from: at, in: block, start: start) }
    if case .choose(let ways, let otherwise) = entry.step.kind {
      return .byCondition(
        ways.map { (test($0.test, in: entry.scope), go($0.target)) },
        otherwise: Step.Way(go(otherwise.target), at: otherwise.name.place))
    }
    switch entry.step.then {
    case nil: return .to(.next)
    case .to(let name)?: return .to(go(name))
    case .byAnswer(let ways)?:
      var options = [AnswerOption(id: "yes", label: ""), AnswerOption(id: "no", label: "")]
      var takesUnknown = false
      if let (number, _) = entry.questions.first {
        if ![.yesNo, .oneOf].contains(script.questions[number].type) {
          report(
            .wrongType, "only a yes-no or a one of can branch by its answer",
            fix: "put a `choose` after it, with conditions", at: entry.step.id.place)
          return .to(.next)
        }
        options = script.questions[number].options
        takesUnknown = true
      }
      var taken = [Step.Way?](repeating: nil, count: options.count)
      var (unknown, otherwise): (Step.Way?, Step.Way?) = (nil, nil)
      for way in ways {
        let target = Step.Way(go(way.target), at: way.option.place)
        if way.option.text == "otherwise" {
          otherwise = target
        } else if way.option.text == "unknown", takesUnknown {
          unknown = target
        } else if let option = options.firstIndex(where: { $0.id == way.option.text }) {
          taken[option] = target
        } else if !isLost(way.option.text) {
          let known = options.map(\.id) + (takesUnknown ? ["unknown"] : []) + ["otherwise"]
          report(
            .notAnOption, "`\(way.option.text)` is not an option of `\(entry.step.id.text)`",
            fix: Name.suggestion(for: way.option.text, among: known)
              ?? "its options are: \(known.joined(separator: ", "))", at: way.option.place)
        }
      }
      return .byAnswer(
        taken, unknown: unknown,
        otherwise: otherwise ?? Step.Way(.unresolved, at: entry.step.id.place))
    }
  }
}

extension ScriptParts {
  fileprivate func keys(of asked: [(number: Int, part: StepSyntax)]) -> [String] {
    asked.map { questions[$0.number].key }
  }
}

extension Text {
  /// The first line, or the whole text if its first line ends inside a slot or part.
  fileprivate var firstLine: Text {
    var line: [Piece] = []
    for piece in pieces {
      guard case .words(let words) = piece, let end = words.utf8.firstIndex(of: 0x0A) else {
        line.append(piece)
        continue
      }
      line.append(.words(String(words[..<end])))
      break
    }
    return Text(line)
  }
}
