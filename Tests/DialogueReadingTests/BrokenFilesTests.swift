import DialogueReading
import DialogueScript
import Foundation
import Support
import Testing

/// A folder of files that must fail, each named after the rule it breaks, beside all that is told of it.
struct BrokenFilesTests {
  static let folder = "\(TestPacks.root)/Tests/Packs/broken"
  static let names =
    (try? FileManager.default.contentsOfDirectory(atPath: folder))?
    .filter { $0.hasSuffix(".yaml") }.map { String($0.dropLast(5)) }.sorted() ?? []

  @Test func `There are broken files`() {
    #expect(Self.names.count >= 60)
  }

  @Test(arguments: names)
  func `Each is told of in full: where, what, and what to do`(_ name: String) throws {
    let text = try TestPacks.text(at: "\(Self.folder)/\(name).yaml")
    let told = try Self.problems(in: text).map { $0.description + "\n" }.joined()
    let file = "\(Self.folder)/\(name).problem"
    if ProcessInfo.processInfo.environment["RECORD"] == "1" {
      try told.write(toFile: file, atomically: true, encoding: .utf8)
      Issue.record("Recorded. Read it, then run without RECORD.")
    }
    #expect(told == (try TestPacks.text(at: file)))
  }

  /// The file takes the place of the one of its kind in a small pack that has no faults.
  static func problems(in broken: String) throws -> [Problem] {
    let rest = [
      SourceFile(
        path: "visit.yaml",
        text: "dialogue: visit\nsteps:\n  - say: hello\n    text: Hello.\n"),
      SourceFile(
        path: "rooms.yaml",
        text: "vocabulary: rooms\nitems:\n  hall:\n    label: Hall\n    colour: white\n"),
      SourceFile(
        path: "outcomes.yaml",
        text: "outcomes:\n  done:\n    kind: chart\n    text: Done.\nunfinished: [note]\n"),
      SourceFile(path: "letters/note.md", text: "A note.\n"),
      SourceFile(
        path: "pack.yaml",
        text: "pack: test\ntitle: A test\nversion: \"1\"\nentry: visit\n"
          + "sources:\n  handbook:\n    title: A handbook\n    date: \"2020\"\n"),
      try TestPacks.language(),
    ]
    let kind = broken.split(separator: "\n").first ?? ""
    let files = rest.filter {
      !$0.text.hasPrefix(kind.prefix { $0 != ":" }) || kind == "dialogue: attic"
    }
    do throws(Problems) {
      _ = try Script(files: files + [SourceFile(path: "broken.yaml", text: broken)])
      return []
    } catch {
      return error.all
    }
  }
}
