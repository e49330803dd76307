import Crypto
import Foundation
import GRDB
import JSON

/// The cases that are kept on this machine, with the key to them.
package struct OpenCasebook: Sendable {
  package let book: Casebook
  /// The key that wraps the keys of the cases.
  let seal: Seal

  private var database: CaseDatabase { book.database }

  /// Begins a case on this day, and holds it.
  package func begin(on day: String, at moment: String) throws(CaseFault) -> KeptCase {
    let identity = SymmetricKey(size: .bits128).bytes.map(\.hexadecimal).joined()
    return try begin(on: day, at: moment, identity: identity)
  }

  func begin(
    on day: String, at moment: String, identity: String
  ) throws(CaseFault) -> KeptCase {
    let hold = try CaseHold(identity, in: book.folder, at: moment)
    let key = SymmetricKey(size: .bits256)
    let wrapped = try seal.seal(key.bytes, for: .key(of: identity))
    let chain = Chain(of: identity, key: key)
    let row = try database.write { database in
      let last = try Int.fetchOne(
        database, sql: "SELECT CAST(max(number) AS INTEGER) FROM kept_case WHERE day = ?",
        arguments: [day])
      let row = CaseRow(
        identity: identity, day: day, number: min(last ?? 0, Int.max - 1) + 1, changed: moment,
        isFinished: false,
        erased: nil)
      let head = try Seal(key: key).seal(chain.bytes(row), for: .head(of: identity))
      try database.execute(
        sql: """
          INSERT INTO kept_case (identity, day, number, changed, key, head)
          VALUES (?, ?, ?, ?, ?, ?)
          """, arguments: [identity, day, row.number, moment, wrapped, head])
      return row
    }
    return KeptCase(row, database: database, key: key, chain: chain, hold: hold)
  }

  /// Opens a case to go on with it; nobody else can until it is let go.
  ///
  /// A case of which anything was changed by others can be read (`read`), but not gone on with.
  package func open(
    _ row: CaseRow, at moment: String
  ) throws(CaseFault) -> (KeptCase, CaseRecord) {
    let hold = try CaseHold(row.identity, in: book.folder, at: moment)
    let key = try self.key(of: row)
    let (record, chain) = try CaseRecord.read(row, key: key, from: database)
    if let damage = record.damage.first { throw .damaged("Case \(row.name): \(damage.message)") }
    let kept = KeptCase(row, database: database, key: key, chain: chain, hold: hold)
    return (kept, record)
  }

  /// What is kept of a case, as far as it can be read, and what is wrong with it.
  package func read(_ row: CaseRow) throws(CaseFault) -> CaseRecord {
    try CaseRecord.read(row, key: key(of: row), from: database).record
  }

  /// What a list shows of a case; nil if it can't be read.
  package func summary(of row: CaseRow) throws(CaseFault) -> Summary? {
    let sealed = try database.read { database in
      try Row.fetchOne(
        database,
        sql: """
          SELECT CAST(key AS BLOB) AS key, CAST(summary AS BLOB) AS summary FROM kept_case
          WHERE identity = ?
          """,
        arguments: [row.identity])
    }
    guard let sealed, let wrapped = sealed["key"] as Data?,
      let summary = sealed["summary"] as Data?,
      let key = unwrap(wrapped, row.identity),
      let bytes = Seal(key: key).open(summary, for: .summary(of: row.identity))
    else { return nil }
    return JSONReader(nesting: 8)?.value(bytes, Summary.init)
  }

  /// Erases a case: its key, and all that was sealed with it; that there was one, and the day, stay.
  package func erase(_ row: CaseRow, on day: String, at moment: String) throws(CaseFault) {
    let hold = try CaseHold(row.identity, in: book.folder, at: moment)
    defer { hold.letGo() }
    try database.write { database in
      try database.execute(
        sql: """
          UPDATE kept_case SET key = NULL, head = NULL, summary = NULL, pending = NULL, erased = ?,
            changed = ? WHERE identity = ?
          """, arguments: [day, moment, row.identity])
      try database.execute(
        sql: "DELETE FROM entry WHERE identity = ?", arguments: [row.identity])
    }
    try database.emptyLog()
  }

  /// The key of a case.
  private func key(of row: CaseRow) throws(CaseFault) -> SymmetricKey {
    if let day = row.erased { throw .erased(day) }
    let wrapped = try database.read { database in
      try Data.fetchOne(
        database, sql: "SELECT CAST(key AS BLOB) FROM kept_case WHERE identity = ?",
        arguments: [row.identity])
    }
    guard let wrapped, let key = unwrap(wrapped, row.identity) else {
      throw .damaged("Case \(row.name): its key was changed, so nothing of it can be read.")
    }
    return key
  }

  func unwrap(_ wrapped: Data, _ identity: String) -> SymmetricKey? {
    seal.open(wrapped, for: .key(of: identity)).map { SymmetricKey(data: $0) }
  }
}

extension UInt8 {
  /// Two digits.
  var hexadecimal: String { (self < 16 ? "0" : "") + String(self, radix: 16) }
}

extension OpenCasebook {
  /// The case of this name, or the only one that this person's name was typed into.
  package func find(_ typed: String) throws(CaseFault) -> CaseRow {
    do {
      return try book.row(typed)
    } catch .noSuchCase {
      let found = try cases(naming: typed)
      guard let first = found.first else { throw .noSuchCase(typed) }
      guard found.count == 1 else { throw .severalCases(typed, found.map(\.name)) }
      return first
    }
  }

  /// The cases that a name was typed into, newest first: every word of it, whichever way it is written.
  package func cases(naming typed: String) throws(CaseFault) -> [CaseRow] {
    let wanted = Self.words(of: typed)
    guard !wanted.isEmpty else { return [] }
    var found: [CaseRow] = []
    for row in try book.rows() where row.erased == nil {
      guard let summary = try summary(of: row) else { continue }
      if summary.names.contains(where: { wanted.isSubset(of: Self.words(of: $0)) }) {
        found.append(row)
      }
    }
    return found
  }

  private static func words(of text: String) -> Set<String> {
    Set(
      text.folding(options: [.caseInsensitive, .diacriticInsensitive], locale: nil)
        .split { !$0.isLetter && !$0.isNumber }.map(String.init))
  }
}
