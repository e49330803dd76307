import DialogueChecker
import DialogueCompiler
import DialogueModel
import Support
import Testing

/// The letters that outcomes of the chart have unless they name their own.
struct DefaultLettersTests {
  /// Files of a pack with these outcomes and letters called note and card.
  private func files(_ outcomes: String) throws -> [SourceFile] {
    try TestPacks.whole(
      [
        SourceFile(
          path: "visit.yaml",
          text: "dialogue: visit\nsteps:\n  - conclude: up\n    outcome: up\n"
            + "  - conclude: flat\n    outcome: flat\n"),
        SourceFile(path: "outcomes.yaml", text: outcomes + "unfinished: [note]\n"),
        SourceFile(path: "letters/note.md", text: "A note.\n"),
        SourceFile(path: "letters/card.md", text: "A card.\n"),
      ], entry: "visit")
  }

  private static func outcomes(up: String, flat: String = "") -> String {
    "outcomes:\n  up:\n    kind: chart\n    text: Up.\n\(up)"
      + "  flat:\n    kind: flag\n    text: Flat.\n\(flat)"
  }

  private static let some = "default-letters: [note, card]\n"

  @Test(
    arguments: [
      (outcomes(up: "") + some, ["note", "card"], [], []),
      (
        outcomes(up: "    letters: [card]\n", flat: "    letters: [note]\n"), ["card"], ["note"], []
      ),
      (
        outcomes(up: "    letters: [card]\n") + some, ["card"], [],
        ["unused: every outcome of the chart has `letters:` of its own, so no default is used"]
      ),
      (
        outcomes(up: "    letters: []\n") + some, [], [],
        [
          "no-letter: the outcome `up` drafts no letter",
          "unused: every outcome of the chart has `letters:` of its own, so no default is used",
          "unused: no outcome drafts the letter `card`",
        ]
      ),
      (
        outcomes(up: "") + "default-letters: note\n", ["note"], [],
        ["unused: no outcome drafts the letter `card`"]
      ),
      (
        outcomes(up: ""), [], [],
        [
          "no-letter: the outcome `up` drafts no letter",
          "unused: no outcome drafts the letter `card`",
        ]
      ),
      (
        outcomes(up: "") + "default-letters: [note, cord]\n", ["note"], [],
        [
          "no-such-target: there is no letter `cord`",
          "unused: no outcome drafts the letter `card`",
        ]
      ),
    ] as [(String, [String], [String], [String])])
  func `An outcome of the chart without letters of its own has the default ones`(
    _ outcomes: String, _ up: [String], _ flat: [String], _ problems: [String]
  ) throws {
    let reading = PackReading(try files(outcomes))
    let script = try #require(reading.script)
    let letters = script.outcomes.map { $0.letters.map { script.letters[$0].id } }
    #expect(letters == [up, flat])
    let today = try #require(CivilDate(iso: "2026-11-16"))
    let found =
      reading.problems
      + Checker(script, known: reading.problems, today: today).lookingAtWays().problems
    #expect(found.map { "\($0.code.rawValue): \($0.message)" }.sorted() == problems)
  }
}
