import DialogueCompiler
import Foundation

/// A pack on disk.
struct PackFolder {
  let path: String

  var name: String { URL(fileURLWithPath: path).lastPathComponent }

  /// Finds a pack by its name; without a name, the only pack there is.
  static func find(_ pack: String?, in given: String?) throws -> PackFolder {
    let folder = try dialogues(given)
    let packs = packs(in: folder)
    let list = packs.isEmpty ? "none" : packs.joined(separator: ", ")
    guard let pack else {
      guard packs.count == 1 else {
        throw Failure.usage("Say which pack with --pack. In \(folder) there are: \(list).")
      }
      return PackFolder(path: "\(folder)/\(packs[0])")
    }
    guard packs.contains(pack) else {
      throw Failure.cannot("There is no pack '\(pack)' in \(folder). There are: \(list).")
    }
    return PackFolder(path: "\(folder)/\(pack)")
  }

  /// The named packs, each by its name or folder; all packs if none is named.
  static func all(_ names: [String], in given: String?) throws -> [PackFolder] {
    if names.isEmpty {
      let folder = try dialogues(given)
      return try packs(in: folder).map { try find($0, in: given) }
    }
    return try names.map { name in
      name.contains("/") && isFolder(name) ? PackFolder(path: name) : try find(name, in: given)
    }
  }

  /// The path to show, which starts at the current folder if the pack is inside it.
  var shownPath: String {
    let here = FileManager.default.currentDirectoryPath + "/"
    var shown = path.hasPrefix(here) ? String(path.dropFirst(here.count)) : path
    while shown.hasSuffix("/") { shown.removeLast() }
    return shown
  }

  private static func packs(in folder: String) -> [String] {
    ((try? FileManager.default.contentsOfDirectory(atPath: folder)) ?? [])
      .filter { isFolder("\(folder)/\($0)") }.sorted()
  }

  /// The folder of packs: the one given, or CURIOUS_DIALOGUES; otherwise the one beside an installed program or
  /// the one beside a built program, whichever exists first.
  private static func dialogues(_ given: String?) throws -> String {
    var places = places
    if let chosen = given ?? ProcessInfo.processInfo.environment["CURIOUS_DIALOGUES"] {
      places = [chosen]
    }
    guard let found = places.first(where: isFolder) else {
      throw Failure.cannot(
        "The Dialogues folder was not found. Looked in: \(places.joined(separator: ", ")). "
          + "Say where it is with --dialogues or CURIOUS_DIALOGUES.")
    }
    return found
  }

  /// Where packs that came with the program can be.
  private static var places: [String] {
    let program = URL(fileURLWithPath: executable).deletingLastPathComponent()
    return [
      program.appendingPathComponent("../share/curious/Dialogues").standardizedFileURL.path,
      program.appendingPathComponent("curious_curious.resources/Dialogues").path,
    ]
  }

  private static func isFolder(_ path: String) -> Bool {
    var isFolder: ObjCBool = false
    return FileManager.default.fileExists(atPath: path, isDirectory: &isFolder)
      && isFolder.boolValue
  }

  /// The pack's own files, without scenarios and example local files, and the language file that it shares.
  func files() throws -> [SourceFile] {
    try ownFiles() + [sharedLanguage()].compactMap(\.self)
  }

  /// The language file beside the pack, else the one that came with the program; nil if there is neither.
  private func sharedLanguage() throws -> SourceFile? {
    let beside = URL(fileURLWithPath: path).standardizedFileURL.deletingLastPathComponent().path
    let found = ([beside] + Self.places).map { "\($0)/language.yaml" }
      .first { FileManager.default.fileExists(atPath: $0) }
    return try found.map { try Self.file(at: $0, named: PackFiles.sharedLanguagePath) }
  }

  private func ownFiles() throws -> [SourceFile] {
    try paths {
      $0.hasSuffix(".yaml") && !$0.hasSuffix(".example.yaml")
        || $0.hasPrefix("letters/") && $0.hasSuffix(".md")
    }
    .map { try Self.file(at: "\(path)/\($0)", named: $0) }
  }

  /// The invented local file that comes with the pack; nil if there is none.
  func exampleOfLocal() throws -> SourceFile? {
    let example = "\(path)/local.example.yaml"
    guard FileManager.default.fileExists(atPath: example) else { return nil }
    return try Self.file(at: example)
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

  static func data(at path: String) throws -> Data {
    guard let data = FileManager.default.contents(atPath: path) else {
      throw Failure.cannot("The file \(path) can't be read.")
    }
    return data
  }

  static func file(at path: String, named name: String? = nil) throws -> SourceFile {
    guard let text = String(validating: try data(at: path), as: UTF8.self) else {
      throw Failure.cannot("The file \(path) is not UTF-8 text. Save it as UTF-8.")
    }
    return SourceFile(path: name ?? path, text: text)
  }

  private static var executable: String {
    (try? FileManager.default.destinationOfSymbolicLink(atPath: "/proc/self/exe"))
      ?? CommandLine.arguments.first ?? "curious"
  }
}
