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
    /// An outcome is concluded.
    case concluded
  }
}

/// All the claims of a script, with the goals that make each true.
struct Claims {
  private(set) var goals: [Claim: [(address: Int, condition: Condition)]] = [:]
  private let script: Script

  init(_ script: Script, _ program: InlinedProgram) {
    self.script = script
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

  /// Parts that can show, and slots that can be filled, each under the parts around it.
  private mutating func addText(
    _ text: Text, at address: Int, given: [Condition], slots: Claim.Kind,
    _ reading: (Condition) -> Condition = { $0 }
  ) {
    text.visit { piece, sides in
      let given =
        given
        + sides.map { side in
          let condition = reading(side.test.condition)
          return side.isTaken ? condition : .not(condition)
        }
      switch piece {
      case .part(let test, _, _):
        add(.shown, test.place, address, .all(given + [reading(test.condition)]))
      case .answer(let question, _, let place), .field(let question, _, _, let place):
        guard question >= script.localCount else { return }
        add(
          slots, place, address, .all(given + [.met(question)]),
          question: script.questions[question].place)
      case .words, .lines, .item, .today, .gaps, .approval, .newestFirst: break
      }
    }
  }

  /// A letter is printed at the end, if an outcome sends it; one for unfinished conversations always is.
  private mutating func addLetters(at end: Int) {
    for (number, letter) in script.letters.enumerated() {
      let outcomes = script.outcomes.indices.filter { script.outcomes[$0].letters.contains(number) }
      if script.unfinishedLetters.contains(number) {
        addText(letter.text, at: end, given: [], slots: .filled, \.withOutcomesOpen)
      } else if !outcomes.isEmpty {
        addText(
          letter.text, at: end, given: [.any(outcomes.map { .outcome($0) })], slots: .filled)
      }
    }
    for (number, outcome) in script.outcomes.enumerated() {
      for text in [outcome.text, outcome.because].compactMap(\.self) {
        addText(
          text, at: end, given: [.outcome(number)], slots: .filled, \.withOutcomesOpen)
      }
    }
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
