/// Conversations that the service keeps, up to a number of them and a time.
struct HeldConversations {
  private var held: [Int: Talk] = [:]
  private var lastUse = 0
  private var lastNumber = 0
  private var swept = 0
  private let limit: Int
  private let idleSeconds: Int

  init(limit: Int, idleSeconds: Int) {
    self.limit = max(limit, 1)
    self.idleSeconds = idleSeconds
  }

  /// Keeps a new one, under a number of its own.
  mutating func add(_ talk: Talk, at second: Int) {
    letIdleGo(at: second)
    if held.count >= limit { letLongestIdleGo() }
    lastNumber += 1
    held[lastNumber] = talk
    talk.number = lastNumber
    use(talk, at: second)
  }

  /// To look at one is to use it.
  mutating func talk(_ number: Int, at second: Int) throws(Refusal) -> Talk {
    guard let talk = held[number], second - talk.second <= idleSeconds else {
      throw number > 0 && number <= lastNumber ? .letGo : .unknownConversation
    }
    use(talk, at: second)
    return talk
  }

  private mutating func use(_ talk: Talk, at second: Int) {
    lastUse += 1
    (talk.use, talk.second) = (lastUse, second)
  }

  mutating func remove(_ number: Int) {
    held[number] = nil
  }

  /// Some at once, so that they need not be put in order for each new one.
  private mutating func letLongestIdleGo() {
    let longest = held.sorted { $0.value.use < $1.value.use }
    for (number, _) in longest.prefix(max(1, limit / 64)) { held[number] = nil }
  }

  /// Looks once a second at most.
  private mutating func letIdleGo(at second: Int) {
    guard second != swept else { return }
    swept = second
    held = held.filter { second - $0.value.second <= idleSeconds }
  }
}
