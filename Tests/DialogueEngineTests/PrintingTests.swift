import DialogueCompiler
import DialogueEngine
import DialogueModel
import Support
import Testing

/// A vocabulary field with several lines: each is printed after the text that precedes the first.
struct PrintingTests {
  static let texts: [(text: String, printed: String)] = [
    ("<<room.looks>>", "Look up.\nLook down."),
    ("- <<room.looks>>", "- Look up.\n- Look down."),
    ("Before:\n  * <<room.looks>>\nAfter.", "Before:\n  * Look up.\n  * Look down.\nAfter."),
    ("<<room>>: <<room.looks>> <<room>>", "The hall: Look up.\nThe hall: Look down. The hall"),
    (
      "- <<room.looks>>, <<room.looks>>",
      "- Look up.\n- Look down., Look up.\n- Look down., Look down."
    ),
    // After an answer, and after a part that may be shown or not.
    ("<<who | no one>>: <<room.looks>>", "Ada: Look up.\nAda: Look down."),
    ("<<when: who is known>>+ <<end>><<room.looks>>", "+ Look up.\n+ Look down."),
    ("<<when: who is unknown>>+ <<end>><<room.looks>>", "Look up.\nLook down."),
    ("<<when: who is unknown>>+\n<<end>>- <<room.looks>>", "- Look up.\n- Look down."),
    ("- <<when: who is known>><<room.looks>><<end>>", "- Look up.\n- Look down."),
    ("- <<when: who is unknown>>+<<otherwise>><<room.looks>>\n<<end>>", "- Look up.\n- Look down."),
    // A field of one line, and one with no lines.
    ("- <<room.one>>\n- <<room.none | nothing>>", "- Look.\n- nothing"),
  ]

  @Test(arguments: texts) func `The text before a field is repeated before each of its lines`(
    _ text: String, _ printed: String
  ) throws {
    let dialogue = """
      dialogue: visit
      steps:
        - ask: who
          text: Who is there?
          answer: text
        - ask: seen
          text: What have you seen?
          answer: any of rooms
        - for each: seen
          id: each-room
          as: room
          steps:
            - ask: damp
              text: |-
                \(text.replacing("\n", with: "\n          "))
              answer: yes-no
      """
    let rooms = """
      vocabulary: rooms
      items:
        hall:
          label: The hall
          looks:
            - Look up.
            - Look down.
          one: Look.
      """
    let script = try TestPacks.script(
      entry: "visit",
      [
        SourceFile(path: "dialogues/visit.yaml", text: dialogue),
        SourceFile(path: "vocabularies/rooms.yaml", text: rooms),
      ])
    var conversation = Conversation(script, today: try #require(CivilDate(iso: "2026-11-16")))
    for reply in ["Ada", "hall"] {
      let question = try #require(conversation.question)
      guard case .answer(let answer) = conversation.understand(reply, replyingTo: question) else {
        Issue.record("\(reply) is not understood")
        return
      }
      conversation.answer(question, with: answer)
    }
    let asked = try #require(conversation.question)
    #expect(conversation.print(script.questions[asked].text) == printed)
  }
}
