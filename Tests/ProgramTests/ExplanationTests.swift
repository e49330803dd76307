import DialogueChecker
import DialogueCompiler
import DialogueModel
import Foundation
import Support
import Testing

/// Each code's example is a small pack with that fault at the caret, and no other.
struct ExplanationTests {
  static let codes = Diagnostic.Code.allCases.filter { $0 != .localFile }

  @Test(arguments: codes)
  func `An example has its fault at the caret, and no other fault`(_ code: Diagnostic.Code) throws {
    let example = try Example(Explanation.of(code).example)
    let (found, exit, errors) = try CheckedPack(files: example.files).check()
    #expect(errors == "")
    #expect(found.map(\.code) == [code.rawValue], "\(found)")
    #expect(found.map(\.file) == [example.file])
    #expect(found.map { [$0.line, $0.column] } == [[example.line, example.column]])
    #expect(found.first?.severity == (code.isWarning ? "warning" : "error"))
    #expect(exit == (code.isWarning ? 0 : 1))
    #expect(try CheckedPack(files: example.files).check(["--strict"]).code == 1)
  }

  @Test func `The example local file has its fault when it is passed to the program`() throws {
    let example = try Example(Explanation.of(.localFile).example)
    let folder = FileManager.default.temporaryDirectory.appendingPathComponent(UUID().uuidString)
    defer { try? FileManager.default.removeItem(at: folder) }
    try CheckedPack(files: example.files).write(to: folder.appendingPathComponent("test"))
    let file = folder.appendingPathComponent("test/\(example.file)").path
    try FileManager.default.moveItem(atPath: file, toPath: "\(folder.path)/\(example.file)")
    let local = "\(folder.path)/\(example.file)"
    let run = try Program.run(["chat", "--dialogues", folder.path, "--local", local])
    #expect(run.errors.hasPrefix("\(local):\(example.line):\(example.column): "))
  }

  @Test(arguments: Diagnostic.Code.allCases)
  func `An explanation says what the code means and why, and shows an example`(
    _ code: Diagnostic.Code
  ) throws {
    let run = try Program.run(["check", "--explain", code.rawValue])
    let explanation = Explanation.of(code)
    #expect(run.code == 0)
    #expect(
      run.output.hasPrefix("\(code.rawValue): \(code.isWarning ? "a warning" : "an error")\n"))
    for part in [explanation.meaning, explanation.why] {
      #expect(part.count > 20)
      #expect(run.output.contains(part))
    }
    #expect(explanation.code == code)
  }

  @Test func `The reference lists every code`() throws {
    let page = try TestPacks.text(at: "\(TestPacks.root)/Documentation/dialogue-language.md")
    for code in Diagnostic.Code.allCases { #expect(page.contains("`\(code.rawValue)`")) }
  }

  @Test func `An unknown code is wrong usage, and the error lists the codes`() throws {
    let run = try Program.run(["check", "--explain", "missing"])
    #expect(run.code == 2)
    for code in Diagnostic.Code.allCases { #expect(run.errors.contains(code.rawValue)) }
  }
}

/// The files of an example, besides those every pack needs, and the position of its caret.
private struct Example {
  var files: [String: String] = [:]
  var file = ""
  var line = 0
  var column = 0

  init(_ text: String) throws {
    files = [
      "pack.yaml": "pack: test\ntitle: A test\nversion: \"1\"\nentry: visit\n",
      "language.yaml": try TestPacks.language().text,
      "outcomes.yaml":
        "outcomes:\n  done:\n    kind: chart\n    text: Done.\n    letters: [note]\nunfinished: [note]\n",
      "letters/note.md": "A note.\n",
    ]
    var name = ""
    for row in text.split(separator: "\n", omittingEmptySubsequences: false).map(String.init) {
      if row.hasPrefix("# file: ") {
        name = String(row.dropFirst("# file: ".count))
        files[name] = ""
      } else if let caret = row.firstIndex(of: "^"), row[..<caret].allSatisfy({ " #".contains($0) })
      {
        file = name
        line = files[name, default: ""].count { $0 == "\n" }
        column = row[..<caret].count + 1
      } else {
        files[name, default: ""] += row + "\n"
      }
    }
  }
}
