import Foundation

/// A case that is open here, so that it can't be opened elsewhere; the system lets go of it when the process ends,
/// however it ends.
final class CaseHold: Sendable {
  private let path: String
  private let descriptor: Int32

  /// Takes hold of a case, or says who has it.
  init(_ identity: String, in folder: CaseFolder, at moment: String) throws(CaseFault) {
    path = folder.lockFile(identity)
    while true {
      let descriptor = open(path, O_RDWR | O_CREAT | O_CLOEXEC, 0o600)
      guard descriptor >= 0 else { throw .notWritable(path) }
      guard flock(descriptor, LOCK_EX | LOCK_NB) == 0 else {
        let holder = try? String(contentsOfFile: path, encoding: .utf8)
        close(descriptor)
        throw .openElsewhere(
          holder.flatMap { $0.isEmpty ? nil : $0 } ?? "by a process just starting")
      }
      // Whoever had it may have taken the file away since it was opened here.
      var (ours, there) = (stat(), stat())
      if fstat(descriptor, &ours) == 0, stat(path, &there) == 0, ours.st_ino == there.st_ino {
        self.descriptor = descriptor
        break
      }
      close(descriptor)
    }
    let holder = Data("by process \(getpid()), since \(moment)".utf8)
    ftruncate(descriptor, 0)
    _ = holder.withUnsafeBytes { pwrite(descriptor, $0.baseAddress, $0.count, 0) }
  }

  deinit {
    close(descriptor)
  }

  /// Takes the file away, so that none is left beside cases that nobody has open.
  func letGo() {
    unlink(path)
  }
}
