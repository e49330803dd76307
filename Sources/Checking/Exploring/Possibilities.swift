import DialogueScript
import Screening

/// Which claims of a script can come true, and which can't.
///
/// A number of random conversations shows most of them. What they have not shown is looked for in all
/// states; past a bound it stays undecided, and nothing is said of it.
struct Possibilities {
  /// Nothing that anyone could answer makes them true.
  private(set) var impossible: Set<Claim> = []
  private(set) var undecided: Set<Claim> = []

  /// Before anything has been looked at.
  static let all = Possibilities()

  private init() {}

  init(
    _ script: Script, _ program: Program, today: CivilDate, walks: Int = 120, limit: Int = 20_000
  ) {
    let claims = Claims(script, program)
    guard !program.isCut else {
      undecided = Set(claims.sights.keys)
      return
    }
    var walk = RandomWalk(script, program, claims, today: today)
    for _ in 0..<walks where !walk.open.isEmpty { walk.run() }
    var open = walk.open.sorted { $0.place < $1.place }
    open.removeAll { claim in
      guard claims.sights[claim, default: []].isEmpty else { return false }
      impossible.insert(claim)
      return true
    }
    explore(open[...], claims, script, program, today, limit)
  }

  /// Sorts claims into those that can come true and those that can't: together where that is not too much,
  /// else half by half.
  private mutating func explore(
    _ open: ArraySlice<Claim>, _ claims: Claims, _ script: Script, _ program: Program,
    _ today: CivilDate, _ limit: Int
  ) {
    guard !open.isEmpty else { return }
    var sights: Slice.Sights = [:]
    var owners: [Int: [Claim]] = [:]
    for claim in open {
      // One place has several conditions in the rounds of a list: any of them is enough.
      let byAddress = Dictionary(grouping: claims.sights[claim, default: []], by: \.address)
      for (address, conditions) in byAddress {
        sights[address, default: []].append(.any(of: conditions.map(\.condition)))
        owners[address, default: []].append(claim)
      }
    }
    let slice = Slice(of: program, at: sights)
    let exploration = Exploration(
      slice, of: script, today: today, limit: open.count > 1 ? limit / 10 : limit)
    guard exploration.isComplete else {
      let middle = open.startIndex + open.count / 2
      if open.count == 1 {
        undecided.formUnion(open)
      } else {
        explore(open[..<middle], claims, script, program, today, limit)
        explore(open[middle...], claims, script, program, today, limit)
      }
      return
    }
    var possible: Set<Claim> = []
    for sight in exploration.seen.keys {
      let address = slice.address(of: sight.node) ?? program.end
      if let claim = owners[address]?[sight.number] { possible.insert(claim) }
    }
    impossible.formUnion(open.filter { !possible.contains($0) })
  }
}
