import DialogueReading
import Foundation

/// A pack on disk.
struct PackFolder {
  let path: String

  /// Looks for the pack in the folder given, in CURIOUS_DIALOGUES, beside an installed program, and beside
  /// a built one; the first of these that exists is the one.
  static func find(_ pack: String, in given: String?) throws -> PackFolder {
    let program = URL(fileURLWithPath: executable).resolvingSymlinksInPath()
      .deletingLastPathComponent()
    var places = [
      program.appendingPathComponent("../share/curious/Dialogues").standardizedFileURL.path,
      program.appendingPathComponent("curious_curious.resources/Dialogues").path,
    ]
    if let chosen = given ?? ProcessInfo.processInfo.environment["CURIOUS_DIALOGUES"] {
      places = [chosen]
    }
    let found = places.map { "\($0)/\(pack)" }.first { path in
      var isFolder: ObjCBool = false
      return FileManager.default.fileExists(atPath: path, isDirectory: &isFolder)
        && isFolder.boolValue
    }
    guard let found else {
      throw Failure.cannot(
        "There is no pack '\(pack)'. Looked in: \(places.joined(separator: ", ")). "
          + "Name its folder with --dialogues or CURIOUS_DIALOGUES.")
    }
    return PackFolder(path: found)
  }

  /// The pack's own files; scenarios are not part of what is said.
  func files() throws -> [SourceFile] {
    try paths {
      $0.hasSuffix(".yaml") && !$0.hasSuffix(".example.yaml")
        || $0.hasPrefix("letters/") && $0.hasSuffix(".md")
    }
    .map { try Self.file(at: "\(path)/\($0)", named: $0) }
  }

  func scenarios() throws -> [SourceFile] {
    try paths { $0.hasSuffix(".scenario") }.map { try Self.file(at: "\(path)/\($0)", named: $0) }
  }

  private func paths(where belongs: (String) -> Bool) throws -> [String] {
    guard let paths = try? FileManager.default.subpathsOfDirectory(atPath: path) else {
      throw Failure.cannot("The folder \(path) can't be read.")
    }
    return paths.filter(belongs).sorted()
  }

  static func file(at path: String, named name: String? = nil) throws -> SourceFile {
    guard let data = FileManager.default.contents(atPath: path) else {
      throw Failure.cannot("The file \(path) can't be read.")
    }
    guard let text = String(data: data, encoding: .utf8) else {
      throw Failure.cannot("The file \(path) is not UTF-8 text. Save it as UTF-8.")
    }
    return SourceFile(path: name ?? path, text: text)
  }

  private static var executable: String {
    (try? FileManager.default.destinationOfSymbolicLink(atPath: "/proc/self/exe"))
      ?? CommandLine.arguments.first ?? "curious"
  }
}
