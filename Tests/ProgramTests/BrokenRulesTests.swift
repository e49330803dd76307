import DialogueModel
import Foundation
import Support
import Testing

/// Breaks each safety rule of the shipped pack on purpose.
///
/// The checker must find it, and the scenario it prints must break the rule in the program.
struct BrokenRulesTests {
  /// A change to one file of the pack, from `Tests/broken-rules.txt`.
  struct Break: Sendable, CustomTestStringConvertible {
    /// The start of the rule's name.
    var rule: String
    var file: String
    var old: String
    var new: String
    /// The checker can't tell that the rule is broken, but must not report it as proved.
    var isUndecided: Bool

    var testDescription: String { "\(rule): \(file): \(new.trimmed)" }

    /// Nil for a block without a rule and a file.
    init?(_ block: String) {
      let lines = block.components(separatedBy: "\n").filter { !$0.hasPrefix("#") }
      let head = (lines.first ?? "").components(separatedBy: " | ")
      guard head.count >= 2 else { return nil }
      func text(_ mark: String) -> [String] {
        lines.dropFirst().filter { $0.hasPrefix(mark) }.map { String($0.dropFirst(mark.count)) }
      }
      (rule, file, isUndecided) = (head[0], head[1], head.dropFirst(2).first == "undecided")
      // If nothing replaces them, whole lines are removed.
      new = text("+ ").joined(separator: "\n")
      old = text("- ").joined(separator: "\n") + (new.isEmpty ? "\n" : "")
    }

    func change(_ files: inout [String: String]) throws {
      let text = try #require(files[file])
      let at = try #require(text.firstRange(of: old), "\(file) has no \(old)")
      files[file] = text.replacingCharacters(in: at, with: new)
    }
  }

  static let breaks =
    ((try? TestPacks.text(at: "\(TestPacks.root)/Tests/broken-rules.txt")) ?? "")
    .components(separatedBy: "\n\n").compactMap(Break.init)

  @Test func `Every rule is broken by some change, and every change names one rule`() throws {
    let rules = try ScenarioTests.script.get().safetyRules.map(\.name)
    for rule in rules {
      #expect(Self.breaks.contains { rule.hasPrefix($0.rule) }, "\(rule)")
    }
    for planted in Self.breaks {
      #expect(rules.count { $0.hasPrefix(planted.rule) } == 1, "\(planted.rule)")
    }
  }

  /// The pack's files without its scenarios.
  private static let files = Result {
    try PlantedFaultsTests.files.filter { !$0.key.hasSuffix(".scenario") }
  }

  @Test func `The counterexample is the same each time`() throws {
    let planted = Self.breaks.filter { ["Every finished", "Every conversation"].contains($0.rule) }
    var files = try Self.files.get()
    for planted in planted { try planted.change(&files) }
    let pack = CheckedPack(files: files)
    let found = try (0..<4).map { _ in
      try pack.check(["--rule", "Every "]).found.compactMap(\.fix)
    }
    #expect(Set(found).count == 1)
    #expect(found[0].count { $0.contains("# Breaks the rule") } >= 2)
  }

  @Test(arguments: breaks)
  func `A broken rule is found, and the program can have the conversation that breaks it`(
    _ planted: Break
  ) throws {
    var files = try Self.files.get()
    try planted.change(&files)
    let pack = CheckedPack(files: files)
    let found = try pack.check(["--rule", planted.rule]).found
    if planted.isUndecided {
      #expect(found.contains { $0.code == "undecided-rule" }, "\(found)")
      return
    }
    let fault = try #require(found.first { $0.code == "broken-rule" }, "\(found)")
    // The printed scenario runs on the broken pack.
    let scenario = (fault.fix ?? "").components(separatedBy: "\n").dropFirst()
      .map { String($0.dropFirst(4)) }.joined(separator: "\n")
    #expect(scenario.contains("# Breaks the rule: \(planted.rule)"))
    // The result shows the break.
    if planted.rule == "Every conversation" {
      let letters = scenario.split(separator: "\n").filter { $0.contains("letters") }
      #expect(letters.count == 1 && !letters[0].contains("social-care"), "\(scenario)")
    }
    let folder = FileManager.default.temporaryDirectory.appendingPathComponent(UUID().uuidString)
    defer { try? FileManager.default.removeItem(at: folder) }
    var written = pack
    written.files["scenarios/broken.scenario"] = scenario + "\n"
    try written.write(to: folder.appendingPathComponent("pack"))
    let run = try Program.run(
      ["test", "--dialogues", folder.path, "--today", "2026-11-16"])
    #expect(
      run.output.contains("1 scenario passed") || run.output.contains("1 scenarios passed"),
      "\(run.output)\(run.errors)")
  }
}
