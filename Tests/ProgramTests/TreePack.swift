import Foundation
import Support

/// Passes the arguments for the pack about trees, with some files added or replaced.
func withTreePack(
  _ files: [String: String], _ body: ([String]) throws -> Void
) throws {
  let folder = FileManager.default.temporaryDirectory.appendingPathComponent(UUID().uuidString)
  defer { try? FileManager.default.removeItem(at: folder) }
  try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
  let pack = folder.appendingPathComponent("street-tree")
  try FileManager.default.copyItem(
    at: URL(fileURLWithPath: TestPacks.streetTree), to: pack)
  for (path, text) in files {
    try Data(text.utf8).write(to: pack.appendingPathComponent(path))
  }
  try body(["--dialogues", folder.path, "--today", "2026-11-16"])
}
