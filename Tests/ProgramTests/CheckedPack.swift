import DialogueModel
import Foundation

/// A pack written to disk and checked by the program.
struct CheckedPack {
  var files: [String: String]
  /// The place of a marked fault, in the file without its mark.
  var marked: (file: String, line: Int, column: Int)?

  struct Found: Decodable, Hashable, CustomStringConvertible {
    var code: String
    var severity: String
    var file: String
    var line: Int
    var column: Int
    var message: String
    var fix: String?

    var description: String { "\(file):\(line):\(column): \(code): \(message)" }
  }

  /// Finds the fault between the marks `‹` and `›`, and removes the marks.
  mutating func takeMark(_ file: String) {
    guard let text = files[file], let start = text.firstIndex(of: "‹") else { return }
    let before = text[..<start]
    let line = before.count { $0 == "\n" } + 1
    let column = before.reversed().prefix { $0 != "\n" }.count + 1
    marked = (file, line, column)
    files[file] = text.filter { $0 != "‹" && $0 != "›" }
  }

  /// The program's diagnostics, with its exit code.
  func check(_ options: [String] = []) throws -> (found: [Found], code: Int32, errors: String) {
    let folder = FileManager.default.temporaryDirectory.appendingPathComponent(UUID().uuidString)
    defer { try? FileManager.default.removeItem(at: folder) }
    try write(to: folder)
    let run = try Program.run(
      ["check", folder.path, "--format", "json", "--today", "2026-11-16"] + options)
    let found = try run.output.split(separator: "\n").map { line in
      var found = try JSONDecoder().decode(Found.self, from: Data(line.utf8))
      found.file = String(found.file.dropFirst(folder.path.count + 1))
      return found
    }
    return (found.filter { $0.severity != "note" }, run.code, run.errors)
  }

  func write(to folder: URL) throws {
    for (path, text) in files {
      let url = folder.appendingPathComponent(path)
      try FileManager.default.createDirectory(
        at: url.deletingLastPathComponent(), withIntermediateDirectories: true)
      try Data(text.utf8).write(to: url)
    }
  }
}
