import DialogueModel
import Scenarios

/// Explicit-state search through a slice of a program: by states, not by paths.
///
/// A state is what remains of the conditions that are still to be evaluated. Whatever is evaluated later is a function
/// of these remainders and of whether a question is pending, so that conversations in which both are equal have equal
/// futures (they are bisimilar): one state.
struct Exploration {
  /// The goals that were reached, each with the last steps of short paths to it.
  private(set) var reachedGoals: [Goal: [Int]] = [:]
  /// The number of states explored.
  private(set) var states = 0
  /// The search was exhaustive: a goal that was not reached can't be, unless the search stopped at the first.
  private(set) var isComplete = true

  private let slice: Slice
  private var evaluator: PartialEvaluator
  private var table: ConditionTable
  private var history: [PathStep] = []
  private var limit: Int
  /// The states to explore at each node, and at the end, in the order they were found, so that every run finds the same
  /// paths.
  private var frontiers: [Frontier]
  private let marks: Flags
  private var openGoals: Set<Goal> = []
  /// The slots of the goals, if there are at most four: a state in which all of them are false is dropped.
  ///
  /// A slot that is no longer read counts as false.
  private let goalSlots: [Int]
  /// The fewest states at any node since liveness was last computed: at twice as many it is computed again.
  private var livenessThreshold = 250
  /// The number of paths kept for each goal, to choose from.
  private let pathsPerGoal: Int

  /// One choice on a path.
  private struct PathStep {
    var before: Int
    var length: Int
    var choice: Decision
  }

  /// Stop when one goal has been reached.
  private let stopsAtFirst: Bool

  init(
    _ slice: Slice, of script: Script, today: CivilDate, limit: Int, keeping pathsPerGoal: Int = 1,
    stopsAtFirst: Bool = false
  ) {
    self.stopsAtFirst = stopsAtFirst
    self.slice = slice
    self.limit = limit
    self.pathsPerGoal = pathsPerGoal
    table = ConditionTable(slice)
    evaluator = PartialEvaluator(
      script,
      AnswerClasses(script, table.conditions, today: today, minute: Checker.minute), today: today)
    frontiers = Array(repeating: Frontier(), count: slice.nodes.count + 1)
    marks = Flags(script)
    let goalSlots = Set(table.goals.joined())
    self.goalSlots = goalSlots.count <= 4 ? Array(goalSlots) : []
    for (node, goals) in (slice.nodes.map(\.goals) + [slice.goalsAtEnd]).enumerated() {
      for number in goals.indices { openGoals.insert(Goal(node: node, number: number)) }
    }
    let start = State(table.conditions.map { evaluator.number($0) })
    frontiers[slice.start] = Frontier(start, PathEnd(turn: -1))
    for node in slice.nodes.indices where !frontiers[node].all.isEmpty && !openGoals.isEmpty {
      explore(node)
      guard isComplete else { return }
    }
    evaluateGoals(at: slice.nodes.count)
  }

  /// The choices of each path kept to a goal, the shortest path first.
  func decisions(to goal: Goal) -> [[Decision]] {
    (reachedGoals[goal] ?? []).map { last in
      var choices: [Decision] = []
      var turn = last
      while turn >= 0 {
        choices.append(history[turn].choice)
        turn = history[turn].before
      }
      return choices.reversed()
    }
  }

  private mutating func explore(_ number: Int) {
    evaluateGoals(at: number)
    // Liveness costs more than exploring a few states: only when they have doubled.
    livenessThreshold = min(livenessThreshold, max(250, frontiers[number].all.count))
    if frontiers[number].all.count > 2 * livenessThreshold {
      dropDeadConditions(at: number)
      livenessThreshold = max(250, frontiers[number].all.count)
    }
    let node = slice.nodes[number]
    let states = frontiers[number].all
    frontiers[number] = Frontier()
    self.states += states.count
    guard self.states <= limit else {
      isComplete = false
      return
    }
    let next = table.edges[number].next
    var answers: [Answer] = []
    if case .ask(let question, _, _) = node.action { answers = evaluator.choices(of: question) }
    for (state, pathEnd) in states {
      guard isWithinLimit() else { return }
      var after = state
      switch node.action {
      case .pass: break
      case .mark(let mark):
        // A watch set off by a pending question is not used up.
        if state.speaks || !marks.isWatch(mark) {
          change(&after, at: number, by: .marked(mark))
        }
      case .conclude(let outcome):
        if state.speaks { change(&after, at: number, by: .concluded(outcome: outcome)) }
      case .say(let step):
        if state.speaks { change(&after, at: number, by: .said(step: step)) }
      case .ask(let question, let watchesEnd, let mayStayPending):
        if state.mode == .asking {
          ask(question, answers, state, pathEnd, at: number, next)
          guard mayStayPending else { continue }
        }
        leavePending(question, watchesEnd: watchesEnd, &after, at: number)
      case .test(.unresolved, _):
        propagate(state, pathEnd, next)
        propagate(state, pathEnd, table.edges[number].ifFalse)
        continue
      case .test:
        let ifFalse = table.edges[number].ifFalse
        read(table.slotOfTest[number], state, pathEnd) { exploration, state, pathEnd, truth in
          exploration.propagate(state, pathEnd, truth ? next : ifFalse)
        }
        continue
      case .enterWatch:
        if case .muted(let until) = state.mode, until <= number { after.mode = .speaking }
      case .leaveWatch: if state.mode == .speaking { after.mode = .muted(until: 0) }
      case .watchesDone:
        // Nothing after a pending question is said before its answer.
        guard state.mode == .asking else { continue }
      }
      propagate(after, pathEnd, next)
    }
  }

  /// Drops from each state the conditions that nothing reachable reads, and settles the questions that nothing
  /// reachable asks, so that more states become equal.
  private mutating func dropDeadConditions(at number: Int) {
    let states = frontiers[number].all
    frontiers[number] = Frontier()
    for (state, pathEnd) in states {
      let reach = Liveness(
        from: number, in: slice, table, questions: evaluator.script.questions.count
      ) { evaluator.truth(state[$0]) }
      var left = state
      for (slot, isLive) in reach.isLive.enumerated() where !isLive {
        left[slot] = State.forgotten
      }
      for (question, reading) in table.asked where !reach.isAsked[question] {
        evaluator.follow(.neverAsked(question: question), in: reading, of: &left)
      }
      merge(left, pathEnd, at: number)
    }
  }

  /// Choices that lead to known states cost time too: they have a limit of their own.
  private mutating func isWithinLimit() -> Bool {
    if history.count > limit * 5 { isComplete = false }
    return isComplete
  }

  private mutating func change(_ state: inout State, at node: Int, by event: PartialEvaluator.Event)
  {
    evaluator.follow(event, in: table.changed[node], of: &state)
  }

  private mutating func ask(
    _ question: Int, _ answers: [Answer], _ state: State, _ pathEnd: PathEnd, at node: Int,
    _ edge: ConditionTable.Edge
  ) {
    for (choice, answer) in answers.enumerated() {
      var after = state
      change(&after, at: node, by: .answered(question: question, answerClass: choice))
      propagate(after, add(.answer(question: question, answer), after: pathEnd), edge)
    }
  }

  /// Leaves a question pending: the program continues as if it were not known, and goals do not read it yet.
  private mutating func leavePending(
    _ question: Int, watchesEnd: Int, _ state: inout State, at node: Int
  ) {
    evaluator.follow(
      .answered(question: question, answerClass: AnswerClasses.notKnown),
      in: table.changed[node].filter { !table.isGoalOnly[$0] }, of: &state)
    // A quiet question is never pending.
    let isQuiet = evaluator.script.questions[question].isQuiet
    switch state.mode {
    case .muted(let until): state.mode = .muted(until: max(until, watchesEnd))
    case .speaking where isQuiet: break
    case .asking, .speaking: state.mode = .muted(until: watchesEnd)
    }
  }

  private mutating func add(_ choice: Decision, after pathEnd: PathEnd) -> PathEnd {
    history.append(
      PathStep(before: pathEnd.turn, length: length(pathEnd.turn) + 1, choice: choice))
    return PathEnd(turn: history.count - 1)
  }

  private func length(_ turn: Int) -> Int { turn < 0 ? 0 : history[turn].length }

  /// Moves a state along an edge, without the conditions that nothing from there on reads.
  private mutating func propagate(_ state: State, _ pathEnd: PathEnd, _ edge: ConditionTable.Edge) {
    var state = state
    if case .muted(let until) = state.mode, until <= edge.to { state.mode = .muted(until: 0) }
    for slot in edge.forgotten { state[slot] = State.forgotten }
    for (question, reading) in edge.passed {
      evaluator.follow(.neverAsked(question: question), in: reading, of: &state)
    }
    if !goalSlots.isEmpty, goalSlots.allSatisfy({ evaluator.truth(state[$0]) == false }) {
      return
    }
    merge(state, pathEnd, at: edge.to)
  }

  /// Adds a state to a frontier; if it is there already, keeps the shorter path.
  private mutating func merge(_ state: State, _ pathEnd: PathEnd, at node: Int) {
    guard let place = frontiers[node].place(of: state, new: pathEnd) else { return }
    if length(pathEnd.turn) < length(frontiers[node].all[place].pathEnd.turn) {
      frontiers[node].all[place].pathEnd.turn = pathEnd.turn
    }
  }

  /// Evaluates a condition in a state, splitting the state at each test that is open.
  private mutating func read(
    _ slot: Int, _ state: State, _ pathEnd: PathEnd,
    then: (inout Exploration, State, PathEnd, Bool) -> Void
  ) {
    if let truth = evaluator.truth(evaluator.now(state[slot])) {
      return then(&self, state, pathEnd, truth)
    }
    var open = [(state, pathEnd)]
    // Different splits may give the same state.
    var visited = Frontier()
    while let (state, pathEnd) = open.popLast(), isWithinLimit() {
      guard visited.place(of: state, new: pathEnd) == nil else { continue }
      let now = evaluator.now(state[slot])
      if let truth = evaluator.truth(now) {
        then(&self, state, pathEnd, truth)
        continue
      }
      guard let number = evaluator.undecided(now) else {
        // Both results are possible, and the next reading may give the other.
        then(&self, state, pathEnd, true)
        then(&self, state, pathEnd, false)
        continue
      }
      let test = evaluator.test(number)
      for truth in [true, false] {
        var split = state
        evaluator.follow(
          .assumed(test: number, truth), in: table.slotsMayContain(test, with: slot), of: &split)
        var choice = Decision.open
        if case .includes(let question, let options) = test {
          choice = .item(
            question: Open.answered(question), option: options[0], isIncluded: truth)
        }
        open.append((split, add(choice, after: pathEnd)))
      }
    }
  }

  /// Evaluates the goals at a node, keeping paths to those that hold, shorter ones first.
  private mutating func evaluateGoals(at node: Int) {
    for (number, slot) in table.goals[node].enumerated() {
      let goal = Goal(node: node, number: number)
      guard openGoals.contains(goal) else { continue }
      var found: [Int] = []
      for (state, pathEnd) in frontiers[node].all where evaluatesGoals(state, at: node) {
        read(slot, state, pathEnd) { _, _, pathEnd, truth in
          if truth { found.append(pathEnd.turn) }
        }
        if found.count >= pathsPerGoal { break }
      }
      guard !found.isEmpty else { continue }
      reachedGoals[goal] = found.sorted { length($0) < length($1) }
      openGoals.remove(goal)
      if stopsAtFirst { openGoals = [] }
    }
  }

  /// While a question is pending, goals are evaluated once, after the last watch that its answer would fire.
  private func evaluatesGoals(_ state: State, at node: Int) -> Bool {
    guard node < slice.nodes.count else { return true }
    if case .watchesDone = slice.nodes[node].action { return state.mode != .asking }
    return state.mode == .asking
  }
}
