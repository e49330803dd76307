import DialogueCompiler
import DialogueEngine
import DialogueModel
import Documents
import Testing

@testable import Support

/// Over generated scripts and edits, the letter agrees with the naive walk.
///
/// It also agrees with a fresh conversation that has the same live answers.
struct InterpreterTests {
  @Test(arguments: 0..<8)
  func `Edits never change what the answers mean`(_ batch: UInt64) throws {
    for seed in (batch * 100)..<(batch * 100 + 100) {
      try play(seed)
    }
  }

  private func play(_ seed: UInt64) throws {
    var generator = ToyGenerator(seed: seed)
    var toy = generator.toy()
    toy.sending = generator.sending()
    let script = try TestPacks.script(
      entry: "m", toy.files.map { SourceFile(path: $0.path, text: $0.text) })
    #expect(Set(script.questions.map(\.key)) == toy.allKeys, "seed \(seed)")
    var conversation = Conversation(
      script, today: try #require(CivilDate(toy.today)), minute: Toy.minute)
    var answers: [String: Toy.Answer] = [:]
    for _ in 0..<12 {
      let onPath = conversation.walk.questions
      guard
        let number = generator.chance(2)
          ? conversation.question : onPath.randomElement(using: &generator.random)
      else { continue }
      let question = script.questions[number]
      let answer = generator.answer(to: question.key, of: toy)
      answers[question.key] = answer
      conversation.answer(number, with: question.answer(answer))
      expectNaive(toy, answers, conversation, seed)
      expectFromTheStart(conversation, seed)
    }
    try expectFresh(conversation, seed)
  }

  private func expectNaive(
    _ toy: Toy, _ answers: [String: Toy.Answer], _ conversation: Conversation, _ seed: UInt64
  ) {
    let script = conversation.script
    let naive = NaiveWalk(toy, answers)
    #expect(
      conversation.walk.questions.map { script.questions[$0].key } == naive.path, "seed \(seed)")
    #expect(conversation.walk.next.map { script.questions[$0].key } == naive.next, "seed \(seed)")
    #expect(
      conversation.walk.outcomes.map { script.outcomes[$0].id } == naive.outcomes, "seed \(seed)")
    #expect(conversation.drafts.map(\.letter) == naive.letters, "seed \(seed)")
    guard naive.letters.contains("note") else { return }
    #expect(
      conversation.letter == naive.letter(toy.letter).joined(separator: "\n"), "seed \(seed)")
    let parts = conversation.drafts.first { $0.letter == "note" }?.parts
    #expect(parts == naive.parts(toy.letter), "seed \(seed)")
    #expect(parts == conversation.partsProved(in: "note"), "seed \(seed)")
  }

  /// Continuing from the last question gives the same result as walking the whole script again.
  private func expectFromTheStart(_ conversation: Conversation, _ seed: UInt64) {
    let whole = Conversation(
      conversation.script, answers: conversation.answers, today: conversation.today,
      minute: Toy.minute
    ).walk
    let walk = conversation.walk
    #expect(walk.path == whole.path, "seed \(seed)")
    #expect(walk.outcomes == whole.outcomes && walk.met == whole.met, "seed \(seed)")
    #expect(
      [walk.next, walk.left, walk.answered] == [whole.next, whole.left, whole.answered],
      "seed \(seed)")
  }

  /// Both are finished by skipping what is left; the fresh one gets only the answers it asks for.
  private func expectFresh(_ edited: Conversation, _ seed: UInt64) throws {
    var edited = edited
    while let question = edited.question { edited.answer(question, with: .skipped) }
    var fresh = Conversation(edited.script, today: edited.today, minute: Toy.minute)
    while let question = fresh.question {
      fresh.answer(question, with: edited.liveAnswer(question) ?? .skipped)
    }
    #expect(fresh.letter == edited.letter, "seed \(seed)")
    #expect(fresh.walk.path == edited.walk.path, "seed \(seed)")
  }
}

extension Conversation {
  /// The parts of a letter whose condition, with which rules about them are proved, holds.
  fileprivate func partsProved(in name: String) -> Set<String>? {
    guard let letter = script.letters.first(where: { $0.id == name }) else { return nil }
    let facts = Environment(
      answers: answers, met: walk.met, today: today, minute: walk.minute,
      outcomes: walk.outcomes)
    return Set(letter.parts.map(\.name)).filter { name in
      var printing = PrintedParts(script.questions) { $0.name == name }
      return letter.rounds.contains { facts.holds(printing.condition($0.blocks)) }
    }
  }

  /// The letter without the line that says that it is unfinished.
  fileprivate var letter: String {
    var document = drafts.first { $0.letter == "note" }?.document
    document?.notice = Document.Line()
    return document?.plainText ?? ""
  }
}
