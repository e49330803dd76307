import DialogueModel

/// Something that a pack takes for granted: a step can be met, a condition can hold, a slot can be filled.
///
/// A claim names a place in a file. The rounds of a list and the copies of a watch put that place at several
/// addresses of the program; the claim is true if it comes true at one of them.
struct Claim: Hashable {
  var kind: Kind
  var place: SourcePlace
  /// The question it is about, by where it is asked.
  var question: SourcePlace?

  enum Kind: Hashable {
    /// A step is met.
    case reached
    /// A condition is tested; it holds; it fails.
    case looked, holds, fails
    /// A question that is read here has been asked.
    case asked
    /// A part of a text is shown; a slot of a letter has been asked.
    case shown, filled
    /// A slot of a letter that is printed has not been asked, which should never be true.
    case unasked
    /// An outcome is concluded.
    case concluded
  }
}

/// All the claims of a script, with the goals that make each true.
struct Claims {
  private(set) var goals: [Claim: [(address: Int, condition: Condition)]] = [:]
  private let script: Script
  private let leavesOutUnasked: Bool

  init(_ script: Script, _ program: InlinedProgram, leavesOutUnasked: Bool = false) {
    self.script = script
    self.leavesOutUnasked = leavesOutUnasked
    for outcome in script.outcomes {
      goals[Claim(kind: .concluded, place: outcome.place)] = []
    }
    for step in script.steps { goals[Claim(kind: .reached, place: step.place)] = [] }
    for (address, instruction) in program.code.enumerated() {
      switch instruction {
      case .step(let number): addStep(script.steps[number], address)
      case .conclude(let outcome):
        add(.concluded, script.outcomes[outcome].place, address, .always(true))
      case .test(let condition, _, _):
        if let place = program.tests[address] { addTest(condition, place, address) }
      case .ask, .mark, .jump, .branch, .enterWatch, .leaveWatch, .watchesDone: break
      }
    }
    addLetters(at: program.end)
  }

  private mutating func add(
    _ kind: Claim.Kind, _ place: SourcePlace, _ address: Int, _ condition: Condition,
    question: SourcePlace? = nil
  ) {
    goals[Claim(kind: kind, place: place, question: question), default: []]
      .append((address, condition))
  }

  private mutating func addTest(_ condition: Condition, _ place: SourcePlace, _ address: Int) {
    add(.looked, place, address, .always(true))
    add(.holds, place, address, condition)
    add(.fails, place, address, .not(condition))
    for question in condition.questions where question >= script.localCount {
      add(
        .asked, place, address, .met(question), question: script.questions[question].place)
    }
  }

  private mutating func addStep(_ step: Step, _ address: Int) {
    add(.reached, step.place, address, .always(true))
    switch step.action {
    case .say(let text): addText(text, at: address, given: [], slots: .asked)
    case .ask(let number):
      for text in script.questions[number].texts {
        addText(text, at: address, given: [], slots: .asked)
      }
    default: break
    }
  }

  /// Parts that can show, and slots that can be filled, each under the conditions around it.
  private mutating func addText(
    _ text: Text, at address: Int, given: [Condition], in outside: [Text.Side] = [],
    slots: Claim.Kind, _ reading: (Condition) -> Condition = { $0 }
  ) {
    text.visit(in: outside) { piece, sides in
      let given = given + sides.map { $0.condition(reading) }
      switch piece {
      case .when(let test, _, _): addShown(test, at: address, given: given, reading)
      case .answer(let question, _, let place), .field(let question, _, _, let place),
        .earlier(let question, _, _, let place), .quotations(let question, let place):
        guard question >= script.localCount else { return }
        add(
          slots, place, address, .all(given + [.met(question)]),
          question: script.questions[question].place)
      case .words, .lines, .option, .item, .today, .now, .number, .approval, .part, .joined: break
      }
    }
  }

  private mutating func addShown(
    _ test: Test, at address: Int, given: [Condition], _ reading: (Condition) -> Condition
  ) {
    add(.shown, test.place, address, .all(given + [reading(test.condition)]))
  }

  /// A letter is printed at the end, if an outcome sends it; one for unfinished conversations always is.
  private mutating func addLetters(at end: Int) {
    let chart = script.outcomes.indices.filter { script.outcomes[$0].kind == .chart }
    for (number, letter) in script.letters.enumerated() {
      let outcomes = script.outcomes.indices.filter { script.outcomes[$0].letters.contains(number) }
      var isSent = outcomes.map { Condition.outcome($0) }
      if script.unfinishedLetters.contains(number) {
        isSent.append(.not(.any(chart.map { .outcome($0) })))
        addLetter(letter, at: end, given: [], \.withOutcomesOpen)
      } else if !outcomes.isEmpty {
        addLetter(letter, at: end, given: [.any(isSent)])
      }
      // Before the end it is no fault that a question has not been asked yet.
      if !isSent.isEmpty, !leavesOutUnasked { addUnasked(letter, at: end, given: .any(isSent)) }
    }
    for (number, outcome) in script.outcomes.enumerated() {
      for text in [outcome.text, outcome.because].compactMap(\.self) {
        addText(
          text, at: end, given: [.outcome(number)], slots: .filled, \.withOutcomesOpen)
      }
    }
  }

  private mutating func addLetter(
    _ letter: Letter, at end: Int, given: [Condition],
    _ reading: (Condition) -> Condition = { $0 }
  ) {
    letter.visit { test, sides in
      addShown(test, at: end, given: given + sides.map { $0.condition(reading) }, reading)
    } line: { line, sides in
      for text in line.texts {
        addText(text, at: end, given: given, in: sides, slots: .filled, reading)
      }
    }
    for part in Set(letter.parts) { addPart(part, of: letter, at: end, given: given, reading) }
  }

  /// A part that can be printed.
  private mutating func addPart(
    _ part: PartName, of letter: Letter, at end: Int, given: [Condition],
    _ reading: (Condition) -> Condition
  ) {
    var printing = PrintedParts(script.questions) { $0 == part }
    let rounds = letter.rounds.map { round in
      Condition.all(of: [
        round.test?.condition ?? .always(true), printing.condition(round.blocks),
      ])
    }
    guard !printing.dependsOnWords else { return }
    add(.shown, part.place, end, .all(given + [reading(.any(of: rounds))]))
  }

  /// Slots that leave a gap in a line which is printed, because their question is not asked on every path there.
  private mutating func addUnasked(_ letter: Letter, at end: Int, given: Condition) {
    let printing = PrintedParts(script.questions)
    letter.visit(line: { line, sides in
      let given = [given, printing.isPrinted(line)]
      for text in line.texts {
        text.visit(in: sides) { piece, sides in
          guard let slot = piece.gap, slot.question >= script.localCount else { return }
          let conditions = (given + sides.map { $0.condition { $0 } }).map {
            $0.withoutMeeting(slot.question)
          }
          let unasked = Condition.all(of: conditions + [.not(.met(slot.question))])
          guard unasked != .always(false) else { return }
          add(
            .unasked, slot.place, end, unasked, question: script.questions[slot.question].place)
        }
      }
    })
  }
}

extension Text.Piece {
  /// The question and the place of a slot that prints a gap when there is no answer; nil for any other piece.
  fileprivate var gap: (question: Int, place: SourcePlace)? {
    switch self {
    case .answer(let question, nil, let place), .field(let question, _, nil, let place):
      (question, place)
    default: nil
    }
  }
}

extension Condition {
  /// What is left of the condition if the question is not met: no test of its answer is true.
  fileprivate func withoutMeeting(_ question: Int) -> Condition {
    replacing { test in test.questions == [question] ? .always(false) : nil }
  }
}

extension Text.Side {
  /// The condition under which this side is printed.
  fileprivate func condition(_ reading: (Condition) -> Condition) -> Condition {
    let condition = reading(test.condition)
    return isTaken ? condition : .not(condition)
  }
}

extension Condition {
  /// Before the end, a test of an outcome may go either way.
  fileprivate var withOutcomesOpen: Condition {
    outcomes.isEmpty
      ? self
      : replacing { test in
        if case .outcome = test { .unresolved } else { nil }
      }
  }
}
