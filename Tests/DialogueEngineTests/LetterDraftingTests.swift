import DialogueCompiler
import DialogueEngine
import DialogueModel
import Documents
import Support
import Testing

/// What of a letter is printed, and in what order.
struct LetterDraftingTests {
  static let dialogue = """
    dialogue: visit
    steps:
      - ask: owner
        text: Who?
        label: The owner
        answer: text
      - ask: blank
        text: Nothing?
        label: Nothing
        answer: text
      - ask: seen
        text: Seen?
        answer: any of rooms
      - ask: later
        text: Later?
        label: Later
        answer: text
        when: blank is known
      - for each: seen
        id: each
        as: room
        steps:
          - ask: day
            text: When?
            label: When
            answer: date
          - ask: since
            text: Since when?
            label: Since
            answer: date

    """
  static let rooms = """
    vocabulary: rooms
    items:
      hall: Hall
      attic:
        label: Attic
        gravity: 2
      cellar:
        label: Cellar
        gravity: 2

    """

  /// A letter, and what it says after these answers: an owner, nothing about `blank`, three rooms seen, the hall on
  /// the latest day and the cellar on the earliest.
  static let letters: [(letter: String, text: String)] = [
    ("Owner: <<visit.owner>>\nEmpty: <<visit.blank>>", "Owner: Kim"),
    ("always: Blank: <<visit.blank>>", "Blank: [not known]"),
    ("Both: <<visit.owner>>, <<visit.blank>>", "Both: Kim, [not known]"),
    ("Empty: <<visit.blank | nothing>>\nNone: <<visit.blank | >>", "Empty: nothing"),
    ("Please come.\n<<visit.blank>>", "Please come."),
    // A heading goes with the last thing below it, and takes those above it along.
    ("## One\n### Two\n- <<visit.blank>>\n## Three\nYes.", "Three\nYes."),
    ("## One\n### Two\n- <<visit.owner>>\n### Three\n- <<visit.blank>>", "One\nTwo\n- Kim"),
    ("## Last", ""),
    (
      "## One\n<<page break>>\n## Two\nYes.",
      "----------------------------------------\n\nTwo\nYes."
    ),
    ("## Table\n| A | B |\n|---|---|\n| <<visit.blank>> | <<visit.blank>> |", ""),
    ("| A | B |\n|---|---|\n| <<visit.owner>> | <<visit.blank>> |", "A | B\nKim | [not known]"),
    // The head comes first, in its own order, and the footer last.
    ("from: Kim\n# A title\nBody.\nfooter: Bye.", "A title\nFrom: Kim\n\nBody.\n\nBye."),
    ("to: <<visit.blank>>\nBody.", "Body."),
    // Entries are sorted by their own day, and not by days that their words name.
    (
      "<<newest first>>\n<<for each: visit.seen as room>>\n@ <<day>> | | <<room>>, since <<since>>\n<<end>>\n<<end>>",
      """
      - Monday 16 November 2026: Hall, since Saturday 3 January 2026
      - Tuesday 10 November 2026: Attic, since Sunday 4 January 2026
      - Friday 6 November 2026: Cellar, since Monday 5 January 2026
      """
    ),
    (
      "<<gravest first>>\n<<for each: visit.seen as room>>\n@ <<day>> | | <<room>>\n<<end>>\nLast.\n<<end>>",
      """
      - Tuesday 10 November 2026: Attic
      - Friday 6 November 2026: Cellar
      - Monday 16 November 2026: Hall

      Last.
      """
    ),
    // Rows that are sorted are one table, with the header above them.
    (
      "| Day | Room |\n|---|---|\n<<newest first>>\n<<for each: visit.seen as room>>\n| <<day>> | <<room>> |\n<<end>>\n<<end>>",
      """
      Day | Room
      Monday 16 November 2026 | Hall
      Tuesday 10 November 2026 | Attic
      Friday 6 November 2026 | Cellar
      """
    ),
    ("Body.\nfooter: One.\nfooter: Two.", "Body.\n\nOne.\n  Two."),
    // Gaps know of all rows, those below them too.
    ("<<gaps>>\nOwner: <<visit.owner>>", "Not known: Nothing\n\nOwner: Kim"),
    ("In: <<join each: visit.seen as room>><<room>><<end>>.", "In: Hall, Attic and Cellar."),
    ("In: <<join each: rooms as room where room is attic>><<room>><<end>>.", "In: Attic."),
    // Numbers count what is printed, in the order in which it is.
    (
      "footer: <<number>> end\n## <<number>> Gone\n- <<visit.blank>>\n## <<number>> Here\nLine <<number>>: <<number>> <<visit.owner>>",
      "1 Here\nLine 2: 3 Kim\n\n4 end"
    ),
    (
      "<<newest first>>\n<<for each: visit.seen as room>>\n@ <<day>> | <<number>> | <<number>> <<room>>\n<<end>>\n<<end>>",
      """
      - Monday 16 November 2026, 1: 2 Hall
      - Tuesday 10 November 2026, 3: 4 Attic
      - Friday 6 November 2026, 5: 6 Cellar
      """
    ),
    (
      "| <<number>> |\n|---|\n<<for each: visit.seen as room>>\n| <<number>> <<room>> |\n<<end>>\n> <<number>> of \"<<visit.owner>>\" | <<number>>",
      "1\n2 Hall\n3 Attic\n4 Cellar\n\n5 of \"Kim\" (6)"
    ),
    (
      "<<for each: visit.seen as room>>\n- <<number>> <<room>>\n<<end>>\n"
        + String(repeating: "- <<number>>, <<visit.owner>>, <<number>>\n", count: 4),
      """
      - 1 Hall
      - 2 Attic
      - 3 Cellar
      - 4, Kim, 5
      - 6, Kim, 7
      - 8, Kim, 9
      - 10, Kim, 11
      """
    ),
    (
      "<<join each: visit.seen as room>><<number>> <<room>><<end>>. <<when: visit.blank is known>><<number>><<otherwise>><<number>><<end>>",
      "1 Hall, 2 Attic and 3 Cellar. 4"
    ),
    // A row that is not asked for is named in the line of gaps without its number.
    (
      "<<number>> Other <<number>>: <<visit.later>>\n<<gaps>>",
      "Not known: Nothing\n\nNot asked: Other "
    ),
  ]

  private static func day(_ day: String) -> StoredAnswer { .scalar(.date, day, words: day) }

  @Test(arguments: letters) func `A letter prints what holds something, in its order`(
    _ letter: String, _ text: String
  ) throws {
    let script = try TestPacks.script(
      entry: "visit",
      [
        SourceFile(path: "visit.yaml", text: Self.dialogue),
        SourceFile(path: "rooms.yaml", text: Self.rooms),
        SourceFile(path: "letters/note.md", text: letter + "\n"),
      ])
    let stored: [String: StoredAnswer] = [
      "visit.owner": .text("Kim"), "visit.blank": .notKnown,
      "visit.seen": .list(["hall", "attic", "cellar"]),
      "visit.seen[hall].day": Self.day("2026-11-16"),
      "visit.seen[hall].since": Self.day("2026-01-03"),
      "visit.seen[attic].day": Self.day("2026-11-10"),
      "visit.seen[attic].since": Self.day("2026-01-04"),
      "visit.seen[cellar].day": Self.day("2026-11-06"),
      "visit.seen[cellar].since": Self.day("2026-01-05"),
    ]
    let conversation = Conversation(
      script, stored: stored, today: try #require(CivilDate(iso: "2026-11-16")))
    #expect(conversation.isFinished)
    var document = try #require(conversation.drafts.first).document
    document.notice = Document.Line()
    #expect(document.plainText == text, "\(letter)")
  }
}
