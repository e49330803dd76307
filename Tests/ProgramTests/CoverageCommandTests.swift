import Foundation
import Scenarios
import Support
import Testing

/// The coverage and random conversations that `curious test` reports.
struct CoverageCommandTests {
  private func test(_ arguments: String...) throws -> Outcome {
    try Program.run(
      ["test", "--dialogues", "\(TestPacks.root)/Tests/Packs", "--pack", "street-tree"] + arguments)
  }

  private static let missing = """
    tree.yaml:20: never taken: when leaning is unknown: look-again
    tree.yaml:21: never taken: when harm is empty: leave-it
    tree.yaml:22: never taken: otherwise: look-again
    tree.yaml:28: never reached: - conclude: leave-it
    tree.yaml:32: never reached: - conclude: look-again
    vocabularies/harms.yaml:8: never chosen: dead-wood:

    """
  private static let covered = "Covered: 5 of 7 steps, 1 of 4 branches, 2 of 3 options.\n"

  @Test func `Coverage is reported in a line, and the uncovered parts on request`() throws {
    let passed = "1 scenario passed.\n\(Self.covered)"
    #expect(try test() == Outcome(output: passed, errors: "", code: 0))
    #expect(
      try test("--uncovered") == Outcome(output: Self.missing + passed, errors: "", code: 0))
  }

  @Test func `A threshold applies to each kind, and a run below it lists the uncovered parts`()
    throws
  {
    #expect(try test("--coverage", "25").code == 0)
    #expect(
      try test("--coverage", "26")
        == Outcome(
          output: "",
          errors: Self.missing + Self.covered + "--coverage asks for 26 percent of each.\n",
          code: 1))
  }

  @Test func `Random conversations are counted and reproducible`() throws {
    let run = try test("--walk", "30", "--seed", "9")
    #expect(run.code == 0)
    #expect(run.output.contains("30 random conversations of "))
    #expect(try test("--walk", "30", "--seed", "9") == run)
    #expect(try test("--walk", "30", "--seed", "10") != run)
  }

  @Test func `A failing random conversation is reported turn by turn and can be repeated`()
    throws
  {
    let folder = FileManager.default.temporaryDirectory.appendingPathComponent(UUID().uuidString)
    defer { try? FileManager.default.removeItem(at: folder) }
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    try FileManager.default.copyItem(
      atPath: TestPacks.streetTree, toPath: "\(folder.path)/street-tree")
    let tree = "\(folder.path)/street-tree/tree.yaml"
    try TestPacks.text(at: tree)
      .replacing("outcome: send-someone", with: "outcome: send-someone\n    when: harm is known")
      .write(toFile: tree, atomically: true, encoding: .utf8)
    let test = ["test", "--dialogues", folder.path, "--today", "2026-11-16"]
    let run = try Program.run(test + ["--walk", "300"])
    #expect(run.code == 1)
    #expect(run.output == "")
    let lines = run.errors.split(separator: "\n").map(String.init)
    #expect(try #require(lines.first).hasSuffix("it ends without an outcome of the chart. It was:"))
    #expect(lines.contains { $0.hasPrefix("  tree.harm: ") })
    let last = try #require(lines.last)
    #expect(last.hasPrefix("To have it again, add: --walk 1 --seed "))
    let again = last.dropFirst("To have it again, add: ".count).split(separator: " ")
    #expect(try Program.run(test + again.dropLast(2).map(String.init)) == run)
  }

  @Test(arguments: [["--coverage", "101"], ["--walk", "0"], ["--coverage", "all"]])
  func `An invalid option value is wrong usage`(_ arguments: [String]) throws {
    let run = try Program.run(
      ["test", "--dialogues", "\(TestPacks.root)/Tests/Packs", "--pack", "street-tree"] + arguments)
    #expect(run.code == 2)
    #expect(run.output == "")
    #expect(!run.errors.isEmpty)
  }
}
