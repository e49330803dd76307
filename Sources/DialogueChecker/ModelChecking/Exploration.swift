import DialogueModel
import Scenarios

/// Explicit-state search through a slice of a program: by states, not by paths.
///
/// A state is what remains of the conditions that are still to be evaluated. Conversations with the same remainders
/// are one state.
struct Exploration {
  /// The goals that were reached, each with the last turns of the shortest paths to it.
  private(set) var seen: [Goal: [Int]] = [:]
  /// The number of states explored.
  private(set) var states = 0
  /// The search was exhaustive: a goal that was not reached can't be.
  private(set) var isComplete = true

  private let slice: Slice
  private var evaluator: PartialEvaluator
  private var slots: ConditionTable
  private var history: [Turn] = []
  private var limit: Int
  /// The states to explore at each node, and at the end, in the order of their arrival, so that every run finds the
  /// same paths.
  private var waiting: [Frontier]
  private let marks: Flags
  private var unseen: Set<Goal> = []
  /// The slots of the goals, if there are at most four: a state in which all of them are false is dropped.
  private let lookedAt: [Int]
  /// The fewest states at any node since liveness was last computed.
  private var fewest = 250
  /// The number of paths kept for each goal, to choose the shortest from.
  private let sightsKept: Int

  /// One choice on a path.
  private struct Turn {
    var before: Int
    var length: Int
    var choice: Choice
  }

  /// Stop when one goal has been reached.
  private let stopsAtFirst: Bool

  init(
    _ slice: Slice, of script: Script, today: CivilDate, limit: Int, keeping sightsKept: Int = 1,
    stopsAtFirst: Bool = false
  ) {
    self.stopsAtFirst = stopsAtFirst
    self.slice = slice
    self.limit = limit
    self.sightsKept = sightsKept
    slots = ConditionTable(slice)
    evaluator = PartialEvaluator(
      script, AnswerClasses(script, slots.conditions, today: today), today: today)
    waiting = Array(repeating: Frontier(), count: slice.nodes.count + 1)
    marks = Flags(script)
    let lookedAt = Set(slots.goals.joined())
    self.lookedAt = lookedAt.count <= 4 ? Array(lookedAt) : []
    for (node, goals) in (slice.nodes.map(\.goals) + [slice.goalsAtEnd]).enumerated() {
      for number in goals.indices { unseen.insert(Goal(node: node, number: number)) }
    }
    let start = State(slots.conditions.map { evaluator.number($0) })
    waiting[slice.start] = Frontier(start, Arrival(turn: -1))
    for node in slice.nodes.indices where !waiting[node].all.isEmpty && !unseen.isEmpty {
      explore(node)
      guard isComplete else { return }
    }
    look(at: slice.nodes.count)
  }

  /// The choices of each path kept to a goal, the shortest path first.
  func choices(to goal: Goal) -> [[Choice]] {
    (seen[goal] ?? []).map { last in
      var choices: [Choice] = []
      var turn = last
      while turn >= 0 {
        choices.append(history[turn].choice)
        turn = history[turn].before
      }
      return choices.reversed()
    }
  }

  private mutating func explore(_ number: Int) {
    look(at: number)
    // Liveness costs more than exploring a few states: only when they have doubled.
    fewest = min(fewest, max(250, waiting[number].all.count))
    if waiting[number].all.count > 2 * fewest {
      forgetWhatIsOutOfReach(at: number)
      fewest = max(250, waiting[number].all.count)
    }
    let node = slice.nodes[number]
    let states = waiting[number].all
    waiting[number] = Frontier()
    self.states += states.count
    guard self.states <= limit else {
      isComplete = false
      return
    }
    let next = slots.ways[number].next
    var answers: [Answer] = []
    if case .ask(let question, _, _) = node.action { answers = evaluator.choices(of: question) }
    for (state, arrival) in states {
      guard isWithinLimit() else { return }
      var after = state
      switch node.action {
      case .pass: break
      case .mark(let mark):
        // A watch set off by a pending question is not used up.
        if state.isSaid || !marks.isWatch(mark) {
          change(&after, at: number, by: .marked(mark))
        }
      case .conclude(let outcome):
        if state.isSaid { change(&after, at: number, by: .concluded(outcome: outcome)) }
      case .say(let step):
        if state.isSaid { change(&after, at: number, by: .said(step: step)) }
      case .ask(let question, let watchesEnd, let isPassedBy):
        if state.mode == .asking {
          ask(question, answers, state, arrival, at: number, next)
          guard isPassedBy else { continue }
        }
        leave(question, watchesEnd: watchesEnd, &after, at: number)
      case .test(.unresolved, _):
        pass(state, arrival, next)
        pass(state, arrival, slots.ways[number].ifFalse)
        continue
      case .test:
        let ifFalse = slots.ways[number].ifFalse
        read(slots.read[number], state, arrival) { exploration, state, arrival, truth in
          exploration.pass(state, arrival, truth ? next : ifFalse)
        }
        continue
      case .enterWatch:
        if case .waiting(let until) = state.mode, until <= number { after.mode = .speaking }
      case .leaveWatch: if state.mode == .speaking { after.mode = .waiting(until: 0) }
      case .watchesDone:
        // Nothing after a pending question is said before its answer.
        guard state.mode == .asking else { continue }
      }
      pass(after, arrival, next)
    }
  }

  /// Drops from each state the conditions that nothing reachable reads, and settles the questions that nothing
  /// reachable asks, so that more states become equal.
  private mutating func forgetWhatIsOutOfReach(at number: Int) {
    let states = waiting[number].all
    waiting[number] = Frontier()
    for (state, arrival) in states {
      let reach = Liveness(
        from: number, in: slice, slots, questions: evaluator.script.questions.count
      ) { evaluator.truth(state[$0]) }
      var left = state
      for (slot, isLive) in reach.isLive.enumerated() where !isLive {
        left[slot] = State.forgotten
      }
      for (question, reading) in slots.asked where !reach.isAsked[question] {
        evaluator.follow(.passed(question: question), in: reading, of: &left)
      }
      join(left, arrival, at: number)
    }
  }

  /// Choices that lead to known states cost time too: they have a limit of their own.
  private mutating func isWithinLimit() -> Bool {
    if history.count > limit * 5 { isComplete = false }
    return isComplete
  }

  private mutating func change(_ state: inout State, at node: Int, by event: PartialEvaluator.Event)
  {
    evaluator.follow(event, in: slots.changed[node], of: &state)
  }

  private mutating func ask(
    _ question: Int, _ answers: [Answer], _ state: State, _ arrival: Arrival, at node: Int,
    _ way: ConditionTable.Way
  ) {
    for (choice, answer) in answers.enumerated() {
      var after = state
      change(&after, at: node, by: .answered(question: question, choice: choice))
      pass(after, add(.answer(question: question, answer), after: arrival), way)
    }
  }

  /// Leaves a question pending: the program goes on as if it were not known; goals do not read it yet.
  private mutating func leave(_ question: Int, watchesEnd: Int, _ state: inout State, at node: Int)
  {
    evaluator.follow(
      .answered(question: question, choice: 0),
      in: slots.changed[node].filter { !slots.isGoal[$0] }, of: &state)
    // A quiet question is never pending.
    let isQuiet = evaluator.script.questions[question].isQuiet
    switch state.mode {
    case .waiting(let until): state.mode = .waiting(until: max(until, watchesEnd))
    case .speaking where isQuiet: break
    case .asking, .speaking: state.mode = .waiting(until: watchesEnd)
    }
  }

  private mutating func add(_ choice: Choice, after arrival: Arrival) -> Arrival {
    history.append(
      Turn(before: arrival.turn, length: length(arrival.turn) + 1, choice: choice))
    return Arrival(turn: history.count - 1)
  }

  private func length(_ turn: Int) -> Int { turn < 0 ? 0 : history[turn].length }

  /// Moves a state along a way, without what nothing there reads any more.
  private mutating func pass(_ state: State, _ arrival: Arrival, _ way: ConditionTable.Way) {
    var state = state
    if case .waiting(let until) = state.mode, until <= way.to { state.mode = .waiting(until: 0) }
    for slot in way.forgotten { state[slot] = State.forgotten }
    for (question, reading) in way.passed {
      evaluator.follow(.passed(question: question), in: reading, of: &state)
    }
    if !lookedAt.isEmpty, lookedAt.allSatisfy({ evaluator.truth(state[$0]) == false }) {
      return
    }
    join(state, arrival, at: way.to)
  }

  /// Adds a state to a frontier; if it is there already, keeps the shorter path.
  private mutating func join(_ state: State, _ arrival: Arrival, at node: Int) {
    guard let place = waiting[node].place(of: state, new: arrival) else { return }
    if length(arrival.turn) < length(waiting[node].all[place].arrival.turn) {
      waiting[node].all[place].arrival.turn = arrival.turn
    }
  }

  /// Evaluates a condition in a state, splitting the state at each test that is open.
  private mutating func read(
    _ slot: Int, _ state: State, _ arrival: Arrival,
    then: (inout Exploration, State, Arrival, Bool) -> Void
  ) {
    if let truth = evaluator.truth(evaluator.now(state[slot])) {
      return then(&self, state, arrival, truth)
    }
    var open = [(state, arrival)]
    // Different splits may give the same state.
    var seen = Frontier()
    while let (state, arrival) = open.popLast(), isWithinLimit() {
      guard seen.place(of: state, new: arrival) == nil else { continue }
      let now = evaluator.now(state[slot])
      if let truth = evaluator.truth(now) {
        then(&self, state, arrival, truth)
        continue
      }
      guard let number = evaluator.undecided(now) else {
        // Both results are possible, and the next reading may give the other.
        then(&self, state, arrival, true)
        then(&self, state, arrival, false)
        continue
      }
      let test = evaluator.test(number)
      for truth in [true, false] {
        var split = state
        evaluator.follow(
          .taken(test: number, truth), in: slots.sharing(test, with: slot), of: &split)
        var choice = Choice.open
        if case .includes(let question, let options) = test {
          choice = .item(
            question: Open.answered(question), option: options[0], isIncluded: truth)
        }
        open.append((split, add(choice, after: arrival)))
      }
    }
  }

  /// Evaluates the goals at a node, keeping the shortest paths to those that hold.
  private mutating func look(at node: Int) {
    for (number, slot) in slots.goals[node].enumerated() {
      let goal = Goal(node: node, number: number)
      guard unseen.contains(goal) else { continue }
      var found: [Int] = []
      for (state, arrival) in waiting[node].all where isLookedAt(state, at: node) {
        read(slot, state, arrival) { _, _, arrival, truth in
          if truth { found.append(arrival.turn) }
        }
        if found.count >= sightsKept { break }
      }
      guard !found.isEmpty else { continue }
      seen[goal] = found.sorted { length($0) < length($1) }
      unseen.remove(goal)
      if stopsAtFirst { unseen = [] }
    }
  }

  /// While a question is pending, goals are evaluated once, after the last watch that its answer would fire.
  private func isLookedAt(_ state: State, at node: Int) -> Bool {
    guard node < slice.nodes.count else { return true }
    if case .watchesDone = slice.nodes[node].action { return state.mode != .asking }
    return state.mode == .asking
  }
}
