import DialogueModel
import Foundation
import Support
import Testing

@testable import DialogueCompiler

/// The schema for editors, compared with the reader by means of a third-party validator.
@Suite(
  .enabled(
    if: Schema.hasValidator,
    "no Python with its packages in .build/python: run `make needs-python`"))
struct SchemaTests {
  @Test func `Every file of every pack conforms to the schema`() throws {
    let packs = ["\(TestPacks.root)/Dialogues", TestPacks.streetTree]
    let files = try packs.flatMap { folder in
      try FileManager.default.subpathsOfDirectory(atPath: folder).filter { $0.hasSuffix(".yaml") }
        .map { (name: $0, text: try TestPacks.text(at: "\(folder)/\($0)")) }
    }
    #expect(files.contains { $0.name.hasSuffix("local.example.yaml") })
    let faults: [String?] = try Schema.validate(files.map(\.text))
    for (file, fault) in zip(files, faults) { #expect(fault == nil, "\(file.name)") }
  }

  /// The broken files with a fault of shape, which is the only kind an editor sees.
  static let faultsOfShape = Set(
    """
    a-branch-for-no-option a-holiday-that-is-no-date holidays-that-are-a-text a-check-every-of-no-days an-approval-without-a-day a-branch-that-is-a-list a-composite-in-a-composite
    a-composite-that-branches a-composite-that-is-a-text a-composite-with-then
    a-label-for-a-kind-that-is-there a-fact-that-is-a-list a-file-that-is-a-list a-flag-that-is-neither a-local-date-that-is-none
    a-local-field-of-a-wrong-type a-local-field-that-is-a-list a-local-item-without-a-label
    a-merge-key a-name-with-capitals a-pack-name-with-capitals a-part-without-an-answer
    a-question-without-a-text a-reserved-name a-source-with-lines a-source-with-lists
    a-step-that-does-nothing a-step-that-is-a-word a-text-that-is-a-list
    a-third-option-of-yes-no when-unsure-without-days a-title-that-is-a-list a-watch-of-two-conditions
    a-watch-that-is-a-word a-watch-without-a-condition a-way-that-is-a-list an-empty-file
    an-item-of-a-watch-with-capitals an-item-that-is-a-list an-item-without-a-label
    an-unknown-field an-unknown-kind-of-file an-unknown-kind-of-outcome branches-and-when
    branches-as-a-list branches-on-a-say branches-on-text items-that-are-a-list nested-too-deep
    no-answer no-default no-options nothing-after-a-name options-on-text steps-that-are-a-text
    too-many-items a-bound-that-can-not-be-read a-group-without-a-condition bounds-that-do-not-go-with-it
    """.split(whereSeparator: \.isWhitespace).map(String.init))

  @Test func `The schema refuses exactly those broken files that have the wrong shape`() throws {
    let folder = "\(TestPacks.root)/Tests/Packs/broken"
    let names = try FileManager.default.contentsOfDirectory(atPath: folder).sorted()
      .filter { $0.hasSuffix(".yaml") }.map { String($0.dropLast(5)) }
    let faults: [String?] = try Schema.validate(
      names.map { try TestPacks.text(at: "\(folder)/\($0).yaml") })
    let told = zip(names, faults).filter { $1.map { !$0.hasPrefix("not YAML") } ?? false }
    let refused = Set(told.map(\.0))
    #expect(refused.subtracting(Self.faultsOfShape).isEmpty)
    #expect(Self.faultsOfShape.subtracting(refused).isEmpty)
  }

  /// Editors distinguish numbers, booleans and null from text; the language doesn't, but refuses
  /// null.
  @Test func `The schema accepts numbers and booleans as text, but not null`() throws {
    let said = ["12", "012", "1.5", "true", "no", "12:30", "2026-11-02", "\"\"", "~", ""]
    let most = ["1", "60", "\"5\"", "\"05\"", "0", "61", "true", "many"]
    let flags = ["yes", "no", "true", "1"]
    let question = "dialogue: x\nsteps:\n  - ask: x\n    text: x\n    answer: list of x\n"
    let files: [[String]] = [
      said.map { "dialogue: x\nsteps:\n  - say: x\n    text: \($0)\n" },
      most.map { "\(question)    at-most: \($0)\n" },
      flags.map { "\(question)    optional: \($0)\n" },
    ]
    let faults: [String?] = try Schema.validate(files.flatMap(\.self))
    let taken = zip(said + most + flags, faults).filter { $1 == nil }.map(\.0)
    #expect(taken == Array(said.dropLast(2) + most.prefix(4) + flags.prefix(2)))
  }

  /// An example from the documentation, in its pack.
  struct Example: Sendable {
    var name: String
    var file: SourceFile
    var pack: [SourceFile]
    var local: SourceFile?

    /// Reads the pack with another text in place of this file's.
    func read(with text: String) throws {
      let changed = SourceFile(path: file.path, text: text)
      _ = try Script.read(
        files: pack.map { $0.path == file.path ? changed : $0 },
        local: local?.path == file.path ? changed : local)
    }
  }

  /// Together, the examples use the whole language.
  static func examples() throws -> [Example] {
    let page = try WorkedExamples(page: "Documentation/worked-page.md").sections
    let reference = try WorkedExamples(page: "Documentation/dialogue-language.md").sections
    let packs =
      [(title: "the worked page", files: page.flatMap(\.files), entry: "chart")]
      + reference.map { ($0.title, $0.files, "visit") }
    var examples: [Example] = []
    for (title, given, entry) in packs where !given.isEmpty {
      var files = given.map { SourceFile(path: $0.path, text: $0.text) }
      let local = files.first { $0.path == "local.yaml" }
      let head = files.first { $0.path == "pack.yaml" }?.text ?? ""
      files.removeAll { ["pack.yaml", "local.yaml"].contains($0.path) }
      let pack = try TestPacks.whole(files, entry: entry, pack: head)
      for file in pack + [local].compactMap(\.self) where file.path.hasSuffix(".yaml") {
        let isFirst = !examples.contains { $0.file == file }
        guard isFirst else { continue }
        examples.append(
          Example(name: "\(title), \(file.path)", file: file, pack: pack, local: local))
      }
    }
    return examples
  }

  struct Change: Decodable, Sendable {
    var what: String
    var text: String
    var isTaken: Bool
  }

  @Test func `For every example changed in one place, the schema and the reader agree`()
    throws
  {
    let examples = try Self.examples()
    let texts = examples.map(\.file.text)
    let faults: [String?] = try Schema.validate(texts)
    for (example, fault) in zip(examples, faults) { #expect(fault == nil, "\(example.name)") }
    let changes: [[Change]] = try Schema.validate(texts, "changes")
    for (example, changes) in zip(examples, changes) {
      for change in changes {
        var reader = PackReader()
        // A local file is read only with its pack, which determines what it may contain.
        if example.file != example.local {
          reader = PackReader(SourceFile(path: example.file.path, text: change.text))
        }
        // The schema does not check the inside of a condition or of a phrase to listen for.
        reader.problems.removeAll { $0.code == .phrase }
        reader.problems.removeAll { $0.message == "`Not-A-Name` is not a name" }
        let what = "\(example.name), \(change.what)"
        if change.isTaken {
          #expect(reader.problems.isEmpty, "\(what): \(reader.problems.map(\.message))")
        } else if reader.problems.isEmpty {
          #expect(throws: Diagnostics.self, "\(what)") { try example.read(with: change.text) }
        }
      }
    }
    let taken = changes.joined().count(where: \.isTaken)
    #expect(taken > 500 && changes.joined().count > 3 * taken)
  }
}
