import DialogueCompiler
import DialogueModel
import Support
import Testing

@testable import DialogueChecker

/// Safety rules about letters and their parts, proved or broken, and what the checker finds in letters.
struct LetterRuleTests {
  static let dialogue = """
    dialogue: visit
    steps:
      - ask: danger
        text: Is someone here a danger?
        answer: yes-no
      - ask: home
        text: Does the family know?
        answer: one of
        options:
          know: They know
          safe: It is safe to tell them
          unsafe: It is not safe
      - ask: owner
        text: Who lives here?
        answer: text
      - ask: others
        text: Who else?
        answer: list of person
        at-most: 2
      - for each: others
        id: each
        as: other
        steps:
          - ask: age
            text: How old is <<other>>?
            answer: number
      - conclude: done
        outcome: done

    """

  static let outcomes = """
    outcomes:
      done:
        kind: chart
        text: Done.
        letters: [note, other]
    unfinished: [note]

    """

  private func files(note: String, other: String, rules: String) -> [SourceFile] {
    [
      SourceFile(path: "visit.yaml", text: Self.dialogue),
      SourceFile(path: "outcomes.yaml", text: Self.outcomes),
      SourceFile(path: "letters/note.md", text: note),
      SourceFile(path: "letters/other.md", text: other),
      SourceFile(path: "rules.yaml", text: "rules:\n" + rules),
    ]
  }

  static let telling = """
    Danger: <<visit.danger>>
    <<part: telling-home>>
    <<when: visit.home is safe>>
    Please tell the family.
    <<end>>
    <<end>>
    """
  static let blindTelling = """
    Danger: <<visit.danger>>
    <<part: telling-home>>
    Please tell the family.
    <<end>>
    """
  static let inlineTelling = """
    Danger: <<visit.danger>><<part: telling-home>><<when: visit.home is safe>>. Tell them.<<end>><<end>>
    """
  static let emptyPart = """
    Danger: <<visit.danger>>
    <<part: telling-home>>
    ## Home
    Tell <<visit.owner>>
    <<end>>
    """
  static let tablePart = """
    Danger: <<visit.danger>>
    <<part: telling-home>>
    | Who |
    |---|
    <<when: visit.home is safe>>
    | The family |
    <<end>>
    <<end>>
    """
  static let each = "for each: visit.others as other\nAge: <<age>>\nName: <<other>>\n"
  static let owner = """
    Danger: <<visit.danger>>
    <<when: visit.home is safe>>
    Who lives here: <<visit.owner>>
    <<end>>
    """
  static let ownerInLabel = "Danger, says <<visit.owner>>: <<visit.danger>>"
  static let quotedOwner = "Danger: <<visit.danger>>\n> <<quotes: visit.owner>>"
  static let gaps = "Danger: <<visit.danger>>\n<<gaps>>"
  static let eachOfAge = "for each: visit.others as other where age is known\nName: <<other>>\n"

  /// The letter `note`, the letter `other`, a rule, and whether it is kept.
  static let rules: [(note: String, other: String, rule: String, isKept: Bool)] = [
    // Nothing about telling home unless it is safe: the letter half of the rule on family honour.
    (
      telling, each, "when: visit.home is unsafe\n    never: part telling-home of letter note", true
    ),
    (
      telling, each,
      "when: visit.home is one of safe, unsafe\n    never: part telling-home of letter note",
      false
    ),
    (
      telling, each, "when: visit.home is safe\n    always: part telling-home of letter note", true
    ),
    (
      blindTelling, each, "when: visit.home is unsafe\n    never: part telling-home of letter note",
      false
    ),
    (
      blindTelling, each,
      "when: visit.home is unsafe\n    never: part telling-home of letter note at any point", false
    ),
    (
      inlineTelling, each,
      "when: visit.home is unsafe\n    never: part telling-home of letter note", true
    ),
    (
      inlineTelling, each,
      "when: visit.home is safe and visit.danger is yes\n    always: part telling-home of letter note",
      true
    ),
    // The line goes with its answer, and the part inside with it.
    (
      inlineTelling, each, "when: visit.home is safe\n    always: part telling-home of letter note",
      false
    ),
    // A letter says only what was answered: without the owner there is no line to print.
    (
      emptyPart, each, "when: visit.owner is unknown\n    never: part telling-home of letter note",
      true
    ),
    (emptyPart, each, "always: part telling-home of letter note", false),
    // A table without rows goes, and its header with it.
    (
      tablePart, each, "when: visit.home is unsafe\n    never: part telling-home of letter note",
      true
    ),
    (tablePart, each, "always: part telling-home of letter note", false),
    // An answer is kept out of a letter wherever it could be read: in a value, a label, a quotation, or in the label
    // of a question that has no answer.
    (
      owner, each, "when: visit.home is unsafe\n    never: answer visit.owner in letter note", true
    ),
    (
      owner, each,
      "when: visit.home is one of safe, unsafe\n    never: answer visit.owner in letter note", false
    ),
    (
      owner, each,
      "when: visit.home is safe and visit.owner is known\n    always: answer visit.owner in letter note",
      true
    ),
    (ownerInLabel, each, "never: answer visit.owner in letter note", false),
    (quotedOwner, each, "never: answer visit.owner in letter note", false),
    (gaps, each, "never: answer visit.owner in letter note", true),
    (gaps, each, "never: answer visit.others in letter note", false),
    (telling, each, "never: answer visit.others in letter note", true),
    (telling, each, "never: answer visit.others in letter other", false),
    (
      telling, each,
      "when: no visit.others where age is known\n    never: any visit.others where answer age in letter other",
      true
    ),
    // A letter of its own for every other person.
    (telling, each, "always: letter other for each visit.others", true),
    (telling, eachOfAge, "always: letter other for each visit.others", false),
    (telling, each, "when: visit.others is empty\n    never: letter other is drafted", true),
    (telling, eachOfAge, "when: visit.others has any\n    always: letter other is drafted", false),
  ]

  @Test(arguments: rules) func `A rule about a letter is proved or found broken`(
    _ note: String, _ other: String, _ rule: String, _ isKept: Bool
  ) throws {
    let files = files(note: note, other: other, rules: "  - rule: It holds\n    \(rule)\n")
    let script = try TestPacks.script(entry: "visit", files)
    let today = try #require(CivilDate(iso: "2026-11-16"))
    let verdict = try #require(Checker(script, today: today).prove().first)
    switch verdict.finding {
    case .proved: #expect(isKept, "\(rule)")
    case .broken: #expect(!isKept, "\(rule)")
    default: Issue.record("\(rule): \(verdict.finding)")
    }
  }

  @Test(arguments: [
    ("never: part home of letter note", "there is no part of the letter `note` `home`"),
    ("never: part telling-home of letter nota", "there is no letter `nota`"),
    ("never: answer visit.owner in letter nota", "there is no letter `nota`"),
    ("never: answer visit.ownr in letter note", "there is no question `visit.ownr`"),
    ("always: letter note for each visit.others", "the letter `note` is not written once per item"),
    ("always: letter other for each visit.owner", "`visit.owner`"),
  ])
  func `A rule about a part or a letter that isn't there is reported`(
    _ rule: String, _ message: String
  ) throws {
    let files = files(
      note: Self.telling, other: Self.each, rules: "  - rule: It holds\n    \(rule)\n")
    #expect {
      _ = try TestPacks.script(entry: "visit", files)
    } throws: { error in
      (error as? Diagnostics)?.all.map(\.description).joined().contains(message) == true
    }
  }
}
