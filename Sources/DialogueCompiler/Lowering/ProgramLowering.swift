import DialogueModel

extension Program {
  /// Lowers a script's steps to instructions.
  init(lowering script: ScriptParts) {
    var lowering = Lowering(script)
    lowering.lower()
    self = lowering.finished
  }
}

/// A program under construction: jumps lead to labels until all addresses are known.
private struct Lowering {
  let script: ScriptParts
  var program = Program()
  private var conditionNumbers: [Condition: Int32] = [:]
  /// The address of each label; -1 until it is placed.
  private var labels: [Int32] = []

  init(_ script: ScriptParts) {
    self.script = script
    // 0 means not lowered yet: the main dialogue starts at address 0, and nothing calls it.
    program.dialogues = Array(repeating: 0, count: script.blocks.count)
  }

  mutating func lower() {
    lower(script.entry, endLabel: newLabel())
    add(.finish)
    program.mainEnd = program.instructions.count
    for case .use(let block) in script.steps.lazy.map(\.action)
    where program.dialogues[block] == 0 {
      program.dialogues[block] = program.instructions.count
      lower(block, endLabel: newLabel())
      add(.returnFromDialogue)
    }
    for watch in script.watches {
      program.watches.append(
        Program.WatchRoutine(condition: number(watch.test.condition), start: address))
      lower(watch.block, endLabel: newLabel())
      add(.returnFromWatch)
    }
    program.graph = DecisionGraph(program.conditions)
  }

  /// The program with each label replaced by its address.
  var finished: Program {
    var program = program
    func at(_ label: Int32) -> Int32 { labels[Int(label)] }
    program.instructions = program.instructions.map { instruction in
      switch instruction {
      case .test(let condition, let label): .test(condition: condition, otherwise: at(label))
      case .ask(let question, let step, let label):
        .ask(question: question, step: step, ifMet: at(label))
      case .use(let dialogue, let step, let label):
        .use(dialogue: dialogue, step: step, ifMet: at(label))
      case .forEach(let list, let step, let label):
        .forEach(list: list, step: step, ifNone: at(label))
      case .requireValue(let question, let label):
        .requireValue(question: question, otherwise: at(label))
      case .jump(let label): .jump(at(label))
      case .pass, .conclude, .watch, .branch, .returnFromWatch, .returnFromDialogue,
        .finish:
        instruction
      }
    }
    return program
  }

  private var address: Int32 { Int32(program.instructions.count) }

  private mutating func add(_ instruction: Program.Instruction) {
    program.instructions.append(instruction)
  }

  private mutating func newLabel() -> Int32 {
    labels.append(-1)
    return Int32(labels.count - 1)
  }

  private mutating func place(_ label: Int32) { labels[Int(label)] = address }

  private mutating func number(_ condition: Condition) -> Int32 {
    if let number = conditionNumbers[condition] { return number }
    let number = Int32(program.conditions.count)
    conditionNumbers[condition] = number
    program.conditions.append(condition)
    return number
  }

  private mutating func test(
    _ condition: Condition, at place: SourcePlace? = nil, otherwise label: Int32
  ) {
    program.testPlaces[program.instructions.count] = place
    let number = number(condition)
    add(.test(condition: number, otherwise: label))
  }

  /// A step's position in its block, with the labels that it may jump to.
  private struct Position {
    var first: Int
    /// A label for each step of the block, and for its end.
    var starts: [Int32]
    var at: Int

    var next: Int32 { starts[at + 1] }
    var end: Int32 { starts[starts.count - 1] }
    var later: ArraySlice<Int32> { starts[(at + 1)...] }

    /// What follows a step whose condition does not hold, and with it the steps that the condition is for.
    func next(passing step: Step) -> Int32 {
      guard case .group(let steps) = step.action else { return next }
      return starts[at + 1 + steps]
    }
  }

  /// Lowers the steps of a block, and places the label of its end after them.
  private mutating func lower(_ block: Int, endLabel: Int32) {
    let steps = script.blocks[block]
    let starts = steps.map { _ in newLabel() } + [endLabel]
    for (at, step) in steps.enumerated() {
      place(starts[at])
      lower(step: step, Position(first: steps.lowerBound, starts: starts, at: at))
    }
    place(endLabel)
  }

  private mutating func lower(step number: Int, _ position: Position) {
    let step = script.steps[number]
    let stepNumber = Int32(number)
    if let when = step.when {
      test(when.condition, at: when.place, otherwise: position.next(passing: step))
    }
    switch step.action {
    case .ask(let question):
      add(.ask(question: Int32(question), step: stepNumber, ifMet: position.next))
      lowerWatches(after: question)
    case .say, .decide, .choose, .group: add(.pass(step: stepNumber))
    case .conclude(let outcome): add(.conclude(outcome: Int32(outcome), step: stepNumber))
    case .use(let dialogue):
      add(.use(dialogue: Int32(dialogue), step: stepNumber, ifMet: position.next))
    case .forEach(let rounds):
      let endOfList = newLabel()
      add(.forEach(list: Int32(rounds.first?.list ?? 0), step: stepNumber, ifNone: endOfList))
      for round in rounds {
        let nextRound = newLabel()
        test(.includes(question: round.list, [round.item]), otherwise: nextRound)
        lower(round.block, endLabel: nextRound)
      }
      place(endOfList)
    }
    lowerBranches(of: step, stepNumber, position)
  }

  private mutating func lowerWatches(after question: Int) {
    var skip: Int32?
    for watch in script.watchers[question] {
      let condition = script.watches[watch].test.condition
      // Local fields are known from the start, so a watch that reads one is tested even if this question has no
      // value.
      let needsValue =
        condition.holdsOnlyOfValues && !condition.questions.contains { $0 < script.localCount }
      if needsValue, skip == nil {
        let label = newLabel()
        skip = label
        add(.requireValue(question: Int32(question), otherwise: label))
      } else if !needsValue, let label = skip {
        place(label)
        skip = nil
      }
      add(.watch(Int32(watch), question: Int32(question)))
    }
    if let label = skip { place(label) }
  }

  private mutating func lowerBranches(of step: Step, _ number: Int32, _ position: Position) {
    switch step.then {
    case .to(let target): if target != .next { lowerJump(to: target, number, position) }
    case .byCondition(let ways, let otherwise):
      for way in ways {
        branch(
          way.test.condition, at: way.test.place, Step.Way(way.target, at: way.test.place), number,
          position)
      }
      lowerBranch(otherwise, number, position)
    case .byAnswer(let ways, let unknown, let otherwise):
      switch step.action {
      case .decide(let test):
        // A branch without a line of its own is nil.
        let (yes, no) = (ways.first ?? nil, ways.dropFirst().first ?? nil)
        branch(test.condition, at: test.place, yes ?? otherwise, number, position)
        lowerBranch(no ?? otherwise, number, position)
      case .ask(let question):
        for (option, way) in ways.enumerated() {
          guard let way else { continue }
          branch(.isOption(question: question, [option]), way, number, position)
        }
        branch(.isKnown(question: question), otherwise, number, position)
        lowerBranch(unknown ?? otherwise, number, position)
      default: lowerBranch(otherwise, number, position)
      }
    }
  }

  private mutating func branch(
    _ condition: Condition, at place: SourcePlace? = nil, _ way: Step.Way, _ number: Int32,
    _ position: Position
  ) {
    let next = newLabel()
    test(condition, at: place, otherwise: next)
    lowerBranch(way, number, position)
    self.place(next)
  }

  private mutating func lowerBranch(_ way: Step.Way, _ number: Int32, _ position: Position) {
    add(.branch(Int32(program.branchPlaces.count), step: number))
    program.branchPlaces.append(way.place)
    lowerJump(to: way.target, number, position)
  }

  private mutating func lowerJump(to target: Step.Target, _ number: Int32, _ position: Position) {
    switch target {
    case .next: add(.jump(position.next))
    case .step(let step): add(.jump(position.starts[step - position.first]))
    case .end: add(.jump(position.end))
    case .finish: add(.finish)
    case .conclude(let outcome):
      add(.conclude(outcome: Int32(outcome), step: number))
      add(.jump(position.end))
    case .unresolved:
      // Such a script is never run; for the checker, every later step is a possible target.
      for later in position.later { test(.unresolved, otherwise: later) }
      add(.jump(position.end))
    }
  }
}

extension Condition {
  /// Whether it can hold only for questions that have a value, never for one that was met without.
  fileprivate var holdsOnlyOfValues: Bool {
    switch self {
    case .isOption, .includes, .hasAny, .isEmpty, .isKnown, .compares, .age, .within,
      .withinMinutes:
      true
    case .all(let parts), .any(let parts): parts.allSatisfy(\.holdsOnlyOfValues)
    case .always, .unresolved, .isUnknown, .isOpen, .outcome, .said, .count, .not: false
    }
  }
}
