import DialogueCompiler
import DialogueModel
import Support
import Testing

@testable import DialogueChecker

/// What the checker says of a letter: each fault at its place, and nothing of a letter like it without the fault.
struct LetterFaultTests {
  static let dialogue = """
    dialogue: visit
    steps:
      - ask: inside
        text: Did you go in?
        answer: yes-no
      - ask: damp
        text: Where is it damp?
        answer: text
        when: inside is yes
      - conclude: done
        outcome: done

    """
  static let outcomes = """
    outcomes:
      done:
        kind: chart
        text: Done.
        letters: [note]
    unfinished: [blank]

    """
  static let wording = "wording:\n  claims: [we, told, was]\n  requests: [please]\n"

  /// A letter, with the place of its fault between brackets, and the code; nil for a letter without a fault.
  static let letters: [(letter: String, code: Diagnostic.Code?)] = [
    ("Inside: <<visit.inside>>\nDamp: <<visit.damp>>", nil),
    // A gap in a line that is printed, on a path that does not ask for it.
    ("always: Damp: <<‹visit.damp›>>", .sometimesUnasked),
    ("Inside: <<visit.inside>>. Damp: <<‹visit.damp›>>", .sometimesUnasked),
    ("Inside: <<visit.inside>>. Damp: <<visit.damp | nowhere>>", nil),
    ("<<when: visit.inside is yes>>\nalways: Damp: <<visit.damp>>\n<<end>>", nil),
    // A part that never prints.
    (
      "Inside: <<visit.inside>>\n<<part: ‹never›>>\n<<when: visit.inside is yes>>\n<<end>>\n<<end>>",
      .neverShown
    ),
    (
      "Inside: <<visit.inside>>\n<<when: visit.inside is yes>>\n<<part: now-and-then>>\nYes.\n<<end>>\n<<end>>",
      nil
    ),
    // A sentence that says what happened, under no answer.
    ("Inside: <<visit.inside>>\n‹We› told the owner.", .unansweredClaim),
    (
      "Inside: <<visit.inside>>\n<<when: not (visit.inside is yes)>>\n‹It› was shut.\n<<end>>",
      .unansweredClaim
    ),
    ("Inside: <<visit.inside>>\n<<when: visit.inside is no>>\nIt was shut.\n<<end>>", nil),
    ("Inside: <<visit.inside>>\nWe told them: <<visit.inside>>.", nil),
    ("Inside: <<visit.inside>>\nPlease ask what we were told.", nil),
    ("Inside: <<visit.inside>>\nTold: the owner", nil),
    ("Inside: <<visit.inside>>\n‹Done›: we told the owner", .unansweredClaim),
    ("Inside: <<visit.inside>>\nPlease say what [to fill in: was told].", nil),
    (
      "Inside: <<visit.inside>>\n<<when: visit.inside is yes>>\nIt was open.\n<<otherwise>>\n‹It› was shut.\n<<end>>",
      .unansweredClaim
    ),
  ]

  @Test(arguments: letters) func `A fault of a letter is found at its place, and nowhere else`(
    _ letter: String, _ code: Diagnostic.Code?
  ) throws {
    let plain = letter.filter { !"‹›".contains($0) }
    let script = try TestPacks.script(
      entry: "visit",
      [
        SourceFile(path: "visit.yaml", text: Self.dialogue),
        SourceFile(path: "outcomes.yaml", text: Self.outcomes),
        SourceFile(path: "letters/note.md", text: plain),
        SourceFile(path: "letters/blank.md", text: "Nothing yet.\n"),
        SourceFile(path: "wording.yaml", text: Self.wording),
      ])
    let today = try #require(CivilDate(iso: "2026-11-16"))
    let found = Checker(script, today: today).lookingAtWays().problems.filter {
      $0.place.file.hasSuffix(".md")
    }
    guard let code else { return #expect(found == [], "\(letter)") }
    let before = letter.prefix { $0 != "‹" }
    let line = before.count { $0 == "\n" } + 1
    let column = before.reversed().prefix { $0 != "\n" }.count + 1
    #expect(found.map(\.code) == [code], "\(letter)")
    #expect(found.map { [$0.place.line, $0.place.column] } == [[line, column]], "\(letter)")
  }
}
