import DialogueCompiler
import DialogueEngine
import DialogueModel
import Foundation
import LineService
import Support
import Testing

/// Replies as hurried people type them to the shipped pack's questions, with what each must be.
///
/// A reply is recorded at once, shown back first, or asked again. The replies were written by someone who had not seen
/// how they are read. Those in `unseen.tsv` were not looked at while the reading was built; in the end those that were
/// recorded otherwise were, to mend their kinds.
struct RepliesTests {
  /// One reply of a table: question, words, `sure`, `loose` or `ask`, and the value.
  struct Row {
    var type: String
    var question: String
    var typed: String
    var strength: String
    var value: String
  }

  private static let script = Result {
    let local = try String(
      contentsOfFile: "\(TestPacks.shipped)/local.example.yaml", encoding: .utf8)
    return try Script.read(
      files: try TestPacks.files(in: TestPacks.shipped),
      local: SourceFile(path: "local.example.yaml", text: local))
  }

  static func rows(_ file: String) throws -> [Row] {
    let text = try String(
      contentsOfFile: "\(TestPacks.root)/Tests/Replies/\(file)", encoding: .utf8)
    return text.split(separator: "\n").map { line in
      let cells = line.split(separator: "\t", omittingEmptySubsequences: false).map(String.init)
      return Row(
        type: cells[0], question: cells[1], typed: cells[2].replacing("\\n", with: "\n"),
        strength: cells[3],
        value: cells[4])
    }
  }

  /// The least of a hundred that are read right, and the most that are recorded otherwise.
  ///
  /// Both only ever get better: what is wanted is 95 and 0.
  @Test(arguments: [("open.tsv", 89, 2), ("open2.tsv", 81, 1), ("unseen.tsv", 81, 0)])
  func `Replies are read as they must be, or as well as they were`(
    _ file: String, _ least: Int, _ most: Int
  ) throws {
    let rows = try Self.rows(file)
    #expect(rows.count >= 400)
    var wrong: [String] = []
    var silent: [String] = []
    for row in rows {
      let read = try Self.read(row)
      let isAsked = row.strength == "ask"
      // What is shown back although it is clear costs an Enter, and is right.
      if isAsked ? read.strength == "ask" : read.strength != "ask" && read.value == row.value {
        continue
      }
      let told =
        "\(row.question)\t\(row.typed)\t\(row.strength) \(row.value)\t\(read.strength) \(read.value)"
      wrong.append(told)
      if read.strength == "sure" { silent.append(told) }
    }
    #expect((rows.count - wrong.count) * 100 / rows.count >= least, "\(wrong)")
    #expect(silent.count <= most, "\(silent)")
  }

  /// What testers found to be recorded or shown wrongly, and a few of each kind: every one of them is right.
  @Test func `What was found wrong is right, as are others of its kind`() throws {
    for row in try Self.rows("found.tsv") {
      let read = try Self.read(row)
      let isRight =
        read.strength == row.strength && (row.strength == "ask" || read.value == row.value)
      #expect(
        isRight, "\(row.question) “\(row.typed)”: \(row.strength) \(row.value), and not \(read)")
    }
  }

  @Test(arguments: [
    "Wed 10 Nov", "mon to wed", "Wed 2pm, on the bus", "no one at home knows",
    "no one in the house has been told", "a man called Rick gives her phones and vapes",
    "a lad called her over to his car", "a man waits in a car by the gate",
    "a boy is waiting by the shops",
  ])
  func `Words that only look like it bring no danger`(_ typed: String) throws {
    let script = try Self.script.get()
    let classes = script.listening.mentions(in: typed).map {
      script.listening.classes[$0.number].name
    }
    #expect(classes.filter { $0.hasPrefix("gate-items.") }.isEmpty)
  }

  @Test(arguments: [
    "nobody at home knows where she is", "there was no one home", "nobody home when we called",
    "her cousin is waiting for her in Pakistan", "she is getting wed in June",
    "mum called her phone 20 times", "she was on the bridge close to the edge",
    "says theres nothing more to live for", "the worker rang her, no answer",
    "we dont know where she is. her name is kay", "flight ticket friday to pakistan",
    "he picked them up in a car", "he is at the school gate, same as last time",
    "it was a year 9 boy who touched her",
  ])
  func `Danger in words like them is still heard`(_ typed: String) throws {
    let script = try Self.script.get()
    let classes = script.listening.mentions(in: typed).map {
      script.listening.classes[$0.number].name
    }
    #expect(classes.contains { $0.hasPrefix("gate-items.") || $0 == "near" })
  }

  /// What someone is about to do, and the class that tells them not to; nil for what only sounds like it.
  @Test(arguments: [
    ("I was going to ring mum tonight to find out when they fly.", "ring-family"),
    ("shall i call home", "ring-family"), ("ill tell her dad after school", "ring-family"),
    ("was gonna go thurs n have a look myself", "look-myself"),
    ("Im going to sit outside and see who comes", "look-myself"),
    ("tam said shed get me the cctv on her phone", "evidence-myself"),
    ("could ask the girls at club tmrw", "ask-myself"),
    ("She begged me not to use her name. Keep my name out of it, she said.", "name-kept-out"),
    ("an aunt works in our contact centre", "close-to-them"),
    ("the manager, shes his sister", "leader-close"),
    ("mum rang us at 4", nil), ("her mum will ring us back", nil), ("I rang the deputy", nil),
    ("she is going to tell her mum", nil), ("He said he will ring her", nil),
    ("he was looking at her phone", nil), ("She asked the girls to go", nil),
    ("I don't know their names", nil), ("she didn't say his name", nil),
    ("an anonymous account messaged her", nil), ("her mum works nights", nil),
    ("I will ring social care", nil), ("I am going to ring the police", nil),
    ("she took a photo of him", nil), ("he sends her videos", nil),
  ])
  func `Plans that could warn someone are told at once`(_ typed: String, _ name: String?) throws {
    let script = try Self.script.get()
    let classes = script.listening.mentions(in: typed)
      .map { script.listening.classes[$0.number] }.filter { $0.says != nil }.map(\.name)
    #expect(Set(classes) == Set(name.map { [$0] } ?? []))
  }

  @Test func `What is said of a plan is said once`() throws {
    let script = try Self.script.get()
    let day = try #require(CivilDate(iso: "2026-11-16"))
    var conversation = Conversation(script, today: day, minute: 870)
    let advice = "Please don't ring, visit or tell the family"
    let said = conversation.keep(note: "I will ring her mum tonight.") ?? []
    #expect(said.contains { $0.text.hasPrefix(advice) })
    let again = conversation.keep(note: "I could ring her dad.") ?? []
    #expect(!again.contains { $0.text.hasPrefix(advice) })
  }

  private static func read(_ row: Row) throws -> (strength: String, value: String) {
    let script = try script.get()
    let day = try #require(CivilDate(iso: "2026-11-16"))
    let named = try #require(script.numbers[row.question], "no question \(row.question)")
    // A moment is typed at the question in whose text it is heard.
    let number = script.questions.indices.first { script.questions[$0].moment == named } ?? named
    let conversation = Conversation(script, today: day, minute: 870)
    switch conversation.understand(row.typed, replyingTo: number) {
    case .answer(let answer) where row.type == "moment":
      // A moment is heard in a text, and said again at once: it is shown back whenever there is one.
      let moment = heard(answer, to: number, script.questions[number].moment, row, conversation)
      return moment.map { (row.strength, $0) } ?? ("ask", "-")
    case .answer(let answer): return ("sure", value(answer, to: number, row, conversation))
    case .loose(let answer, let rest):
      return (rest.isEmpty ? "loose" : "ask", value(answer, to: number, row, conversation))
    default: return ("ask", "-")
    }
  }

  private static func value(
    _ answer: Answer, to number: Int, _ row: Row, _ conversation: Conversation
  ) -> String {
    let question = conversation.script.questions[number]
    switch question.stored(answer) {
    case .truth(let truth): return truth ? "yes" : "no"
    case .number(let figure):
      return heard(answer, to: number, question.birthDate, row, conversation) ?? figure.plain
    case .text(let text): return question.type == .text && text == row.typed ? "=" : text
    case .list(let names): return names.isEmpty ? "none" : names.joined(separator: ",")
    case .items(let items, _):
      let live = items.filter { $0.removed != true }.map(\.name)
      return live.isEmpty ? "none" : live.joined(separator: "|")
    case .scalar(_, let literal, _): return literal
    case .notKnown: return "not-known"
    case .toFindOut(let who): return "to-find-out:\(who)"
    case .skipped: return "skipped"
    }
  }

  /// The day or moment that an answer also gives to a quiet question; nil if it gives none.
  private static func heard(
    _ answer: Answer, to number: Int, _ quiet: Int?, _ row: Row, _ conversation: Conversation
  ) -> String? {
    var after = conversation
    after.take(answer, to: number, typed: row.typed)
    guard let quiet, case .scalar(_, let literal, _)? = after.storedAnswer(to: quiet) else {
      return nil
    }
    return literal
  }

  @Test func `A note about a source who must not be named is kept, and printed in no letter`()
    throws
  {
    let script = try ScenarioTests.script.get()
    let day = try #require(CivilDate(iso: "2026-11-16"))
    var conversation = Conversation(script, today: day, minute: 870)
    _ = conversation.keep(note: "A white van, twice.")
    _ = conversation.keep(note: "pls dont put dana down anywhere, theyd kill her")
    let letter = try #require(conversation.drafts.first).text
    #expect(letter.contains("A white van, twice.") && !letter.contains("dana"))
    let notes = try #require(script.notes)
    #expect(conversation.items(of: notes).contains { $0.name.contains("dana") && !$0.isRemoved })
  }
}
