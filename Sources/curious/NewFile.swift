import Foundation

/// Writes a file that does not exist yet, which only its owner can read.
enum NewFile {
  static func exists(_ path: String) -> Failure {
    .no(
      "There is a file already: \(path). It was not changed. Edit it, or give another with --output FILE."
    )
  }

  /// Writes the whole beside its place first, so that the file is there in full or not at all.
  static func write(_ data: Data, to path: String) throws {
    let folder = URL(fileURLWithPath: path).deletingLastPathComponent().path
    let failure = Failure.cannot("The file \(path) can't be written. Nothing was changed.")
    do {
      try FileManager.default.createDirectory(
        atPath: folder, withIntermediateDirectories: true, attributes: [.posixPermissions: 0o700])
    } catch {
      throw failure
    }
    let new = "\(path).\(UUID().uuidString).new"
    let descriptor = open(new, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0o600)
    guard descriptor >= 0 else { throw failure }
    defer { unlink(new) }
    let file = FileHandle(fileDescriptor: descriptor, closeOnDealloc: true)
    do {
      try file.write(contentsOf: data)
      try file.synchronize()
      try file.close()
    } catch {
      throw failure
    }
    // A link, unlike a rename, never replaces a file.
    guard link(new, path) == 0 else { throw errno == EEXIST ? exists(path) : failure }
  }
}
