import DialogueCompiler
import DialogueEngine
import DialogueModel
import Support
import TerminalChat
import Testing

/// What is heard while a long answer is being typed, and what a command sets aside.
struct HeardMeanwhileTests {
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
                text: Is anyone in danger?
                answer: yes-no
                hears: [gas]
              - ask: at
                text: When is that?
                answer: moment
                ahead: yes
                quiet: yes
              - ask: soon
                text: Could it be today?
                label: Whether it could be today
                answer: yes-no
                moment: at
              - ask: account
                text: What happened?
                answer: text
                lines: yes
              - ask: whole
                text: The whole tree?
                answer: one of
                options:
                  whole: The whole tree
                quiet: yes
              - ask: owner
                text: Who owns it?
                label: Owner
                answer: text
                when: not (whole is known)
              - ask: next
                text: When do you go there next?
                answer: text
                moment: at
              - ask: height
                text: How high is it?
                answer: number
              - ask: notes
                text: Notes?
                answer: list of note
                quiet: yes
            """),
        SourceFile(
          path: "gas.yaml", text: "listening: noise\nclasses:\n  gas:\n    find: smell of gas\n"),
        SourceFile(
          path: "language.yaml",
          text: """
            language: en-GB
            commands:
              whole:
                words: whole tree
                help: look at the whole tree
                answers: visit.whole
                with: whole
            """),
      ], pack: "notes: visit.notes\n")
  }

  private func chat(_ lines: [String]) throws -> Chat {
    let day = try #require(CivilDate(iso: "2026-11-16"))
    var conversation = Conversation(try Self.script.get(), today: day)
    conversation.minute = 870
    var chat = Chat(conversation)
    for line in lines { _ = chat.take(line) }
    return chat
  }

  private func words(_ key: String, in chat: Chat) -> String? {
    guard let number = chat.conversation.script.numbers["visit.\(key)"],
      let answer = chat.conversation.liveAnswer(number)
    else { return nil }
    return chat.conversation.words(for: answer, to: number)
  }

  @Test func `Danger in a line of a long answer is spoken of at once, and only once`() throws {
    var chat = try chat(["no", "no"])
    #expect(chat.take("I went round the back.").isEmpty)
    #expect(chat.take("There was a smell of gas.").contains("You wrote “smell of gas”"))
    #expect(chat.take("Then I went home.").isEmpty)
    #expect(chat.take("").contains("Is anyone in danger?"))
    #expect(
      words("account", in: chat)
        == "I went round the back.\nThere was a smell of gas.\nThen I went home.")
  }

  @Test func `Where danger was told, its words in a long answer bring nothing`() throws {
    var chat = try chat(["yes", "no"])
    #expect(chat.take("There was a smell of gas.").isEmpty)
  }

  /// It is 14:30; a time of the small hours is of the night to come.
  @Test(arguments: [("yes, about 1930", "7:30pm today"), ("yes, at 0305", "3:05am tomorrow")])
  func `A time beside a yes is heard`(_ typed: String, _ time: String) throws {
    var chat = try chat(["no"])
    #expect(chat.take(typed).contains("yes"))
    _ = chat.take("")
    #expect(words("at", in: chat)?.contains(time) == true)
    #expect(words("soon", in: chat) == "yes")
  }

  @Test func `A time that was named in words is corrected in words, at the next question`() throws {
    var chat = try chat(["no", "no", "It fell.", "", "Sam", "3.15pm at the gate"])
    #expect(words("at", in: chat)?.contains("3:15pm") == true)
    #expect(chat.take("no its 3.20pm").contains("Is that for the question before"))
    _ = chat.take("yes")
    #expect(words("at", in: chat)?.contains("3:20pm") == true)
    #expect(words("next", in: chat) == "3.20pm at the gate")
  }

  @Test func `What a list left out is put again once a number is corrected, and not before`() throws
  {
    let script = try TestPacks.script(
      entry: "visit",
      [
        SourceFile(
          path: "visit.yaml",
          text: """
            dialogue: visit
            steps:
              - ask: account
                text: What happened?
                answer: text
              - ask: picks
                text: Which of these?
                answer: any of signs
                hears: [signs.young]
              - ask: age
                text: How many years is it?
                label: Age
                answer: number
              - ask: place
                text: Where is it?
                answer: text
              - ask: notes
                text: Notes?
                answer: list of note
                quiet: yes
            """),
        SourceFile(
          path: "signs.yaml",
          text: """
            vocabulary: signs
            items:
              young: Under 20 years, and falling
              other: Something else
            """),
        SourceFile(
          path: "falling.yaml",
          text: """
            listening: falling
            options-of: signs
            classes:
              young:
                find: was falling
            """),
      ], pack: "notes: visit.notes\n")
    var chat = Chat(Conversation(script, today: try #require(CivilDate(iso: "2026-11-16"))))
    let put = "you wrote “was falling”"
    #expect(chat.take("it was falling").contains(put))
    #expect(chat.take("something else").contains(put))
    #expect(!chat.take("").contains(put))
    #expect(!chat.take("80").contains(put))
    _ = chat.take("/change age")
    #expect(chat.take("15").contains(put))
    #expect(!chat.take("").contains(put))
  }

  @Test func `What a question refused that is asked no more is a note at the end`() throws {
    let script = try TestPacks.script(
      entry: "visit",
      [
        SourceFile(
          path: "visit.yaml",
          text: """
            dialogue: visit
            steps:
              - ask: tree
                text: Is it a tree?
                answer: yes-no
              - ask: height
                text: How high is it?
                label: Height
                answer: number
                when: tree is yes
              - ask: place
                text: Where is it?
                answer: text
              - ask: notes
                text: Notes?
                answer: list of note
                quiet: yes
            """)
      ], pack: "notes: visit.notes\n")
    var chat = Chat(Conversation(script, today: try #require(CivilDate(iso: "2026-11-16"))))
    for line in ["yes", "hang on, I think it is a bush", "change 1", "no"] { _ = chat.take(line) }
    let said = chat.take("by the gate")
    #expect(said.contains("Kept as a note: To “Height”: hang on, I think it is a bush"))
    #expect(said.contains("That is everything I would ask."))
    #expect(words("notes", in: chat)?.contains("it is a bush") == true)
  }

  @Test func `A reply that was never understood is in the last letter`() throws {
    var chat = try chat(["no", "a man stood there all day"])
    #expect(words("notes", in: chat) == nil)
    _ = chat.leave()
    #expect(words("notes", in: chat)?.contains("a man stood there all day") == true)
  }

  @Test func `Words that a command sets aside are kept as a note`() throws {
    let chat = try chat(["no", "no", "It fell.", "", "Sam Ash, of Mill Lane", "whole tree"])
    #expect(words("owner", in: chat) == nil)
    #expect(words("notes", in: chat)?.contains("Sam Ash, of Mill Lane") == true)
  }
}
