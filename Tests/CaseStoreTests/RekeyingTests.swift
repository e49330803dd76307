import CaseStore
import Foundation
import GRDB
import Testing

/// Changing what opens the cases.
struct RekeyingTests {
  private static let old = Secret.passphrase("four words of straw")

  @Test(arguments: [
    (Secret.keyFile, Secret.keyFile), (.keyFile, .passphrase("five words of dry straw")),
    (old, .passphrase("five words of dry straw")), (old, .keyFile),
  ])
  func `The new secret opens every case, the old one none, and no entry is written anew`(
    _ from: Secret, _ to: Secret
  ) throws {
    try withFolder { folder in
      let (name, entries, _) = try keepOne(in: folder, from)
      let key = FileManager.default.contents(atPath: folder.keyFile)
      let before = try sealed(in: folder)
      _ = try Casebook(in: folder).unlock(from).change(to: to)
      #expect(try sealed(in: folder) == before)
      let book = try Casebook(in: folder).unlock(to)
      #expect(try book.read(book.find(name)).entries == entries)
      if case .passphrase = from {
        #expect(throws: CaseFault.wrongPassphrase) { try Casebook(in: folder).unlock(from) }
      }
      if let key {
        try? key.write(to: URL(fileURLWithPath: folder.keyFile))
        chmod(folder.keyFile, 0o600)
        #expect(throws: CaseFault.self) { try Casebook(in: folder).unlock(.keyFile) }
      }
      let files = try FileManager.default.contentsOfDirectory(atPath: folder.path)
      #expect(!files.contains("key.new"))
    }
  }

  @Test func `A change of key files that is cut off on either side of its middle loses nothing`()
    throws
  {
    try withFolder { folder in
      let (name, entries, _) = try keepOne(in: folder, .keyFile)
      let old = try #require(FileManager.default.contents(atPath: folder.keyFile))
      // Before anything was wrapped anew: a new key lies there, and the old one still opens.
      try Data(repeating: 9, count: 32).write(to: URL(fileURLWithPath: folder.keyFile + ".new"))
      chmod(folder.keyFile + ".new", 0o600)
      var book = try Casebook(in: folder).unlock(.keyFile)
      #expect(try book.read(book.find(name)).entries == entries)
      // After it: the new key opens, and still has its other name.
      _ = try book.change(to: .keyFile)
      let new = try #require(FileManager.default.contents(atPath: folder.keyFile))
      try new.write(to: URL(fileURLWithPath: folder.keyFile + ".new"))
      try old.write(to: URL(fileURLWithPath: folder.keyFile))
      for file in [folder.keyFile, folder.keyFile + ".new"] { chmod(file, 0o600) }
      book = try Casebook(in: folder).unlock(.keyFile)
      #expect(try book.read(book.find(name)).entries == entries)
      #expect(FileManager.default.contents(atPath: folder.keyFile) == new)
    }
  }

  private func sealed(in folder: CaseFolder) throws -> [Data] {
    try DatabaseQueue(path: folder.database).read {
      try Data.fetchAll($0, sql: "SELECT sealed FROM entry ORDER BY identity, number")
    }
  }
}
