package import DialogueScript

/// Where the answers lead: the script walked from its entry to its end, never stopping.
package struct Walk: Sendable {
  /// Every entry met, in order.
  package var path: [Entry] = []
  /// Steps before the next question that are no entry themselves: dialogues and lists gone into.
  package var goneInto: [Int] = []
  /// Steps before the next question that a branch has led on from.
  package var branchedFrom: [Int] = []
  /// The first question on the path without an answer; nil means finished.
  package var next: Int?
  /// For each question of the script, whether it was met.
  package var met: [Bool]

  package struct Entry: Hashable, Sendable {
    package var step: Int
    /// The watch whose steps it is part of.
    package var watch: Int?
    package var question: Int?
    package var outcome: Int?
    /// It stands before the next question, or in a watch that has been set off.
    package var isReached: Bool
  }

  /// Walks a script with these answers.
  package init(_ script: Script, _ answers: [Int: Answer], today: CivilDate) {
    var walker = Walker(script: script, answers: answers, today: today)
    _ = walker.walk(script.entry)
    self = walker.walk
  }

  fileprivate init(met: [Bool]) {
    self.met = met
  }

  /// The questions on the path, in order.
  package var questions: [Int] { path.compactMap(\.question) }

  /// The outcomes reached, in the order they were.
  package var outcomes: [Int] {
    var outcomes: [Int] = []
    for entry in path where entry.isReached {
      if let outcome = entry.outcome, !outcomes.contains(outcome) { outcomes.append(outcome) }
    }
    return outcomes
  }
}

/// One walk under way.
private struct Walker {
  let script: Script
  let answers: [Int: Answer]
  let today: CivilDate
  var walk: Walk
  var blocksMet: Set<Int> = []
  var watchesFired: Set<Int> = []
  /// A question without an answer has been met, in this watch or outside one.
  var isOpen = false
  var watch: Int?

  init(script: Script, answers: [Int: Answer], today: CivilDate) {
    self.script = script
    self.answers = answers
    self.today = today
    walk = Walk(met: Array(repeating: false, count: script.questions.count))
    for field in 0..<script.localCount { walk.met[field] = true }
  }

  var facts: Facts { Facts(answers: answers, met: walk.met, today: today) }

  /// Walks a block; false when a step in it finished the conversation.
  mutating func walk(_ block: Int) -> Bool {
    let steps = script.blocks[block]
    var at = steps.lowerBound
    while at < steps.upperBound {
      let step = script.steps[at]
      if let when = step.when?.condition, !facts.holds(when) {
        at += 1
        continue
      }
      guard let answered = take(step, at) else { return false }
      if answered, !isOpen, step.branches { walk.branchedFrom.append(at) }
      switch answered ? target(after: step) : .next {
      case .next: at += 1
      case .step(let later): at = later
      case .end, .unresolved: return true
      case .finish: return false
      case .conclude(let outcome):
        note(at, outcome: outcome)
        return true
      }
    }
    return true
  }

  /// Carries out a step.
  ///
  /// False when it is passed over, nil when it finished the conversation.
  mutating func take(_ step: Step, _ number: Int) -> Bool? {
    switch step.action {
    case .ask(let question):
      if walk.met[question] { return false }
      walk.met[question] = true
      note(number, question: question)
      if answers[question] == nil, !script.questions[question].isQuiet {
        isOpen = true
        if walk.next == nil { walk.next = question }
      }
      if !lookAtWatches(reading: question) { return nil }
    case .say, .decide, .choose:
      note(number)
    case .conclude(let outcome):
      note(number, outcome: outcome)
    case .use(let block):
      if !blocksMet.insert(block).inserted { return false }
      if !isOpen { walk.goneInto.append(number) }
      if !walk(block) { return nil }
    case .forEach(let rounds):
      if !isOpen { walk.goneInto.append(number) }
      for round in rounds
      where facts.holds(.includes(question: round.list, [round.item])) && !walk(round.block) {
        return nil
      }
    }
    return true
  }

  mutating func note(_ step: Int, question: Int? = nil, outcome: Int? = nil) {
    walk.path.append(
      Walk.Entry(
        step: step, watch: watch, question: question, outcome: outcome, isReached: !isOpen))
  }

  func target(after step: Step) -> Step.Target {
    switch step.then {
    case .to(let target): return target
    case .byCondition(let ways, let otherwise):
      return ways.first { facts.holds($0.test.condition) }?.target ?? otherwise.target
    case .byAnswer(let ways, let unknown, let otherwise):
      let option: Int
      switch step.action {
      case .decide(let test): option = facts.holds(test.condition) ? 0 : 1
      case .ask(let question):
        guard case .option(let chosen)? = answers[question]?.value else {
          return (unknown ?? otherwise).target
        }
        option = chosen
      default: return otherwise.target
      }
      return ((ways.indices.contains(option) ? ways[option] : nil) ?? otherwise).target
    }
  }

  /// Walks the steps of each watch that this question has just set off; false when one finished.
  ///
  /// What a watch says is reached as soon as the question that set it off has an answer, however much
  /// is still open before it; its own open questions hold back only what comes after them in it.
  mutating func lookAtWatches(reading question: Int) -> Bool {
    for number in script.watchers[question]
    where !watchesFired.contains(number) && facts.holds(script.watches[number].test.condition) {
      // A question without an answer sets it off as well, but does not use it up; no one waits for a quiet one.
      let (isAnswered, isQuiet) = (answers[question] != nil, script.questions[question].isQuiet)
      if isAnswered || isQuiet { watchesFired.insert(number) }
      let (outerOpen, outerWatch) = (isOpen, watch)
      isOpen = isQuiet && !isAnswered ? outerOpen : !isAnswered
      watch = number
      let goesOn = walk(script.watches[number].block)
      isOpen = isOpen || outerOpen
      watch = outerWatch
      if !goesOn { return false }
    }
    return true
  }
}
