import DialogueCompiler
import DialogueEngine
import DialogueModel
import Testing

@testable import Scenarios
@testable import Support

/// Random conversations, and the faults noticed in them.
struct RandomConversationTests {
  static let today = CivilDate(iso: "2026-11-16")

  private func talks(_ steps: String, outcomes: String? = nil) throws -> RandomConversations {
    var files = [
      SourceFile(path: "visit.yaml", text: "dialogue: visit\nsteps:\n\(steps)")
    ]
    if let outcomes { files.append(SourceFile(path: "outcomes.yaml", text: outcomes)) }
    return RandomConversations(
      try TestPacks.script(entry: "visit", files), today: try #require(Self.today))
  }

  private static let questions = """
      - ask: door
        text: Which door?
        answer: yes-no
      - ask: who
        text: Who?
        answer: list of person
      - for each: who
        id: each
        as: person
        steps:
          - ask: since
            text: Since when?
            answer: date
      - ask: rooms
        text: How many rooms?
        answer: number
        optional: yes
      - conclude: done
        outcome: done

    """

  @Test func `The same seed gives the same conversation, and another seed another`() throws {
    let talks = try talks(Self.questions)
    #expect(talks.have(40, seed: 1).failed == nil)
    #expect(talks.conversation(seed: 7).turns == talks.conversation(seed: 7).turns)
    #expect(talks.conversation(seed: 7).turns != talks.conversation(seed: 8).turns)
    let turns = (1...40).flatMap { talks.conversation(seed: $0).turns }
    for kind in ["visit.door: ", "visit.who: remove ", "back", "change visit.", "leave"] {
      #expect(turns.contains { $0.hasPrefix(kind) }, "no turn is \(kind)")
    }
    #expect(turns.contains { $0.hasPrefix("visit.who[2].since: ") })
  }

  @Test func `A conversation that ends without an outcome is reported and can be repeated`() throws
  {
    let talks = try talks(
      Self.questions.replacing(
        "done\n    outcome", with: "done\n    when: door is known\n    outcome"))
    let failed = try #require(talks.have(200, seed: 5).failed)
    #expect(failed.fault == "it ends without an outcome of the chart")
    #expect(failed.turns.contains { $0.hasPrefix("visit.door: ") })
    #expect(talks.conversation(seed: failed.seed).turns == failed.turns)
  }

  @Test func `Two outcomes of the chart are reported`() throws {
    let talks = try talks(
      Self.questions + "  - conclude: more\n    outcome: more\n    when: door is yes\n",
      outcomes:
        "outcomes:\n  done:\n    kind: chart\n    text: Done.\n  more:\n    kind: chart\n    text: More.\nunfinished: [note]\n"
    )
    #expect(
      talks.have(200, seed: 1).failed?.fault
        == "it ends with several outcomes of the chart: done, more")
  }

  @Test func `A lost answer or item is noticed`() throws {
    let script = try talks(Self.questions).script
    let today = try #require(Self.today)
    let (door, who) = (try #require(script.numbers["visit.door"]), 1)
    let kim = Item(number: 1, name: "Kim")
    var ledger = Ledger()
    ledger.enter(.value(.option(1)), to: door)
    ledger.enter(.value(.items([kim, Item(number: 2, name: "Lee")])), to: who)
    func loss(_ answers: [Int: Answer]) -> String? {
      ledger.loss(in: Conversation(script, answers: Answers(answers), today: today))
    }
    let items = Answer.value(.items([kim, Item(number: 2, name: "Lee")]))
    #expect(loss([door: .value(.option(1)), who: items]) == nil)
    #expect(loss([who: items]) == "`visit.door` lost its answer")
    #expect(loss([door: .value(.option(0)), who: items]) == "`visit.door` lost its answer")
    #expect(
      loss([door: .value(.option(1)), who: .value(.items([kim]))])
        == "an item of `visit.who` is lost")
    // An item that has been removed is still an item.
    ledger.enter(.value(.items([kim])), to: who)
    let removed = Item(number: 2, name: "Lee", isRemoved: true)
    #expect(loss([door: .value(.option(1)), who: .value(.items([kim, removed]))]) == nil)
    #expect(
      loss([door: .value(.option(1)), who: .value(.items([kim]))])
        == "an item of `visit.who` is lost")
  }

  @Test(arguments: 0..<4)
  func `Nothing is lost in conversations over generated scripts`(_ batch: UInt64) throws {
    for seed in (batch * 25)..<(batch * 25 + 25) {
      var generator = ToyGenerator(seed: seed)
      let script = try TestPacks.script(
        entry: "m", generator.toy().files.map { SourceFile(path: $0.path, text: $0.text) })
      let talks = RandomConversations(script, today: try #require(Self.today))
      for talk in (0..<6).map({ talks.conversation(seed: seed &* 100 + $0) }) {
        // Their outcomes are flags, so ending without a chart outcome is not a fault.
        let fault = talk.fault == "it ends without an outcome of the chart" ? nil : talk.fault
        #expect(fault == nil, "seed \(seed): \(talk.turns)")
      }
    }
  }
}
