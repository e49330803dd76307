import DialogueModel

/// Liveness analysis for one state: which conditions can still be read, and which questions asked.
///
/// A decided test has one successor. Jumps lead forward only, so one pass is enough.
struct Liveness {
  /// For each slot, whether a reachable node reads it.
  private(set) var isLive: [Bool]
  /// For each question, whether a reachable node asks it.
  private(set) var isAsked: [Bool]

  init(
    from start: Int, in slice: Slice, _ slots: ConditionTable, questions: Int, truth: (Int) -> Bool?
  ) {
    isLive = Array(repeating: false, count: slots.conditions.count)
    isAsked = Array(repeating: false, count: questions)
    var isInReach = [Bool](repeating: false, count: slice.nodes.count + 1)
    isInReach[start] = true
    for node in start...slice.nodes.count where isInReach[node] {
      for slot in slots.goals[node] { isLive[slot] = true }
      guard node < slice.nodes.count else { break }
      let edges = slots.edges[node]
      switch slice.nodes[node].action {
      case .test(.unresolved, _):
        isInReach[edges.next.to] = true
        isInReach[edges.ifFalse.to] = true
      case .test:
        let slot = slots.slotOfTest[node]
        let truth = truth(slot)
        isLive[slot] = true
        if truth != false { isInReach[edges.next.to] = true }
        if truth != true { isInReach[edges.ifFalse.to] = true }
      case .ask(let question, _, _):
        isAsked[question] = true
        isInReach[edges.next.to] = true
      case .mark, .conclude, .say, .enterWatch, .leaveWatch, .watchesDone, .pass:
        isInReach[edges.next.to] = true
      }
    }
  }
}
