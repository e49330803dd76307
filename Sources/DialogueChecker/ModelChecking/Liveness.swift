import DialogueModel

/// Liveness analysis for one state: what it can still come to.
///
/// Tests that are decided for good lead one way only. All jumps lead forward, so one pass finds the rest.
struct Liveness {
  /// For each condition, whether a place within reach reads it.
  private(set) var isLive: [Bool]
  /// For each question, whether a place within reach asks it.
  private(set) var isAsked: [Bool]

  init(
    from start: Int, in slice: Slice, _ slots: ConditionTable, questions: Int, truth: (Int) -> Bool?
  ) {
    isLive = Array(repeating: false, count: slots.conditions.count)
    isAsked = Array(repeating: false, count: questions)
    var isInReach = [Bool](repeating: false, count: slice.nodes.count + 1)
    isInReach[start] = true
    for node in start...slice.nodes.count where isInReach[node] {
      for slot in slots.sights[node] { isLive[slot] = true }
      guard node < slice.nodes.count else { break }
      let ways = slots.ways[node]
      switch slice.nodes[node].action {
      case .test(.unresolved, _):
        isInReach[ways.next.to] = true
        isInReach[ways.ifFalse.to] = true
      case .test:
        let slot = slots.read[node]
        let truth = truth(slot)
        isLive[slot] = true
        if truth != false { isInReach[ways.next.to] = true }
        if truth != true { isInReach[ways.ifFalse.to] = true }
      case .ask(let question, _, _):
        isAsked[question] = true
        isInReach[ways.next.to] = true
      case .mark, .conclude, .say, .listen, .hush, .allHeard, .pass:
        isInReach[ways.next.to] = true
      }
    }
  }
}
