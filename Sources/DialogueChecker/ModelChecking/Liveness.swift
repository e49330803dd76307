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
    from start: Int, in slice: Slice, _ slots: ConditionTable, questions: Int,
    decided: (Int) -> Bool?
  ) {
    isLive = Array(repeating: false, count: slots.conditions.count)
    isAsked = Array(repeating: false, count: questions)
    var isInReach = [Bool](repeating: false, count: slice.nodes.count + 1)
    isInReach[start] = true
    for node in start..<slice.nodes.count where isInReach[node] {
      for slot in slots.goals[node] { isLive[slot] = true }
      let question = slots.questionOfAsk[node]
      if question >= 0 { isAsked[question] = true }
      let slot = slots.slotOfTest[node]
      let (next, ifFalse) = slots.followers[node]
      var truth: Bool?
      if slot >= 0 {
        isLive[slot] = true
        truth = decided(slot)
      }
      if truth != false { isInReach[next] = true }
      if truth != true { isInReach[ifFalse] = true }
    }
    if isInReach[slice.nodes.count] {
      for slot in slots.goals[slice.nodes.count] { isLive[slot] = true }
    }
  }
}
