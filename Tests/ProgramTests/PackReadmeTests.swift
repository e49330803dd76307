import DialogueCompiler
import Foundation
import Support
import Testing

/// The pack's README says where each part of the training is, and each of those places exists.
struct PackReadmeTests {
  private struct Row {
    let name: String
    let file: String
    let step: String
  }

  /// The keys that can introduce a step's name on a line.
  private static let namings = [
    "ask", "say", "conclude", "use", "id", "choose", "decide", "watch", "line", "rule",
  ]

  private func rows() throws -> [Row] {
    try TestPacks.text(at: "\(TestPacks.shipped)/README.md").components(separatedBy: "\n")
      .filter { $0.hasPrefix("|") && !$0.hasPrefix("|-") && !$0.hasPrefix("| from the training") }
      .map { line in
        let cells = line.components(separatedBy: "|")
        try #require(cells.count == 5, "three cells: \(line)")
        let quoted = cells[2...3].map { $0.components(separatedBy: "`") }
        try #require(quoted.allSatisfy { $0.count == 3 }, "a file and a step in backticks: \(line)")
        return Row(
          name: cells[1].trimmingCharacters(in: .whitespaces), file: quoted[0][1],
          step: quoted[1][1])
      }
  }

  /// Whether a dialogue file names this step or item, or a letter has these words.
  private func has(_ step: String, in file: String) throws -> Bool {
    let text = try TestPacks.text(at: "\(TestPacks.shipped)/\(file)")
    guard file.hasSuffix(".yaml") else { return text.contains(step) }
    return text.components(separatedBy: "\n").contains { line in
      let line = line.drop { $0 == " " || $0 == "-" }
      return line.hasPrefix("\(step):") || line.hasPrefix("\"\(step)\":")
        || Self.namings.contains { line == "\($0): \(step)" || line == "\($0): \"\(step)\"" }
    }
  }

  @Test func `Each row names a step that exists`() throws {
    let rows = try rows()
    #expect(rows.count >= 200)
    for row in rows {
      #expect(!row.name.isEmpty && !row.step.isEmpty)
      #expect(try has(row.step, in: row.file), "\(row.name): no \(row.step) in \(row.file)")
    }
  }

  @Test(arguments: [
    ("gate.yaml", "pick"), ("safety-rules.yaml", "Under 13"), ("letters/social-care.md", "GONE"),
    ("vocabularies/gate-items.yaml", "under"),
  ])
  func `A step that does not exist is noticed`(_ file: String, _ step: String) throws {
    #expect(try !has(step, in: file))
  }

  @Test func `The README covers every dialogue and letter`() throws {
    let named = Set(try rows().map(\.file))
    for file in try TestPacks.files(in: TestPacks.shipped)
    where file.text.contains("\ndialogue: ") || file.text.hasPrefix("dialogue: ")
      || file.path.hasPrefix("letters/")
    {
      #expect(named.contains(file.path), "\(file.path)")
    }
  }
}
