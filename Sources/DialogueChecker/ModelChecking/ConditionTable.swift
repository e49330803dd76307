import DialogueModel

/// The conditions of a slice, each in one slot, with the nodes that read and change them.
struct ConditionTable {
  private(set) var conditions: [Condition] = []
  /// The slot of the condition that each test reads; -1 for none.
  private(set) var slotOfTest: [Int] = []
  /// The question that each node asks; -1 for none.
  private(set) var questionOfAsk: [Int] = []
  /// The nodes that follow each: where a test fails, and otherwise.
  private(set) var followers: [(next: Int, ifFalse: Int)] = []
  /// The slots of the goals at each node, and at the end.
  private(set) var goals: [[Int]] = []
  /// The last node that reads each condition.
  private(set) var lastReader: [Int] = []
  /// The slots that each node may change: by an answer, a flag, an outcome or a message.
  private(set) var changed: [[Int]] = []
  /// The two edges from each node, with what can be dropped there.
  private(set) var edges: [(next: Edge, ifFalse: Edge)] = []
  /// The slot is only a goal's, and not a test's of the program: the two differ while a question is pending.
  ///
  /// True only where pending watches are followed.
  private(set) var isGoalOnly: [Bool] = []

  /// Every question that is asked, once, and the conditions that read it.
  private(set) var asked: [(question: Int, reading: [Int])] = []

  /// The conditions that read a question, an outcome, or whether a step was said.
  private var reading: [Int: [Int]] = [:]
  private var readingOutcome: [Int: [Int]] = [:]
  private var readingStep: [Int: [Int]] = [:]

  /// An edge from one node to another.
  struct Edge {
    var to: Int
    /// Slots that nothing from `to` on reads.
    var forgotten: [Int] = []
    /// Questions that nothing from `to` on asks, with the slots that read each.
    var passed: [(question: Int, slots: [Int])] = []
  }

  /// The slots in which an open test may occur.
  func slotsMayContain(_ test: Condition, with slot: Int) -> [Int] {
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
      let isGoal = isGoal && slice.followsPending
      let number = numbers[isGoal ? 1 : 0][condition] ?? slots.conditions.count
      if number == slots.conditions.count {
        numbers[isGoal ? 1 : 0][condition] = number
        slots.conditions.append(condition)
        slots.isGoalOnly.append(isGoal)
        slots.lastReader.append(node)
        for question in condition.questions { slots.reading[question, default: []].append(number) }
        for outcome in condition.outcomes {
          slots.readingOutcome[outcome, default: []].append(number)
        }
        for step in condition.stepsSaid { slots.readingStep[step, default: []].append(number) }
      }
      slots.lastReader[number] = node
      return number
    }
    var lastAsked: [Int: Int] = [:]
    for (number, node) in slice.nodes.enumerated() {
      goals.append(node.goals.map { slot($0, isGoal: true, at: number, &self) })
      // A test that may go either way needs no slot.
      if case .test(let condition, _) = node.action, condition != .unresolved {
        slotOfTest.append(slot(condition, at: number, &self))
      } else {
        slotOfTest.append(-1)
      }
      questionOfAsk.append(-1)
      if case .ask(let question, _, _) = node.action {
        lastAsked[question] = number
        questionOfAsk[number] = question
      }
    }
    goals.append(slice.goalsAtEnd.map { slot($0, isGoal: true, at: slice.nodes.count, &self) })
    var ending: [[Int]] = Array(repeating: [], count: slice.nodes.count + 1)
    for (question, node) in lastAsked { ending[node].append(question) }
    buildEdges(slice, ending.map { $0.sorted() })
    followers = edges.map { ($0.next.to, $0.ifFalse.to) }
    asked = lastAsked.keys.sorted().compactMap { question in
      reading[question].map { (question, $0) }
    }
    changed = slice.nodes.enumerated().map { number, node in
      changed(by: node.action).filter { lastReader[$0] > number }
    }
  }

  private mutating func buildEdges(_ slice: Slice, _ asked: [[Int]]) {
    var ending: [[Int]] = Array(repeating: [], count: slice.nodes.count + 1)
    for (slot, node) in lastReader.enumerated() { ending[node].append(slot) }
    func edge(from node: Int, to: Int) -> Edge {
      Edge(
        to: to, forgotten: ending[node..<to].flatMap(\.self),
        passed: asked[node + 1..<to].joined().map { question in
          (question, (reading[question] ?? []).filter { lastReader[$0] >= to })
        })
    }
    edges = slice.nodes.enumerated().map { number, node in
      let next = edge(from: number, to: node.next)
      guard case .test(_, let ifFalse) = node.action else { return (next, next) }
      return (next, edge(from: number, to: ifFalse))
    }
  }

  private func changed(by action: Slice.Node.Action) -> [Int] {
    switch action {
    case .ask(let question, _, _): reading[question] ?? []
    case .mark(let mark): reading[mark] ?? []
    case .conclude(let outcome): readingOutcome[outcome] ?? []
    case .say(let step): readingStep[step] ?? []
    case .test, .enterWatch, .leaveWatch, .watchesDone, .pass: []
    }
  }
}
