import Foundation

/// Writes files so that each is the old one or the new one, whole, whatever happens.
enum FileReplacing {
  /// Writes each beside the one it replaces; only when all are written do they take their places.
  static func replace(_ files: [(path: String, data: Data)]) throws {
    var written: [(new: String, old: String)] = []
    defer { for file in written { try? FileManager.default.removeItem(atPath: file.new) } }
    for (path, data) in files {
      // A link stays one: its file is what changes.
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
