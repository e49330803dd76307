import DialogueReading
import DialogueScript
import Screening
import Support
import Testing

@testable import Checking

/// A conversation that breaks a rule is one that can be had, to the letter.
struct CounterexampleTests {
  static let today = CivilDate(iso: "2026-11-16")

  private func script(_ steps: String, rule: String = "", pack: String = "") throws -> Script {
    var files = [SourceFile(path: "visit.yaml", text: "dialogue: visit\nsteps:\n" + steps)]
    if !rule.isEmpty {
      files.append(
        SourceFile(path: "safety-rules.yaml", text: "rules:\n  - rule: A rule\n    " + rule))
    }
    return try TestPacks.script(entry: "visit", files, pack: pack)
  }

  private static let rooms = """
      - ask: rooms
        text: Which rooms?
        answer: list of room
        at-most: 8
      - for each: rooms
        id: each
        as: room
        steps:
          - ask: damp
            text: Damp?
            answer: yes-no

    """

  @Test func `A list that lacks its first items had them, and they were removed`() throws {
    let script = try script(Self.rooms)
    let today = try #require(Self.today)
    let list = try #require(script.numbers["visit.rooms"])
    let item = Condition.includes(question: list, [2])
    for answer in Choices(script, [item], today: today).answers(to: list) {
      guard case .value(.items(let items)) = answer else { continue }
      #expect(items.map(\.number) == (items.isEmpty ? [] : [1, 2, 3]))
      #expect(items.isEmpty || items.map(\.isRemoved) == [true, true, false])
    }
    // Asked for one by one, in any order.
    let choices: [Exploration.Choice] = [
      .answer(question: list, .value(.items([]))),
      .item(question: list, option: 3, isIncluded: true),
      .item(question: list, option: 1, isIncluded: true),
      .item(question: list, option: 2, isIncluded: false),
    ]
    guard case .value(.items(let items)) = Witness(choices, script).answers[list] else {
      Issue.record("no items")
      return
    }
    #expect(items.map(\.number) == [1, 2, 3, 4])
    #expect(items.map(\.isRemoved) == [true, false, true, false])
  }

  private static let numbers = [
    ("never: visit.rooms < 100000000000000000000", true),
    ("never: visit.rooms > 100000000000000000000", true),
    ("never: visit.rooms > 2251799813685248 and visit.rooms < 2251799813685249", true),
    ("never: visit.rooms > 4503599627370496 and visit.rooms < 4503599627370497", false),
    ("never: visit.rooms < 3 and visit.rooms > 2", true),
    ("never: visit.rooms = \(String(repeating: "9", count: 400))", false),
  ]

  @Test(arguments: numbers)
  func `Numbers are told apart as far as there are any between`(
    _ rule: String, _ isBroken: Bool
  ) throws {
    let script = try script(
      "  - ask: rooms\n    text: How many?\n    answer: number\n", rule: rule + "\n")
    let today = try #require(Self.today)
    switch Checkup(script, today: today).prove().first?.finding {
    case .proved: #expect(!isBroken)
    case .broken: #expect(isBroken)
    default: Issue.record("undecided")
    }
  }
}
