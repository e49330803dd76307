import CaseStore
import DialogueEngine
import DialogueModel
import Foundation
import GRDB
import Session
import Testing

/// Cases as a caller sees them: what is kept comes back, and nothing else opens it.
struct CaseStoreTests {
  @Test(arguments: [Secret.keyFile, .passphrase("four words of straw")])
  func `What is kept comes back as it was`(_ secret: Secret) throws {
    try withFolder { folder in
      let (name, entries, pending) = try keepOne(in: folder, secret)
      let book = try Casebook(in: folder).unlock(secret)
      let row = try book.find(name)
      let record = try book.read(row)
      #expect(record.entries == entries)
      #expect(record.pending == pending)
      #expect(record.damage.isEmpty)
      #expect(try book.cases(naming: "lyra vance").map(\.name) == [name])
      #expect(try book.cases(naming: "LYRA").map(\.name) == [name])
      #expect(try book.cases(naming: "lyr").isEmpty)
      #expect(try Casebook(in: folder).unfinished(atMost: 3).map(\.name) == [name])
    }
  }

  @Test func `A wrong passphrase opens nothing, and a right one typed with other letters does`()
    throws
  {
    try withFolder { folder in
      _ = try keepOne(in: folder, .passphrase("caf\u{E9} under the bridge"))
      let book = try Casebook(in: folder)
      #expect(throws: CaseFault.wrongPassphrase) {
        try book.unlock(.passphrase("cafe under the bridge"))
      }
      _ = try book.unlock(.passphrase("cafe\u{301} under the bridge"))
    }
  }

  @Test func `Without its key file nothing opens, and the message says what to do`() throws {
    try withFolder { folder in
      _ = try keepOne(in: folder, .keyFile)
      try FileManager.default.removeItem(atPath: folder.keyFile)
      let fault = #expect(throws: CaseFault.self) { try Casebook(in: folder).unlock(.keyFile) }
      #expect(fault == .noKeyFile(folder.keyFile))
      #expect(fault?.message.contains("put it back") == true)
    }
  }

  @Test(arguments: [Data(repeating: 7, count: 32), Data(repeating: 7, count: 31), Data()])
  func `A key file that is another one opens nothing`(_ key: Data) throws {
    try withFolder { folder in
      _ = try keepOne(in: folder, .keyFile)
      try key.write(to: URL(fileURLWithPath: folder.keyFile))
      chmod(folder.keyFile, 0o600)
      #expect(throws: CaseFault.notAKeyFile(folder.keyFile)) {
        try Casebook(in: folder).unlock(.keyFile)
      }
    }
  }

  @Test(arguments: ["", "cases.db", "key"])
  func `What others could read is refused, with the fix`(_ file: String) throws {
    try withFolder { folder in
      _ = try keepOne(in: folder, .keyFile)
      let path = file.isEmpty ? folder.path : "\(folder.path)/\(file)"
      chmod(path, file.isEmpty ? 0o750 : 0o640)
      let fix = "chmod \(file.isEmpty ? "700" : "600") \(path)"
      #expect(throws: CaseFault.readableByOthers(path, fix: fix)) { try Casebook(in: folder) }
    }
  }

  @Test func `Files are for their owner alone`() throws {
    try withFolder { folder in
      let book = try Casebook.make(in: folder, .keyFile)
      let kept = try book.begin(on: "2026-11-30", at: "2026-11-30T11:40:00+00:00")
      let files = try FileManager.default.contentsOfDirectory(atPath: folder.path)
      #expect(files.count >= 4)
      for file in files {
        let about = try FileManager.default.attributesOfItem(atPath: "\(folder.path)/\(file)")
        #expect((about[.posixPermissions] as? Int) == 0o600, "\(file)")
      }
      kept.close()
    }
  }

  @Test func `A case that is open is not opened again, and others are`() throws {
    try withFolder { folder in
      let book = try Casebook.make(in: folder, .keyFile)
      let moment = "2026-11-30T11:40:00+00:00"
      let one = try book.begin(on: "2026-11-30", at: moment)
      let two = try book.begin(on: "2026-11-30", at: moment)
      two.close()
      let again = try Casebook(in: folder).unlock(.keyFile)
      let fault = #expect(throws: CaseFault.self) {
        try again.open(again.find(one.name), at: moment)
      }
      #expect(fault == .openElsewhere("by process \(getpid()), since \(moment)"))
      #expect(throws: CaseFault.openElsewhere("by process \(getpid()), since \(moment)")) {
        try again.erase(again.find(one.name), on: "2026-11-30", at: moment)
      }
    }
  }

  @Test func `An erased case leaves a tombstone and nothing of what was in it`() throws {
    try withFolder { folder in
      let (name, _, _) = try keepOne(in: folder, .keyFile)
      let book = try Casebook(in: folder).unlock(.keyFile)
      let row = try book.find(name)
      let sealed = try sealedBytes(in: folder)
      #expect(sealed.count >= 8)
      try book.erase(row, on: "2026-12-01", at: "2026-12-01T09:00:00+00:00")
      let after = try book.book.row(name)
      #expect(after.erased == "2026-12-01")
      #expect(throws: CaseFault.erased("2026-12-01")) { try book.read(after) }
      #expect(try book.cases(naming: "lyra").isEmpty)
      var bytes = Data()
      for file in try FileManager.default.contentsOfDirectory(atPath: folder.path) {
        bytes += try Data(contentsOf: URL(fileURLWithPath: "\(folder.path)/\(file)"))
      }
      // Not even what was sealed is left, as deleted bytes of a file usually are.
      for sealed in sealed { #expect(bytes.range(of: sealed) == nil) }
    }
  }

  /// Everything sealed in the file, as it is now.
  private func sealedBytes(in folder: CaseFolder) throws -> [Data] {
    try DatabaseQueue(path: folder.database).read { database in
      try Data.fetchAll(database, sql: "SELECT sealed FROM entry")
        + Row.fetchAll(database, sql: "SELECT key, head, summary, pending FROM kept_case")
        .flatMap { row in (0..<4).compactMap { row[$0] as Data? } }
    }
  }
}

/// A folder of its own for cases, which is gone afterwards.
func withFolder(_ body: (CaseFolder) throws -> Void) throws {
  let path = FileManager.default.temporaryDirectory.appendingPathComponent(UUID().uuidString).path
  defer { try? FileManager.default.removeItem(atPath: path) }
  try body(CaseFolder(path))
}

/// Keeps one case of a few entries, and returns what it is called and what went into it.
func keepOne(
  in folder: CaseFolder, _ secret: Secret
) throws -> (name: String, entries: [Entry], pending: Pending) {
  let book = try Casebook.make(in: folder, secret)
  let moment = "2026-11-30T11:40:05+00:00"
  var kept = try book.begin(on: "2026-11-30", at: moment)
  defer { kept.close() }
  func change(_ key: String, _ answer: StoredAnswer?, from old: StoredAnswer? = nil) -> Entry.What {
    .answers(
      .changed(Session.Change(before: [key: old], after: [key: answer])), parked: [], restored: [])
  }
  let entries: [Entry.What] = [
    .opened(
      PackIdentity(name: "street-tree", version: "1", digest: "00ff"), by: "ash", day: "2026-11-30"),
    .asked("tree.place"), change("tree.place", .text("by the \"gate\"\nand the bin")),
    change("tree.lean", .scalar(.date, "2026-11", words: "november")),
    change(
      "people",
      .items([StoredItem(number: 1, name: "Lyra Vance", removed: true)], instead: .notKnown)),
    .answers(.undone, parked: ["tree.lean"], restored: []),
    .answers(.redone, parked: [], restored: ["tree.lean"]),
    change("tree.place", nil, from: .text("by the \"gate\"\nand the bin")),
    .drafted(["tree-officer"], fingerprint: "ABCD-0123-4567"),
    .letOut(.saved, ["tree-officer", "what-to-do"], fingerprint: "ABCD-0123-4567"),
    .sent("the depot, 11:50", fingerprint: "ABCD-0123-4567"), .exported, .imported("2026-11-01-7"),
  ]
  let all = entries.map { Entry(moment: moment, what: $0) }
  let pending = Pending(
    question: "tree.lean", lines: ["half a", "line"], misunderstood: ["tree.lean": ["errm"]],
    parked: ["tree.lean"], offered: ["tree.place"], holdsOutcome: true)
  let summary = Summary(pack: "street-tree", outcomes: ["report"], names: ["Lyra Vance"])
  try kept.add(
    Array(all.prefix(3)), pending: Pending(), summary: summary, isFinished: false, at: moment)
  try kept.add(
    Array(all.dropFirst(3)), pending: pending, summary: summary, isFinished: false, at: moment)
  return (kept.name, all, pending)
}
