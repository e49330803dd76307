import Crypto
package import DialogueEngine
import Foundation
import GRDB
import JSON
package import Session

/// Everything that is kept of a case.
package struct CaseRecord: Sendable {
  /// What happened, oldest first, as far as it can be read.
  package private(set) var entries: [Entry] = []
  package private(set) var pending = Pending()
  /// What is wrong with it; empty for a case as the program left it.
  package private(set) var damage: [Damage] = []
  private let identity: String

  /// What was done to a case by damage, or by someone without its key.
  package enum Damage: Hashable, Sendable {
    case changed(entry: Int)
    case lost(entry: Int)
    case added(entry: Int)
    /// The count and the end of the chain, which say how many entries there should be.
    case head
    case pending

    package var message: String {
      switch self {
      case .changed(let entry): "entry \(entry) was changed."
      case .lost(let entry): "entry \(entry) is gone."
      case .added(let entry): "entry \(entry) was added by something else."
      case .head:
        "the mark at its end, its day, its number or when it was last used was changed, so entries after the last may be gone."
      case .pending: "what was typed last and not answered yet was changed."
      }
    }
  }

  /// Reads all that is kept of a case.
  static func read(
    _ row: CaseRow, key: SymmetricKey, from database: CaseDatabase
  ) throws(CaseFault) -> (record: CaseRecord, chain: Chain) {
    let (sealed, rest) = try database.read { database in
      (
        try Row.fetchAll(
          database,
          sql: """
            SELECT CAST(number AS INTEGER) AS number, CAST(sealed AS BLOB) AS sealed FROM entry
            WHERE identity = ? ORDER BY number
            """,
          arguments: [row.identity]
        ).map { (number: $0["number"] as Int, bytes: $0["sealed"] as Data) },
        try Row.fetchOne(
          database,
          sql: """
            SELECT CAST(head AS BLOB) AS head, CAST(pending AS BLOB) AS pending FROM kept_case
            WHERE identity = ?
            """,
          arguments: [row.identity])
      )
    }
    guard let reader = JSONReader(nesting: 16) else {
      throw .damaged("There is not enough memory.")
    }
    let (seal, identity) = (Seal(key: key), row.identity)
    var record = CaseRecord(identity: identity)
    var chain = Chain(of: identity, key: key)
    let head = (rest?["head"] as Data?).flatMap { seal.open($0, for: .head(of: identity)) }
    let count = head.flatMap { String(decoding: $0.prefix { $0 != 0 }, as: UTF8.self) }.flatMap {
      Int($0)
    }
    if count == nil { record.damage.append(.head) }
    var next = 1
    for (number, bytes) in sealed {
      // Without the count, nobody knows how many there should be.
      while next < number, next <= count ?? 0 {
        record.damage.append(.lost(entry: next))
        next += 1
      }
      next = max(next, min(number, Int.max - 1) + 1)
      chain.add(bytes)
      guard let open = seal.open(bytes, for: .entry(number, of: identity)),
        let entry = reader.value(open, Entry.init)
      else {
        record.damage.append(
          number > count ?? Int.max ? .added(entry: number) : .changed(entry: number))
        continue
      }
      if number > count ?? Int.max { record.damage.append(.added(entry: number)) }
      record.entries.append(entry)
    }
    if let count {
      while next <= count {
        record.damage.append(.lost(entry: next))
        next += 1
      }
    }
    if record.damage.isEmpty, head != chain.bytes(row) { record.damage.append(.head) }
    if let sealed = rest?["pending"] as Data? {
      if let pending = seal.open(sealed, for: .pending(of: identity))
        .flatMap({ reader.value($0, Pending.init) })
      {
        record.pending = pending
      } else {
        record.damage.append(.pending)
      }
    } else if !sealed.isEmpty {
      record.damage.append(.pending)
    }
    return (record, chain)
  }

  /// The changes of the answers, to be gone on with or taken back.
  package var events: [Session.Event] {
    Self.events(in: entries)
  }

  private static func events(in entries: some Sequence<Entry>) -> [Session.Event] {
    entries.compactMap { if case .answers(let event, _, _) = $0.what { event } else { nil } }
  }

  /// The answers after the first so many entries.
  package func answers(after count: Int) -> [String: StoredAnswer] {
    Session(events: Self.events(in: entries.prefix(count))).answers
  }

  /// The answers when letters last left; nil if none has.
  package var answersSent: [String: StoredAnswer]? {
    let last = entries.lastIndex { if case .letOut = $0.what { true } else { false } }
    return last.map { answers(after: $0 + 1) }
  }

  /// The pack that the case was last used with; nil if that can't be read.
  package var pack: PackIdentity? {
    for entry in entries.reversed() {
      if case .opened(let pack, _, _) = entry.what { return pack }
    }
    return nil
  }

  /// The day that it was last counted from; nil if that can't be read.
  package var day: String? {
    for entry in entries.reversed() {
      if case .opened(_, _, let day) = entry.what { return day }
    }
    return nil
  }

  /// The fingerprint that a letter carries that was written from these answers.
  package func fingerprint(of answers: [String: StoredAnswer]) -> String {
    Fingerprint.of(answers, in: identity)
  }
}
