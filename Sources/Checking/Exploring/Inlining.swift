import DialogueScript

extension Program {
  /// Lays a script out; past so many instructions it stops, and says so.
  init(_ script: Script, limit: Int = 300_000) {
    var layout = Layout(script: script, limit: limit)
    for field in 0..<script.localCount { layout.program.code.append(.ask(question: field)) }
    layout.lay(script.entry, ending: layout.newLabel())
    self = layout.finished
  }
}

/// A program being laid out: jumps lead to labels until all addresses are known.
private struct Layout {
  let script: Script
  let limit: Int
  let marks: Marks
  var program = Program()
  /// The address of each label; nil until it is placed.
  private var labels: [Int?] = []
  private let finish: Int
  /// For each question and dialogue laid out, the dialogues that every place of it so far is part of.
  ///
  /// A second place passes it over if it has been met.
  private var asked: [Int: Set<Int>] = [:]
  private var used: [Int: Set<Int>] = [:]
  /// The dialogues being laid out, and those of them that are laid out again.
  private var around: Set<Int> = []
  private var again: Set<Int> = []
  private var watches: Set<Int> = []
  /// The watches whose steps are being laid out; they have been set off.
  private var underWay: [Int] = []
  /// Where the watches after a question are behind, by its address.
  private var heard: [(address: Int, label: Int)] = []

  init(script: Script, limit: Int) {
    self.script = script
    self.limit = limit
    marks = Marks(script)
    labels = [nil]
    finish = 0
  }

  mutating func newLabel() -> Int {
    labels.append(nil)
    return labels.count - 1
  }

  private mutating func place(_ label: Int) { labels[label] = program.code.count }

  private mutating func add(_ instruction: Program.Instruction) {
    program.code.append(instruction)
  }

  /// Goes on with what follows when the condition holds.
  private mutating func skip(to label: Int, unless condition: Condition) {
    let next = newLabel()
    add(.test(condition, ifTrue: next, ifFalse: label))
    place(next)
  }

  /// Passes over a step that has been met; the steps of a watch may be come to again.
  private mutating func pass(over step: Int, to label: Int, when condition: Condition) {
    if underWay.isEmpty { program.guards[program.code.count] = (step, condition) }
    skip(to: label, unless: .not(condition))
  }

  var finished: Program {
    var program = program
    let end = program.code.count
    func address(_ label: Int) -> Int { labels[label] ?? end }
    for at in program.code.indices {
      switch program.code[at] {
      case .test(let condition, let yes, let no):
        program.code[at] = .test(condition, ifTrue: address(yes), ifFalse: address(no))
      case .jump(let label): program.code[at] = .jump(address(label))
      case .ask, .conclude, .mark, .step, .listen, .hush, .allHeard: break
      }
    }
    for (at, label) in heard { program.heard[at] = address(label) }
    return program
  }

  /// Lays a block out, and places the label of its end behind it.
  mutating func lay(_ block: Int, ending: Int) {
    guard program.code.count < limit else {
      program.isCut = true
      return place(ending)
    }
    let steps = script.blocks[block]
    let starts = steps.map { _ in newLabel() } + [ending]
    for (at, step) in steps.enumerated() {
      place(starts[at])
      lay(step, Block(first: steps.lowerBound, starts: starts, at: at))
    }
    place(ending)
  }

  /// Where a step stands in its block, for its jumps.
  private struct Block {
    var first: Int
    var starts: [Int]
    var at: Int

    var next: Int { starts[at + 1] }
    var end: Int { starts[starts.count - 1] }
    var later: ArraySlice<Int> { starts[(at + 1)...] }
  }

  private mutating func lay(_ number: Int, _ block: Block) {
    let step = script.steps[number]
    if let when = step.when {
      program.tests[program.code.count] = when.place
      skip(to: block.next, unless: when.condition)
    }
    // A dialogue is walked once, so what is met nowhere but in it has not been met when it begins.
    if case .ask(let question) = step.action {
      if let dialogues = asked[question], dialogues.isDisjoint(with: again) {
        pass(over: number, to: block.next, when: .met(question))
      }
      asked[question] = asked[question]?.intersection(around) ?? around
    }
    if case .use(let dialogue) = step.action, let dialogues = used[dialogue],
      dialogues.isDisjoint(with: again)
    {
      pass(over: number, to: block.next, when: .isKnown(question: marks.used(dialogue)))
    }
    add(.step(number))
    switch step.action {
    case .ask(let question):
      let after = newLabel()
      heard.append((program.code.count, after))
      add(.ask(question: question))
      let watches = script.watchers[question].filter { !underWay.contains($0) }
      program.watches.append(watches.map { lay(watch: $0) })
      place(after)
      if underWay.isEmpty, !watches.isEmpty {
        program.allHeard.append(program.code.count)
        add(.allHeard)
      }
    case .say, .decide, .choose: break
    case .conclude(let outcome): add(.conclude(outcome: outcome))
    case .use(let dialogue):
      add(.mark(marks.used(dialogue)))
      let isAgain = used[dialogue] != nil
      used[dialogue] = used[dialogue]?.intersection(around) ?? around
      around.insert(dialogue)
      if isAgain { again.insert(dialogue) }
      lay(dialogue, ending: newLabel())
      around.remove(dialogue)
      again.remove(dialogue)
    case .forEach(let rounds):
      for round in rounds {
        let after = newLabel()
        skip(to: after, unless: .includes(question: round.list, [round.item]))
        lay(round.block, ending: after)
      }
    }
    layJumps(after: step, block)
  }

  /// From where it is heard to where it is over.
  private mutating func lay(watch: Int) -> Range<Int> {
    let after = newLabel()
    if !watches.insert(watch).inserted {
      skip(to: after, unless: .not(.isKnown(question: marks.fired(watch))))
    }
    program.tests[program.code.count] = script.watches[watch].test.place
    skip(to: after, unless: script.watches[watch].test.condition)
    let first = program.code.count
    add(.listen)
    add(.mark(marks.fired(watch)))
    underWay.append(watch)
    lay(script.watches[watch].block, ending: newLabel())
    underWay.removeLast()
    add(.hush)
    place(after)
    return first..<program.code.count
  }

  private mutating func layJumps(after step: Step, _ block: Block) {
    // An outcome that a branch concludes is laid out behind the branches.
    var concluding: [(label: Int, outcome: Int)] = []
    func label(_ target: Step.Target, _ layout: inout Layout) -> Int {
      switch target {
      case .next: return block.next
      case .step(let step): return block.starts[step - block.first]
      case .end: return block.end
      case .finish: return layout.finish
      case .conclude(let outcome):
        let label = layout.newLabel()
        concluding.append((label, outcome))
        return label
      case .unresolved:
        // It may lead anywhere that comes later.
        let label = layout.newLabel()
        concluding.append((label, -1))
        return label
      }
    }
    switch step.then {
    case .to(.next): return
    case .to(let target):
      let label = label(target, &self)
      add(.jump(label))
    case .byCondition(let ways, let otherwise):
      for way in ways {
        let next = newLabel()
        let target = label(way.target, &self)
        program.tests[program.code.count] = way.test.place
        add(.test(way.test.condition, ifTrue: target, ifFalse: next))
        place(next)
      }
      let target = label(otherwise.target, &self)
      add(.jump(target))
    case .byAnswer(let ways, let unknown, let otherwise):
      var tests: [(condition: Condition, way: Step.Way?)] = []
      if case .decide(let test) = step.action {
        program.tests[program.code.count] = test.place
        tests = [
          (test.condition, ways.first ?? nil), (.always(true), ways.dropFirst().first ?? nil),
        ]
      } else if case .ask(let question) = step.action {
        tests = ways.enumerated().filter { $0.element != nil }.map {
          (.isOption(question: question, [$0.offset]), $0.element)
        }
        // Known without a way of its own, and all that is unknown.
        tests.append((.isKnown(question: question), otherwise))
        tests.append((.always(true), unknown))
      }
      for (condition, way) in tests {
        let next = newLabel()
        let target = label((way ?? otherwise).target, &self)
        if condition == .always(true) {
          add(.jump(target))
        } else {
          add(.test(condition, ifTrue: target, ifFalse: next))
        }
        place(next)
      }
    }
    for (label, outcome) in concluding {
      place(label)
      if outcome >= 0 {
        add(.conclude(outcome: outcome))
      } else {
        for later in block.later { skip(to: later, unless: .unresolved) }
      }
      add(.jump(block.end))
    }
  }
}
