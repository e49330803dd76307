import Crypto
import Foundation
import GRDB

extension OpenCasebook {
  /// Has another passphrase, or a new key file, open the cases: the keys of all cases are wrapped anew, and the cases
  /// themselves stay as they are.
  ///
  /// Cut off anywhere, either the old secret opens all cases, or the new one does.
  package func change(to secret: Secret) throws(CaseFault) -> OpenCasebook {
    let folder = book.folder
    var key: SymmetricKey
    let lock = Lock(for: secret)
    switch secret {
    case .passphrase: key = try lock.key(of: secret, in: folder)
    case .keyFile:
      key = SymmetricKey(size: .bits256)
      unlink(folder.newKeyFile)
      try folder.makeFile(folder.newKeyFile, key.bytes)
    }
    let new = Seal(key: key)
    let proof = try new.seal(Array("curious".utf8), for: .check)
    try book.database.write { database in
      let rows = try Row.fetchAll(
        database,
        sql: """
          SELECT CAST(identity AS TEXT) AS identity, CAST(key AS BLOB) AS key FROM kept_case
          WHERE key IS NOT NULL
          """)
      for row in rows {
        let identity: String = row["identity"]
        guard let caseKey = unwrap(row["key"], identity) else {
          throw CaseFault.damaged("The key of a case was changed, so no keys were.")
        }
        try database.execute(
          sql: "UPDATE kept_case SET key = ? WHERE identity = ?",
          arguments: [new.seal(caseKey.bytes, for: .key(of: identity)), identity])
      }
      try database.execute(
        sql: "UPDATE book SET lock = ?, salt = ?, rounds = ?, proof = ?",
        arguments: [lock.kind.rawValue, lock.salt, lock.rounds, proof])
    }
    try book.database.emptyLog()
    switch secret {
    case .keyFile:
      guard rename(folder.newKeyFile, folder.keyFile) == 0 else {
        throw .notWritable(folder.keyFile)
      }
    case .passphrase: unlink(folder.keyFile)
    }
    return try Casebook(in: folder).unlock(secret)
  }
}
