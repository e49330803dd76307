import Foundation

/// Writes files so that each is either the old or the new one in full, whatever happens.
enum FileReplacing {
  /// Writes each new file beside the old one; the old ones are replaced only when all are written.
  static func replace(_ files: [(path: String, data: Data)]) throws {
    var written: [(new: String, old: String)] = []
    defer { for file in written { try? FileManager.default.removeItem(atPath: file.new) } }
    for (path, data) in files {
      // A symbolic link stays a link: the file it points to is replaced.
      let old = URL(fileURLWithPath: path).resolvingSymlinksInPath().path
      let new = "\(old).\(UUID().uuidString).new"
      let mode = try? FileManager.default.attributesOfItem(atPath: old)[.posixPermissions]
      written.append((new, old))
      guard
        FileManager.default.createFile(
          atPath: new, contents: data, attributes: mode.map { [.posixPermissions: $0] })
      else {
        throw Failure.cannot("The file \(path) can't be written. Nothing was changed.")
      }
    }
    for (place, file) in written.enumerated() {
      guard rename(file.new, file.old) == 0 else {
        let done =
          place == 0 ? "Nothing was changed." : "\(place) of \(files.count) files were changed."
        throw Failure.cannot("The file \(file.old) can't be replaced. \(done)")
      }
    }
  }
}
