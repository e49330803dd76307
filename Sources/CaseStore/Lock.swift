import Crypto
import CryptoExtras
import Foundation

/// What opens the cases: a passphrase that someone knows, or a file that only they can read.
package enum Secret: Sendable {
  case passphrase(String)
  case keyFile
}

/// How the key that wraps the keys of all cases comes from the secret.
struct Lock: Hashable, Sendable {
  enum Kind: String {
    case passphrase
    case keyFile = "key-file"
  }

  var kind: Kind
  var salt: Data
  /// scrypt's cost: the rounds, a power of two; 128 MB are needed at a time.
  var rounds: Int

  static let blockSize = 8
  /// What OWASP's cheat sheet on storing passwords asks for at least.
  static let usualRounds = 1 << 17
  /// More than anyone would set, so that a changed file can't have the program run for hours.
  private static let mostRounds = 1 << 20

  /// A lock of its own for this secret.
  init(for secret: Secret) {
    kind = if case .keyFile = secret { .keyFile } else { .passphrase }
    salt = Data(SymmetricKey(size: .bits128).bytes)
    rounds = Self.usualRounds
  }

  init(kind: Kind, salt: Data, rounds: Int) {
    (self.kind, self.salt, self.rounds) = (kind, salt, rounds)
  }

  /// The key that the secret stands for.
  func key(of secret: Secret, in folder: CaseFolder) throws(CaseFault) -> SymmetricKey {
    switch (secret, kind) {
    case (.passphrase(let words), .passphrase): return try key(ofPassphrase: words)
    case (.keyFile, .keyFile):
      guard let bytes = FileManager.default.contents(atPath: folder.keyFile) else {
        throw .noKeyFile(folder.keyFile)
      }
      guard bytes.count == 32 else { throw .notAKeyFile(folder.keyFile) }
      return SymmetricKey(data: bytes)
    default: throw .wrongPassphrase
    }
  }

  /// Slow on purpose, so that passphrases can't be tried by the million.
  func key(ofPassphrase passphrase: String) throws(CaseFault) -> SymmetricKey {
    guard rounds > 1, rounds <= Self.mostRounds, rounds.nonzeroBitCount == 1 else {
      throw .damaged("The cost of the passphrase is not one this program sets.")
    }
    // The same words may be typed with letters that are put together differently.
    let words = Data(passphrase.precomposedStringWithCanonicalMapping.utf8)
    guard
      let key = try? KDF.Scrypt.deriveKey(
        from: words, salt: salt, outputByteCount: 32, rounds: rounds, blockSize: Self.blockSize,
        parallelism: 1)
    else { throw .damaged("The passphrase could not be made into a key.") }
    return key
  }
}
