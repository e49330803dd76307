/// The conversations that the service keeps in memory, limited in number and by idle time.
struct HeldConversations {
  private var held: [String: Session] = [:]
  private var lastUse = 0
  private var swept = 0
  private let limit: Int
  private let idleSeconds: Int

  init(limit: Int, idleSeconds: Int) {
    self.limit = max(limit, 1)
    self.idleSeconds = idleSeconds
  }

  /// Keeps a new conversation under an unguessable name that is never used again.
  mutating func add(_ session: Session, at second: Int) {
    letIdleGo(at: second)
    if held.count >= limit { letLongestIdleGo() }
    var random = SystemRandomNumberGenerator()
    let name = Self.name(using: &random)
    held[name] = session
    session.name = name
    use(session, at: second)
  }

  /// A random name of 128 bits, in lower-case letters and digits.
  static func name(using random: inout some RandomNumberGenerator) -> String {
    (0..<2).map { _ in
      let digits = String(random.next() as UInt64, radix: 36)
      return String(repeating: "0", count: 13 - digits.count) + digits
    }.joined()
  }

  /// The conversation of this name; looking one up counts as use.
  mutating func session(_ name: String, at second: Int) throws(Refusal) -> Session {
    guard let session = held[name], second - session.second <= idleSeconds else {
      throw .unknownConversation
    }
    use(session, at: second)
    return session
  }

  private mutating func use(_ session: Session, at second: Int) {
    lastUse += 1
    (session.use, session.second) = (lastUse, second)
  }

  mutating func remove(_ name: String) {
    held[name] = nil
  }

  /// Drops several at once, so that sorting them isn't needed for every new one.
  private mutating func letLongestIdleGo() {
    let longest = held.sorted { $0.value.use < $1.value.use }
    for (name, _) in longest.prefix(max(1, limit / 64)) { held[name] = nil }
  }

  /// Drops conversations that have been idle for too long; checks at most once a second.
  private mutating func letIdleGo(at second: Int) {
    guard second != swept else { return }
    swept = second
    held = held.filter { second - $0.value.second <= idleSeconds }
  }
}
