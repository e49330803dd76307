import DialogueModel

extension Exploration {
  /// The remainder of each condition, by its slot, and whether a question is pending.
  struct State: Equatable {
    private var left: [Int32]
    /// Updated with each change; hashing the whole state each time would take longer than the search.
    fileprivate private(set) var hash: Int
    var mode = Mode.asking

    enum Mode: Equatable {
      case asking
      /// A question is pending. What follows is executed silently, as in the engine; watches before this node stay
      /// silent too.
      case muted(until: Int)
      /// A question is pending, and a watch that fired before it speaks.
      case speaking
    }

    /// The remainder of a condition that nothing reads any more; also the number of *false*, which lets a state be
    /// dropped when all its goals are false or no longer read.
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

    var speaks: Bool { if case .muted = mode { false } else { true } }

    static func == (a: State, b: State) -> Bool {
      a.hash == b.hash && a.mode == b.mode && a.left == b.left
    }

    /// Mixed well, so that changes do not cancel out.
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

  enum Decision {
    case answer(question: Int, Answer)
    case item(question: Int, option: Int, isIncluded: Bool)
    /// An open test was assumed to hold, or to fail.
    case open
  }
}

extension Exploration {
  /// The last step of the shortest path found to a state.
  struct PathEnd {
    var turn: Int
  }

  /// The states to explore at a node, each once, in the order they were found.
  struct Frontier {
    var all: [(state: State, pathEnd: PathEnd)] = []
    /// An open-addressing hash table of indices into `all`: a state knows its hash, which a dictionary would
    /// compute again.
    private var places: [Int32] = []

    init() {}

    init(_ state: State, _ pathEnd: PathEnd) {
      _ = place(of: state, new: pathEnd)
    }

    /// The index of a state that is here already; nil for a new one, which is added.
    mutating func place(of state: State, new pathEnd: PathEnd) -> Int? {
      if places.count <= all.count * 2 { grow() }
      var at = state.hash & (places.count - 1)
      while places[at] >= 0 {
        if all[Int(places[at])].state == state { return Int(places[at]) }
        at = (at + 1) & (places.count - 1)
      }
      places[at] = Int32(all.count)
      all.append((state, pathEnd))
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
