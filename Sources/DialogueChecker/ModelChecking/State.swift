import DialogueModel

extension Exploration {
  /// What is left of each condition, by its slot, and whether the conversation goes on.
  struct State: Equatable {
    private var left: [Int32]
    /// Kept up with each change, as hashing all that is left would take most of the time.
    fileprivate private(set) var hash: Int
    var mode = Mode.asking

    enum Mode: Equatable {
      case asking
      /// A question waits for its answer. What comes behind it is walked, as the engine does, and is not
      /// heard; nor is any watch that comes before this node.
      case waiting(until: Int)
      /// A question waits for its answer, and a watch that was set off before it is heard.
      case listening
    }

    /// Stands for a condition that nothing reads any more.
    static let forgotten: Int32 = 0

    init(_ left: [Int32]) {
      self.left = left
      hash = left.indices.reduce(0) { $0 ^ Self.hash($1, left[$1]) }
    }

    subscript(slot: Int) -> Int32 {
      get { left[slot] }
      set {
        let old = left[slot]
        guard newValue != old else { return }
        hash ^= Self.hash(slot, old) ^ Self.hash(slot, newValue)
        left[slot] = newValue
      }
    }

    var isHeard: Bool { if case .waiting = mode { false } else { true } }

    static func == (a: State, b: State) -> Bool {
      a.hash == b.hash && a.mode == b.mode && a.left == b.left
    }

    /// Well mixed, so that changes do not cancel each other out.
    private static func hash(_ slot: Int, _ left: Int32) -> Int {
      var bits = UInt64(truncatingIfNeeded: slot) << 32 | UInt64(UInt32(bitPattern: left))
      bits = (bits ^ bits >> 31) &* 0x9E37_79B9_7F4A_7C15
      bits = (bits ^ bits >> 29) &* 0xBF58_476D_1CE4_E5B9
      return Int(truncatingIfNeeded: bits ^ bits >> 32)
    }
  }
}

extension Exploration {
  struct Goal: Hashable {
    var node: Int
    var number: Int
  }

  enum Choice {
    case answer(question: Int, Answer)
    case item(question: Int, option: Int, isIncluded: Bool)
    /// Something that the exploration can't tell: it may turn out either way.
    case open
  }
}

extension Exploration {
  /// How a state was come to: the last choice of the shortest way.
  struct Arrival {
    var turn: Int
  }

  /// The states that wait at a node, each once and with how it was come to, in the order in which they came.
  struct Frontier {
    var all: [(state: State, arrival: Arrival)] = []
    /// Where each state stands, from where its hash says: a table half empty at least, since the hash of a
    /// state is there already and a dictionary would work out another.
    private var places: [Int32] = []

    init() {}

    init(_ state: State, _ arrival: Arrival) {
      _ = place(of: state, new: arrival)
    }

    /// Where a state waits already; nil for a new one, which then does.
    mutating func place(of state: State, new arrival: Arrival) -> Int? {
      if places.count <= all.count * 2 { grow() }
      var at = state.hash & (places.count - 1)
      while places[at] >= 0 {
        if all[Int(places[at])].state == state { return Int(places[at]) }
        at = (at + 1) & (places.count - 1)
      }
      places[at] = Int32(all.count)
      all.append((state, arrival))
      return nil
    }

    private mutating func grow() {
      places = Array(repeating: -1, count: max(16, places.count * 2))
      for (number, waiting) in all.enumerated() {
        var at = waiting.state.hash & (places.count - 1)
        while places[at] >= 0 { at = (at + 1) & (places.count - 1) }
        places[at] = Int32(number)
      }
    }
  }
}
