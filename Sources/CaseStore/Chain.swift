import Crypto
import Foundation

/// A keyed chain over the entries of a case: each link depends on all before it, so that none can be changed, left
/// out, added or put elsewhere without the case's key.
struct Chain: Sendable {
  /// The number of entries so far.
  private(set) var count = 0
  /// The last link.
  private(set) var head: Data
  private let key: SymmetricKey

  /// The chain of a case before its first entry.
  init(of identity: String, key: SymmetricKey) {
    self.key = HKDF<SHA256>.deriveKey(
      inputKeyMaterial: key, info: Data("curious chain".utf8), outputByteCount: 32)
    head = Data(
      HMAC<SHA256>.authenticationCode(for: Data(identity.utf8), using: self.key))
  }

  /// Adds an entry, as it is sealed.
  mutating func add(_ sealed: Data) {
    count += 1
    head = Data(
      HMAC<SHA256>.authenticationCode(
        for: head + Data("\(count)\u{0}".utf8) + sealed, using: key))
  }

  /// The count and the last link, with what the case shows without its key, as they are sealed in the case.
  func bytes(_ shown: CaseRow) -> [UInt8] {
    let state = shown.isFinished ? "finished" : "unfinished"
    return Array(
      "\(count)\u{0}\(shown.day)\u{0}\(shown.number)\u{0}\(shown.changed)\u{0}\(state)\u{0}".utf8)
      + head
  }
}
