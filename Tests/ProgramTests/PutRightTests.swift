import DialogueCompiler
import DialogueEngine
import DialogueModel
import Support
import TerminalChat
import Testing

/// What people put right in words of their own, and replies that say more than the change they are offered as.
struct PutRightTests {
  private static let script = Result {
    try TestPacks.script(
      entry: "visit",
      [
        SourceFile(
          path: "visit.yaml",
          text: """
            dialogue: visit
            steps:
              - ask: planted
                text: When was it planted?
                answer: date
                quiet: yes
              - ask: age
                text: How old is it?
                label: Age
                answer: number
                birth-date: planted
              - ask: at
                text: At what time?
                label: The time
                answer: moment
                ahead: yes
                quiet: yes
              - ask: next
                text: When is it next?
                label: When
                answer: text
                moment: at
              - conclude: ring
                outcome: ring
              - ask: account
                text: What happened?
                label: Account
                answer: text
              - ask: kinds
                text: Which kinds?
                label: Kinds
                answer: any of
                options:
                  oak: An oak
                  lime: A lime
                  beech: A beech
              - ask: trees
                text: Which other trees?
                label: Other trees
                answer: list of tree
              - ask: who
                text: Who was it?
                label: Who
                answer: text
              - ask: notes
                text: Notes?
                answer: list of note
                quiet: yes
            """),
        SourceFile(
          path: "outcomes.yaml",
          text: """
            outcomes:
              done:
                kind: chart
                text: Done.
              ring:
                kind: flag
                once: yes
                text: "Ring before <<visit.at | it is dark>>. Words: <<visit.next | none>>."
            unfinished: [note]
            """),
        SourceFile(path: "letters/note.md", text: "always: Age: <<visit.age>>\n"),
      ], pack: "notes: visit.notes\n")
  }

  /// A conversation on Monday 16 November 2026 at 14:10, and what was said last.
  private func talk(_ lines: [String]) throws -> (said: String, chat: Chat) {
    let day = try #require(CivilDate(iso: "2026-11-16"))
    var chat = Chat(Conversation(try Self.script.get(), today: day, minute: 850))
    let said = lines.map { chat.take($0) }
    return (said.last ?? "", chat)
  }

  private func words(_ key: String, _ chat: Chat) -> String? {
    chat.conversation.script.numbers["visit.\(key)"].flatMap { number in
      chat.conversation.answers[number].map { chat.conversation.words(for: $0, to: number) }
    }
  }

  private func notes(_ chat: Chat) -> [String] {
    chat.conversation.script.notes.map { chat.conversation.items(of: $0).map(\.name) } ?? []
  }

  @Test(arguments: [
    "oh hang on, so shes 15??", "she did say, so she's 15?", "hang on, shes 15 not 18",
    "maybe shes maybe 15",
  ])
  func `A lower age that someone is no longer sure of is offered`(_ typed: String) throws {
    let (said, chat) = try talk(["18", "friday", typed])
    #expect(said.contains("Shall I change your answer to “Age”? It would be: 15."))
    #expect(words("age", chat) == "18")
    #expect(words("age", try talk(["18", "friday", typed, "yes"]).chat) == "15")
  }

  @Test(arguments: ["he is 24", "she is 15", "hang on, there are 15 of them", "her dog, hes 3?"])
  func `Other numbers change no age`(_ typed: String) throws {
    #expect(try !talk(["18", "friday", typed]).said.contains("Shall I change"))
  }

  @Test func `A weekday put right with no word of the wrong one changes each answer that has it`()
    throws
  {
    let lines = [
      "18", "they fly saturday morning", "flight on sat, found out sunday", "oak", "none",
    ]
    let (said, chat) = try talk(lines + ["oh no its THURSDAY"])
    #expect(said.contains("“When”? It would be: they fly thursday morning"))
    #expect(words("next", chat) == "they fly saturday morning")
    let (then, changed) = try talk(lines + ["oh no its THURSDAY", "yes"])
    #expect(words("next", changed) == "they fly thursday morning")
    #expect(words("at", changed)?.contains("Thursday 19 November 2026") == true)
    #expect(then.contains("“Account”? It would be: flight on thursday, found out sunday"))
  }

  @Test func `A moment put right has said again what names it, though that is said once`() throws {
    let (first, _) = try talk(["18", "half 8 tonight"])
    #expect(first.contains("Ring before 8:30pm today"))
    let (said, _) = try talk(["18", "half 8 tonight", "no wait, half seven", "yes"])
    #expect(said.contains("Ring before 7:30pm today"))
    #expect(said.contains("Words: half seven tonight."))
    // Whatever else is changed, it is not.
    let (other, _) = try talk(["18", "half 8 tonight", "It fell.", "change age", "19"])
    #expect(!other.contains("Ring before"))
  }

  @Test func `A reply that says more than its change is kept whole`() throws {
    let lines = ["18", "they fly saturday", "flight on sat", "oak", "none"]
    let typed = "its thursday not saturday. leave the house about 0330"
    let (_, chat) = try talk(lines + [typed, "yes"])
    let kept = notes(chat) + [words("who", chat) ?? ""]
    #expect(kept.contains { $0.contains("leave the house about 0330") })
  }

  @Test func `What was understood is not lost when the rest is not understood twice`() throws {
    let start = ["18", "friday", "It fell."]
    let typed = ["2, but maybe the hornbeam", "the hornbeam i mean", ""]
    #expect(words("kinds", try talk(start + typed).chat) == "A lime")
  }

  @Test func `Words typed in full at the choice to replace are the ones to put there`() throws {
    let start = [
      "18", "friday", "It fell on the road, and the wall is down as well, all along.",
      "change account", "It fell on the path.",
    ]
    let (_, chat) = try talk(start + ["It fell on the path by the church.", "replace"])
    #expect(words("account", chat) == "It fell on the path by the church.")
  }

  @Test func `Many words as one name are said to stand wherever it is named`() throws {
    let start = ["18", "friday", "It fell.", "oak"]
    let long = "the tall one by the pond that leant over in the storm last year, next to ours"
    #expect(try talk(start + [long]).said.contains("type rename 1 and then the name alone"))
    #expect(try !talk(start + ["the tall one"]).said.contains("type rename"))
  }

  @Test func `Words in quotation marks are all that is taken out`() throws {
    let told = "It fell. i may go there, tonight. It is an oak."
    let start = ["18", "friday", told, "oak", "none", "Kez"]
    let (said, _) = try talk(start + ["take out \"i may go there, tonight\" that was me"])
    #expect(said.contains("You also wrote “i may go there, tonight”."))
    #expect(said.contains("It would be: It fell. . It is an oak."))
  }

  @Test func `The name of an account is put right as another name is`() throws {
    let start = ["18", "friday", "He writes as kit_fox13.", "oak", "none"]
    let (said, _) = try talk(start + ["sorry its foxkit_31 not kit_fox13"])
    #expect(said.contains("It would be: He writes as foxkit_31."))
  }

  @Test(arguments: ["fri 15 jan 12.15 at the gate", "sat 16 jan"])
  func `A day of the coming year is not taken for one of last year`(_ typed: String) throws {
    let day = try #require(CivilDate(iso: "2026-12-30"))
    var chat = Chat(Conversation(try Self.script.get(), today: day, minute: 850))
    for line in ["18", typed] { #expect(!chat.take(line).contains("can't be right")) }
  }

  @Test func `An account that says it is not known, with nothing seen, is shown back as not known`()
    throws
  {
    let typed = "dont know what it is, ive seen and heard nothing about it"
    let (said, chat) = try talk(["18", "friday", typed])
    #expect(said.contains("I've read that as: not known"))
    #expect(words("account", chat) == nil)
    let (_, after) = try talk(["18", "friday", typed, ""])
    #expect(
      after.conversation.script.numbers["visit.account"].flatMap { after.conversation.answers[$0] }
        == .notKnown)
    #expect(notes(after).contains { $0.contains(typed) })
    #expect(
      try !talk(["18", "friday", "dont know who, i saw it fall"]).said.contains(
        "I've read that as: not known"))
  }
}
