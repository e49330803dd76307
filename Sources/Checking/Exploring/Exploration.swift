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
  private var waiting: [[[Int32]: Arrival]]
  private var unseen: Set<Sight> = []
  /// So many ways to what is seen are kept, to choose the shortest from.
  private let sightsKept: Int

  struct Sight: Hashable {
    var node: Int
    var number: Int
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
    for (node, sights) in (slice.nodes.map(\.sights) + [slice.sightsAtEnd]).enumerated() {
      for number in sights.indices { unseen.insert(Sight(node: node, number: number)) }
    }
    waiting[slice.start][slots.conditions.map { residuals.number($0) }] = Arrival(
      turn: -1, paths: 1)
    for node in slice.nodes.indices where !waiting[node].isEmpty && !unseen.isEmpty {
      explore(node)
      guard isComplete else { return }
    }
    look(at: slice.nodes.count)
    paths = waiting[slice.nodes.count].values.reduce(0) { $0 + $1.paths }
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
    let states = waiting[number]
    waiting[number] = [:]
    self.states += states.count
    guard self.states <= limit else {
      isComplete = false
      return
    }
    for (state, arrival) in states {
      switch node.action {
      case .pass: pass(state, arrival, from: number, to: node.next)
      case .mark(let mark):
        pass(having(.isKnown(question: mark), state), arrival, from: number, to: node.next)
      case .conclude(let outcome):
        pass(having(.outcome(outcome), state), arrival, from: number, to: node.next)
      case .say(let step): pass(saying(step, state), arrival, from: number, to: node.next)
      case .ask(let question): ask(question, state, arrival, from: number, to: node.next)
      case .test(_, let ifFalse):
        read(slots.read[number], state, arrival, from: number) {
          exploration, state, arrival, truth in
          exploration.pass(state, arrival, from: number, to: truth ? node.next : ifFalse)
        }
      }
    }
  }

  private mutating func ask(
    _ question: Int, _ state: [Int32], _ arrival: Arrival, from: Int, to: Int
  ) {
    for (choice, answer) in residuals.choices(of: question).enumerated() {
      var after = state
      for slot in slots.reading[question] ?? [] where slots.last[slot] > from {
        after[slot] = residuals.after(after[slot], question: question, choice: choice)
      }
      pass(after, add(.answer(question: question, answer), after: arrival), from: from, to: to)
    }
  }

  private mutating func having(_ test: Condition, _ state: [Int32]) -> [Int32] {
    var state = state
    for slot in state.indices where state[slot] >= 0 {
      state[slot] = residuals.having(state[slot], test)
    }
    return state
  }

  private mutating func saying(_ step: Int, _ state: [Int32]) -> [Int32] {
    var state = state
    for slot in state.indices where state[slot] >= 0 {
      state[slot] = residuals.saying(state[slot], step)
    }
    return state
  }

  private mutating func add(_ choice: Choice, after arrival: Arrival) -> Arrival {
    history.append(
      Turn(before: arrival.turn, length: length(arrival.turn) + 1, choice: choice))
    return Arrival(turn: history.count - 1, paths: arrival.paths)
  }

  private func length(_ turn: Int) -> Int { turn < 0 ? 0 : history[turn].length }

  /// Lets a state wait where it goes on, without what nothing there reads any more.
  private mutating func pass(_ state: [Int32], _ arrival: Arrival, from: Int, to: Int) {
    var state = state
    for slot in state.indices where slots.last[slot] < to { state[slot] = -1 }
    for question in slots.asked[from + 1..<to].joined() {
      for slot in slots.reading[question] ?? [] where state[slot] >= 0 {
        state[slot] = residuals.passing(state[slot], question: question)
      }
    }
    guard var other = waiting[to][state] else {
      waiting[to][state] = arrival
      return
    }
    other.paths += arrival.paths
    if length(arrival.turn) < length(other.turn) { other.turn = arrival.turn }
    waiting[to][state] = other
  }

  /// Decides a condition in a state, splitting the state where it is open.
  private mutating func read(
    _ slot: Int, _ state: [Int32], _ arrival: Arrival, from: Int,
    then: (inout Exploration, [Int32], Arrival, Bool) -> Void
  ) {
    var open = [(state, arrival)]
    while let (state, arrival) = open.popLast() {
      let now = residuals.now(state[slot])
      let condition = residuals[now]
      if case .always(let truth) = condition {
        then(&self, state, arrival, truth)
        continue
      }
      guard let test = condition.undecided else { continue }
      for truth in [true, false] {
        var split = state
        for other in slots.sharing(test, with: slot) where split[other] >= 0 {
          split[other] = residuals.taking(split[other], test, as: truth)
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
      for (state, arrival) in waiting[node] {
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
}

/// The conditions of a slice, each once, and where they are read.
struct Slots {
  private(set) var conditions: [Condition] = []
  /// The condition that each test reads.
  private(set) var read: [Int] = []
  /// The conditions looked at before each node, and at the end.
  private(set) var sights: [[Int]] = []
  /// The last node that reads each condition.
  private(set) var last: [Int] = []
  /// The conditions that read a question.
  private(set) var reading: [Int: [Int]] = [:]
  /// The question that is asked for the last time at each node.
  private(set) var asked: [[Int]]

  /// The conditions that a test which is open may stand in.
  func sharing(_ test: Condition, with slot: Int) -> [Int] {
    switch test {
    case .includes(let question, _), .compares(let question, _, _):
      reading[Open.answered(question)] ?? [slot]
    default: [slot]
    }
  }

  init(_ slice: Slice) {
    asked = Array(repeating: [], count: slice.nodes.count + 1)
    var numbers: [Condition: Int] = [:]
    func slot(_ condition: Condition, at node: Int, _ slots: inout Slots) -> Int {
      let number = numbers[condition] ?? slots.conditions.count
      if number == slots.conditions.count {
        numbers[condition] = number
        slots.conditions.append(condition)
        slots.last.append(node)
        for question in condition.questions { slots.reading[question, default: []].append(number) }
      }
      slots.last[number] = node
      return number
    }
    var lastAsked: [Int: Int] = [:]
    for (number, node) in slice.nodes.enumerated() {
      sights.append(node.sights.map { slot($0, at: number, &self) })
      if case .test(let condition, _) = node.action {
        read.append(slot(condition, at: number, &self))
      } else {
        read.append(-1)
      }
      if case .ask(let question) = node.action { lastAsked[question] = number }
    }
    sights.append(slice.sightsAtEnd.map { slot($0, at: slice.nodes.count, &self) })
    for (question, node) in lastAsked { asked[node].append(question) }
  }
}
