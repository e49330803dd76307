import DialogueCompiler
import DialogueEngine
import DialogueModel
import Support
import TerminalChat
import Testing

/// What the chat does with replies that are not certain, and with what was typed and is wanted back.
struct HearingInChatTests {
  private static let script = Result {
    try TestPacks.script(
      entry: "visit",
      [
        SourceFile(
          path: "visit.yaml",
          text: """
            dialogue: visit
            steps:
              - ask: harm
                text: What has the tree?
                label: What it has
                answer: any of
                options:
                  crack: A crack
                  fungus: Fungus
                  hollow: A hollow trunk
              - ask: safe
                text: Is it safe?
                label: Safe
                answer: yes-no
              - ask: who
                text: Who has seen it?
                label: Seen by
                answer: text
              - ask: place
                text: Where does it stand?
                label: Where
                answer: text
              - ask: notes
                text: Notes?
                label: Notes
                answer: list of note
                quiet: yes
            """)
      ], pack: "notes: visit.notes\n")
  }

  private func chat(_ lines: [String] = []) throws -> Chat {
    let day = try #require(CivilDate(iso: "2026-11-16"))
    var chat = Chat(Conversation(try Self.script.get(), today: day))
    for line in lines { _ = chat.take(line) }
    return chat
  }

  private func words(_ key: String, in chat: Chat) -> String? {
    guard let number = chat.conversation.script.numbers["visit.\(key)"],
      let answer = chat.conversation.answers[number]
    else { return nil }
    return chat.conversation.words(for: answer, to: number)
  }

  @Test func `Of a reply the part that is understood is kept, and the rest is asked for`() throws {
    var chat = try chat()
    let said = chat.take("fungus and bits fall off")
    #expect(said.contains("I have Fungus. What is “bits fall off”?"))
    #expect(words("harm", in: chat) == nil)
    _ = chat.take("crack")
    #expect(words("harm", in: chat) == "A crack and Fungus")
    #expect(words("notes", in: chat)?.contains("bits fall off") == true)
  }

  @Test func `Enter goes on without the rest, whose words are kept`() throws {
    let chat = try chat(["fungus and bits fall off", ""])
    #expect(words("harm", in: chat) == "Fungus")
    #expect(words("notes", in: chat)?.contains("bits fall off") == true)
  }

  @Test func `Yes agrees to a reading, and any other reply is read afresh`() throws {
    #expect(words("harm", in: try chat(["fugnus", "yes"])) == "Fungus")
    #expect(words("harm", in: try chat(["fugnus", "ok thanks"])) == "Fungus")
    #expect(words("harm", in: try chat(["fugnus", "crack"])) == "A crack")
  }

  @Test func `Words that say nothing to the question don't lose what was read before`() throws {
    var chat = try chat(["fugnus"])
    #expect(chat.take("please just come quickly").contains("Fungus"))
    _ = chat.take("")
    #expect(words("harm", in: chat) == "Fungus")
    #expect(words("notes", in: chat)?.contains("please just come quickly") == true)
  }

  @Test(arguments: ["sorry", "hmm", "yes no"])
  func `What agrees to nothing records nothing`(_ typed: String) throws {
    #expect(words("harm", in: try chat(["fugnus", typed])) == nil)
  }

  @Test func `A yes that could be the answer or agree to a no is asked about`() throws {
    var chat = try chat(["none", "no it leans a bit"])
    #expect(words("safe", in: chat) == nil)
    let said = chat.take("yes")
    #expect(said.contains("Is “yes” about what I understood, or is it a new answer?"))
    #expect(words("safe", in: chat) == nil)
    _ = chat.take("")
    #expect(words("safe", in: chat) == "no")
  }

  @Test func `A lean is no answer, and the reason is said`() throws {
    var chat = try chat(["none"])
    #expect(chat.take("i think so").contains("sounds like yes"))
    #expect(words("safe", in: chat) == nil)
  }

  @Test func `Undone to the beginning, nothing is left, and redo brings it back`() throws {
    let typed = ["crack", "yes", "Sam", "/note it leans", "/change safe", "no", "by the gate"]
    var chat = try chat(typed)
    let end = chat.conversation.kept
    let opening = try self.chat().opening
    for _ in typed { _ = chat.take("undo") }
    #expect(chat.conversation.kept.isEmpty)
    #expect(chat.opening == opening)
    #expect(chat.take("undo").contains("nothing to take back"))
    for _ in typed { _ = chat.take("redo") }
    #expect(chat.conversation.kept == end)
  }

  @Test func `Add puts words beside those there are`() throws {
    let chat = try chat(["none", "yes", "Sam", "/add seen by", "and Kim, from the road"])
    #expect(words("who", in: chat) == "Sam\nand Kim, from the road")
  }

  @Test(arguments: ["note", "command"])
  func `Words that take something back are asked about, and can be a note`(_ reply: String) throws {
    let typed = "sorry, the crack was on the other side"
    var chat = try chat(["crack", "yes"])
    #expect(chat.take(typed).contains("something you typed before"))
    #expect(words("who", in: chat) == nil)
    _ = chat.take(reply)
    #expect(words("notes", in: chat) == typed)
    #expect(words("who", in: chat) == nil)
    let answer = try self.chat(["crack", "yes", typed, "answer"])
    #expect(words("who", in: answer) == typed)
    #expect(words("notes", in: answer) == nil)
  }

  @Test func `A number behind an option may be another, and is asked for`() throws {
    var chat = try chat()
    #expect(chat.take("fungus 1").contains("I have Fungus. What is “1”?"))
    _ = chat.take("1")
    #expect(words("harm", in: chat) == "A crack and Fungus")
  }

  @Test func `After the question whether it is a command, a look at something keeps both`() throws {
    var chat = try chat(["none", "yes", "note the bark is loose"])
    let said = chat.take("review")
    #expect(said.contains("What it has"))
    #expect(said.contains("or your answer?"))
    _ = chat.take("answer")
    #expect(words("who", in: chat) == "note the bark is loose")
  }

  @Test(arguments: [
    (["Sam"], "Sam"), (["not known"], "not known"), (["", "yes", "Sam"], "Sam"),
  ])
  func `After that question, any other reply is taken and the words are kept`(
    _ lines: [String], _ who: String
  ) throws {
    let chat = try chat(["none", "yes", "note the bark is loose"] + lines)
    #expect(words("who", in: chat) == who)
    #expect(words("notes", in: chat)?.contains("note the bark is loose") == true)
  }

  @Test func `After that question, a command is carried out and the words are kept`() throws {
    var chat = try chat(["none", "yes", "note the bark is loose"])
    #expect(chat.take("back").contains("Is it safe?"))
    #expect(words("who", in: chat) == nil)
    #expect(words("notes", in: chat)?.contains("the bark is loose") == true)
  }

  @Test func `Words that begin like a command are asked about`() throws {
    var note = try chat(["none", "yes"])
    #expect(note.take("note the bark is loose").contains("or your answer?"))
    _ = note.take("command")
    #expect(words("notes", in: note) == "the bark is loose")
    #expect(words("who", in: note) == nil)
    let answer = try chat(["none", "yes", "note the bark is loose", "answer"])
    #expect(words("who", in: answer) == "note the bark is loose")
  }
}
