import DialogueCompiler
import DialogueEngine
import DialogueModel
import Support
import Testing

/// The replies that people type, and the meaning that is recorded.
///
/// Each row is a reply to one question of a small pack.
struct ParsedReplyTests {
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
              - ask: said
                text: What was said?
                answer: text
                quoted: yes
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
              - ask: shut
                text: When is it shut?
                answer: time
              - ask: meet
                text: Meet?
                answer: moment
              - ask: return
                text: Return?
                answer: moment
                ahead: yes
              - ask: broken
                text: What is broken?
                answer: any of
                options:
                  lock: The lock
                  hinge: A hinge
                  nothing:
                    label: Nothing that I can see
                    exclusive: yes
                  unseen:
                    label: Not looked at yet
                    exclusive: yes
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
              other:
                label: Windows, skylights and vents
                synonyms: [window]
            """),
      ])
  }

  /// Typed as one, since the compiler takes minutes to work out the type of so long a table.
  private static let replies: [(id: String, typed: String, meaning: String)] = [
    // Yes, no, and neither.
    ("light", "yes", "yes"), ("light", "Yeah.", "yes"), ("light", "y", "yes"),
    ("light", "1", "yes"), ("light", "(1)", "yes"), ("light", "Yes!", "yes"),
    ("light", "no there isn't", "no"), ("light", "Nope", "no"), ("light", "2", "no"),
    ("light", "no there isnt, sorry", "no"), ("light", "no, not at all", "no"),
    ("light", "yes please", "yes"), ("light", "yes, of course there is", "yes"),
    ("light", "not that I can see", "no"), ("light", "dunno", "not known"),
    ("light", "3", "not known"), ("light", "not sure", "not known"),
    ("light", "not sure?", "not known"), ("light", "no idea sorry", "not known"),
    ("light", "I don’t know", "not known"), ("light", "dont know", "not known"),
    ("light", "not sure, ask Sam", "ask Sam"),
    ("light", "I'd need to ask the site manager", "ask the site manager"),
    ("light", "yes and no", "?"), ("light", "no, I don't know", "?"), ("light", "perhaps yes", "?"),
    ("light", "4", "?"), ("light", "purple", "?"), ("light", "", "empty"),
    ("light", "skip", "skipped"), ("light", "999", "?"),
    ("light", "no one knows where it is", "?"), ("light", "no but I heard a voice", "?"),
    ("light", "definitely not", "no"), ("light", "not that I can see, but there is smoke", "?"),
    ("light", "no, not now", "?"), ("light", "yes there is", "yes"),
    ("light", "yes there is not", "?"), ("light", "yes?", "?"), ("light", "no...?", "?"),
    ("light", "i think so", "?"), ("light", "I don't think so", "?"), ("light", "not yet", "?"),
    ("light", "maybe the hall", "?"), ("light", "not sure, she was out", "?"),
    ("light", "I'd need to ask", "not known"), ("light", "why?", "command why"),
    // One of.
    ("door", "1", "front"), ("door", "back", "back"), ("door", "The back door", "back"),
    ("door", "back door", "back"), ("door", "a back door.", "back"),
    ("door", "hatch", "several: cellar"), ("door", "main entrance", "front"),
    ("door", "the street", "front"), ("door", "street?", "?"),
    ("door", "door", "several: front, back"), ("door", "window", "other"),
    ("door", "windows skylights and vents", "other"), ("door", "5", "not known"),
    ("door", "6", "?"), ("door", "not known", "not known"), ("door", "1, 2", "?"),
    ("door", "the", "?"), ("door", "front or back", "?"), ("door", "2.", "back"),
    ("door", "FRONT", "front"), ("door", "ask Kim Vale", "ask Kim Vale"),
    // Any of.
    ("seen", "1, 3", "front + cellar"), ("seen", "3 1", "front + cellar"),
    ("seen", "1,3", "front + cellar"), ("seen", "1;3", "front + cellar"),
    ("seen", "1|3", "front + cellar"), ("seen", "1 & 3", "front + cellar"),
    ("seen", "1+3", "front + cellar"), ("seen", "1\n3", "front + cellar"),
    ("seen", "back,cellar", "back + cellar"), ("seen", "back,hatch", "several: cellar"),
    ("seen", "front and back", "front + back"), ("seen", "all", "front + back + cellar + other"),
    ("seen", "Windows, skylights and vents", "other"),
    ("seen", "front, windows, skylights and vents and 3", "front + cellar + other"),
    ("seen", "none", "none"), ("seen", "none of these", "none"), ("seen", "cellar, roof", "?"),
    ("seen", "all, not back", "?"), ("seen", "none, 3", "?"),
    ("seen", "front, door", "several: front, back"),
    ("seen", "(1)(3)", "front + cellar"), ("seen", "#1 #3", "front + cellar"),
    ("seen", "one three", "front + cellar"), ("seen", "both 1 and 2", "front + back"),
    ("seen", "two one", "front + back"), ("seen", "5", "?"), ("seen", "", "empty"),
    ("seen", "not known", "not known"),
    ("seen", "1 to 3", "front + back + cellar"), ("seen", "1-3", "front + back + cellar"),
    ("seen", "1–3", "front + back + cellar"), ("seen", "1!3", "?"),
    ("seen", "not sure, maybe 3", "?"), ("seen", "no", "none"), ("seen", "1, 3?", "?"),
    ("seen", "3 hatches", "?"), ("seen", "1 front", "?"),
    ("notes", "\"ask him to stop\"", "“\"ask him to stop\"”"),
    ("notes", "\"help\"", "“\"help\"”"),
    // Typed lists: Kim is number 1, and Lee, who was 2, has been removed.
    ("people", "Max", "1 Kim + 2 Lee removed + 3 Max"),
    ("people", "remove 1", "1 Kim removed + 2 Lee removed"),
    ("people", "delete KIM", "1 Kim removed + 2 Lee removed"),
    ("people", "restore 2", "1 Kim + 2 Lee"), ("people", "restore Lee", "1 Kim + 2 Lee"),
    ("people", "rename 1 to Kay Vale", "1 Kay Vale + 2 Lee removed"),
    ("people", "rename Kim to Kay Vale", "1 Kay Vale + 2 Lee removed"),
    ("people", "Rename 1 Kay.", "1 Kay + 2 Lee removed"), ("people", "remove 7", "?"),
    ("people", "rename 1", "?"), ("people", "rename Bo to Kay", "?"),
    ("people", "rename 1 to", "?"),
    ("people", "remove 1, 2", "?"), ("people", "remove Kim and Bo", "?"),
    ("people", "delete Bo", "?"), ("people", "remove", "?"), ("people", "restore Kim", "?"),
    ("people", "none", "list done"), ("people", "that's all", "list done"),
    ("people", "no one", "list done"), ("people", "nobody I can think of", "list done"),
    ("people", "no-one else thanks", "list done"),
    ("people", "nobody at the house", "?"), ("people", "no one?", "?"), ("people", "yes", "?"),
    ("people", "\"nobody\"", "1 Kim + 2 Lee removed + 3 nobody"),
    ("people", "“Delete Bo”", "1 Kim + 2 Lee removed + 3 Delete Bo"),
    ("people", "not known", "list done"), ("people", "no", "list done"),
    (
      "people", "Ask the neighbour about him",
      "1 Kim + 2 Lee removed + 3 Ask the neighbour about him"
    ), ("people", "", "empty"),
    ("people", "999", "1 Kim + 2 Lee removed + 3 999"),
    ("people", "a man they call Red", "1 Kim + 2 Lee removed + 3 a man they call Red"),
    // Text is taken as it is, unless the whole of it means something else.
    ("notes", "no she hasn't", "“no she hasn't”"), ("notes", "1", "“1”"),
    ("notes", "not known", "not known"), ("notes", "dunno", "not known"),
    ("notes", "we don't know yet", "not known"), ("notes", "no idea sorry", "not known"),
    ("notes", "Sorry, no clue at the moment, I'm afraid.", "not known"),
    ("notes", "nobody knows", "“nobody knows”"),
    ("notes", "no idea who he is", "loose not known"),
    ("notes", "no idea who he is but he drives a van", "“no idea who he is but he drives a van”"),
    ("notes", "none", "“none”"), ("notes", "sorry", "“sorry”"),
    ("notes", "Not sure who it was, a man with a dog.", "“Not sure who it was, a man with a dog.”"),
    ("notes", "change of door since May", "“change of door since May”"),
    ("notes", "ask Sam", "ask Sam"), ("notes", "/help", "command help"),
    ("notes", "help", "command help"),
    ("notes", "help me carry it", "“help me carry it”"), ("notes", "/nonsense", "no such command"),
    ("notes", "/not known", "not known"), ("notes", "🙂", "“🙂”"), ("notes", "   ", "empty"),
    ("notes", "change 3", "command change 3"), ("door", "change door", "command change door"),
    ("said", "none", "refused: no-words-here"), ("said", "As above.", "refused: no-words-here"),
    ("said", "\"no\"", "“\"no\"”"), ("said", "no he said", "“no he said”"),
    ("said", "don't know yet", "not known"), ("said", "ask Sam", "“ask Sam”"),
    // Numbers.
    ("floors", "3", "3"), ("floors", "2.5", "2.5"), ("floors", "she is 3", "3"),
    ("floors", "3 years old", "3"), ("floors", "three", "3"), ("floors", "0x10", "?"),
    ("floors", "nan", "?"), ("floors", "1e999", "?"), ("floors", "about 3", "?"),
    ("floors", "2 or 3", "loose 2"), ("floors", "2, 3", "?"), ("floors", "3+", "?"),
    ("floors", ".5", "?"),
    ("floors", "3?", "?"), ("floors", "-3", "?"), ("floors", "<3", "?"), ("floors", "year 3", "?"),
    ("floors", "not sure, about 3", "?"), ("floors", "1 3", "?"),
    ("floors", String(repeating: "9", count: 400), "?"),
    // Days, when today is Monday, 16 November 2026; `DayGrammarTests` has more.
    ("built", "Tues the 10th of November, 2026", "2026-11-10"),
    ("built", "14 Nov 2pm", "2026-11-14"),
    ("built", "10-12 Nov", "2026-11-10/2026-11-12"), ("built", "about 10 Nov", "loose 2026-11-10~"),
    ("built", "next Tuesday", "refused: day-ahead"), ("built", "10 11 nov", "?"),
    ("built", "3 May 2072", "refused: day-too-far"), ("built", "not known", "not known"),
    ("next", "Friday", "2026-11-20"), ("next", "last Friday", "refused: day-past"),
    ("next", "16 Nov", "2026-11-16"), ("next", "next week", "loose 2026-11-23/2026-11-29"),
    // Times of day.
    ("shut", "16:30", "16:30"), ("shut", "16.30", "16:30"), ("shut", "4.30pm", "16:30"),
    ("shut", "4:30 PM", "16:30"), ("shut", "at 4 p.m.", "16:00"),
    ("shut", "9am", "09:00"), ("shut", "9 in the morning", "09:00"), ("shut", "02:30", "02:30"),
    ("shut", "7.15 in the evening", "19:15"), ("shut", "0:05", "00:05"),
    ("shut", "12.30pm", "12:30"), ("shut", "12.30am", "00:30"), ("shut", "midday", "12:00"),
    ("shut", "Midnight", "00:00"), ("shut", "12 noon", "12:00"), ("shut", "23:59", "23:59"),
    ("shut", "2.30", "refused: time-of-which-half"),
    ("shut", "12:30", "refused: time-of-which-half"),
    ("shut", "12am", "refused: time-of-which-half"),
    ("shut", "12 pm", "refused: time-of-which-half"),
    ("shut", "12.30 in the evening", "refused: time-of-which-half"), ("shut", "16:30pm", "?"),
    ("shut", "24:00", "?"), ("shut", "16:60", "?"), ("shut", "16:3", "?"), ("shut", "4", "?"),
    ("shut", "about 4pm", "loose 16:00"), ("shut", "half 3 in the afternoon", "15:30"),
    ("shut", "quarter to 4", "refused: time-of-which-half"), ("shut", "20 past 3pm", "15:20"),
    ("shut", "3ish pm", "loose 15:00"), ("shut", "3ish", "refused: time-of-which-half"),
    ("shut", "16.30ish", "loose 16:30"), ("shut", "5 to 6pm", "?"), ("shut", "teatime", "?"),
    ("shut", "quarter to 12pm", "refused: time-of-which-half"),
    ("shut", "five minutes to 4 pm", "15:55"), ("shut", "4 or 5pm", "?"), ("shut", "4pm?", "?"),
    ("broken", "1, 2", "lock + hinge"), ("broken", "3", "nothing"),
    ("broken", "nothing that I can see", "nothing"), ("broken", "4 4", "unseen"),
    ("broken", "1, 3", "refused: only-alone"), ("broken", "3 4", "refused: only-alone"),
    ("broken", "a hinge and nothing that I can see", "refused: only-alone"),
    ("broken", "all", "lock + hinge"), ("broken", "none", "none"),
    ("shut", "4pm-5pm", "?"), ("shut", "0pm", "?"), ("shut", "13 am", "?"), ("shut", "pm", "?"),
    ("shut", "not known", "not known"), ("shut", "late", "?"), ("shut", "16:30:00", "?"),
  ]

  @Test(arguments: replies)
  func `A reply has one meaning, or the question is asked again`(
    _ id: String, _ typed: String, _ meaning: String
  ) throws {
    let conversation = try Self.conversation()
    let number = try #require(conversation.script.numbers["visit.\(id)"])
    let reply = conversation.understand(typed, replyingTo: number)
    #expect(reply.words(for: conversation.script.questions[number]) == meaning)
  }

  /// A conversation on Monday 16 November, with two people named and one of them removed.
  static func conversation() throws -> Conversation {
    let script = try script.get()
    let today = try #require(CivilDate(iso: "2026-11-16"))
    var conversation = Conversation(script, today: today, minute: 700)
    conversation.answer(
      try #require(script.numbers["visit.people"]),
      with: .value(
        .items([Item(number: 1, name: "Kim"), Item(number: 2, name: "Lee", isRemoved: true)])))
    return conversation
  }
}

extension ParsedReply {
  /// The meaning of a reply to a question, in a word or two.
  func words(for question: Question) -> String {
    func id(_ option: Int) -> String { question.options[option].id }
    switch self {
    case .answer(.notKnown): return "not known"
    case .answer(.skipped): return "skipped"
    case .answer(.toFindOut(let who)): return "ask \(who)"
    case .answer(.value(.option(let option))): return id(option)
    case .answer(.value(.options([]))): return "none"
    case .answer(.value(.options(let chosen))): return chosen.map(id).joined(separator: " + ")
    case .answer(.value(.text(let text))): return "“\(text)”"
    case .answer(.value(.scalar(let scalar))): return scalar.literal
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
    case .ambiguous(let options, _):
      return "several: " + options.map(id).joined(separator: ", ")
    case .loose(let answer, _): return "loose " + ParsedReply.answer(answer).words(for: question)
    case .refused(let why, _): return "refused: \(why.rawValue)"
    case .notUnderstood: return "?"
    }
  }
}
