import DialogueReading
import DialogueScript
import Screening
import Support
import Testing

/// What people type, and what it is taken for.
///
/// Each row is a reply to one question of a small pack.
struct UnderstandingTests {
  static let script = Result {
    try TestPacks.script(
      entry: "visit",
      [
        SourceFile(
          path: "visit.yaml",
          text: """
            dialogue: visit
            steps:
              - ask: light
                text: Is there a light on?
                answer: yes-no
                options:
                  "no": not that I can see
                not-known: not sure
              - ask: door
                text: Which door?
                answer: one of doors
              - ask: seen
                text: What is seen?
                answer: any of doors
              - ask: people
                text: Who?
                answer: list of person
                at-most: 3
              - ask: notes
                text: Notes?
                answer: text
              - ask: floors
                text: How many floors?
                answer: number
              - ask: built
                text: When was it built?
                answer: date
              - ask: next
                text: When is the next visit?
                answer: date
                ahead: yes
            """),
        SourceFile(
          path: "doors.yaml",
          text: """
            vocabulary: doors
            items:
              front:
                label: The front door
                synonyms: [street, main entrance]
              back: The back door
              cellar: A hatch to the cellar
            """),
      ])
  }

  @Test(arguments: [
    // Yes, no, and neither.
    ("light", "yes", "yes"), ("light", "Yeah.", "yes"), ("light", "y", "yes"),
    ("light", "1", "yes"),
    ("light", "no there isn't", "no"), ("light", "Nope", "no"), ("light", "2", "no"),
    ("light", "not that I can see", "no"), ("light", "dunno", "not known"),
    ("light", "3", "not known"), ("light", "not sure", "not known"),
    ("light", "I don’t know", "not known"), ("light", "not sure, ask Sam", "ask Sam"),
    ("light", "I'd need to ask the site manager", "ask the site manager"),
    ("light", "yes and no", "?"), ("light", "no, I don't know", "?"), ("light", "perhaps yes", "?"),
    ("light", "4", "?"), ("light", "purple", "?"), ("light", "", "empty"),
    ("light", "skip", "skipped"),
    ("light", "999", "?"),
    ("light", "no one knows where it is", "?"), ("light", "no but I heard a voice", "?"),
    ("light", "definitely not", "?"), ("light", "not that I can see, but there is smoke", "?"),
    ("light", "no, not now", "no"), ("light", "yes there is", "yes"),
    ("light", "maybe the hall", "?"),
    ("light", "I'd need to ask", "not known"),
    // One of.
    ("door", "1", "front"), ("door", "back", "back"), ("door", "The back door", "back"),
    ("door", "hatch", "cellar"), ("door", "main entrance", "front"), ("door", "street", "front"),
    ("door", "door", "several: front, back"), ("door", "window", "?"), ("door", "4", "not known"),
    ("door", "5", "?"), ("door", "not known", "not known"),
    ("door", "the", "?"),
    ("door", "FRONT", "front"), ("door", "ask Kim Vale", "ask Kim Vale"),
    // Any of.
    ("seen", "1, 3", "front + cellar"), ("seen", "3 1", "front + cellar"),
    ("seen", "1,3", "front + cellar"),
    ("seen", "back,hatch", "back + cellar"),
    ("seen", "front and back", "front + back"), ("seen", "all", "front + back + cellar"),
    ("seen", "none", "none"), ("seen", "none of these", "none"), ("seen", "hatch, window", "?"),
    ("seen", "4", "?"), ("seen", "", "empty"), ("seen", "not known", "not known"),
    ("seen", "1 to 3", "?"), ("seen", "not sure, maybe 3", "?"), ("seen", "no", "none"),
    ("notes", "\"ask him to stop\"", "“\"ask him to stop\"”"), ("notes", "\"help\"", "“\"help\"”"),
    ("floors", "about 3", "3"), ("floors", "maybe 3 I think", "3"), ("floors", "2 or 3", "?"),
    ("floors", "3 years old", "3"), ("built", "tomorrow", "2026-11-17"), ("next", "yesterday", "?"),
    ("next", "tomorrow", "2026-11-17"), ("next", "next Monday", "2026-11-23"),
    // Typed lists: here Kim is number 1, and Lee, who was 2, is removed.
    ("people", "Max", "1 Kim + 2 Lee removed + 3 Max"),
    ("people", "remove 1", "1 Kim removed + 2 Lee removed"),
    ("people", "restore 2", "1 Kim + 2 Lee"),
    ("people", "rename 1 to Kay Vale", "1 Kay Vale + 2 Lee removed"),
    ("people", "Rename 1 Kay.", "1 Kay + 2 Lee removed"), ("people", "remove 7", "?"),
    ("people", "rename 1", "?"),
    ("people", "none", "list done"), ("people", "that's all", "list done"),
    ("people", "not known", "list done"), ("people", "no", "list done"),
    (
      "people", "Ask the neighbour about him",
      "1 Kim + 2 Lee removed + 3 Ask the neighbour about him"
    ), ("people", "", "empty"),
    ("people", "999", "1 Kim + 2 Lee removed + 3 999"),
    ("people", "a man they call Red", "1 Kim + 2 Lee removed + 3 a man they call Red"),
    // Text is taken as it stands, unless all of it means something else.
    ("notes", "no she hasn't", "“no she hasn't”"), ("notes", "1", "“1”"),
    ("notes", "not known", "not known"), ("notes", "dunno", "not known"),
    ("notes", "Not sure who it was, a man with a dog.", "“Not sure who it was, a man with a dog.”"),
    ("notes", "change of door since May", "“change of door since May”"),
    ("notes", "ask Sam", "ask Sam"), ("notes", "/help", "command help"),
    ("notes", "help", "command help"),
    ("notes", "help me carry it", "“help me carry it”"), ("notes", "/nonsense", "no such command"),
    ("notes", "/not known", "not known"), ("notes", "🙂", "“🙂”"), ("notes", "   ", "empty"),
    ("notes", "change 3", "command change 3"), ("door", "change door", "command change door"),
    // Numbers and days.
    ("floors", "3", "3"), ("floors", "2.5", "2.5"), ("floors", "three", "?"),
    ("floors", "0x10", "?"),
    ("floors", "nan", "?"), ("floors", "1e999", "?"),
    ("built", "2026-11-10", "2026-11-10"), ("built", "10/11/2026", "2026-11-10"),
    ("built", "10/11", "2026-11-10"), ("built", "10 Nov", "2026-11-10"),
    ("built", "Tues 10 November", "2026-11-10"), ("built", "Wednesday 10 Nov", "?"),
    ("built", "last Tuesday", "2026-11-10"), ("built", "Monday", "2026-11-09"),
    ("built", "today", "2026-11-16"), ("built", "yesterday", "2026-11-15"),
    ("built", "20 Dec", "2025-12-20"), ("built", "3rd of May 1911", "1911-05-03"),
    ("built", "31 February 2020", "?"), ("built", "1.2.03", "2003-02-01"), ("built", "soon", "?"),
    ("next", "Friday", "2026-11-20"), ("next", "Monday", "2026-11-23"),
    ("next", "3 Jan", "2027-01-03"),
    ("next", "20 Dec", "2026-12-20"),
  ])
  func `A reply means one thing, or is asked again`(
    _ id: String, _ typed: String, _ meaning: String
  ) throws {
    let script = try Self.script.get()
    let today = try #require(CivilDate(iso: "2026-11-16"))
    let number = try #require(script.numbers["visit.\(id)"])
    var conversation = Conversation(script, today: today)
    conversation.answer(
      try #require(script.numbers["visit.people"]),
      with: .value(
        .items([Item(number: 1, name: "Kim"), Item(number: 2, name: "Lee", isRemoved: true)])))
    let reply = conversation.understand(typed, replyingTo: number)
    #expect(words(for: reply, to: script.questions[number]) == meaning)
  }

  private func words(for reply: Reply, to question: Question) -> String {
    func id(_ option: Int) -> String { question.options[option].id }
    switch reply {
    case .answer(.notKnown): return "not known"
    case .answer(.skipped): return "skipped"
    case .answer(.toFindOut(let who)): return "ask \(who)"
    case .answer(.value(.option(let option))): return id(option)
    case .answer(.value(.options([]))): return "none"
    case .answer(.value(.options(let chosen))): return chosen.map(id).joined(separator: " + ")
    case .answer(.value(.text(let text))): return "“\(text)”"
    case .answer(.value(.number(let number))):
      return number == number.rounded() ? "\(Int(number))" : "\(number)"
    case .answer(.value(.date(let day, _))): return day.iso
    case .command(let command, let argument):
      return (["command", command.id] + (argument.isEmpty ? [] : [argument])).joined(separator: " ")
    case .empty: return "empty"
    case .answer(.value(.items(let items))):
      return items.isEmpty
        ? "no one"
        : items.map {
          "\($0.number) \($0.name)" + ($0.isRemoved ? " removed" : "")
        }.joined(separator: " + ")
    case .listDone: return "list done"
    case .noRoom: return "list full"
    case .unknownCommand: return "no such command"
    case .ambiguous(let options):
      return "several: " + options.map(\.id).joined(separator: ", ")
    case .notUnderstood: return "?"
    }
  }
}
