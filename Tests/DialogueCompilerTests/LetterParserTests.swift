import DialogueModel
import Support
import Testing

@testable import DialogueCompiler

/// Letter files: what each line becomes, and what is wrong with those that can't be read.
struct LetterParserTests {
  /// A line of a letter, and its kind with its texts.
  static let lines: [(line: String, shape: String)] = [
    ("# A visit", "head(title): A visit"),
    ("to: the landlord", "head(to): the landlord"),
    ("footer: Bye: now", "head(footer): Bye: now"),
    ("## Please", "heading(1): Please"),
    ("#### Small", "heading(3): Small"),
    ("#5 on the list", "paragraph: #5 on the list"),
    ("Where: by the gate", "row: Where | by the gate"),
    ("Where, and when: now: 12:30", "row: Where, and when | now: 12:30"),
    ("<<sign>>: what was seen", "row: ‹› | what was seen"),
    ("Where:", "row: Where | "),
    ("always: Where: here", "always row: Where | here"),
    ("always: Here.", "always paragraph: Here."),
    ("Please say [to fill in: who]", "paragraph: Please say [to fill in: who]"),
    ("At 12:30 they left", "paragraph: At 12:30 they left"),
    ("They left. Then: nothing", "paragraph: They left. Then: nothing"),
    ("Did they? Yes: all", "paragraph: Did they? Yes: all"),
    ("Go <<when: a is yes>>to: here<<end>>", "paragraph: Go ‹›"),
    ("<<a | to: b>> stays", "paragraph: ‹› stays"),
    ("\\Where: by the gate", "paragraph: Where: by the gate"),
    ("\\- no item", "paragraph: - no item"),
    ("- Where: here", "item: Where: here"),
    ("-no item", "paragraph: -no item"),
    ("@ today | seen | a | b", ""),
    ("@ 1 May | seen | a car", "entry: 1 May | seen | a car"),
    ("@ <<when | a | b>> || a car", "entry: ‹› |  | a car"),
    ("> I said so | to me", "quotation: I said so | to me"),
    ("> I said so", "quotation: I said so | "),
    ("| a | b |", "cells: a | b"),
    ("| a | <<b | c>> |", "cells: a | ‹›"),
  ]

  @Test(arguments: lines) func `How a line begins says what it becomes`(
    _ line: String, _ shape: String
  ) {
    let scalar = Scalar(text: line, place: SourcePlace(file: "x.md", line: 1, column: 1))
    #expect(((try? LetterLineParser.parse(scalar))?.shape ?? "") == shape, "\(line)")
  }

  /// A letter whose fault is between brackets, what is said of it, and the fix.
  static let faults: [(letter: String, message: String, fix: String)] = [
    ("A note.\n‹to›: her", "`to:` belongs to the head of the letter, above its body", "move it up"),
    (
      "A note.\n‹#› Later", "`# …` belongs to the head of the letter, above its body",
      "move it up; a heading is `## …`"
    ),
    (
      "‹To›: her", "`To:` would be a row: a line of the head begins with a small letter",
      "write `to:`, or another label"
    ),
    (
      "‹Always›: her", "`Always:` would be a row: a line of the head begins with a small letter",
      "write `always:`, or another label"
    ),
    (
      "It is <<include: ‹always-one›>>.",
      "the fragment `always-one` is not words of one line, and can't be inside one",
      "give `<<include: always-one>>` a line to itself"
    ),
    (
      "It is <<‹include sender›>>.", "`include sender` is not a name of a question",
      "write a colon after the first word: `<<include: …>>`"
    ),
    ("‹always›:", "`always:` has nothing to print", "write a line after it"),
    ("‹tow›: her", "`tow:` is no line of a letter's head", "did you mean `to`?"),
    (
      "‹colour›: red", "`colour:` is no line of a letter's head",
      "begin the label of a row with a capital letter, or a paragraph with `\\`"
    ),
    (
      "‹@› today, a car", "an entry has a day, a basis and words", "write `@ DAY | BASIS | WORDS`"
    ),
    (
      "‹>› a | b | c", "a quotation has words, and who said them",
      "write `> WORDS | WHO, TO WHOM, WHEN`"
    ),
    ("‹|› a | b", "a row of a table ends with `|`", "write `| CELL | CELL |`"),
    (
      "‹|›---|---|", "this line makes a header of the row above, and there is no row",
      "write a row of the table above it"
    ),
    (
      "<<‹when›: visit.door is yes>>\nOpen.", "`<<when: visit.door is yes>>` has no `<<end>>`",
      "add `<<end>>` on a line of its own where the part ends"
    ),
    (
      "Door: <<‹when›: visit.door is yes>>open", "`<<when: visit.door is yes>>` has no `<<end>>`",
      "add `<<end>>` on the same line, or give `<<when: visit.door is yes>>` a line to itself"
    ),
    (
      "A note.\n<<‹end›>>", "`<<end>>` ends a part that never began",
      "delete it, or add `<<when: …>>` above"
    ),
    (
      "A note. <<‹newest› first>>", "`<<newest first>>` can't be inside a line",
      "give it a line to itself"
    ),
    (
      "<<newest first>>\n<<‹gaps›>>\n<<end>>", "`<<gaps>>` can't be among lines that are sorted",
      "move it below `<<end>>`"
    ),
    ("A note. <<‹gaps›>>", "`<<gaps>>` can't be inside a line", "give it a line to itself"),
    (
      "<<include: ‹sende›>>", "there is no fragment `sende`", "did you mean `sender`?"
    ),
    (
      "From <<include: ‹two-lines›>>",
      "the fragment `two-lines` is not words of one line, and can't be inside one",
      "give `<<include: two-lines>>` a line to itself"
    ),
    (
      "<<part: ‹Telling home›>>\nA note.\n<<end>>", "`Telling home` can't be a name",
      "write `<<part: name>>`, in lower-case letters, digits and hyphens"
    ),
    (
      "for each:‹ visit.people›\nA note.", "this part does not say what it repeats",
      "write `for each: LIST as NAME`, or add `where` and a condition"
    ),
    (
      "for each: ‹visit.peple› as one\nA note.", "there is no question `visit.peple`",
      "did you mean `visit.people`?"
    ),
    ("Said: <<quotes: ‹visit.door›>>", "`quotes:` needs text; `visit.door` is yes-no", ""),
    (
      "- <<quotes: ‹visit.said›>>", "`<<quotes: visit.said>>` is a quotation by itself",
      "write `> <<quotes: visit.said>> | WHO, TO WHOM, WHEN`"
    ),
  ]

  static let fragments = """
    <<fragment: sender>>
    <<visit.said>>
    <<end>>
    <<fragment: two-lines>>
    One.
    Two.
    <<end>>
    <<fragment: always-one>>
    always: <<visit.said>>
    <<end>>
    """

  @Test(arguments: faults) func `A letter that can't be read is reported at its place`(
    _ letter: String, _ message: String, _ fix: String
  ) throws {
    let found = try problems([
      SourceFile(path: "letters/note.md", text: letter.filter { !"‹›".contains($0) } + "\n"),
      SourceFile(path: "letters/fragments.md", text: Self.fragments),
    ])
    let before = letter.prefix { $0 != "‹" }
    let place = SourcePlace(
      file: "letters/note.md", line: before.count { $0 == "\n" } + 1,
      column: before.reversed().prefix { $0 != "\n" }.count + 1)
    #expect(found.map(\.message) == [message], "\(letter)")
    #expect(found.map(\.place) == [place], "\(letter)")
    #expect(found.map { $0.fix ?? "" } == [fix], "\(letter)")
  }

  /// A file of fragments, and what is said of it.
  static let fragmentFaults: [(file: String, message: String)] = [
    ("A note.", "this file holds the fragments that letters share, and this line is in none"),
    ("<<fragment: a>>\nA note.", "`<<fragment: a>>` has no `<<end>>`"),
    ("<<fragment: a>>\n<<include: a>>\n<<end>>", "the fragment `a` includes itself"),
    (
      "<<fragment: a>>\nA\n<<fragment: b>>\nB\n<<end>>",
      "`<<fragment: b>>` begins before the fragment above has ended"
    ),
    ("<<fragment: a>>\nA\n<<end>>\n<<fragment: b>>\nB\n<<end>>", "nothing names the fragment `b`"),
    (
      "<<fragment: a>>\nA\n<<end>>\n<<fragment: a>>\nB\n<<end>>",
      "a second fragment is called `a`"
    ),
  ]

  @Test(arguments: fragmentFaults) func `A fault of the fragments is reported`(
    _ file: String, _ message: String
  ) throws {
    let found = try problems([
      SourceFile(path: "letters/note.md", text: "<<include: a>>\n"),
      SourceFile(path: "letters/fragments.md", text: file + "\n"),
    ])
    #expect(found.first?.message == message, "\(file)")
  }

  private func problems(_ letters: [SourceFile]) throws -> [Diagnostic] {
    let dialogue = """
      dialogue: visit
      steps:
        - ask: door
          text: Open?
          answer: yes-no
        - ask: said
          text: What was said?
          answer: text
        - ask: people
          text: Who?
          answer: list of person
          at-most: 2

      """
    let files = try TestPacks.whole(
      [SourceFile(path: "visit.yaml", text: dialogue)] + letters, entry: "visit")
    return PackReading(PackFiles(files)).problems.filter {
      // A fragment that the letter under test does not use is beside the point.
      !$0.place.file.hasSuffix("fragments.md") || letters[0].text == "<<include: a>>\n"
    }
  }
}

extension LetterSyntax.Line {
  fileprivate var shape: String {
    let name =
      switch kind {
      case .head(let head): "head(\(head.rawValue))"
      case .heading(let level): "heading(\(level))"
      case .row: "row"
      case .paragraph: "paragraph"
      case .item: "item"
      case .entry: "entry"
      case .quotation: "quotation"
      case .header: "header"
      case .cells: "cells"
      }
    let words = texts.map { text in
      text.pieces.map { if case .words(let words) = $0 { words } else { "‹›" } }.joined()
    }
    return "\(isAlways ? "always " : "")\(name): \(words.joined(separator: " | "))"
  }
}
