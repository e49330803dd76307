import CaseStore
import Foundation
import Testing

/// Cases that go from one machine to another.
struct ExportedCaseTests {
  private static let words = "a file needs words too"
  private static let moment = "2026-12-02T08:00:00+00:00"

  /// A case that was exported, as a file.
  private func exported(from folder: CaseFolder) throws -> (file: Data, entries: [Entry]) {
    let (name, entries, _) = try keepOne(in: folder, .keyFile)
    let book = try Casebook(in: folder).unlock(.keyFile)
    let file = try book.export(book.find(name), passphrase: Self.words, at: Self.moment)
    #expect(try book.read(book.find(name)).entries == entries + [entry(.exported)])
    return (file, entries)
  }

  private func entry(_ what: Entry.What) -> Entry { Entry(moment: Self.moment, what: what) }

  @Test func `A case taken in elsewhere has all that it had, and is added to once`() throws {
    try withFolder { here in
      let (file, entries) = try exported(from: here)
      try withFolder { there in
        let book = try Casebook.make(in: there, .passphrase("quite another passphrase"))
        let case1 = try ExportedCase(file, passphrase: Self.words, path: "case")
        #expect(case1.name == "2026-11-30-1")
        #expect(try book.news(in: case1) == entries)
        let name = try book.add(case1, on: "2026-12-02", at: Self.moment)
        #expect(name == "2026-12-02-1")
        let record = try book.read(book.find(name))
        #expect(record.damage.isEmpty)
        // The letters' fingerprint is the same on both machines.
        let home = try Casebook(in: here).unlock(.keyFile)
        let own = try home.read(home.find("2026-11-30-1"))
        #expect(own.fingerprint(of: [:]) == record.fingerprint(of: [:]))
        #expect(record.entries == entries + [entry(.imported("2026-11-30-1"))])
        #expect(try book.cases(naming: "Lyra Vance").map(\.name) == [name])
        #expect(try book.news(in: case1) == [])
        #expect(throws: CaseFault.alreadyHere(name)) {
          try book.add(case1, on: "2026-12-02", at: Self.moment)
        }
        // It comes again with one entry more.
        let (more, added) = try goneOn(in: here)
        let again = try ExportedCase(more, passphrase: Self.words, path: "case")
        #expect(try book.news(in: again) == [added])
        #expect(try book.add(again, on: "2026-12-03", at: Self.moment) == name)
        // Gone on with on both sides, it is not mixed.
        let (third, _) = try goneOn(in: here)
        var (kept, old) = try book.open(book.find(name), at: Self.moment)
        try kept.add(
          [entry(.sent("someone there", fingerprint: ""))], pending: old.pending,
          summary: Summary(pack: "street-tree"), isFinished: false, at: Self.moment)
        kept.close()
        let last = try ExportedCase(third, passphrase: Self.words, path: "case")
        #expect(try book.news(in: last) == nil)
      }
    }
  }

  /// Adds an entry to the only case, and exports it.
  private func goneOn(in folder: CaseFolder) throws -> (Data, Entry) {
    let book = try Casebook(in: folder).unlock(.keyFile)
    let row = try book.find("2026-11-30-1")
    var (kept, record) = try book.open(row, at: Self.moment)
    let added = entry(.sent("the depot, \(record.entries.count)", fingerprint: ""))
    try kept.add(
      [added], pending: record.pending,
      summary: Summary(pack: "street-tree", names: ["Lyra Vance"]), isFinished: false,
      at: Self.moment)
    kept.close()
    return (try book.export(row, passphrase: Self.words, at: Self.moment), added)
  }

  @Test
  func
    `A wrong passphrase, another file and a damaged one are refused, and the words are not in it`()
    throws
  {
    try withFolder { folder in
      let (file, _) = try exported(from: folder)
      #expect(throws: CaseFault.wrongPassphrase) {
        try ExportedCase(file, passphrase: "not these words", path: "case")
      }
      for bad in [Data(), Data("PK".utf8), file.prefix(30), Data(file.dropFirst(3))] {
        #expect(throws: CaseFault.notAnExport("case")) {
          try ExportedCase(bad, passphrase: Self.words, path: "case")
        }
      }
      var flipped = file
      flipped[flipped.count - 20] ^= 4
      #expect(throws: CaseFault.wrongPassphrase) {
        try ExportedCase(flipped, passphrase: Self.words, path: "case")
      }
      #expect(file.range(of: Data("Vance".utf8)) == nil)
      #expect(file.range(of: Data("gate".utf8)) == nil)
    }
  }
}
