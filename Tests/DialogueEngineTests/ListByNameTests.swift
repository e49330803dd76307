import DialogueCompiler
import DialogueEngine
import DialogueModel
import Support
import Testing

/// Plain names sent to a typed list are matched to its items by name, not by place.
struct ListByNameTests {
  private func conversation(_ given: StoredAnswer...) throws -> Conversation {
    let script = try TestPacks.script(
      entry: "visit",
      [
        SourceFile(
          path: "visit.yaml",
          text: """
            dialogue: visit
            steps:
              - ask: people
                text: Who was there?
                answer: list of person
                at-most: 5
              - for each: people
                id: each-person
                as: person
                steps:
                  - ask: said
                    text: What did they say?
                    answer: text
              - conclude: done
                outcome: done

            """)
      ])
    var conversation = Conversation(script, today: try #require(CivilDate(iso: "2026-11-16")))
    for given in given {
      let answer = try #require(conversation.answer(to: 0, from: given))
      conversation.answer(0, with: answer)
    }
    return conversation
  }

  /// The items as `1 Kim, -2 Lee`, with a minus for one that is removed.
  private func items(_ conversation: Conversation) -> String {
    conversation.items(of: 0).map { "\($0.isRemoved ? "-" : "")\($0.number) \($0.name)" }
      .joined(separator: ", ")
  }

  @Test(arguments: [
    ([["Kim", "Lee"]], "1 Kim, 2 Lee"),
    ([["Kim", "Lee"], ["Lee"]], "-1 Kim, 2 Lee"),
    ([["Kim", "Lee"], ["Lee", "Kim"]], "1 Kim, 2 Lee"),
    ([["Kim", "Lee"], ["Lee"], ["Kim"]], "1 Kim, -2 Lee"),
    ([["Kim", "Lee"], []], "-1 Kim, -2 Lee"),
    ([["Kim", "Lee"], [], ["Bo", "Lee"]], "-1 Kim, 2 Lee, 3 Bo"),
    ([["Kim"], ["kim"]], "-1 Kim, 2 kim"),
    ([["Kim", "Lee"], ["Jo", "Lee", "Al"]], "-1 Kim, 2 Lee, 3 Jo, 4 Al"),
  ])
  func `A name keeps its number, and a new name gets a number never used before`(
    _ given: [[String]], _ expected: String
  ) throws {
    var talk = try conversation()
    for names in given {
      talk.answer(0, with: try #require(talk.answer(to: 0, from: .list(names))))
    }
    #expect(items(talk) == expected)
  }

  @Test func `Answers about one person stay with that person`() throws {
    var talk = try conversation(.list(["Kim", "Lee"]))
    let said = try #require(talk.script.numbers["visit.people[1].said"])
    talk.answer(said, with: .value(.text("of Kim")))
    talk.answer(0, with: try #require(talk.answer(to: 0, from: .list(["Lee"]))))
    #expect(talk.liveAnswer(said) == nil)
    talk.answer(0, with: try #require(talk.answer(to: 0, from: .list(["Kim", "Bo"]))))
    #expect(talk.liveAnswer(said) == .value(.text("of Kim")))
    #expect(items(talk) == "1 Kim, -2 Lee, 3 Bo")
  }

  @Test func `A list set aside as not known is restored by name`() throws {
    var talk = try conversation(.list(["Kim", "Lee"]))
    talk.answer(0, with: .notKnown)
    talk.answer(0, with: try #require(talk.answer(to: 0, from: .list(["Lee"]))))
    #expect(items(talk) == "-1 Kim, 2 Lee")
  }

  @Test func `Repeated names, names that fit two items and too many names are refused`() throws {
    let talk = try conversation(.list(["Kim", "Lee"]))
    #expect(talk.answer(to: 0, from: .list(["Lee", "Lee"])) == nil)
    #expect(talk.answer(to: 0, from: .list(["a", "b", "c", "d"])) == nil)
    #expect(talk.answer(to: 0, from: .list(["a", "b", "c"])) != nil)
    let twins = try conversation(.list(["Kim", "Kim", "Lee"]))
    #expect(twins.answer(to: 0, from: .list(["Kim"])) == nil)
    #expect(twins.answer(to: 0, from: .list(["Lee"])) != nil)
  }

  @Test func `A new name never takes a number for which answers are kept`() throws {
    var talk = try conversation(.list(["Kim"]))
    talk.answer(
      try #require(talk.script.numbers["visit.people[3].said"]), with: .value(.text("of someone")))
    talk.answer(0, with: try #require(talk.answer(to: 0, from: .list(["Kim", "Bo"]))))
    #expect(items(talk) == "1 Kim, 4 Bo")
  }
}
