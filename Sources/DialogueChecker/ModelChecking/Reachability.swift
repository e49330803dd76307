import DialogueModel

/// Which claims of a script can come true, and which can't.
///
/// Random conversations show most of them. The rest is searched for in all states; past a limit a claim stays
/// undecided, and nothing is reported.
struct Reachability {
  /// No answers make them true.
  private(set) var impossible: Set<Claim> = []
  private(set) var undecided: Set<Claim> = []
  /// Some answers make them true.
  private(set) var possible: Set<Claim> = []

  /// Nothing is known to be impossible.
  static let all = Reachability()

  private init() {}

  init(
    _ script: Script, _ program: InlinedProgram, today: CivilDate, walks: Int = 300,
    limit: Int = 20_000, leavesOutUnasked: Bool = false
  ) {
    let claims = Claims(script, program, leavesOutUnasked: leavesOutUnasked)
    guard !program.isCut else {
      undecided = Set(claims.goals.keys)
      return
    }
    var walk = RandomWalk(script, program, claims.goals, today: today)
    for _ in 0..<walks where walk.openCount > 0 { walk.run() }
    walk.runNear(walks * 5)
    let all = Set(claims.goals.keys)
    defer { possible = all.subtracting(impossible).subtracting(undecided) }
    impossible = Set(walk.open.filter { claims.goals[$0, default: []].isEmpty })
    var open = walk.open.filter { !impossible.contains($0) }
    // The number of claims searched for together: doubled while the search stays within its limit.
    var batch = 1
    while !open.isEmpty {
      let sought = Batch(open.prefix(batch), claims)
      let slice = Slice(of: program, at: sought.goals)
      let exploration = Exploration(
        slice, of: script, today: today, limit: batch > 1 ? limit / 10 : limit)
      if exploration.isComplete {
        let paths = sought.paths(exploration, slice, program)
        for claim in open.prefix(batch) {
          guard let path = paths[claim] else {
            impossible.insert(claim)
            continue
          }
          // Conversations near a possible one show more.
          walk.run(4, along: Witness(path, script).answers)
          walk.close(claim)
        }
        open = open.dropFirst(batch).filter(walk.isOpen)
        batch *= 2
      } else if batch > 1 {
        batch /= 2
      } else {
        undecided.insert(open.removeFirst())
      }
    }
  }

  /// Claims that are searched for together.
  private struct Batch {
    private(set) var goals: Slice.Goals = [:]
    private var owners: [Int: [Claim]] = [:]

    init(_ open: some Sequence<Claim>, _ claims: Claims) {
      for claim in open {
        // One place has several conditions in the rounds of a list: any of them is enough.
        let byAddress = Dictionary(grouping: claims.goals[claim, default: []], by: \.address)
        for (address, conditions) in byAddress {
          goals[address, default: []].append(.any(of: conditions.map(\.condition)))
          owners[address, default: []].append(claim)
        }
      }
    }

    /// A path to each claim that an exploration reached.
    func paths(
      _ exploration: Exploration, _ slice: Slice, _ program: InlinedProgram
    ) -> [Claim: [Exploration.Decision]] {
      var paths: [Claim: [Exploration.Decision]] = [:]
      for goal in exploration.reachedGoals.keys {
        let address = slice.address(of: goal.node) ?? program.end
        guard let claim = owners[address]?[goal.number] else { continue }
        paths[claim] = exploration.decisions(to: goal).first
      }
      return paths
    }
  }
}
