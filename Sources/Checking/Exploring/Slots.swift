import DialogueScript

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
  /// It is looked at and not walked by, which is told apart where a question may wait.
  private(set) var isSight: [Bool] = []

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
    var numbers: [[Condition: Int]] = [[:], [:]]
    func slot(
      _ condition: Condition, isSight: Bool = false, at node: Int, _ slots: inout Slots
    ) -> Int {
      let isSight = isSight && slice.isWaitedIn
      let number = numbers[isSight ? 1 : 0][condition] ?? slots.conditions.count
      if number == slots.conditions.count {
        numbers[isSight ? 1 : 0][condition] = number
        slots.conditions.append(condition)
        slots.isSight.append(isSight)
        slots.last.append(node)
        for question in condition.questions { slots.reading[question, default: []].append(number) }
      }
      slots.last[number] = node
      return number
    }
    var lastAsked: [Int: Int] = [:]
    for (number, node) in slice.nodes.enumerated() {
      sights.append(node.sights.map { slot($0, isSight: true, at: number, &self) })
      if case .test(let condition, _) = node.action {
        read.append(slot(condition, at: number, &self))
      } else {
        read.append(-1)
      }
      if case .ask(let question, _, _) = node.action { lastAsked[question] = number }
    }
    sights.append(slice.sightsAtEnd.map { slot($0, isSight: true, at: slice.nodes.count, &self) })
    for (question, node) in lastAsked { asked[node].append(question) }
  }
}
