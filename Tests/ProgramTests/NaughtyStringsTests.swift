import DialogueCompiler
import DialogueEngine
import DialogueModel
import Foundation
import Support
import TerminalChat
import Testing

/// Public strings that are known to break software, given as every kind of answer.
///
/// The corpus is kept beside the checkout, not on users' machines.
struct NaughtyStringsTests {
  static let path = "\(TestPacks.root)/../shared/corpora/blns.json"
  static let strings: [String] =
    (try? Data(contentsOf: URL(fileURLWithPath: path)))
    .flatMap { try? JSONDecoder().decode([String].self, from: $0) } ?? []
  static let isHere = !strings.isEmpty

  static let script = Result {
    try TestPacks.script(
      entry: "visit",
      [
        SourceFile(
          path: "visit.yaml",
          text: """
            dialogue: visit
            steps:
              - ask: words
                text: Words?
                answer: text
              - ask: people
                text: Who?
                answer: list of person
              - ask: door
                text: Open?
                answer: yes-no
              - ask: room
                text: Which?
                answer: one of rooms
              - ask: rooms
                text: Which ones?
                answer: any of rooms
              - ask: floors
                text: How many?
                answer: number
              - ask: built
                text: When?
                answer: date
            """),
        SourceFile(
          path: "rooms.yaml",
          text: "vocabulary: rooms\nitems:\n  hall: The hall\n  attic: The attic\n"),
        SourceFile(
          path: "letters/note.md", text: "Words: <<visit.words>>\nPeople: <<visit.people>>\n"),
      ])
  }

  private func conversation() throws -> Conversation {
    Conversation(try Self.script.get(), today: try #require(CivilDate(iso: "2026-11-16")))
  }

  /// The visible form of a string, with control and direction characters replaced.
  private func shown(_ text: String) -> String { text.withControlsVisible }

  /// Nothing in the text can control a terminal.
  private func isHarmless(_ text: String) -> Bool {
    text.unicodeScalars.allSatisfy { scalar in
      switch scalar.value {
      case 0x0A: true
      case 0..<0x20, 0x7F..<0xA0, 0x200E, 0x200F, 0x202A...0x202E, 0x2066...0x2069: false
      default: true
      }
    }
  }

  /// The bytes of the text's characters, ignoring white space and so its line breaks.
  private func unwrapped(_ text: String) -> Data {
    var letters = String.UnicodeScalarView()
    letters.append(contentsOf: text.unicodeScalars.filter { !$0.properties.isWhitespace })
    return Data(String(letters).utf8)
  }

  private func holds(_ text: String, _ part: String) -> Bool {
    unwrapped(part).isEmpty || unwrapped(text).range(of: unwrapped(part)) != nil
  }

  @Test(.enabled(if: isHere, "the public corpus is not beside this checkout"))
  func
    `A string given as words or a name is kept byte for byte and shown without harm`()
    throws
  {
    #expect(Self.strings.count == 515)
    for string in Self.strings {
      var conversation = try conversation()
      let words = try #require(conversation.script.numbers["visit.words"])
      let people = try #require(conversation.script.numbers["visit.people"])
      conversation.answer(words, with: .value(.text(string)))
      if let answer = conversation.adding(string, to: people) {
        conversation.answer(people, with: answer)
      }
      let stored = try #require(conversation.stored.writtenAndRead)
      guard case .text(let kept)? = stored["visit.words"],
        case .items(let items, nil)? = stored["visit.people"]
      else {
        // An empty text is no answer and is not kept as one.
        #expect(string.isEmpty)
        continue
      }
      #expect(Array(kept.utf8) == Array(string.utf8))
      #expect(items.first.map { Array($0.name.utf8) } == Array(string.utf8))
      let letter = try #require(conversation.drafts.first).text
      #expect(isHarmless(letter))
      #expect(holds(letter, "Words: \(shown(string)) People: \(shown(string))"))
      var chat = Chat(conversation)
      let review = chat.take("/review")
      #expect(isHarmless(review))
      #expect(holds(review, shown(string)))
    }
  }

  @Test(
    .enabled(if: isHere, "the public corpus is not beside this checkout"),
    arguments: ["words", "people", "door", "room", "rooms", "floors", "built"])
  func `A string typed as any kind of answer does no harm`(_ id: String) throws {
    for string in Self.strings {
      var conversation = try conversation()
      let number = try #require(conversation.script.numbers["visit.\(id)"])
      for question in 0..<number where question >= conversation.script.localCount {
        conversation.answer(question, with: .skipped)
      }
      var chat = Chat(conversation)
      for line in string.split(separator: "\n", omittingEmptySubsequences: false) {
        #expect(isHarmless(chat.take(String(line))), "\(string)")
      }
      #expect(isHarmless(chat.take("/draft")), "\(string)")
      #expect(isHarmless(chat.take("/review")), "\(string)")
    }
  }

  @Test(.enabled(if: isHere, "the public corpus is not beside this checkout"))
  func `Typing all the strings leaves no control characters in the program's output`() throws {
    let input = Self.strings.map { $0 + "\n" }.joined()
    let run = try Program.run(
      ["--dialogues", TestPacks.withoutRules, "--today", "2026-11-16"], input: input)
    #expect(run.code == 0 || run.code == 1)
    #expect(isHarmless(run.output))
    #expect(isHarmless(run.errors))
  }
}
