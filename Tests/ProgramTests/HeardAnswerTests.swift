import DialogueCompiler
import DialogueEngine
import DialogueModel
import Scenarios
import Support
import TerminalChat
import Testing

/// A one of that is answered by what was typed for another question.
struct HeardAnswerTests {
  private static let script = Result {
    try TestPacks.script(
      entry: "visit",
      [
        SourceFile(
          path: "visit.yaml",
          text: """
            dialogue: visit
            steps:
              - ask: home
                text: Where?
                answer: text
              - ask: school
                text: Which school?
                answer: text
              - ask: sure
                text: Is the council known?
                answer: yes-no
              - ask: council
                text: Which council?
                label: Council
                answer: one of
                heard-in: [home, school]
                when: sure is yes
                options:
                  north: Northby
                  east: Northby East
                  south:
                    label: Southam
                    synonyms: [the South]
              - ask: last
                text: Last?
                answer: text
            """)
      ])
  }

  /// The place of home and of school, and the council that is heard.
  static let places: [(home: String, school: String, council: String?)] = [
    ("1 Lane, southam", "none", "south"), ("Hill", "Southam Primary", "south"),
    ("Southam", "Southam", "south"), ("Southam", "Northby School", nil), ("Hill", "Dale", nil),
    ("Northby East", "Dale", nil), ("near the south", "Dale", "south"),
    ("SOUTHAM!", "not known", "south"), ("ask Southam", "Dale", nil), ("Southamley", "Dale", nil),
  ]

  @Test(arguments: places) func `The one option that is named is taken once it is on the path`(
    _ home: String, _ school: String, _ council: String?
  ) throws {
    var chat = try chat()
    _ = chat.take(home)
    #expect(!chat.take(school).contains("/change council"))
    let said = chat.take("yes")
    let script = try Self.script.get()
    let number = try #require(script.numbers["visit.council"])
    let option = council.flatMap { id in
      script.questions[number].options.firstIndex { $0.id == id }
    }
    #expect(chat.conversation.answers[number] == option.map { .value(.option($0)) })
    #expect(said.contains("To change it, type: /change council") == (council != nil))
    #expect(said.contains("Which council?") == (council == nil))
  }

  @Test func `What was heard can be changed, and is not heard again`() throws {
    var chat = try chat()
    for line in ["Southam", "Dale", "yes"] { _ = chat.take(line) }
    #expect(chat.take("/change council").contains("Which council?"))
    _ = chat.take("not known")
    let number = try #require(try Self.script.get().numbers["visit.council"])
    #expect(chat.conversation.answers[number] == .notKnown)
    #expect(!chat.take("the end").contains("/change council"))
    #expect(chat.conversation.answers[number] == .notKnown)
  }

  @Test(arguments: [
    ("", true), ("visit.council: Southam\n", true), ("visit.council: Northby\n", false),
  ])
  func `A scenario may leave out what is heard, or say the same`(
    _ line: String, _ passes: Bool
  ) throws {
    let scenario = try Scenario(
      file: "a.scenario",
      text: "# Heard.\nvisit.home: Southam\nvisit.school: Dale\nvisit.sure: yes\n\(line)"
        + "visit.last: x\n=> said \"Council: Southam\"\n")
    let played = scenario.play(
      try Self.script.get(), today: try #require(CivilDate(iso: "2026-11-16")))
    #expect(played.faults.isEmpty == passes)
  }

  private func chat() throws -> Chat {
    Chat(Conversation(try Self.script.get(), today: try #require(CivilDate(iso: "2026-11-16"))))
  }
}
