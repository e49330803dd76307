import DialogueScript

/// Where the answers lead: the script walked from its entry to its end, never stopping.
package struct Walk: Sendable {
  /// Every entry met, in order.
  package var path: [Entry] = []
  /// The outcomes reached, in the order they were.
  package var outcomes: [Int] = []
  /// The first question on the path without an answer; nil means finished.
  package var next: Int?
  /// For each question of the script, whether it was met.
  package var met: [Bool]

  /// One place on the path, kept in small numbers: a conversation holds many.
  package struct Entry: Hashable, Sendable {
    private let at: Int32
    private let from: Int32?
    private let asked: Int32?
    private let concluded: Int32?
    /// It stands before the next question, or in a watch that has been set off.
    package let isReached: Bool

    fileprivate init(
      step: Int, watch: Int?, question: Int32?, outcome: Int32?, isReached: Bool
    ) {
      at = Int32(step)
      from = watch.map { Int32($0) }
      (asked, concluded) = (question, outcome)
      self.isReached = isReached
    }

    package var step: Int { Int(at) }
    /// The watch whose steps it is part of.
    package var watch: Int? { from.map { Int($0) } }
    package var question: Int? { asked.map { Int($0) } }
    package var outcome: Int? { concluded.map { Int($0) } }
  }

  /// How many questions on the path have no answer and are not optional.
  package var left = 0
  /// How many questions on the path have an answer, those of the local file apart.
  package var answered = 0

  /// Walks a script with these answers.
  ///
  /// About so many entries are to be expected.
  init(
    _ course: Course, _ answers: [Int: Answer], _ marks: [Mark], today: CivilDate, about: Int
  ) {
    self = Self.walked(course, answers, marks, today, about, notesWays: false).walk
  }

  /// The steps before the next question that are not on the path themselves.
  package struct Ways: Sendable {
    /// Dialogues and lists gone into.
    package var goneInto: [Int] = []
    /// Those that a branch has led on from.
    package var branchedFrom: [Int] = []
  }

  static func walked(
    _ course: Course, _ answers: [Int: Answer], _ marks: [Mark], _ today: CivilDate, _ about: Int,
    notesWays: Bool
  ) -> (walk: Walk, ways: Ways) {
    let scratch = course.blocks.count + course.watches.count
    return marks.withUnsafeBufferPointer { marks in
      withUnsafeTemporaryAllocation(of: Bool.self, capacity: marks.count + scratch) { all in
        all.initialize(repeating: false)
        var walker = Walker(
          course: course, checks: course.checks.start, answers: answers, marks: marks, today: today,
          walk: Walk(about: about),
          met: UnsafeMutableBufferPointer(rebasing: all[..<marks.count]),
          isUsed: UnsafeMutableBufferPointer(rebasing: all[marks.count...]), notesWays: notesWays)
        for field in 0..<course.script.localCount { walker.met[field] = true }
        _ = walker.walk(course.script.entry)
        walker.walk.met = Array(walker.met)
        return (walker.walk, walker.ways)
      }
    }
  }

  private init(about: Int) {
    met = []
    path.reserveCapacity(about)
  }

  /// The questions on the path, in order.
  package var questions: [Int] { path.compactMap(\.question) }
}

/// One walk under way.
///
/// Its functions are all mutating: so none of them is handed a copy of it.
private struct Walker {
  let course: Course
  let checks: UnsafePointer<Check>
  let answers: [Int: Answer]
  let marks: UnsafeBufferPointer<Mark>
  let today: CivilDate
  var walk: Walk
  /// For each question, whether it was met.
  let met: UnsafeMutableBufferPointer<Bool>
  /// The blocks met, and after them the watches that have been set off.
  let isUsed: UnsafeMutableBufferPointer<Bool>
  let notesWays: Bool
  var ways = Walk.Ways()
  /// A question without an answer has been met, in this watch or outside one.
  var isOpen = false
  var watch: Int?

  /// Whether a condition holds, by its first check.
  mutating func holds(_ first: Int32) -> Bool {
    var at = first
    while at >= 0 {
      let check = checks + Int(at)
      let question = Int(check.pointee.question)
      let mark = met[question] ? marks[question].met : .none
      let holds =
        switch check.pointee.reads {
        case .has: check.pointee.mark.isIn(mark)
        case .equals: check.pointee.mark == mark
        case .condition:
          (check.pointee.mark == .none || check.pointee.mark.isIn(mark))
            && look(check.pointee.condition)
        }
      at = holds ? check.pointee.ifTrue : check.pointee.ifFalse
    }
    return at == Check.yes
  }

  private mutating func look(_ condition: Int32) -> Bool {
    Facts(answers: answers, met: Array(met), today: today)
      .holds(course.conditions[Int(condition)])
  }

  /// Walks a block; false when a step in it finished the conversation.
  mutating func walk(_ block: Int) -> Bool {
    let steps = course.blocks[block]
    var at = steps.lowerBound
    while at < steps.upperBound {
      let stop = course.stops[at]
      if stop.when != Check.yes, !holds(stop.when) {
        at += 1
        continue
      }
      guard let answered = take(stop, at) else { return false }
      if notesWays, answered, !isOpen, stop.branches { ways.branchedFrom.append(at) }
      switch answered ? target(after: stop) : .next {
      case .next: at += 1
      case .step(let later): at = Int(later)
      case .end: return true
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
  mutating func take(_ stop: Course.Stop, _ number: Int) -> Bool? {
    switch stop.action {
    case .ask(let asked):
      let question = Int(asked)
      if met[question] { return false }
      met[question] = true
      note(number, question: asked)
      if marks[question] == .none {
        if !course.isOptional[question] { walk.left += 1 }
        if !course.isQuiet[question] {
          isOpen = true
          if walk.next == nil { walk.next = question }
        }
      } else {
        walk.answered += 1
      }
      if !lookAtWatches(reading: question) { return nil }
    case .pass, .decide:
      note(number)
    case .conclude(let outcome):
      note(number, outcome: outcome)
    case .use(let used):
      let block = Int(used)
      if isUsed[block] { return false }
      isUsed[block] = true
      if notesWays, !isOpen { ways.goneInto.append(number) }
      if !walk(block) { return nil }
    case .forEach(let rounds):
      if notesWays, !isOpen { ways.goneInto.append(number) }
      let rounds = course.roundsOf[rounds]
      // Most lists are empty most of the time.
      guard Mark.anyOption.isIn(marks[rounds.question]) else { return true }
      for round in rounds.range {
        let round = course.rounds[round]
        if holds(round.check), !walk(round.block) { return nil }
      }
    }
    return true
  }

  mutating func note(_ step: Int, question: Int32? = nil, outcome: Int32? = nil) {
    walk.path.append(
      Walk.Entry(
        step: step, watch: watch, question: question, outcome: outcome, isReached: !isOpen))
    if let outcome, !isOpen, !walk.outcomes.contains(Int(outcome)) {
      walk.outcomes.append(Int(outcome))
    }
  }

  mutating func target(after stop: Course.Stop) -> Course.Target {
    switch stop.then {
    case .to(let target): return target
    case .byCondition(let number):
      let branching = course.branchings[number]
      for number in branching.choices {
        let way = course.ways[number]
        if holds(way.check) { return way.target }
      }
      return branching.otherwise
    case .byAnswer(let number):
      let branching = course.branchings[number]
      let option: Int
      switch stop.action {
      case .decide(let check): option = holds(check) ? 0 : 1
      case .ask(let question):
        guard let chosen = chosen(Int(question)) else { return branching.unknown }
        option = chosen
      default: return branching.otherwise
      }
      guard option < branching.choices.count else { return branching.otherwise }
      return course.exits[branching.choices.lowerBound + option] ?? branching.otherwise
    }
  }

  /// The option that a yes-no or one of is answered with.
  mutating func chosen(_ question: Int) -> Int? {
    if let option = marks[question].option { return option }
    if case .option(let option)? = answers[question]?.value { return option } else { return nil }
  }

  /// Walks the steps of each watch that this question has just set off; false when one finished.
  ///
  /// What a watch says is reached as soon as the question that set it off has an answer, however much
  /// is still open before it; its own open questions hold back only what comes after them in it.
  mutating func lookAtWatches(reading question: Int) -> Bool {
    let watchers = course.watchersOf[question]
    let hasValue = Mark.value.isIn(marks[question])
    for place in hasValue ? watchers.ofValue : watchers.ofNone {
      let number = course.watchers[place]
      let set = course.watches[number]
      let used = course.blocks.count + number
      guard !isUsed[used], holds(set.check) else { continue }
      let (isAnswered, isQuiet) = (marks[question] != .none, course.isQuiet[question])
      // A question without an answer sets it off as well, but does not use it up; no one waits for a quiet one.
      if isAnswered || isQuiet { isUsed[used] = true }
      let (outerOpen, outerWatch) = (isOpen, watch)
      isOpen = isQuiet && !isAnswered ? outerOpen : !isAnswered
      watch = number
      let goesOn = walk(set.block)
      isOpen = isOpen || outerOpen
      watch = outerWatch
      if !goesOn { return false }
    }
    return true
  }
}
