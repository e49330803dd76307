import DialogueScript
import Screening

/// Explores a slice of a program by its states rather than its paths.
///
/// A state is what is left of the conditions that are still to be looked at; conversations that differ in
/// nothing else are one.
struct Exploration {
  /// What has been seen to hold, by where it was looked at and its place among what is looked at there.
  private(set) var seen: [Sight: [Int]] = [:]
  /// So many states were looked at.
  private(set) var states = 0
  /// So many ways of answering, as far as anything here tells them apart, came to the end.
  private(set) var paths = 0.0
  /// Nothing was left out: what has not been seen can't be.
  private(set) var isComplete = true

  private let slice: Slice
  private var residuals: Residuals
  private var slots: Slots
  private var history: [Turn] = []
  private var limit: Int
  /// The states that wait at each node, and at the end, each with how it was come to.
  private var waiting: [[State: Arrival]]
  /// The same states in the order in which they came, so that every run finds the same.
  private var order: [[State]]
  private let marks: Marks
  private var unseen: Set<Sight> = []
  /// So many ways to what is seen are kept, to choose the shortest from.
  private let sightsKept: Int

  struct Sight: Hashable {
    var node: Int
    var number: Int
  }

  /// What is left of each condition, and whether the conversation goes on.
  private struct State: Hashable {
    var left: [Int32]
    var mode = Mode.asking

    enum Mode: Hashable {
      case asking
      /// A question waits for its answer. What comes behind it is walked, as the engine does, and is not
      /// heard; nor is any watch that comes before this node.
      case waiting(until: Int)
      /// A question waits for its answer, and a watch that was set off before it is heard.
      case listening
    }

    var isHeard: Bool { if case .waiting = mode { false } else { true } }
  }

  /// How a state was come to: the last choice of the shortest way, and in how many ways in all.
  private struct Arrival {
    var turn: Int
    var paths: Double
  }

  /// One choice on the way to a state.
  private struct Turn {
    var before: Int
    var length: Int
    var choice: Choice
  }

  enum Choice {
    case answer(question: Int, Answer)
    case item(question: Int, option: Int, isIncluded: Bool)
    /// Something that the exploration can't tell: it may turn out either way.
    case open
  }

  init(_ slice: Slice, of script: Script, today: CivilDate, limit: Int, keeping sightsKept: Int = 1)
  {
    self.slice = slice
    self.limit = limit
    self.sightsKept = sightsKept
    slots = Slots(slice)
    residuals = Residuals(
      script, Choices(script, slots.conditions, today: today), today: today)
    waiting = Array(repeating: [:], count: slice.nodes.count + 1)
    order = Array(repeating: [], count: slice.nodes.count + 1)
    marks = Marks(script)
    for (node, sights) in (slice.nodes.map(\.sights) + [slice.sightsAtEnd]).enumerated() {
      for number in sights.indices { unseen.insert(Sight(node: node, number: number)) }
    }
    let start = State(left: slots.conditions.map { residuals.number($0) })
    waiting[slice.start][start] = Arrival(turn: -1, paths: 1)
    order[slice.start] = [start]
    for node in slice.nodes.indices where !waiting[node].isEmpty && !unseen.isEmpty {
      explore(node)
      guard isComplete else { return }
    }
    look(at: slice.nodes.count)
    for (state, arrival) in arrived(at: slice.nodes.count) where state.mode == .asking {
      paths += arrival.paths
    }
  }

  /// For each of the ways kept, the shortest first: the choices that lead to what was seen, in order.
  func choices(to sight: Sight) -> [[Choice]] {
    (seen[sight] ?? []).map { last in
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
    let node = slice.nodes[number]
    let states = arrived(at: number)
    (waiting[number], order[number]) = ([:], [])
    self.states += states.count
    guard self.states <= limit else {
      isComplete = false
      return
    }
    for (state, arrival) in states {
      switch node.action {
      case .pass: pass(state, arrival, from: number, to: node.next)
      case .mark(let mark):
        // A watch that an answer is waited for to set off is not used up.
        let isUsedUp = state.isHeard || !marks.isWatch(mark)
        let after = isUsedUp ? having(.isKnown(question: mark), state) : state
        pass(after, arrival, from: number, to: node.next)
      case .conclude(let outcome):
        let after = state.isHeard ? having(.outcome(outcome), state) : state
        pass(after, arrival, from: number, to: node.next)
      case .say(let step):
        pass(
          state.isHeard ? saying(step, state) : state, arrival, from: number, to: node.next)
      case .ask(let question, let heard, let isPassedBy):
        if state.mode == .asking {
          ask(question, state, arrival, from: number, to: node.next)
          guard isPassedBy else { continue }
        }
        let open = leaving(question, heard: heard, state, at: number)
        pass(open, arrival, from: number, to: node.next)
      case .test(_, let ifFalse):
        read(slots.read[number], state, arrival, from: number) {
          exploration, state, arrival, truth in
          exploration.pass(state, arrival, from: number, to: truth ? node.next : ifFalse)
        }
      case .listen:
        var after = state
        if case .waiting(let until) = state.mode, until <= number { after.mode = .listening }
        pass(after, arrival, from: number, to: node.next)
      case .hush:
        var after = state
        if state.mode == .listening { after.mode = .waiting(until: 0) }
        pass(after, arrival, from: number, to: node.next)
      case .allHeard:
        // What comes behind is not heard before the answer.
        if state.mode == .asking { pass(state, arrival, from: number, to: node.next) }
      }
    }
  }

  private mutating func ask(
    _ question: Int, _ state: State, _ arrival: Arrival, from: Int, to: Int
  ) {
    for (choice, answer) in residuals.choices(of: question).enumerated() {
      var after = state
      for slot in slots.reading[question] ?? [] where slots.last[slot] > from {
        after.left[slot] = residuals.after(after.left[slot], question: question, choice: choice)
      }
      pass(after, add(.answer(question: question, answer), after: arrival), from: from, to: to)
    }
  }

  /// With a question left to wait: the walk takes it for not known, and what is looked at does not read it.
  private mutating func leaving(
    _ question: Int, heard: Int, _ state: State, at node: Int
  ) -> State {
    var state = state
    for slot in slots.reading[question] ?? []
    where slots.last[slot] > node && !slots.isSight[slot] {
      state.left[slot] = residuals.after(state.left[slot], question: question, choice: 0)
    }
    // No one waits for what is not asked.
    let isQuiet = residuals.script.questions[question].isQuiet
    switch state.mode {
    case .waiting(let until): state.mode = .waiting(until: max(until, heard))
    case .listening where isQuiet: break
    case .asking, .listening: state.mode = .waiting(until: heard)
    }
    return state
  }

  private mutating func having(_ test: Condition, _ state: State) -> State {
    var state = state
    for slot in state.left.indices where state.left[slot] >= 0 {
      state.left[slot] = residuals.having(state.left[slot], test)
    }
    return state
  }

  private mutating func saying(_ step: Int, _ state: State) -> State {
    var state = state
    for slot in state.left.indices where state.left[slot] >= 0 {
      state.left[slot] = residuals.saying(state.left[slot], step)
    }
    return state
  }

  private mutating func add(_ choice: Choice, after arrival: Arrival) -> Arrival {
    history.append(
      Turn(before: arrival.turn, length: length(arrival.turn) + 1, choice: choice))
    return Arrival(turn: history.count - 1, paths: arrival.paths)
  }

  private func arrived(at node: Int) -> [(State, Arrival)] {
    order[node].compactMap { state in waiting[node][state].map { (state, $0) } }
  }

  private func length(_ turn: Int) -> Int { turn < 0 ? 0 : history[turn].length }

  /// Lets a state wait where it goes on, without what nothing there reads any more.
  private mutating func pass(_ state: State, _ arrival: Arrival, from: Int, to: Int) {
    var state = state
    if case .waiting(let until) = state.mode, until <= to { state.mode = .waiting(until: 0) }
    for slot in state.left.indices where slots.last[slot] < to { state.left[slot] = -1 }
    for question in slots.asked[from + 1..<to].joined() {
      for slot in slots.reading[question] ?? [] where state.left[slot] >= 0 {
        state.left[slot] = residuals.passing(state.left[slot], question: question)
      }
    }
    guard var other = waiting[to][state] else {
      waiting[to][state] = arrival
      order[to].append(state)
      return
    }
    other.paths += arrival.paths
    if length(arrival.turn) < length(other.turn) { other.turn = arrival.turn }
    waiting[to][state] = other
  }

  /// Decides a condition in a state, splitting the state where it is open.
  private mutating func read(
    _ slot: Int, _ state: State, _ arrival: Arrival, from: Int,
    then: (inout Exploration, State, Arrival, Bool) -> Void
  ) {
    var open = [(state, arrival)]
    while let (state, arrival) = open.popLast() {
      let now = residuals.now(state.left[slot])
      let condition = residuals[now]
      if case .always(let truth) = condition {
        then(&self, state, arrival, truth)
        continue
      }
      guard let test = condition.undecided else { continue }
      for truth in [true, false] {
        var split = state
        for other in slots.sharing(test, with: slot) where split.left[other] >= 0 {
          split.left[other] = residuals.taking(split.left[other], test, as: truth)
        }
        var choice = Choice.open
        if case .includes(let question, let options) = test {
          choice = .item(
            question: Open.answered(question), option: options[0], isIncluded: truth)
        }
        open.append((split, add(choice, after: arrival)))
      }
    }
  }

  /// Looks at what is to be looked at before a node, keeping the shortest ways to what holds.
  private mutating func look(at node: Int) {
    for (number, slot) in slots.sights[node].enumerated() {
      let sight = Sight(node: node, number: number)
      guard unseen.contains(sight) else { continue }
      var found: [Int] = []
      for (state, arrival) in arrived(at: node) where isLookedAt(state, at: node) {
        read(slot, state, arrival, from: node) { _, _, arrival, truth in
          if truth { found.append(arrival.turn) }
        }
        if found.count >= sightsKept { break }
      }
      guard !found.isEmpty else { continue }
      seen[sight] = found.sorted { length($0) < length($1) }
      unseen.remove(sight)
    }
  }

  /// Where a question waits, all is heard at the end of it.
  private func isLookedAt(_ state: State, at node: Int) -> Bool {
    guard node < slice.nodes.count else { return true }
    if case .allHeard = slice.nodes[node].action { return state.mode != .asking }
    return state.mode == .asking
  }
}
