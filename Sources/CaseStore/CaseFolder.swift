import Foundation

/// The folder that cases are kept in: for its owner alone, or not used.
package struct CaseFolder: Hashable, Sendable {
  package let path: String

  package init(_ path: String) {
    self.path = path
  }

  /// The file of the cases, in SQLite's format.
  package var database: String { "\(path)/cases.db" }
  /// The key, where it is no passphrase that opens the cases.
  package var keyFile: String { "\(path)/key" }

  /// The next key, while keys are being changed.
  var newKeyFile: String { "\(path)/key.new" }

  /// The file that whoever has a case open holds a lock on.
  func lockFile(_ identity: String) -> String { "\(path)/\(identity).lock" }

  /// Whether cases have been kept here.
  package var hasCases: Bool { FileManager.default.fileExists(atPath: database) }

  /// Makes the folder for its owner alone; one that is there stays as it is, and must be for its owner alone.
  func make() throws(CaseFault) {
    do {
      try FileManager.default.createDirectory(
        atPath: path, withIntermediateDirectories: true, attributes: [.posixPermissions: 0o700])
    } catch {
      throw .notWritable(path)
    }
    try check()
  }

  /// Refuses a folder, or a file in it, that anyone else can use.
  func check() throws(CaseFault) {
    try check(path, mode: "700")
    for file in [database, "\(database)-wal", "\(database)-shm", keyFile, newKeyFile]
    where FileManager.default.fileExists(atPath: file) { try check(file, mode: "600") }
  }

  private func check(_ path: String, mode: String) throws(CaseFault) {
    var about = stat()
    guard stat(path, &about) == 0 else { throw .notWritable(path) }
    guard about.st_uid == geteuid() else { throw .belongsToSomeoneElse(path) }
    guard about.st_mode & 0o077 == 0 else {
      throw .readableByOthers(path, fix: "chmod \(mode) \(path)")
    }
  }

  /// Makes a file that only its owner can read, with these bytes; it must not exist yet.
  func makeFile(_ path: String, _ bytes: [UInt8] = []) throws(CaseFault) {
    let descriptor = open(path, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0o600)
    guard descriptor >= 0 else { throw .notWritable(path) }
    let file = FileHandle(fileDescriptor: descriptor, closeOnDealloc: true)
    do {
      try file.write(contentsOf: Data(bytes))
      try file.synchronize()
    } catch {
      unlink(path)
      throw .notWritable(path)
    }
  }
}
