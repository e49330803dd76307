import DialogueEngine
import DialogueModel
import Foundation
import Scenarios
import Support
import Testing

/// Every scenario of the shipped pack, typed through the service.
struct ServeScenarioTests {
  @Test(arguments: Mode.allCases)
  func `A scenario over the service gives the engine's letters, byte for byte`(_ mode: Mode)
    throws
  {
    let script = try ScenarioTests.script.get()
    let today = try #require(ScenarioTests.today)
    let service = try OpenService(Served.shipped)
    for name in ScenarioTests.names {
      let scenario = try ScenarioTests.scenario(name)
      let played = scenario.play(script, today: today)
      let day = JSON.text((scenario.today ?? today).iso)
      let talk = try ServedTalk(
        service, mode, JSON.object(["pack": .text(script.pack), "today": day]).with(scenario.time))
      try Self.play(scenario, talk)
      let result = try talk.ask("draft", scenario.time)["result"]
      let drafts = played.conversation.drafts
      #expect(result["letters"].items.count == drafts.count, "\(name)")
      for (letter, draft) in zip(result["letters"].items, drafts) {
        #expect(letter["letter"].text == draft.letter, "\(name)")
        #expect(letter["text"].text.map { Array($0.utf8) } == Array(draft.text.utf8), "\(name)")
      }
      #expect(
        result["outcomes"].items.map(\.text)
          == played.conversation.walk.outcomes.map { script.outcomes[$0].id })
    }
    #expect(try service.finish() == 0)
  }

  /// Gives the scenario's replies as they are asked for, and skips optional questions without one.
  static func play(_ scenario: Scenario, _ talk: ServedTalk) throws {
    let script = try ScenarioTests.script.get()
    var replies = Dictionary(uniqueKeysWithValues: scenario.replies.map { ($0.key, $0.reply) })
    func give(_ reply: String, _ method: String, _ key: String) throws -> JSON {
      let number = try #require(script.numbers[key])
      let isList = script.questions[number].type == .list
      var last = JSON.null
      for line in isList ? reply.components(separatedBy: "\n") : [reply] {
        let given: JSON = ["question": .text(key), "reply": .text(line)]
        last = try talk.ask(method, given.with(scenario.time))
        #expect(last["error"] == nil, "\(scenario.file): \(key)")
      }
      // A list stays open until it is said to be complete.
      if isList, last["result/question/id"].text == key {
        let empty: JSON = ["question": .text(key), "reply": ""]
        last = try talk.ask("answer", empty.with(scenario.time))
      }
      return last
    }
    func answerAll(_ turn: JSON) throws {
      var turn = turn
      while let key = turn["result/question/id"].text {
        // A quiet question is answered where its line stands, if a command answers it.
        if let line = scenario.replies.first(where: { replies[$0.key] != nil }),
          script.words.commands.contains(where: {
            $0.answering?.question == script.numbers[line.key]
          }),
          line.key != key, script.numbers[line.key].map({ script.questions[$0].isQuiet }) == true
        {
          replies[line.key] = nil
          turn = try give(line.reply, "answer", line.key)
          continue
        }
        turn = try give(replies.removeValue(forKey: key) ?? "", "answer", key)
        guard turn["error"] == nil else { return }
      }
    }
    try answerAll(talk.ask("resume"))
    for change in scenario.changes {
      try answerAll(give(change.reply, "change", change.key))
    }
    // What was heard in another answer is not asked for.
    let unheard = replies.keys.filter { key in
      script.numbers[key].map { script.questions[$0].heardIn.isEmpty } ?? true
    }
    #expect(unheard.isEmpty, "\(scenario.file)")
  }
}

extension Scenario {
  /// The time of day as the service takes it, if there is one.
  fileprivate var time: JSON {
    minute.map { ["time": .text(TimeAnswer.literal(Double($0)))] } ?? .object([:])
  }
}
