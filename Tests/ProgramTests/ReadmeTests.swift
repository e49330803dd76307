import Foundation
import Support
import Testing

/// The README shows exactly what the program says.
struct ReadmeTests {
  /// The lines of the README's blocks of this kind.
  private func blocks(_ kind: String) throws -> [[String]] {
    let readme = try TestPacks.text(at: "\(TestPacks.root)/README.md")
    return readme.components(separatedBy: "```").enumerated()
      .filter { $0.offset % 2 == 1 && $0.element.hasPrefix("\(kind)\n") }
      .map { $0.element.components(separatedBy: "\n").dropFirst().dropLast() }
  }

  @Test func `The README's conversation really takes place`() throws {
    let lines = try #require(try blocks("console").first)
    let typed = lines.filter { $0.hasPrefix("> ") }.map { $0.dropFirst(2) + "\n" }.joined()
    let run = try Program.run(["--dialogues", "\(TestPacks.root)/Dialogues"], input: typed)
    var output = run.output.components(separatedBy: "\n")[...]
    for line in lines.dropFirst() where line != "…" {
      guard let at = output.firstIndex(of: line) else {
        Issue.record("the program does not say this, or not here: \(line)")
        return
      }
      output = output[(at + 1)...]
    }
  }

  @Test func `The README's example of a mistake is reported as shown`() throws {
    let message = try #require(try blocks("console").last)
    let folder = FileManager.default.temporaryDirectory.appendingPathComponent(UUID().uuidString)
    defer { try? FileManager.default.removeItem(at: folder) }
    try FileManager.default.copyItem(atPath: "\(TestPacks.root)/Dialogues", toPath: folder.path)
    let facts = "\(folder.path)/child-sexual-exploitation/pack.yaml"
    let text = try TestPacks.text(at: facts)
    let first = try #require(text.range(of: "signs-first"))
    try text.replacingCharacters(in: first, with: "signs-frist")
      .write(toFile: facts, atomically: true, encoding: .utf8)
    let run = try Program.run(["--dialogues", folder.path])
    #expect(run.errors.hasPrefix(message.joined(separator: "\n")))
  }

  @Test(arguments: ["README.md", "Dialogues/child-sexual-exploitation/README.md"])
  func `The proofs that a page shows are the ones the program prints`(_ page: String) throws {
    let text = try TestPacks.text(at: "\(TestPacks.root)/\(page)")
    let shown = text.split(separator: "\n").filter { $0.hasPrefix("Proved: ") }
    #expect(shown.count >= 3)
    let run = try Program.run(["check", "--dialogues", "\(TestPacks.root)/Dialogues"])
    for line in shown { #expect(run.output.contains("\(line)\n"), "\(line)") }
  }

  @Test func `The README's chart is the one drawn from the dialogue`() throws {
    let chart = try #require(try blocks("mermaid").first)
    let run = try Program.run([
      "graph", "--dialogue", "referral-pathway", "--dialogues", "\(TestPacks.root)/Dialogues",
    ])
    #expect(run.code == 0)
    #expect(
      run.output == chart.map { $0 + "\n" }.joined(),
      "after a change to the dialogue, put what `curious graph` prints into the README")
  }
}
