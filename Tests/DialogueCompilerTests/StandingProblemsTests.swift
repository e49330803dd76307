import DialogueCompiler
import DialogueModel
import Support
import Testing

/// Faults in standing lines, in rules about them, and in commands that answer a question.
struct StandingProblemsTests {
  static let visit = SourceFile(
    path: "visit.yaml",
    text: """
      dialogue: visit
      steps:
        - ask: damp
          text: Damp?
          answer: yes-no
        - ask: words
          text: Words?
          answer: text
        - conclude: done
          outcome: done

      """)

  private func problems(_ files: [SourceFile]) throws -> [String] {
    let pack =
      "local:\n  fields:\n    key:\n      label: key\n      gap: none\n      type: yes-no\n"
    let whole = try TestPacks.whole([Self.visit] + files, entry: "visit", pack: pack)
    return PackReading(whole).problems.map {
      "\($0.place.file):\($0.place.line): \($0.code.rawValue): \($0.message)"
    }
  }

  @Test(arguments: [
    ("answers: visit.damp", "`answers:` needs `with:` beside it", 3),
    ("with: \"yes\"", "`with:` needs `answers:` beside it", 3),
    ("then: visit.words", "`then:` needs `answers:` beside it", 3),
    ("answers: visit.dam\n    with: \"yes\"", "there is no question `visit.dam`", 3),
    ("answers: visit.damp\n    with: maybe", "`maybe` is not an option of `visit.damp`", 4),
    (
      "answers: visit.words\n    with: \"yes\"",
      "`answers:` needs yes-no or one of; `visit.words` is text", 3
    ),
    (
      "answers: visit.damp\n    with: \"yes\"\n    then: visit.damp",
      "`then:` needs text; `visit.damp` is yes-no", 5
    ),
    (
      "answers: local.key\n    with: \"yes\"",
      "`local.key` is a field of the local file, which no one is asked for", 3
    ),
    (
      "says: Hello.\n    answers: visit.damp\n    with: \"yes\"",
      "`answers:` is for a command of the pack's own, without `says:`", 4
    ),
    ("help: of no use", "the command `wet` does nothing", 1),
  ])
  func `A faulty command that answers is reported with its place`(
    _ fields: String, _ message: String, _ line: Int
  ) throws {
    let head = "language: en-GB\ncommands:\n  wet:\n    words: wet\n"
    let help = fields.hasPrefix("help:") ? "" : "    help: say so\n"
    let own = SourceFile(path: "language.yaml", text: "\(head)    \(fields)\n\(help)")
    let found = try problems([own])
    let places = found.filter { $0.contains(": \(message)") || $0.hasSuffix(message) }
    #expect(places.count == 1, "\(found)")
    #expect(places.first?.hasPrefix("language.yaml:\(line + 2):") == true, "\(found)")
  }

  @Test(arguments: [
    ("- line: damp\n    text: Damp.", "a standing line needs `while:`"),
    (
      "- line: damp\n    while: visit.damp is wet\n    text: Damp.", "not an option of `visit.damp`"
    ),
    (
      "- line: damp\n    while: visit.damp is yes\n    text: \"<<visit.words>>\"",
      "may have no answer, and has no stand-in"
    ),
    (
      "- line: damp\n    while: visit.damp is yes\n    text: Damp.\n"
        + "  - line: damp\n    while: visit.damp is no\n    text: Dry.",
      "a second standing line is called `damp`"
    ),
    ("- line: Damp\n    while: visit.damp is yes\n    text: Damp.", "`Damp` can't be a name"),
    ("a text", "`standing:` of the outcomes should be a list"),
  ])
  func `A faulty standing line is reported`(_ line: String, _ message: String) throws {
    let outcomes = SourceFile(
      path: "outcomes.yaml",
      text: "outcomes:\n  done:\n    kind: chart\n    text: Done.\nunfinished: [note]\nstanding:"
        + (line.hasPrefix("-") ? "\n  \(line)\n" : " \(line)\n"))
    let found = try problems([outcomes])
    #expect(found.count == 1 && found.first?.contains(message) == true, "\(found)")
  }

  @Test func `A rule about a line that does not exist is reported`() throws {
    let rules = SourceFile(
      path: "safety-rules.yaml", text: "rules:\n  - rule: r\n    always: line damp is shown\n")
    let found = try problems([rules])
    #expect(found.count == 1 && found[0].contains("there is no standing line `damp`"), "\(found)")
  }

  @Test func `Only a rule can ask whether a line is shown`() throws {
    let step = SourceFile(
      path: "watches.yaml",
      text:
        "watches:\n  - watch: w\n    whenever: line damp is shown\n    steps:\n      - say: x\n        text: X.\n"
    )
    let found = try problems([step])
    #expect(found.contains { $0.contains("only safety rules can test this") }, "\(found)")
  }

  @Test func `The text of a standing line is exported under its name`() throws {
    let outcomes = SourceFile(
      path: "outcomes.yaml",
      text: "outcomes:\n  done:\n    kind: chart\n    text: Done.\nunfinished: [note]\nstanding:\n"
        + "  - line: damp\n    while: visit.damp is yes\n    text: It is damp.\n")
    let files = try TestPacks.whole([Self.visit, outcomes], entry: "visit")
    let texts = Passage.passages(of: files).map { "\($0.id): \($0.runs.map(\.text).joined())" }
    #expect(texts.contains("standing damp.text: It is damp."))
  }
}
