import CaseStore
import Foundation
import GRDB
import Scenarios
import Testing

/// What is done to the file from outside is noticed, and never trusted.
struct DamageTests {
  /// Each way of meddling, as SQL, and what is found then.
  @Test(arguments: [
    ("DELETE FROM entry WHERE number = 3", [CaseRecord.Damage.lost(entry: 3)]),
    ("DELETE FROM entry WHERE number = 13", [.lost(entry: 13)]),
    ("DELETE FROM entry WHERE number IN (1, 2)", [.lost(entry: 1), .lost(entry: 2)]),
    ("DELETE FROM entry", (1...13).map { .lost(entry: $0) }),
    (
      "INSERT INTO entry SELECT identity, 14, sealed FROM entry WHERE number = 13",
      [.added(entry: 14)]
    ),
    (
      "UPDATE entry SET sealed = (SELECT sealed FROM entry WHERE number = 5) WHERE number = 4",
      [.changed(entry: 4)]
    ),
    ("UPDATE entry SET number = -5 WHERE number = 1", [.changed(entry: -5), .lost(entry: 1)]),
    ("UPDATE entry SET sealed = 'x' WHERE number = 4", [.changed(entry: 4)]),
    (
      "INSERT INTO entry SELECT identity, 9223372036854775807, sealed FROM entry WHERE number = 13",
      [.added(entry: .max)]
    ),
    ("UPDATE kept_case SET head = 'x', pending = 7", [.head, .pending]),
    ("UPDATE kept_case SET head = summary", [.head]),
    ("UPDATE kept_case SET head = NULL", [.head]),
    ("UPDATE kept_case SET changed = '2026-01-01T00:00:00+00:00'", [.head]),
    ("UPDATE kept_case SET finished = 1", [.head]),
    ("UPDATE kept_case SET pending = summary", [.pending]),
    ("UPDATE kept_case SET pending = NULL", [.pending]),
  ])
  func `Meddling is found where it was done`(
    _ sql: String, _ damage: [CaseRecord.Damage]
  ) throws {
    try withFolder { folder in
      let (name, entries, _) = try keepOne(in: folder, .keyFile)
      try meddle(folder, sql)
      let book = try Casebook(in: folder).unlock(.keyFile)
      let row = try book.find(name)
      let record = try book.read(row)
      #expect(record.damage == damage)
      // What can be read is not lost with what can't.
      #expect(record.entries.allSatisfy(entries.contains))
      let fault = #expect(throws: CaseFault.self) { try book.open(row, at: "") }
      #expect(fault?.code == "damaged")
    }
  }

  @Test func `An old copy of an entry and its end, put back together, is found`() throws {
    try withFolder { folder in
      let (name, _, _) = try keepOne(in: folder, .keyFile)
      // Two entries change places, under their own numbers, as someone without the key could have them.
      try meddle(
        folder,
        """
        UPDATE entry SET number = 100 WHERE number = 4;
        UPDATE entry SET number = 4 WHERE number = 5;
        UPDATE entry SET number = 5 WHERE number = 100;
        """)
      let book = try Casebook(in: folder).unlock(.keyFile)
      #expect(try book.read(book.find(name)).damage == [.changed(entry: 4), .changed(entry: 5)])
    }
  }

  @Test(arguments: [
    "entry.sealed", "kept_case.key", "kept_case.head", "kept_case.summary", "kept_case.pending",
  ])
  func `Any flipped bit of what is sealed is found`(_ column: String) throws {
    let parts = column.split(separator: ".").map(String.init)
    var random = SeededGenerator(seed: 22)
    for _ in 0..<20 {
      try withFolder { folder in
        let (name, _, _) = try keepOne(in: folder, .keyFile)
        let queue = try DatabaseQueue(path: folder.database)
        try queue.write { database in
          let sealed = try #require(
            try Data.fetchAll(database, sql: "SELECT \(parts[1]) FROM \(parts[0])")
              .randomElement(using: &random))
          var flipped = sealed
          let at = Int.random(in: flipped.indices, using: &random)
          flipped[at] ^= 1 << UInt8.random(in: 0..<8, using: &random)
          try database.execute(
            sql: "UPDATE \(parts[0]) SET \(parts[1]) = ? WHERE \(parts[1]) = ?",
            arguments: [flipped, sealed])
        }
        let book = try Casebook(in: folder).unlock(.keyFile)
        switch parts[1] {
        case "key": #expect(throws: CaseFault.self) { try book.read(book.book.row(name)) }
        case "summary": #expect(try book.summary(of: book.book.row(name)) == nil)
        default: #expect(try !book.read(book.book.row(name)).damage.isEmpty)
        }
      }
    }
  }

  @Test func `A file cut short anywhere gives a message or what was kept, and never a crash`()
    throws
  {
    try withFolder { folder in
      let (name, entries, _) = try keepOne(in: folder, .keyFile)
      let whole = try Data(contentsOf: URL(fileURLWithPath: folder.database))
      try? FileManager.default.removeItem(atPath: "\(folder.database)-wal")
      try? FileManager.default.removeItem(atPath: "\(folder.database)-shm")
      var places = [0, 1, 15, 16, 99, 100, 101, 511, 512, whole.count - 1]
      places += stride(from: 1000, to: whole.count, by: 1777)
      var faults = 0
      for place in places {
        try whole.prefix(place).write(to: URL(fileURLWithPath: folder.database))
        chmod(folder.database, 0o600)
        do {
          let book = try Casebook(in: folder).unlock(.keyFile)
          let record = try book.read(book.find(name))
          #expect(record.entries == entries || !record.damage.isEmpty, "cut at \(place)")
        } catch let fault as CaseFault {
          #expect(!fault.message.isEmpty)
          faults += 1
        }
        try? FileManager.default.removeItem(atPath: "\(folder.database)-wal")
        try? FileManager.default.removeItem(atPath: "\(folder.database)-shm")
      }
      #expect(faults >= places.count / 2)
    }
  }

  private func meddle(_ folder: CaseFolder, _ sql: String) throws {
    try DatabaseQueue(path: folder.database).write { try $0.execute(sql: sql) }
  }
}
