extension InlinedProgram {
  /// Inlines the calls of a script's program; at `limit` instructions it stops and sets `isCut`.
  package init(_ script: Script, limit: Int = 300_000) {
    var inlining = Inlining(script, limit)
    for field in 0..<script.localCount { inlining.add(.ask(question: field)) }
    inlining.inline(from: 0)
    self = inlining.finished
  }
}

/// An inlined program under construction: jumps lead to labels until all addresses are known.
private struct Inlining {
  let script: Script
  let source: Program
  let limit: Int
  let flags: Flags
  var program = InlinedProgram()
  /// The address of each label, nil until it is placed; the first label is the end of the conversation.
  private var labels: [Int?] = [nil]
  private let finish = 0
  /// For each question and dialogue, the dialogues that enclose all copies of it emitted so far.
  ///
  /// A later copy is skipped at run time if the question or dialogue has already been met.
  private var asked: [Int: Set<Int>] = [:]
  private var used: [Int: Set<Int>] = [:]
  /// The dialogues being emitted, and those of them that have been emitted before.
  private var enclosingDialogues: Set<Int> = []
  private var repeatedDialogues: Set<Int> = []
  private var emittedWatches: Set<Int> = []
  /// The watches whose steps are being emitted; they have fired.
  private var enclosingWatches: [Int] = []
  /// For each ask instruction, the label after its watches.
  private var watchesEnd: [(address: Int, label: Int)] = []

  init(_ script: Script, _ limit: Int) {
    (self.script, source, self.limit, flags) = (script, script.program, limit, Flags(script))
  }

  mutating func add(_ instruction: InlinedProgram.Instruction) {
    program.code.append(instruction)
  }

  private mutating func newLabel() -> Int {
    labels.append(nil)
    return labels.count - 1
  }

  private mutating func place(_ label: Int) { labels[label] = program.code.count }

  /// Continues with the instructions that follow if the condition holds, else at the label.
  private mutating func test(
    _ condition: Condition, at place: SourcePlace? = nil, otherwise label: Int
  ) {
    program.tests[program.code.count] = place
    let next = newLabel()
    add(.test(condition, ifTrue: next, ifFalse: label))
    self.place(next)
  }

  /// Skips a step that has been met.
  ///
  /// The test is recorded as a guard, except within a watch, whose steps may be met again.
  private mutating func skip(_ step: Int32, to label: Int, ifMet condition: Condition) {
    if enclosingWatches.isEmpty { program.guards[program.code.count] = (Int(step), condition) }
    test(.not(condition), otherwise: label)
  }

  var finished: InlinedProgram {
    var program = program
    let end = program.code.count
    func address(_ label: Int) -> Int { labels[label] ?? end }
    for at in program.code.indices {
      switch program.code[at] {
      case .test(let condition, let yes, let no):
        program.code[at] = .test(condition, ifTrue: address(yes), ifFalse: address(no))
      case .jump(let label): program.code[at] = .jump(address(label))
      case .ask, .conclude, .mark, .step, .branch, .enterWatch, .leaveWatch, .watchesDone: break
      }
    }
    for (at, label) in watchesEnd { program.watchesEnd[at] = address(label) }
    return program
  }

  /// Emits a routine, from its first instruction to its last.
  mutating func inline(from start: Int) {
    guard program.code.count < limit else {
      program.isCut = true
      return
    }
    var routineLabels: [Int32: Int] = [:]
    func label(_ address: Int32, _ inlining: inout Inlining) -> Int {
      if let label = routineLabels[address] { return label }
      let label = inlining.newLabel()
      routineLabels[address] = label
      return label
    }
    var at = start
    while true {
      if let label = routineLabels[Int32(at)] { place(label) }
      let instruction = source.instructions[at]
      at += 1
      switch instruction {
      case .test(let condition, let otherwise):
        test(
          source.conditions[Int(condition)], at: source.testPlaces[at - 1],
          otherwise: label(otherwise, &self))
      case .ask(let question, let step, let ifMet):
        ask(Int(question), step, ifMet: label(ifMet, &self), watches: watches(from: &at))
      case .pass(let step): add(.step(Int(step)))
      case .conclude(let outcome, let step):
        // An outcome that a branch concludes has no step instruction.
        if case .conclude(Int(outcome)) = script.steps[Int(step)].action { add(.step(Int(step))) }
        add(.conclude(outcome: Int(outcome)))
      case .use(let dialogue, let step, let ifMet):
        use(Int(dialogue), step, ifMet: label(ifMet, &self))
      case .forEach(_, let step, _): add(.step(Int(step)))
      case .jump(let target): add(.jump(label(target, &self)))
      case .branch(let branch, _): add(.branch(Int(branch)))
      case .requireValue, .watch: break
      case .finish:
        if at == source.mainEnd { return }
        add(.jump(finish))
      case .returnFromWatch, .returnFromDialogue: return
      }
    }
  }

  /// The watches that follow a question.
  private func watches(from at: inout Int) -> [Int] {
    var watches: [Int] = []
    while true {
      switch source.instructions[at] {
      case .watch(let watch, _): watches.append(Int(watch))
      case .requireValue: break
      default: return watches
      }
      at += 1
    }
  }

  private mutating func ask(_ question: Int, _ step: Int32, ifMet label: Int, watches all: [Int]) {
    // No guard is needed if every earlier copy is in a dialogue now being repeated: that runs once.
    if let dialogues = asked[question], dialogues.isDisjoint(with: repeatedDialogues) {
      skip(step, to: label, ifMet: .met(question))
    }
    asked[question] = asked[question]?.intersection(enclosingDialogues) ?? enclosingDialogues
    add(.step(Int(step)))
    let after = newLabel()
    watchesEnd.append((program.code.count, after))
    add(.ask(question: question))
    let watches = all.filter { !enclosingWatches.contains($0) }
    program.watches.append(watches.map { inline(watch: $0) })
    place(after)
    if enclosingWatches.isEmpty, !watches.isEmpty {
      program.watchesDone.append(program.code.count)
      add(.watchesDone)
    }
  }

  private mutating func use(_ dialogue: Int, _ step: Int32, ifMet label: Int) {
    if let dialogues = used[dialogue], dialogues.isDisjoint(with: repeatedDialogues) {
      skip(step, to: label, ifMet: .isKnown(question: flags.used(dialogue)))
    }
    add(.step(Int(step)))
    add(.mark(flags.used(dialogue)))
    let isAgain = used[dialogue] != nil
    used[dialogue] = used[dialogue]?.intersection(enclosingDialogues) ?? enclosingDialogues
    enclosingDialogues.insert(dialogue)
    if isAgain { repeatedDialogues.insert(dialogue) }
    inline(from: source.dialogues[dialogue])
    enclosingDialogues.remove(dialogue)
    repeatedDialogues.remove(dialogue)
  }

  /// Emits a watch and returns its address range.
  private mutating func inline(watch: Int) -> Range<Int> {
    let after = newLabel()
    if !emittedWatches.insert(watch).inserted {
      test(.not(.isKnown(question: flags.fired(watch))), otherwise: after)
    }
    let routine = source.watches[watch]
    test(
      source.conditions[Int(routine.condition)], at: script.watches[watch].test.place,
      otherwise: after)
    let first = program.code.count
    add(.enterWatch)
    add(.mark(flags.fired(watch)))
    enclosingWatches.append(watch)
    inline(from: Int(routine.start))
    enclosingWatches.removeLast()
    add(.leaveWatch)
    place(after)
    return first..<program.code.count
  }
}
