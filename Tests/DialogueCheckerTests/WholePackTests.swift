import DialogueCompiler
import DialogueModel
import Support
import Testing

@testable import DialogueChecker

/// The small pack of the documentation: it has no fault, and its rules are proved.
struct WholePackTests {
  @Test func `The pack on the page has no fault, and keeps its rules`() throws {
    let given = try WorkedExamples(page: "Documentation/a-whole-pack.md").sections
      .flatMap(\.files)
    let pack = given.first { $0.path == "pack.yaml" }?.text ?? ""
    let files = given.filter { $0.path != "pack.yaml" }
      .map { SourceFile(path: $0.path, text: $0.text) }
    let script = try TestPacks.script(entry: "round", files, pack: pack)
    let checker = Checker(script, today: try #require(CivilDate(iso: "2026-11-16")))
    let found = checker.lookingAtWays()
    #expect(found.problems.map(\.description) == [])
    #expect(found.undecided == 0)
    let verdicts = checker.prove()
    #expect(verdicts.count == 4)
    for verdict in verdicts {
      guard case .proved = verdict.finding else {
        Issue.record("\(verdict.rule.name): \(verdict.finding)")
        continue
      }
    }
  }
}
