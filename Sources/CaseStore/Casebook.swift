import Crypto
import Foundation
import GRDB

/// The cases that are kept on this machine, as far as they can be seen without the key: how many, and from when.
package struct Casebook: Sendable {
  package let folder: CaseFolder
  let database: CaseDatabase
  let lock: Lock
  /// What only the right key opens.
  private let proof: Data

  /// Whether a passphrase opens the cases, rather than a key file.
  package var isByPassphrase: Bool { lock.kind == .passphrase }

  /// Opens the cases that are kept in this folder.
  package init(in folder: CaseFolder) throws(CaseFault) {
    guard folder.hasCases else { throw .nothingKept }
    try folder.check()
    let database = try CaseDatabase(folder)
    let row = try database.read { database in
      try Row.fetchOne(
        database,
        sql: """
          SELECT CAST(lock AS TEXT) AS lock, CAST(salt AS BLOB) AS salt,
            CAST(rounds AS INTEGER) AS rounds, CAST(proof AS BLOB) AS proof FROM book
          """)
    }
    guard let row else { throw .nothingKept }
    guard let kind = (row["lock"] as String?).flatMap(Lock.Kind.init),
      let salt = row["salt"] as Data?,
      let rounds = row["rounds"] as Int?, let proof = row["proof"] as Data?
    else { throw .damaged("\(folder.database) does not say what opens it.") }
    self.init(
      folder: folder, database: database, lock: Lock(kind: kind, salt: salt, rounds: rounds),
      proof: proof)
  }

  private init(folder: CaseFolder, database: CaseDatabase, lock: Lock, proof: Data) {
    (self.folder, self.database, self.lock, self.proof) = (folder, database, lock, proof)
  }

  /// Begins to keep cases in this folder, opened by this secret; a key file is made if there is none.
  package static func make(in folder: CaseFolder, _ secret: Secret) throws(CaseFault)
    -> OpenCasebook
  {
    try folder.make()
    if case .keyFile = secret, !FileManager.default.fileExists(atPath: folder.keyFile) {
      try folder.makeFile(folder.keyFile, SymmetricKey(size: .bits256).bytes)
    }
    if !folder.hasCases { try folder.makeFile(folder.database) }
    let database = try CaseDatabase(folder)
    let lock = Lock(for: secret)
    let key = try lock.key(of: secret, in: folder)
    let proof = try Seal(key: key).seal(Array("curious".utf8), for: .check)
    try database.write { database in
      try database.execute(
        sql: "INSERT INTO book (id, lock, salt, rounds, proof) VALUES (1, ?, ?, ?, ?)",
        arguments: [lock.kind.rawValue, lock.salt, lock.rounds, proof])
    }
    let book = Casebook(folder: folder, database: database, lock: lock, proof: proof)
    return OpenCasebook(book: book, seal: Seal(key: key))
  }

  /// Opens the cases with the secret; a wrong one is refused, and says nothing of what is kept.
  package func unlock(_ secret: Secret) throws(CaseFault) -> OpenCasebook {
    let key: SymmetricKey
    switch secret {
    case .keyFile: key = try keyOfFile()
    case .passphrase:
      key = try lock.key(of: secret, in: folder)
      guard isRight(key) else { throw .wrongPassphrase }
    }
    return OpenCasebook(book: self, seal: Seal(key: key))
  }

  /// The key of the key file, or of the new one beside it if a change of keys was cut off just after it.
  private func keyOfFile() throws(CaseFault) -> SymmetricKey {
    let new = FileManager.default.contents(atPath: folder.newKeyFile).map(SymmetricKey.init)
    if let new, isRight(new) {
      guard rename(folder.newKeyFile, folder.keyFile) == 0 else {
        throw .notWritable(folder.keyFile)
      }
      return new
    }
    let key = try lock.key(of: .keyFile, in: folder)
    guard isRight(key) else { throw .notAKeyFile(folder.keyFile) }
    return key
  }

  private func isRight(_ key: SymmetricKey) -> Bool {
    Seal(key: key).open(proof, for: .check) != nil
  }

  /// Each as what it should be, whatever someone has put into the file.
  private static let columns = """
    CAST(identity AS TEXT) AS identity, CAST(day AS TEXT) AS day, CAST(number AS INTEGER) AS number,
    CAST(changed AS TEXT) AS changed, CAST(finished AS INTEGER) AS finished,
    CAST(erased AS TEXT) AS erased
    """

  /// The cases, newest first: as many as asked for, or all.
  package func rows(atMost: Int? = nil) throws(CaseFault) -> [CaseRow] {
    try rows("ORDER BY day DESC, number DESC LIMIT ?", [atMost ?? -1])
  }

  /// The cases that were left before their end, the last used first.
  package func unfinished(atMost: Int) throws(CaseFault) -> [CaseRow] {
    try rows("WHERE finished = 0 AND erased IS NULL ORDER BY changed DESC LIMIT ?", [atMost])
  }

  /// The case of this name.
  package func row(_ name: String) throws(CaseFault) -> CaseRow {
    let parts = name.split(separator: "-")
    guard parts.count == 4, let number = Int(parts[3]),
      let row = try rows(
        "WHERE day = ? AND number = ?", [parts[0...2].joined(separator: "-"), number]
      ).first
    else { throw .noSuchCase(name) }
    return row
  }

  package func count() throws(CaseFault) -> Int {
    try database.read { try Int.fetchOne($0, sql: "SELECT count(*) FROM kept_case") ?? 0 }
  }

  private func rows(_ which: String, _ arguments: StatementArguments) throws(CaseFault) -> [CaseRow]
  {
    let rows = try database.read { database in
      try Row.fetchAll(
        database, sql: "SELECT \(Self.columns) FROM kept_case \(which)", arguments: arguments)
    }
    return rows.map { row in
      CaseRow(
        identity: row["identity"], day: row["day"], number: row["number"],
        changed: row["changed"], isFinished: row["finished"], erased: row["erased"])
    }
  }
}
