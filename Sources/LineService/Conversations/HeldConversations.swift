/// Conversations that the service keeps, up to a number of them and a time; the longest idle are let go first.
struct HeldConversations {
  private var held: [Int: Held] = [:]
  /// Each use of a conversation, in order, from `first` on; only the last of each counts.
  private var uses: [Use] = []
  private var first = 0
  private var lastUse = 0
  private var lastName = 0
  private let limit: Int
  private let idleSeconds: Int

  private struct Held {
    var talk: Talk
    var use = 0
  }

  private struct Use {
    var name: Int
    var number: Int
    var second: Int
  }

  init(limit: Int, idleSeconds: Int) {
    self.limit = max(limit, 1)
    self.idleSeconds = idleSeconds
  }

  /// Keeps a new one; its name.
  mutating func add(_ talk: Talk, at second: Int) -> Int {
    letIdleGo(at: second)
    while held.count >= limit, let idle = longestIdle { held[idle.name] = nil }
    lastName += 1
    held[lastName] = Held(talk: talk)
    use(lastName, at: second)
    return lastName
  }

  mutating func talk(_ name: Int, at second: Int) throws(Refusal) -> Talk {
    letIdleGo(at: second)
    if let talk = held[name]?.talk {
      use(name, at: second)
      return talk
    }
    throw name > 0 && name <= lastName ? .letGo : .unknownConversation
  }

  mutating func keep(_ talk: Talk, as name: Int) {
    held[name]?.talk = talk
  }

  mutating func remove(_ name: Int) {
    held[name] = nil
  }

  private mutating func use(_ name: Int, at second: Int) {
    lastUse += 1
    held[name]?.use = lastUse
    uses.append(Use(name: name, number: lastUse, second: second))
    guard uses.count > 2 * held.count + 1024 else { return }
    uses = uses[first...].filter { held[$0.name]?.use == $0.number }
    first = 0
  }

  private var longestIdle: Use? {
    mutating get {
      while first < uses.count {
        let use = uses[first]
        if held[use.name]?.use == use.number { return use }
        first += 1
      }
      return nil
    }
  }

  private mutating func letIdleGo(at second: Int) {
    while let idle = longestIdle, second - idle.second > idleSeconds { held[idle.name] = nil }
  }
}
