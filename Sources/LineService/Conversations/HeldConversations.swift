/// Conversations that the service keeps, up to a number of them and a time.
struct HeldConversations {
  private var held: [Int: Held] = [:]
  private var lastUse = 0
  private var lastName = 0
  private var swept = 0
  private let limit: Int
  private let idleSeconds: Int

  private struct Held {
    var talk: Talk
    var use: Int
    var second: Int
  }

  init(limit: Int, idleSeconds: Int) {
    self.limit = max(limit, 1)
    self.idleSeconds = idleSeconds
  }

  /// Keeps a new one; its name.
  mutating func add(_ talk: Talk, at second: Int) -> Int {
    letIdleGo(at: second)
    if held.count >= limit { letLongestIdleGo() }
    lastName += 1
    held[lastName] = Held(talk: talk, use: 0, second: second)
    use(lastName, at: second)
    return lastName
  }

  /// To look at one is to use it.
  mutating func talk(_ name: Int, at second: Int) throws(Refusal) -> Talk {
    guard let talk = held[name]?.talk, second - (held[name]?.second ?? 0) <= idleSeconds else {
      throw name > 0 && name <= lastName ? .letGo : .unknownConversation
    }
    use(name, at: second)
    return talk
  }

  mutating func keep(_ talk: Talk, as name: Int) {
    held[name]?.talk = talk
  }

  private mutating func use(_ name: Int, at second: Int) {
    lastUse += 1
    held[name]?.use = lastUse
    held[name]?.second = second
  }

  mutating func remove(_ name: Int) {
    held[name] = nil
  }

  /// Some at once, so that they need not be put in order for each new one.
  private mutating func letLongestIdleGo() {
    let longest = held.map { (name: $0.key, use: $0.value.use) }.sorted { $0.use < $1.use }
    for (name, _) in longest.prefix(max(1, limit / 64)) { held[name] = nil }
  }

  /// Looks once a second at most.
  private mutating func letIdleGo(at second: Int) {
    guard second != swept else { return }
    swept = second
    held = held.filter { second - $0.value.second <= idleSeconds }
  }
}
