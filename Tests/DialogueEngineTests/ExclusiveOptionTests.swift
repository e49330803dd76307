import DialogueEngine
import DialogueModel
import Scenarios
import Support
import Testing

/// Options that can only be chosen alone, in kept answers and wherever answers are enumerated.
struct ExclusiveOptionTests {
  @Test(
    arguments: [
      (["lock", "hinge"], ["lock", "hinge"], []),
      (["nothing"], ["nothing"], []),
      (["nothing", "lock"], ["lock"], ["nothing"]),
      (["unseen", "hinge", "nothing", "lock"], ["lock", "hinge"], ["nothing", "unseen"]),
      (["nothing", "unseen"], nil, ["nothing", "unseen"]),
      (["nothing", "gone"], ["nothing"], ["gone"]),
    ] as [([String], [String]?, [String])])
  func `In a kept answer that mixes options, the exclusive ones are parked`(
    _ kept: [String], _ used: [String]?, _ parked: [String]
  ) throws {
    let script = try ParsedReplyTests.script.get()
    let today = try #require(CivilDate(iso: "2026-11-16"))
    let key = "visit.broken"
    let number = try #require(script.numbers[key])
    let conversation = Conversation(script, stored: [key: .list(kept)], today: today)
    var live: [String]?
    if case .options(let chosen)? = conversation.answers[number]?.value {
      live = chosen.map { script.questions[number].options[$0].id }
    }
    #expect(live == used)
    #expect(conversation.unmatchedAnswers[key].map { Set($0.names) } ?? [] == Set(parked))
    // Nothing is lost, and the same comes back from what is kept now.
    #expect(conversation.stored[key].map { Set($0.names) } == Set(kept))
    let again = Conversation(script, stored: conversation.stored, today: today)
    #expect(again.answers == conversation.answers && again.stored == conversation.stored)
  }

  @Test(arguments: [([0, 1], false), ([0, 2], true), ([2, 3], true), ([2], false), ([], false)])
  func `An answer that mixes options is refused, with the option in the way`(
    _ chosen: [Int], _ isRefused: Bool
  ) throws {
    let conversation = try ParsedReplyTests.conversation()
    let number = try #require(conversation.script.numbers["visit.broken"])
    switch conversation.refusal(of: .value(.options(chosen)), to: number) {
    case .refused(.onlyAlone, let arguments)?:
      #expect(isRefused && arguments == ["option": "Nothing that I can see"])
    case nil: #expect(!isRefused)
    default: Issue.record("refused for another reason")
    }
  }

  @Test func `Every possible choice is enumerated, and no impossible one`() throws {
    let script = try ParsedReplyTests.script.get()
    let today = try #require(CivilDate(iso: "2026-11-16"))
    let number = try #require(script.numbers["visit.broken"])
    let tests = (0..<4).map { Condition.includes(question: number, [$0]) }
    let choices = AnswerClasses(script, tests, today: today).answers(to: number).compactMap {
      if case .options(let chosen)? = $0.value { chosen } else { nil as [Int]? }
    }
    #expect(Set(choices) == [[], [0], [1], [0, 1], [2], [3]] && choices.count == 6)
  }
}

extension StoredAnswer {
  fileprivate var names: [String] {
    if case .list(let names) = self { names } else { [] }
  }
}
