import DialogueCompiler
import DialogueModel
import Support
import Testing

@testable import DialogueChecker

/// The Flesch-Kincaid grade, and the place at which the checker reports it.
struct ReadingGradeTests {
  @Test(arguments: [
    ("the", 1), ("cat", 1), ("asked", 1), ("needed", 2), ("dressed", 1), ("wanted", 2),
    ("houses", 2), ("judges", 2), ("wishes", 2), ("machines", 2), ("goes", 1), ("agree", 2),
    ("table", 2), ("tables", 2), ("little", 2), ("people", 2), ("whole", 1), ("phones", 1),
    ("safely", 2), ("statement", 2), ("careful", 2), ("happy", 2), ("year", 1), ("yes", 1),
    ("being", 2), ("going", 2), ("saying", 2), ("thing", 1), ("period", 3), ("material", 4),
    ("serious", 3), ("previous", 3), ("behaviour", 3), ("social", 2), ("nation", 2), ("region", 2),
    ("organisation", 5), ("identification", 6), ("well-known", 2), ("12", 1), ("mr", 1), ("e", 1),
    ("don't", 1),
  ])
  func `Syllables are counted by rule of thumb`(_ word: String, _ syllables: Int) {
    #expect(word.syllables == syllables)
  }

  private func grade(_ text: String, _ terms: String...) -> Double {
    ReadingGrade(terms.map { WordRules.Term(term: $0, means: "") })(Sentences(text).sentences)
  }

  @Test func `The grade follows the Flesch-Kincaid formula`() {
    // Nine words, ten syllables, two sentences.
    let text = "The cat sat on the mat. It was happy."
    #expect(abs(grade(text) - (0.39 * 9 / 2 + 11.8 * 10 / 9 - 15.59)) < 1e-9)
    #expect(grade("") == 0)
    let harder = "The organisation was happy on the mat. It was happy."
    #expect(grade(harder) > grade(text))
  }

  @Test func `Glossary terms are not counted in the syllables`() {
    let text = "The cat sat on the mat. It was happy."
    let without = 0.39 * 9 / 2 + 11.8 - 15.59
    #expect(abs(grade(text, "happy") - without) < 1e-9)
    #expect(abs(grade(text, "was", "Was Happy") - without) < 1e-9)
    #expect(grade(text, "happy cat") == grade(text))
    #expect(abs(grade("Happy.", "happy") - (0.39 - 15.59)) < 1e-9)
  }

  /// The diagnostics for a file with these texts.
  private func told(_ texts: [String]) throws -> [Diagnostic] {
    let steps = texts.enumerated().map { "  - say: s\($0.offset)\n    text: \($0.element)\n" }
    let files = try TestPacks.whole(
      [
        SourceFile(
          path: "visit.yaml",
          text: "dialogue: visit\nsteps:\n\(steps.joined())  - conclude: bye\n    outcome: done\n"),
        SourceFile(path: "wording.yaml", text: "wording:\n  reading-grade: 9\n"),
      ], entry: "visit")
    let day = try #require(CivilDate(iso: "2026-11-16"))
    return Checker(try Script.read(files: files), today: day)
      .looking(at: Passage.passages(of: files)).filter { $0.code == .hardReading }
  }

  @Test func `A file is reported once, at its first text, with the lines of its hardest sentences`()
    throws
  {
    let easy = "The cat sat on the mat and had a long rest there."
    let hard = "Organisations occasionally necessitate identification documentation beforehand."
    let texts =
      [easy] + Array(repeating: hard, count: 2) + [easy] + Array(repeating: hard, count: 12)
    let found = try told(texts)
    #expect(found.count == 1)
    #expect(found.first?.place == SourcePlace(file: "visit.yaml", line: 4, column: 11))
    #expect(
      found.first?.message.hasSuffix("The hardest sentences start in lines 6, 8 and 12") == true)
    #expect(found.first?.message.contains("the pack's limit is 9.") == true)
    #expect(try told(Array(repeating: easy, count: 20)).isEmpty)
    // Six words each: 96 words are too few to judge, and 102 are enough.
    #expect(try told(Array(repeating: hard, count: 16)).isEmpty)
    #expect(try told(Array(repeating: hard, count: 17)).count == 1)
  }
}
