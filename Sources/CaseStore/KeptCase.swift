import Crypto
package import DialogueEngine
import Foundation
import GRDB
import JSON

/// A case that is open, to be added to.
package struct KeptCase: Sendable {
  private var row: CaseRow
  private var identity: String { row.identity }
  /// What it is called: the day it was begun on, and its number.
  package var name: String { row.name }
  private let database: CaseDatabase
  private let seal: Seal
  private var chain: Chain
  private let hold: CaseHold

  init(
    _ row: CaseRow, database: CaseDatabase, key: SymmetricKey, chain: Chain, hold: CaseHold
  ) {
    self.row = row
    self.database = database
    seal = Seal(key: key)
    self.chain = chain
    self.hold = hold
  }

  /// Adds entries, and what goes with them as it is now: all of it is on the disk when this returns, or nothing.
  package mutating func add(
    _ entries: [Entry], pending: Pending, summary: Summary, isFinished: Bool, at moment: String
  ) throws(CaseFault) {
    var chain = self.chain
    var sealed: [(number: Int, bytes: Data)] = []
    for entry in entries {
      let number = chain.count + 1
      let bytes = try seal.seal(entry.bytes, for: .entry(number, of: identity))
      chain.add(bytes)
      sealed.append((number, bytes))
    }
    var row = row
    (row.changed, row.isFinished) = (moment, isFinished)
    let head = try seal.seal(chain.bytes(row), for: .head(of: identity))
    let pending = try seal.seal(pending.bytes, for: .pending(of: identity))
    let summary = try seal.seal(summary.bytes, for: .summary(of: identity))
    try database.write { [identity] database in
      for entry in sealed {
        try database.execute(
          sql: "INSERT INTO entry (identity, number, sealed) VALUES (?, ?, ?)",
          arguments: [identity, entry.number, entry.bytes])
      }
      try database.execute(
        sql: """
          UPDATE kept_case SET head = ?, pending = ?, summary = ?, finished = ?, changed = ?
          WHERE identity = ?
          """, arguments: [head, pending, summary, isFinished, moment, identity])
    }
    (self.chain, self.row) = (chain, row)
  }

  /// The fingerprint that a letter carries, of the answers it was written from.
  package func fingerprint(of answers: [String: StoredAnswer]) -> String {
    Fingerprint.of(answers, in: identity)
  }

  /// Lets others open the case.
  package func close() { hold.letGo() }
}

/// A short mark of what the answers of a case were, which nobody can make from a letter alone.
enum Fingerprint {
  /// Three groups of four digits, to be read out and compared.
  ///
  /// The identity of the case is random and on no letter; it goes with a case to another machine.
  static func of(_ answers: [String: StoredAnswer], in identity: String) -> String {
    let key = SymmetricKey(data: Data("curious fingerprint\u{0}\(identity)".utf8))
    var writer = JSONWriter()
    answers.write(to: &writer)
    let code = HMAC<SHA256>.authenticationCode(for: writer.bytes, using: key)
    let digits = code.prefix(6).map(\.hexadecimal).joined().uppercased()
    return stride(from: 0, to: 12, by: 4).map { at in
      String(digits.dropFirst(at).prefix(4))
    }.joined(separator: "-")
  }
}
