package import DialogueCompiler
package import DialogueModel
import Foundation

/// The packs in this checkout that tests read.
package enum TestPacks {
  /// The checkout's own folder.
  package static let root = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
    .deletingLastPathComponent().deletingLastPathComponent().standardizedFileURL.path

  package static let shipped = "\(root)/Dialogues/child-sexual-exploitation"
  /// A copy of the folder of packs in which the shipped one has no safety rules, for tests that talk to the program and
  /// prove nothing: it proves all rules at each start, which takes longer than most of these tests.
  package static let withoutRules: String = {
    let files = FileManager.default
    let folder = "\(root)/.build/packs-without-rules"
    try? files.removeItem(atPath: folder)
    try? files.createDirectory(atPath: "\(root)/.build", withIntermediateDirectories: true)
    try? files.copyItem(atPath: "\(root)/Dialogues", toPath: folder)
    try? files.removeItem(atPath: "\(folder)/child-sexual-exploitation/safety-rules.yaml")
    return folder
  }()

  package static let streetTree = "\(root)/Tests/Packs/street-tree"

  /// The files of a pack on disk, as the program reads them, with the language file that packs share.
  package static func files(in folder: String) throws -> [SourceFile] {
    try [sharedLanguage()]
      + FileManager.default.subpathsOfDirectory(atPath: folder).sorted()
      .filter { path in
        path.hasSuffix(".yaml") && !path.hasSuffix(".example.yaml")
          || path.hasPrefix("letters/") && path.hasSuffix(".md")
      }
      .map { SourceFile(path: $0, text: try text(at: "\(folder)/\($0)")) }
  }

  package static func scenarios(in folder: String) throws -> [SourceFile] {
    try FileManager.default.subpathsOfDirectory(atPath: folder).sorted()
      .filter { $0.hasSuffix(".scenario") }
      .map { SourceFile(path: $0, text: try text(at: "\(folder)/\($0)")) }
  }

  package static func text(at path: String) throws -> String {
    try String(contentsOf: URL(fileURLWithPath: path), encoding: .utf8)
  }

  /// The language file beside the packs that ship, for packs written in a test.
  package static func sharedLanguage() throws -> SourceFile {
    SourceFile(
      path: PackFiles.sharedLanguagePath, text: try text(at: "\(root)/Dialogues/language.yaml"))
  }

  /// The same words as a pack's own language file.
  package static func language() throws -> SourceFile {
    SourceFile(path: "language.yaml", text: try sharedLanguage().text)
  }

  /// A pack with these files and the language file, which starts at the given dialogue.
  package static func script(
    entry: String, _ files: [SourceFile], pack: String = "", local: SourceFile? = nil
  ) throws -> Script {
    try Script.read(files: try whole(files, entry: entry, pack: pack), local: local)
  }

  /// These files, and the others that a pack can't do without.
  package static func whole(
    _ files: [SourceFile], entry: String, pack: String = ""
  ) throws -> [SourceFile] {
    var files = files
    // A test's pack may leave out files that the test is not about.
    if !files.contains(where: { $0.path == "outcomes.yaml" }) {
      files.append(
        SourceFile(
          path: "outcomes.yaml",
          text: "outcomes:\n  done:\n    kind: chart\n    text: Done.\nunfinished: [note]\n"))
    }
    if !files.contains(where: { $0.path.hasSuffix(".md") }) {
      files.append(SourceFile(path: "letters/note.md", text: "A note.\n"))
    }
    files.removeAll { $0.path == PackFiles.sharedLanguagePath }
    let head = "pack: test\ntitle: A test\nversion: \"1\"\nentry: \(entry)\n\(pack)"
    return files + [try sharedLanguage(), SourceFile(path: "pack.yaml", text: head)]
  }
}
