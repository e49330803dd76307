import DialogueModel

/// The conditions of a slice, each in one slot, with the nodes that read and change them.
struct ConditionTable {
  private(set) var conditions: [Condition] = []
  /// The condition that each test reads.
  private(set) var read: [Int] = []
  /// The slots of the goals at each node, and at the end.
  private(set) var goals: [[Int]] = []
  /// The last node that reads each condition.
  private(set) var last: [Int] = []
  /// The slots that each node may change: by an answer, a flag, an outcome or a message.
  private(set) var changed: [[Int]] = []
  /// The two ways on from each node, with what can be dropped there.
  private(set) var ways: [(next: Way, ifFalse: Way)] = []
  /// The condition is a goal and no test of the program; the two differ while a question is pending.
  private(set) var isGoal: [Bool] = []

  /// The questions that a node asks, and the conditions that read each.
  private(set) var asked: [(question: Int, reading: [Int])] = []

  /// The conditions that read a question.
  private var reading: [Int: [Int]] = [:]

  /// A way from one node to another.
  struct Way {
    var to: Int
    /// Slots that nothing on this way reads any more.
    var forgotten: [Int] = []
    /// Questions that this way no longer asks, with the slots that read each.
    var passed: [(question: Int, slots: [Int])] = []
  }

  /// The slots in which an open test may occur.
  func sharing(_ test: Condition, with slot: Int) -> [Int] {
    switch test {
    case .includes(let question, _), .compares(let question, _, _):
      reading[Open.answered(question)] ?? [slot]
    default: [slot]
    }
  }

  init(_ slice: Slice) {
    var numbers: [[Condition: Int]] = [[:], [:]]
    func slot(
      _ condition: Condition, isGoal: Bool = false, at node: Int, _ slots: inout ConditionTable
    ) -> Int {
      let isGoal = isGoal && slice.isWaitedIn
      let number = numbers[isGoal ? 1 : 0][condition] ?? slots.conditions.count
      if number == slots.conditions.count {
        numbers[isGoal ? 1 : 0][condition] = number
        slots.conditions.append(condition)
        slots.isGoal.append(isGoal)
        slots.last.append(node)
        for question in condition.questions { slots.reading[question, default: []].append(number) }
      }
      slots.last[number] = node
      return number
    }
    var lastAsked: [Int: Int] = [:]
    for (number, node) in slice.nodes.enumerated() {
      goals.append(node.goals.map { slot($0, isGoal: true, at: number, &self) })
      // A test that may go either way needs no slot.
      if case .test(let condition, _) = node.action, condition != .unresolved {
        read.append(slot(condition, at: number, &self))
      } else {
        read.append(-1)
      }
      if case .ask(let question, _, _) = node.action { lastAsked[question] = number }
    }
    goals.append(slice.goalsAtEnd.map { slot($0, isGoal: true, at: slice.nodes.count, &self) })
    var ending: [[Int]] = Array(repeating: [], count: slice.nodes.count + 1)
    for (question, node) in lastAsked { ending[node].append(question) }
    layWays(slice, ending.map { $0.sorted() })
    asked = lastAsked.keys.sorted().compactMap { question in
      reading[question].map { (question, $0) }
    }
    changed = slice.nodes.enumerated().map { number, node in
      changed(by: node.action).filter { last[$0] > number }
    }
  }

  private mutating func layWays(_ slice: Slice, _ asked: [[Int]]) {
    var ending: [[Int]] = Array(repeating: [], count: slice.nodes.count + 1)
    for (slot, node) in last.enumerated() { ending[node].append(slot) }
    func way(from node: Int, to: Int) -> Way {
      Way(
        to: to, forgotten: ending[node..<to].flatMap(\.self),
        passed: asked[node + 1..<to].joined().map { question in
          (question, (reading[question] ?? []).filter { last[$0] >= to })
        })
    }
    ways = slice.nodes.enumerated().map { number, node in
      let next = way(from: number, to: node.next)
      guard case .test(_, let ifFalse) = node.action else { return (next, next) }
      return (next, way(from: number, to: ifFalse))
    }
  }

  private func changed(by action: Slice.Node.Action) -> [Int] {
    switch action {
    case .ask(let question, _, _): reading[question] ?? []
    case .mark(let mark): reading[mark] ?? []
    case .conclude(let outcome):
      conditions.indices.filter { conditions[$0].outcomes.contains(outcome) }
    case .say(let step): conditions.indices.filter { conditions[$0].stepsSaid.contains(step) }
    case .test, .enterWatch, .leaveWatch, .watchesDone, .pass: []
    }
  }
}
