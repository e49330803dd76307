import DialogueCompiler
import DialogueEngine
import DialogueModel
import Support
import TerminalChat
import Testing

/// What people type before anyone asked for it, and what they take back of a list.
struct StoriesTests {
  private static let script = Result {
    try TestPacks.script(
      entry: "visit",
      [
        SourceFile(
          path: "visit.yaml",
          text: """
            dialogue: visit
            steps:
              - ask: danger
                text: Could anyone be hurt right now?
                label: Danger
                answer: yes-no
                unclear: If in doubt, keep people away. Could anyone be hurt?
              - ask: harm
                text: What has the tree?
                label: What it has
                answer: any of
                options:
                  crack: A crack
                  fungus: Fungus
                  hollow: A hollow trunk
                  nests: Nests
              - ask: happened
                text: What has happened?
                label: What happened
                answer: text
                lines: yes
              - ask: sender
                text: Your name, and your number?
                label: Sender
                answer: text
                holds: adult
              - ask: notes
                text: Notes?
                label: Notes
                answer: list of note
                quiet: yes
            """)
      ], pack: "notes: visit.notes\n")
  }

  private static let story =
    "There was a bang this morning and now the big one by the school gate leans over the path and children walk under it at three"

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

  @Test func `A story that came too early is put back where the account is asked for`() throws {
    var chat = try chat([Self.story, "no"])
    #expect(words("notes", in: chat)?.contains("leans over the path") == true)
    #expect(chat.take("none").contains(Self.story))
    _ = chat.take("It has a split as well.")
    _ = chat.take("")
    #expect(words("happened", in: chat) == Self.story + "\nIt has a split as well.")
    #expect(words("notes", in: chat)?.contains("leans over the path") != true)
  }

  @Test func `Each of its lines can be taken back, and a short reply stays a note`() throws {
    var chat = try chat([Self.story, "no", "none", "undo", "Only the branch.", ""])
    #expect(words("happened", in: chat) == "Only the branch.")
    chat = try self.chat(["it leans over the path", "no", "none"])
    #expect(words("notes", in: chat)?.contains("it leans over the path") == true)
    _ = chat.take("Only the branch.")
    _ = chat.take("")
    #expect(words("happened", in: chat) == "Only the branch.")
  }

  @Test func `A no with other words is asked about until it is clear`() throws {
    var chat = try chat(["no it hangs over the path", "no but it creaks"])
    #expect(words("danger", in: chat) == nil)
    #expect(chat.take("it creaks").contains("That counts as"))
  }

  /// What is typed after 1, 2 and 3 were chosen and some of the words were not understood, and what is left.
  @Test(arguments: [
    ("remove 2", "A crack and A hollow trunk"), ("take 1 and 2 out", "A hollow trunk"),
    ("only 1 and 3 please", "A crack and A hollow trunk"), ("1, 3", "A crack and A hollow trunk"),
    ("just the fungus, take the other two out", "Fungus"), ("none", "none"),
    ("nests", "A crack, Fungus, A hollow trunk and Nests"),
  ])
  func `Of what was shown back, some can be taken out`(_ typed: String, _ left: String) throws {
    var chat = try chat(["no"])
    #expect(chat.take("1 and 2 and 3 and wobbly bits").contains("What is “wobbly bits”?"))
    _ = chat.take(typed)
    if words("harm", in: chat) == nil { _ = chat.take("") }
    #expect(words("harm", in: chat) == left)
  }

  @Test(arguments: ["note it creaks", "add a note it creaks", "review", "what to do"])
  func `A note, or a look at something else, leaves waiting what was shown back`(
    _ typed: String
  ) throws {
    var chat = try chat(["no", "1 and 2 and wobbly bits"])
    #expect(chat.take(typed).contains("What is “wobbly bits”?"))
    #expect((words("notes", in: chat)?.contains("it creaks") == true) == typed.contains("note"))
    _ = chat.take("")
    #expect(words("harm", in: chat) == "A crack and Fungus")
  }

  @Test func `An answer that has been given is edited in the same words, and shown back first`()
    throws
  {
    var chat = try chat(["no", "1, 2, 3", "/change what it has"])
    #expect(chat.take("take 2 out").contains("A crack and A hollow trunk"))
    #expect(words("harm", in: chat) == "A crack, Fungus and A hollow trunk")
    _ = chat.take("")
    #expect(words("harm", in: chat) == "A crack and A hollow trunk")
    #expect(chat.take("undo").contains("Taken back: What it has"))
  }

  @Test func `Undo names only the options that it takes back`() throws {
    var chat = try chat(["no", "1, 2", "/change what it has", "1, 2, 4"])
    #expect(chat.take("undo").contains("Taken back: What it has: Nests."))
  }

  @Test func `Words about someone else are not taken for the name of who types`() throws {
    var chat = try chat(["no", "none", "It leans.", ""])
    #expect(chat.take("he had a ladder, and a saw").contains("or your answer here?"))
    _ = chat.take("note")
    #expect(words("notes", in: chat)?.contains("he had a ladder") == true)
    #expect(words("sender", in: chat) == nil)
    _ = chat.take("Sam Oak, 01632 960001")
    #expect(words("sender", in: chat) == "Sam Oak, 01632 960001")
  }

  @Test func `Words that the new ones would lose are asked about`() throws {
    var chat = try chat([
      "no", "none", "It leans.", "", "Sam Oak, please ring before Tuesday evening",
    ])
    _ = chat.take("change sender")
    let said = chat.take("Samuel Oak, tree officer of Northby, 01632 960001, all week and nights")
    #expect(said.contains("That would replace what you wrote"))
    _ = chat.take("add")
    #expect(words("sender", in: chat)?.contains("before Tuesday evening\nSamuel Oak") == true)
  }

  @Test(arguments: ["who do i ring?", "replace", "leave it"])
  func `A question, or a word without one, is no note at the end`(_ typed: String) throws {
    var chat = try chat(["no", "none", "It leans.", "", "Sam Oak"])
    _ = chat.take(typed)
    #expect(words("notes", in: chat) == nil)
  }

  @Test func `Undo asks first what it took back, whatever else was heard`() throws {
    var chat = try chat(["no it hangs over the path", "no"])
    #expect(
      chat.take("undo").hasSuffix("Could anyone be hurt right now?\n  1 yes\n  2 no\n  3 not known")
    )
  }

  @Test func `An order to take words out is no note, and an order to add one is`() throws {
    var chat = try chat(["no", "none", "It leans.", "", "Sam Oak"])
    for line in [
      "take out it leans", "can u take my name out n the bit bout tuesday",
      "The letter still says oak, please correct.",
    ] {
      #expect(chat.take(line).contains("I have not kept that line"))
      #expect(words("notes", in: chat) == nil)
    }
    _ = chat.take("add a note he limps")
    #expect(words("notes", in: chat) == "he limps")
    #expect(chat.take("change sender, Kim Oak, 01632 960001").contains("The letter has changed"))
    #expect(words("sender", in: chat) == "Kim Oak, 01632 960001")
  }
}
