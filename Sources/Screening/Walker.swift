import DialogueScript

/// Where a walk stands just before the next question, so that it can go on from there.
///
/// An answer is read only once its question has been met: nothing before that changes with it.
final class Resting: Sendable {
  /// What of the walk so far is kept.
  let entries: Int
  let outcomes: [Int]
  let left: Int
  let answered: Int
  let frames: [Walker.Frame]
  /// What is on top of them.
  let frame: Walker.Frame
  /// The questions met, and after them the blocks and watches used up.
  let all: [Bool]
  let isOpen: Bool
  let watch: Int32?

  init(
    entries: Int, outcomes: [Int], left: Int, answered: Int, frames: [Walker.Frame],
    frame: Walker.Frame, all: [Bool], isOpen: Bool, watch: Int32?
  ) {
    (self.entries, self.outcomes, self.left, self.answered) = (entries, outcomes, left, answered)
    (self.frames, self.frame, self.all) = (frames, frame, all)
    (self.isOpen, self.watch) = (isOpen, watch)
  }
}

/// One walk under way, with what it has gone into on a stack of its own.
///
/// Its functions are all mutating: so none of them is handed a copy of it.
struct Walker: ~Copyable {
  let course: Course
  let checks: UnsafePointer<Check>
  let answers: Answers
  let marks: UnsafeBufferPointer<Mark>
  let today: CivilDate
  var walk: Walk
  /// For each question whether it was met; after them the blocks met, and the watches that have been set off.
  let all: UnsafeMutableBufferPointer<Bool>
  /// Nil where no one asks for them.
  private(set) var ways: Walk.Ways?
  /// A question without an answer has been met, in this watch or outside one.
  private(set) var isOpen = false
  private(set) var watch: Int32?
  private(set) var frames: [Frame] = []

  /// What is under way: the steps of a block, the rounds of a list, or the watches that a question may set off.
  struct Frame {
    var kind: Kind
    /// What comes next, among steps, rounds or watches; or has been gone into, and is come back to.
    var at: Int32
    var end: Int32
    var isComeBackTo = false
    /// For watches: the question, and how things stood outside the one that is gone into.
    var question: Int32 = -1
    var outerOpen = false
    var outerWatch: Int32?

    enum Kind { case steps, rounds, watches }

    init(_ kind: Kind, _ range: Range<Int>, question: Int32 = -1) {
      self.kind = kind
      (at, end) = (Int32(range.lowerBound), Int32(range.upperBound))
      self.question = question
    }

    /// Steps that one of them has led away from.
    init(leaving step: Int, _ end: Int) {
      self.init(.steps, step..<end)
      isComeBackTo = true
    }
  }

  init(
    _ course: Course, _ answers: Answers, _ marks: UnsafeBufferPointer<Mark>,
    today: CivilDate, walk: Walk, all: UnsafeMutableBufferPointer<Bool>, ways: Walk.Ways?
  ) {
    (self.course, checks) = (course, course.checks.start)
    (self.answers, self.marks, self.today) = (answers, marks, today)
    (self.walk, self.all, self.ways) = (walk, all, ways)
    frames.reserveCapacity(16)
  }

  var met: UnsafeMutableBufferPointer<Bool> { .init(rebasing: all[..<marks.count]) }

  mutating func begin() {
    enter(course.script.entry)
    run()
  }

  mutating func goOn(_ path: [Walk.Entry], _ resting: Resting) {
    walk.path += path[..<resting.entries]
    walk.outcomes = resting.outcomes
    (walk.left, walk.answered) = (resting.left, resting.answered)
    _ = all.update(fromContentsOf: resting.all)
    (isOpen, watch) = (resting.isOpen, resting.watch)
    frames += resting.frames
    walk(resting.frame)
    run()
  }

  /// What has been walked, handed over rather than copied.
  mutating func finish() -> Walk {
    var walked = Walk(about: 0)
    swap(&walked, &walk)
    walked.met = Array(met)
    return walked
  }

  private mutating func run() {
    while let frame = frames.popLast() {
      switch frame.kind {
      case .steps: walk(frame)
      case .rounds: goRound(frame)
      case .watches: lookAtWatches(frame)
      }
    }
  }

  private mutating func enter(_ block: Int) {
    frames.append(Frame(.steps, course.blocks[block]))
  }

  /// Walks steps of a block, up to one that leads into something else.
  private mutating func walk(_ frame: Frame) {
    let end = Int(frame.end)
    var at = Int(frame.at)
    if frame.isComeBackTo { at = next(after: at, end) }
    while at < end {
      let stop = course.stops[at]
      if stop.when != Check.yes, !holds(stop.when) {
        at += 1
        continue
      }
      switch stop.action {
      case .ask(let asked):
        let question = Int(asked)
        if all[question] {
          at += 1
          continue
        }
        ask(question, at, end)
        let watchers = course.watchersOf[question]
        let hasValue = Mark.value.isIn(marks[question])
        let reading = hasValue ? watchers.ofValue : watchers.ofNone
        if !reading.isEmpty {
          frames.append(Frame(leaving: at, end))
          frames.append(Frame(.watches, reading, question: asked))
          return
        }
      case .pass, .decide: note(at)
      case .conclude(let outcome): note(at, outcome: outcome)
      case .use(let used):
        let block = marks.count + Int(used)
        if all[block] {
          at += 1
          continue
        }
        all[block] = true
        if !isOpen { ways?.goneInto.append(at) }
        frames.append(Frame(leaving: at, end))
        return enter(Int(used))
      case .forEach(let rounds):
        if !isOpen { ways?.goneInto.append(at) }
        let rounds = course.roundsOf[rounds]
        // Most lists are empty most of the time.
        if Mark.anyOption.isIn(marks[rounds.question]) {
          frames.append(Frame(leaving: at, end))
          frames.append(Frame(.rounds, rounds.range))
          return
        }
      }
      at = next(after: at, end)
    }
  }

  private mutating func ask(_ question: Int, _ step: Int, _ end: Int) {
    let isAnswered = marks[question] != .none
    if !isAnswered, walk.next == nil, !course.isQuiet[question] {
      walk.next = question
      walk.resting = Resting(
        entries: walk.path.count, outcomes: walk.outcomes, left: walk.left,
        answered: walk.answered, frames: frames, frame: Frame(.steps, step..<end),
        all: Array(all), isOpen: isOpen, watch: watch)
    }
    all[question] = true
    note(step, question: Int32(question))
    if isAnswered {
      walk.answered += 1
    } else {
      if !course.isOptional[question] { walk.left += 1 }
      if !course.isQuiet[question] { isOpen = true }
    }
  }

  private mutating func goRound(_ frame: Frame) {
    var frame = frame
    while frame.at < frame.end {
      let round = course.rounds[frame.at]
      frame.at += 1
      if holds(round.check) {
        frames.append(frame)
        return enter(round.block)
      }
    }
  }

  /// Walks the steps of each watch that a question has just set off.
  ///
  /// What a watch says is reached as soon as the question that set it off has an answer, however much
  /// is still open before it; its own open questions hold back only what comes after them in it.
  private mutating func lookAtWatches(_ frame: Frame) {
    var frame = frame
    if frame.isComeBackTo {
      isOpen = isOpen || frame.outerOpen
      watch = frame.outerWatch
    }
    let question = Int(frame.question)
    while frame.at < frame.end {
      let number = course.watchers[frame.at]
      let set = course.watches[number]
      let used = marks.count + course.blocks.count + number
      frame.at += 1
      guard !all[used], holds(set.check) else { continue }
      let (isAnswered, isQuiet) = (marks[question] != .none, course.isQuiet[question])
      // A question without an answer sets it off as well, but does not use it up; no one waits for a quiet one.
      if isAnswered || isQuiet { all[used] = true }
      (frame.isComeBackTo, frame.outerOpen, frame.outerWatch) = (true, isOpen, watch)
      frames.append(frame)
      isOpen = isQuiet && !isAnswered ? isOpen : !isAnswered
      watch = Int32(number)
      return enter(set.block)
    }
  }

  private mutating func note(_ step: Int, question: Int32? = nil, outcome: Int32? = nil) {
    walk.path.append(
      Walk.Entry(
        step: Int32(step), watch: watch, question: question, outcome: outcome,
        isReached: !isOpen))
    if let outcome, !isOpen, !walk.outcomes.contains(Int(outcome)) {
      walk.outcomes.append(Int(outcome))
    }
  }

  /// The step that comes after one; the end of the block where there is none.
  private mutating func next(after step: Int, _ end: Int) -> Int {
    let stop = course.stops[step]
    if !isOpen, stop.branches { ways?.branchedFrom.append(step) }
    switch target(after: stop) {
    case .next: return step + 1
    case .step(let later): return Int(later)
    case .end: return end
    case .finish:
      frames.removeAll()
      return end
    case .conclude(let outcome):
      note(step, outcome: outcome)
      return end
    }
  }

  private mutating func target(after stop: Course.Stop) -> Course.Target {
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
  private mutating func chosen(_ question: Int) -> Int? {
    if let option = marks[question].option { return option }
    if case .option(let option)? = answers[question]?.value { return option } else { return nil }
  }

  /// Whether a condition holds, by its first check.
  private mutating func holds(_ first: Int32) -> Bool {
    var at = first
    while at >= 0 {
      let check = checks + Int(at)
      let question = Int(check.pointee.question)
      let mark = all[question] ? marks[question].met : .none
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
    let condition = course.conditions[Int(condition)]
    return condition.holds(of: { all[$0] ? answers[$0]?.value : nil }, today: today)
      ?? Facts(answers: answers, met: Array(met), today: today)
      .holds(condition)
  }
}
