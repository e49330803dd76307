import Foundation
import GRDB

/// The file of the cases: its tables, how they are opened, and what may go wrong in words of our own.
struct CaseDatabase: Sendable {
  private let path: String
  private let queue: DatabaseQueue

  /// Opens the file, which must be there, and brings its tables up to date.
  init(_ folder: CaseFolder) throws(CaseFault) {
    path = folder.database
    do {
      queue = try DatabaseQueue(path: path, configuration: Self.configuration)
      guard try !queue.read(Self.migrations.hasBeenSuperseded) else {
        throw CaseFault.fromLaterVersion
      }
      if try !queue.read(Self.migrations.hasCompletedMigrations) {
        try Self.migrations.migrate(queue)
      }
    } catch {
      throw CaseFault(error, path)
    }
  }

  /// What is written is on the disk when the call returns; what is deleted is overwritten; nothing goes to temporary
  /// files.
  private static var configuration: Configuration {
    var configuration = Configuration()
    configuration.label = "cases"
    configuration.busyMode = .timeout(5)
    configuration.journalMode = .wal
    configuration.prepareDatabase { database in
      try database.execute(
        sql: """
          PRAGMA synchronous = FULL;
          PRAGMA secure_delete = ON;
          PRAGMA temp_store = MEMORY;
          """)
    }
    return configuration
  }

  /// The tables, as each version made them; a step that was released is never changed.
  private static var migrations: DatabaseMigrator {
    var migrations = DatabaseMigrator()
    migrations.registerMigration("1") { database in
      try database.execute(
        sql: """
          CREATE TABLE book (
            id INTEGER PRIMARY KEY CHECK (id = 1),
            lock TEXT NOT NULL,
            salt BLOB NOT NULL,
            rounds INTEGER NOT NULL,
            proof BLOB NOT NULL
          );
          CREATE TABLE kept_case (
            identity TEXT PRIMARY KEY,
            day TEXT NOT NULL,
            number INTEGER NOT NULL,
            changed TEXT NOT NULL,
            finished INTEGER NOT NULL DEFAULT 0,
            erased TEXT,
            key BLOB,
            head BLOB,
            summary BLOB,
            pending BLOB,
            UNIQUE (day, number)
          ) WITHOUT ROWID;
          CREATE INDEX unfinished_case ON kept_case (changed) WHERE finished = 0 AND erased IS NULL;
          CREATE TABLE entry (
            identity TEXT NOT NULL,
            number INTEGER NOT NULL,
            sealed BLOB NOT NULL,
            PRIMARY KEY (identity, number)
          ) WITHOUT ROWID;
          """)
    }
    return migrations
  }

  func read<Value>(_ body: (Database) throws -> Value) throws(CaseFault) -> Value {
    do { return try queue.read(body) } catch { throw CaseFault(error, path) }
  }

  /// Everything in `body` happens, or nothing.
  func write<Value>(_ body: (Database) throws -> Value) throws(CaseFault) -> Value {
    do { return try queue.write(body) } catch { throw CaseFault(error, path) }
  }

  /// Empties the log beside the file, so that what was overwritten is in neither.
  func emptyLog() throws(CaseFault) {
    do {
      _ = try queue.writeWithoutTransaction { database in
        try database.checkpoint(.truncate)
      }
    } catch {
      throw CaseFault(error, path)
    }
  }
}

extension CaseFault {
  fileprivate init(_ error: any Error, _ path: String) {
    if let fault = error as? CaseFault {
      self = fault
      return
    }
    guard let error = error as? DatabaseError else {
      self = .damaged("\(path) can't be read.")
      return
    }
    self =
      switch error.resultCode {
      case .SQLITE_FULL: .diskFull
      case .SQLITE_BUSY, .SQLITE_LOCKED: .busy
      case .SQLITE_READONLY, .SQLITE_CANTOPEN, .SQLITE_PERM, .SQLITE_IOERR: .notWritable(path)
      default: .damaged("\(path) is damaged.")
      }
  }
}
