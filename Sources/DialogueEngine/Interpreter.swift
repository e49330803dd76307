import DialogueModel

/// Runs a program with the answers given so far, from its first instruction to its end.
///
/// The run continues past a question without an answer, but path entries after it are not reached. Where a run goes
/// depends on the answers alone, so nothing is kept from one turn to the next.
struct Interpreter {
  private let script: Script
  private let program: Program
  /// What conditions read: the answers of the questions met so far.
  private var facts: Environment
  private var dialoguesMet: [Bool]
  private var watchesUsed: [Bool]
  private var walk: Walk
  private var trace: Walk.Trace?
  /// Whether a question without an answer came earlier: in this watch or, outside watches, on the path.
  private var isPastUnanswered = false
  /// The watch being run; below zero outside watches.
  private var watch: Int32 = -1
  private var calls: [Call] = []

  /// A subroutine call: where to continue after it, and the state of its caller.
  private struct Call {
    var address: Int
    var isPastUnanswered = false
    var watch: Int32 = -1
  }

  static func walk(
    _ script: Script, _ answers: Answers, today: CivilDate, minute: Int?, expectedEntries: Int
  ) -> Walk {
    var interpreter = Interpreter(script, answers, today, minute, expectedEntries)
    interpreter.run()
    return interpreter.finished
  }

  /// Runs the program to find the branches taken and the dialogues and lists entered, which no path shows.
  static func trace(
    _ script: Script, _ answers: Answers, today: CivilDate, minute: Int?
  ) -> Walk.Trace {
    var interpreter = Interpreter(script, answers, today, minute, 0)
    interpreter.trace = Walk.Trace()
    interpreter.run()
    return interpreter.trace ?? Walk.Trace()
  }

  private init(
    _ script: Script, _ answers: Answers, _ today: CivilDate, _ minute: Int?,
    _ expectedEntries: Int
  ) {
    self.script = script
    program = script.program
    facts = Environment(
      answers: answers, unmet: script.questions.count, today: today, minute: minute)
    dialoguesMet = Array(repeating: false, count: script.blocks.count)
    watchesUsed = Array(repeating: false, count: script.watches.count)
    walk = Walk(expecting: expectedEntries, minute: minute)
  }

  private var finished: Walk {
    var walk = walk
    walk.met = facts.bits.map { $0 != .none }
    return walk
  }

  private mutating func run() {
    // The fields of the local file have been met from the start.
    for field in 0..<script.localCount { facts.bits[field] = facts.answers.bits(of: field).met }
    let instructions = program.instructions
    var at = 0
    while true {
      let instruction = instructions[at]
      at += 1
      switch instruction {
      case .test(let condition, let otherwise): if !holds(condition) { at = Int(otherwise) }
      case .ask(let question, let step, let ifMet):
        if facts.bits[Int(question)] == .none {
          ask(question, step)
        } else {
          at = Int(ifMet)
        }
      case .pass(let step): add(step)
      case .conclude(let outcome, let step): conclude(outcome, step)
      case .use(let dialogue, let step, let ifMet):
        if dialoguesMet[Int(dialogue)] {
          at = Int(ifMet)
        } else {
          dialoguesMet[Int(dialogue)] = true
          enter(step)
          calls.append(Call(address: at))
          at = program.dialogues[Int(dialogue)]
        }
      case .forEach(let list, let step, let ifNone):
        enter(step)
        if !facts.bits[Int(list)].meets(.anyOption) { at = Int(ifNone) }
      case .requireValue(let question, let otherwise):
        if !facts.bits[Int(question)].meets(.value) { at = Int(otherwise) }
      case .watch(let watch, let question):
        guard !watchesUsed[Int(watch)] else { continue }
        let routine = program.watches[Int(watch)]
        if holds(routine.condition) {
          calls.append(Call(address: at, isPastUnanswered: isPastUnanswered, watch: self.watch))
          fire(watch, by: Int(question))
          at = Int(routine.start)
        }
      case .returnFromWatch:
        let call = calls.removeLast()
        at = call.address
        isPastUnanswered = isPastUnanswered || call.isPastUnanswered
        watch = call.watch
      case .returnFromDialogue: at = calls.removeLast().address
      case .branch(let branch, _): if !isPastUnanswered { trace?.branches.append(Int(branch)) }
      case .jump(let address): at = Int(address)
      case .finish: return
      }
    }
  }

  private mutating func add(_ step: Int32, question: Int32? = nil, outcome: Int32? = nil) {
    walk.path.append(
      Walk.Entry(
        step: step, watch: watch < 0 ? nil : watch, question: question, outcome: outcome,
        isReached: !isPastUnanswered))
  }

  private mutating func enter(_ step: Int32) {
    if !isPastUnanswered { trace?.entered.append(Int(step)) }
  }

  private mutating func ask(_ question: Int32, _ step: Int32) {
    add(step, question: question)
    let number = Int(question)
    let answer = facts.answers.bits(of: number)
    guard answer == .none else {
      facts.bits[number] = answer
      walk.answered += 1
      return
    }
    facts.bits[number] = .open
    if !script.questions[number].isOptional { walk.left += 1 }
    // A quiet question is not waited for.
    if !script.questions[number].isQuiet {
      walk.next = walk.next ?? number
      isPastUnanswered = true
    }
  }

  private mutating func conclude(_ outcome: Int32, _ step: Int32) {
    add(step, outcome: outcome)
    if !isPastUnanswered, !walk.outcomes.contains(Int(outcome)) {
      walk.outcomes.append(Int(outcome))
    }
  }

  /// Enters a watch whose condition has come true at this question.
  ///
  /// - An answered question uses the watch up; what the watch says is reached, whatever is unanswered before it.
  /// - A question that waits for its answer does not use it up, and what the watch says is not reached yet.
  /// - A quiet question is not waited for: it uses the watch up, which is reached if the entries before it are.
  private mutating func fire(_ watch: Int32, by question: Int) {
    let isAnswered = !facts.bits[question].isOpen
    let isQuiet = script.questions[question].isQuiet
    watchesUsed[Int(watch)] = isAnswered || isQuiet
    if isAnswered {
      isPastUnanswered = false
    } else if !isQuiet {
      isPastUnanswered = true
    }
    self.watch = watch
  }

  private func holds(_ condition: Int32) -> Bool { facts.holds(condition, of: program.graph) }
}
