extension Exploration {
  /// What is left of each condition, by its slot, and whether the conversation goes on.
  struct State: Hashable {
    private var left: [Int32]
    /// Kept up with each change, as hashing all that is left would take most of the time.
    private var hash: Int
    var mode = Mode.asking

    enum Mode: Hashable {
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

    func hash(into hasher: inout Hasher) {
      hasher.combine(hash)
      hasher.combine(mode)
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
