import DialogueCompiler
import DialogueEngine
import DialogueModel
import Documents
import Foundation
import Support
import Testing

/// The reminder for a calendar, what is new since a letter was sent, and the page of what to do.
struct ReminderTests {
  private static let script = Result {
    try TestPacks.script(
      entry: "visit",
      [
        SourceFile(
          path: "visit.yaml",
          text: """
            dialogue: visit
            steps:
              - ask: at
                text: When is the next visit?
                label: Next visit
                answer: moment
                ahead: yes
              - ask: words
                text: What did you see?
                label: What was seen
                answer: text
              - conclude: done
                outcome: done
            """),
        SourceFile(
          path: "outcomes.yaml",
          text: """
            outcomes:
              done:
                kind: chart
                text: Ring Sam.
                letters: [note]
            unfinished: [note]
            reminder:
              while: outcome includes done
              title: Ring again; or write, today
              text: |
                Ask what was decided.
                <<when: visit.words is known>>
                Say what you saw.
                <<end>>
              before: visit.at
              minutes: 45
              working-days: 2
            """),
        SourceFile(path: "letters/note.md", text: "# Note\n\nSeen: <<visit.words>>\n"),
      ])
  }

  private func talk(_ at: String?, minute: Int? = 700) throws -> Conversation {
    let today = try #require(CivilDate(iso: "2026-11-20"))
    var talk = Conversation(try Self.script.get(), today: today, minute: minute)
    let number = try #require(talk.script.numbers["visit.at"])
    if let at, case .answer(let moment) = talk.understand(at, replyingTo: number) {
      talk.answer(number, with: moment)
    } else {
      talk.answer(number, with: .notKnown)
    }
    talk.answer(
      try #require(talk.script.numbers["visit.words"]), with: .value(.text("A crack, by Kim")))
    return talk
  }

  /// What was answered, and when the reminder is.
  @Test(arguments: [
    ("today at 15:10", "20261120T142500"), ("tomorrow at 8am", "20261121T071500"),
    // Not before now; at five on the day before one without a time; no later than after two working days: the 20th is a Friday.
    ("today at 12:10pm", "20261120T114000"), ("tomorrow", "20261120T170000"),
    ("26 November at 15:00", "20261124T090000"), (nil, "20261124T090000"),
  ])
  func `A reminder comes so many minutes before, or after some working days`(
    _ at: String?, _ start: String
  ) throws {
    let reminder = try #require(try talk(at).reminder)
    let file = String(decoding: reminder.ics, as: UTF8.self)
    #expect(file.contains("\r\nDTSTART:\(start)\r\n"), "\(file)")
    #expect(file.contains("\r\nSUMMARY:Ring again\\; or write\\, today\r\n"))
    #expect(file.contains("\r\nDESCRIPTION:Ask what was decided.\\nSay what you saw."))
    #expect(!file.contains("Kim"))
    #expect(file.split(separator: "\r\n").allSatisfy { $0.utf8.count <= 75 })
  }

  @Test func `There is none before its condition holds`() throws {
    let today = try #require(CivilDate(iso: "2026-11-20"))
    let start = Conversation(try Self.script.get(), today: today)
    #expect(start.reminder == nil && start.whatToDo == nil)
    // Some time today is too soon for a calendar.
    #expect(try talk("today").reminder == nil)
    let end = try talk(nil)
    #expect(end.reminder != nil)
    #expect(end.whatToDo?.document.plainText.hasSuffix("Ring Sam.") == true)
  }

  @Test func `What is new is what was answered or added since, and nothing else`() throws {
    var talk = try talk("tomorrow at 8am")
    let sent = talk.kept
    #expect(talk.news(since: sent) == nil)
    let words = try #require(talk.script.numbers["visit.words"])
    talk.answer(words, with: .value(.text("A crack, by Kim\nAnd it leans")))
    let news = try #require(talk.news(since: sent))
    #expect(news.document.plainText.hasSuffix("What was seen: And it leans"))
    #expect(news.document.head.map(\.text.text) == ["What is new since the last letter"])
  }
}
