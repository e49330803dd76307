import DialogueCompiler
import DialogueEngine
import DialogueModel
import Scenarios
import Support
import Testing

@testable import DialogueChecker

/// A conversation that breaks a rule can really take place, down to its letter.
struct WitnessTests {
  static let today = CivilDate(iso: "2026-11-16")

  private func script(
    _ steps: String, rule: String = "", pack: String = "", _ more: SourceFile...
  ) throws -> Script {
    var files = more
    files.append(SourceFile(path: "visit.yaml", text: "dialogue: visit\nsteps:\n" + steps))
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

  @Test func `A list without its first items had them, and they were removed`() throws {
    let script = try script(Self.rooms)
    let today = try #require(Self.today)
    let list = try #require(script.numbers["visit.rooms"])
    let item = Condition.includes(question: list, [2])
    for answer in AnswerClasses(script, [item], today: today).answers(to: list) {
      guard case .value(.items(let items)) = answer else { continue }
      #expect(items.map(\.number) == (items.isEmpty ? [] : [1, 2, 3]))
      #expect(items.isEmpty || items.map(\.isRemoved) == [true, true, false])
    }
    // The items are decided one at a time, in any order.
    let choices: [Exploration.Decision] = [
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
  func `Numbers are distinguished as long as a number lies between them`(
    _ rule: String, _ isBroken: Bool
  ) throws {
    let script = try script(
      "  - ask: rooms\n    text: How many?\n    answer: number\n", rule: rule + "\n")
    let today = try #require(Self.today)
    switch Checker(script, today: today).prove().first?.finding {
    // Where no number lies between the two, nothing could break the rule.
    case .proved, .saysNothing: #expect(!isBroken)
    case .broken: #expect(isBroken)
    default: Issue.record("undecided")
    }
  }

  /// Today is a Monday; a day may have been given on an earlier day, when today was another.
  private static let bounded = [
    ("never: visit.floors > 120", false), ("never: visit.floors >= 120", true),
    ("never: visit.floors < 1", false), ("never: visit.floors <= 1", true),
    ("never: visit.floors = 7 and visit.floors > 7", false),
    ("never: visit.next > 2026-11-23", false), ("never: visit.next = 2026-11-23", true),
    ("never: visit.next < 2026-11-16", true), ("never: visit.next < 2020-01-01", false),
    ("never: visit.shut < 16:00", false), ("never: visit.shut = 16:00", true),
    ("never: visit.rooms > visit.floors and visit.rooms > 120", true),
    ("never: visit.rooms < visit.floors and visit.rooms >= 120", false),
    ("never: visit.rooms < visit.floors and visit.rooms > 119", true),
    ("never: visit.floors is known", true), ("never: visit.never is known", false),
    // A proof counts from midday, and a day without a time comes after its last minute.
    ("never: visit.train is within 60 minutes and visit.train > 2026-11-16T13:00", false),
    ("never: visit.train is within 60 minutes and visit.train >= 2026-11-16T13:00", true),
    ("never: visit.train is within 59 minutes and visit.train >= 2026-11-16T13:00", false),
    ("never: visit.train is within 24 hours and visit.train = 2026-11-16T", true),
    ("never: visit.train is within 11 hours and visit.train = 2026-11-16T", false),
    ("never: visit.train is within 1 days and visit.train > 2026-11-17T", false),
    ("never: visit.train is within 1 days and visit.train >= 2026-11-17T", true),
    ("never: visit.train is within 60 minutes and not (visit.train is within 1 days)", true),
    ("never: visit.train > 2026-11-19T and visit.train < 2026-11-20T00:00", false),
    ("never: visit.train > 2026-11-20T", false), ("never: visit.train = 2026-11-20T", true),
  ]

  @Test(arguments: bounded)
  func `A proof counts the values within bounds, and all of them`(
    _ rule: String, _ isBroken: Bool
  ) throws {
    let script = try script(
      """
        - ask: floors
          text: How many floors?
          answer: number
          at-least: 1
          at-most: 120
        - ask: rooms
          text: How many rooms?
          answer: number
        - ask: next
          text: When is the next visit?
          answer: date
          earliest: 2020-01-01
          latest: today + 5 working days
        - ask: shut
          text: When is it shut?
          answer: time
          earliest: "16:00"
        - ask: never
          text: Which day?
          answer: date
          earliest: 2030-01-01
          latest: today
        - ask: train
          text: When does the train leave?
          answer: moment
          latest: today + 4 days

      """, rule: rule + "\n")
    let today = try #require(Self.today)
    try expect(script, isBroken: isBroken, today: today)
  }

  private static let choices = [
    ("never: visit.seen includes nothing and visit.seen includes r1", false),
    ("never: visit.seen includes nothing and visit.seen includes unseen", false),
    ("never: visit.seen includes nothing", true),
    ("never: visit.seen includes r1 and visit.seen includes r2", true),
    ("never: visit.seen includes unseen and not (visit.seen has any)", false),
    ("never: visit.seen includes unseen and (visit.seen includes r1 or \(allOfThem))", false),
    ("never: \(allOfThem)", true),
    ("never: \(allOfThem) and visit.seen includes nothing", false),
    ("never: visit.seen includes unseen and not (\(allOfThem))", true),
  ]

  /// So many options are decided one by one, when they are read.
  private static let allOfThem = (1...7).map { "visit.seen includes r\($0)" }
    .joined(separator: " and ")

  @Test(arguments: choices)
  func `An option that can only be chosen alone is never counted beside others`(
    _ rule: String, _ isBroken: Bool
  ) throws {
    let rooms = (1...7).map { "      r\($0): Room \($0)\n" }.joined()
    let alone = ["nothing", "unseen"].map {
      "      \($0):\n        label: \($0)\n        exclusive: yes\n"
    }
    let script = try script(
      "  - ask: seen\n    text: Seen?\n    answer: any of\n    options:\n" + rooms + alone.joined(),
      rule: rule + "\n")
    try expect(script, isBroken: isBroken, today: try #require(Self.today))
  }

  /// Expects the script's rule to be broken by a possible conversation, or by none.
  private func expect(_ script: Script, isBroken: Bool, today: CivilDate) throws {
    switch Checker(script, today: today).prove().first?.finding {
    case .proved, .saysNothing: #expect(!isBroken)
    case .broken(let scenario):
      #expect(isBroken)
      let played = try Scenario(file: "a.scenario", text: scenario).play(script, today: today)
      #expect(played.faults == [])
    default: Issue.record("undecided")
    }
  }

  private static let watched = """
    watches:
      - watch: first
        whenever: visit.gas is yes
        steps:
          - ask: sure
            text: Are you sure?
            answer: yes-no
      - watch: second
        whenever: visit.gas is yes
        steps:
          - conclude: ring
            outcome: ring
            when: first.sure is unknown
          - say: go
            text: Go out.
          - ask: out
            text: Are you out?
            answer: yes-no
          - say: stay-out
            text: Stay out.

    """

  /// While one watch is waiting for an answer, the next has already said its text.
  private static let rules = [
    ("when: visit.gas is yes\n    always: notice second.go comes before the next question", true),
    (
      "when: visit.gas is yes\n    always: notice second.ring comes before the next question", false
    ),
    (
      "when: visit.gas is yes\n    always: notice second.stay-out comes before the next question",
      false
    ),
    ("when: outcome includes ring\n    always: first.sure is asked at every point", false),
    ("when: not (first.sure is asked)\n    never: second.stay-out is said at any point", true),
    ("never: second.stay-out is said and visit.rest is known at any point", false),
    ("when: visit.gas is not yes\n    never: outcome includes ring at any point", true),
    ("always: letter note is drafted at every point", false),
    ("when: not (outcome includes ring)\n    always: letter note is drafted at every point", true),
  ]

  @Test(arguments: rules)
  func `A point is a question with everything said while it waits`(
    _ rule: String, _ isProved: Bool
  ) throws {
    let script = try TestPacks.script(
      entry: "visit",
      [
        SourceFile(
          path: "visit.yaml",
          text: "dialogue: visit\nsteps:\n  - ask: gas\n    text: Gas?\n    answer: yes-no\n"
            + "  - ask: rest\n    text: And?\n    answer: text\n"),
        SourceFile(path: "watches.yaml", text: Self.watched),
        SourceFile(
          path: "outcomes.yaml",
          text: "outcomes:\n  ring:\n    kind: chart\n    text: Ring.\nunfinished: [note]\n"),
        SourceFile(path: "safety-rules.yaml", text: "rules:\n  - rule: A rule\n    \(rule)\n"),
      ])
    let today = try #require(Self.today)
    try expect(script, isProved: isProved, today: today)
  }

  /// A question that a command fills is never waited for, yet can break a rule.
  private static let quiet = [
    ("when: visit.gas is yes\n    always: notice visit.out comes before the next question", true),
    ("never: visit.tidy is said", false),
    ("never: visit.tidy is said at any point", false),
    ("always: outcome includes done", true),
  ]

  @Test(arguments: quiet)
  func `A quiet question is not a point`(_ rule: String, _ isProved: Bool) throws {
    let steps = """
        - ask: gas
          text: Gas?
          answer: yes-no
        - ask: notes
          text: Notes?
          answer: list of note
          at-most: 3
          quiet: yes
        - say: out
          text: Go out.
          when: gas is yes
        - say: tidy
          text: You have notes.
          when: notes has any
        - ask: rest
          text: And?
          answer: text
        - conclude: done
          outcome: done

      """
    let watch = SourceFile(
      path: "watches.yaml",
      text: "watches:\n  - watch: unkept\n    whenever: visit.notes is unknown\n    steps:\n"
        + "      - say: keep\n        text: Keep notes.\n")
    let today = try #require(Self.today)
    let script = try script(steps, rule: rule + "\n", pack: "notes: visit.notes\n", watch)
    var had = Conversation(script, today: today)
    while let question = had.question { had.answer(question, with: .skipped) }
    #expect(had.walk.outcomes.count == 1, "the watch holds nothing back")
    try expect(script, isProved: isProved, today: today)
  }

  /// Expects the script's rule to be proved, or broken by a possible conversation.
  private func expect(_ script: Script, isProved: Bool, today: CivilDate) throws {
    switch Checker(script, today: today).prove().first?.finding {
    case .proved: #expect(isProved)
    case .broken(let scenario):
      #expect(!isProved, "\(scenario)")
      #expect(
        try Scenario(file: "a.scenario", text: scenario).play(script, today: today).faults
          == [])
    default: Issue.record("undecided")
    }
  }
}
