import DialogueCompiler
import DialogueEngine
import DialogueModel
import Scenarios
import Support
import Testing

@testable import DialogueChecker

/// A proof holds for every possible local file, and a counterexample shows the local lines it
/// needs.
struct AnyLocalFileTests {
  static let shape = """
    local:
      fields:
        agent:
          label: the agent
          gap: none
        rooms:
          label: rooms
          gap: none
          type: number
        since:
          label: since
          gap: none
          type: date
        open:
          label: open
          gap: none
          type: yes-no
      lists:
        builders:
          fields:
            phone:
              label: phone
              gap: none
            night:
              label: night
              gap: none
            town:
              label: town
              gap: none
              item-of: towns
        towns:
          fields:
            desk:
              label: desk
              gap: none

    """

  /// The files of a pack, parsed together.
  private func pack(_ steps: String, _ rule: String, _ more: SourceFile...) throws -> PackFiles {
    PackFiles(
      try TestPacks.whole(
        more + [
          SourceFile(path: "visit.yaml", text: "dialogue: visit\nsteps:\n" + steps),
          SourceFile(path: "safety-rules.yaml", text: "rules:\n  - rule: A rule\n    \(rule)\n"),
        ], entry: "visit", pack: Self.shape))
  }

  private func finding(_ pack: PackFiles) throws -> Verdict.Finding {
    let (script, plain) = (PackReading(pack, local: .standIn), PackReading(pack))
    #expect(script.problems.filter { !$0.code.isWarning } == [])
    let checker = Checker(
      try #require(script.script), playing: plain.script,
      reading: { lines, file throws(Diagnostics) in try pack.script(localLines: lines, in: file) },
      today: try #require(CivilDate(iso: "2026-11-16")))
    return try #require(checker.prove().first).finding
  }

  /// Expects the rule to be proved, or broken by a scenario that runs, with or without local lines.
  private func expect(_ pack: PackFiles, _ expected: String) throws {
    switch try finding(pack) {
    case .proved: #expect(expected == "proved")
    case .neverApplies: #expect(expected == "never applies")
    case .saysNothing: #expect(expected == "says nothing")
    case .needsNoWhen: #expect(expected == "needs no when")
    case .undecided(let why): Issue.record("undecided: \(why)")
    case .broken(let text):
      let scenario = try Scenario(file: "broken.scenario", text: text)
      #expect(expected == (scenario.local == nil ? "broken" : "broken with local"), "\(text)")
      let plain = try #require(PackReading(pack).script)
      let script = try scenario.script(plain) { lines, file throws(Diagnostics) in
        try pack.script(localLines: lines, in: file)
      }
      let today = try #require(CivilDate(iso: "2026-11-16"))
      #expect(scenario.play(script, today: today).faults == [], "\(text)")
    }
  }

  private static let watch = SourceFile(
    path: "watches.yaml",
    text: """
      watches:
        - watch: w
          whenever: local.agent is known or visit.a is yes
          steps:
            - say: hello
              text: Hello.

      """)

  @Test func `A watch that a local field sets off says its text while its question has no value`()
    throws
  {
    let steps =
      "  - ask: a\n    text: A?\n    answer: yes-no\n  - ask: b\n    text: B?\n    answer: yes-no\n"
      + "  - conclude: done\n    outcome: done\n"
    let pack = try pack(
      steps, "when: local.agent is known and visit.a is unknown\n    always: w.hello is said",
      Self.watch)
    let script = try pack.script(localLines: "fields:\n  agent: Kim\n", in: "local.yaml")
    for answer in [Answer.skipped, .notKnown, .value(.option(1)), .value(.option(0))] {
      var conversation = Conversation(script, today: try #require(CivilDate(iso: "2026-11-16")))
      let asked = try #require(conversation.question)
      #expect(conversation.answer(asked, with: answer).map(\.text) == ["Hello."], "\(answer)")
    }
    try expect(pack, "proved")
  }

  private static let scalars: [(String, String)] = [
    ("when: local.agent is known\n    always: visit.call is said", "proved"),
    ("always: visit.call is said", "broken"),
    ("never: visit.call is said", "broken with local"),
    ("when: local.agent is unknown\n    never: visit.call is said", "proved"),
    ("when: local.rooms > 3\n    always: visit.big is said", "proved"),
    ("when: local.rooms > 2\n    always: visit.big is said", "broken with local"),
    ("when: local.rooms is known\n    always: visit.big is said", "broken with local"),
    ("when: local.since is within 30 days\n    always: visit.new is said", "proved"),
    ("when: local.since is within 31 days\n    always: visit.new is said", "broken with local"),
    ("when: local.open is yes\n    always: visit.come is said", "proved"),
    ("when: local.open is known\n    always: visit.come is said", "broken with local"),
    ("when: local.open is no\n    never: visit.come is said", "proved"),
  ]

  @Test(arguments: scalars)
  func `A field of the local file may have any value, or none`(_ rule: String, _ expected: String)
    throws
  {
    let says = [
      ("call", "local.agent is known"), ("big", "local.rooms > 3"),
      ("new", "local.since is within 30 days"), ("come", "local.open is yes"),
    ]
    let steps = says.map { "  - say: \($0)\n    text: X.\n    when: \($1)\n" }.joined()
    try expect(
      try pack(
        "  - ask: a\n    text: A?\n    answer: yes-no\n\(steps)  - conclude: done\n    outcome: done\n",
        rule), expected)
  }

  private static let builders = """
      - ask: builder
        text: Which builder?
        answer: one of builders
      - say: call
        text: Ring them.
        when: builder.phone is known
      - say: write
        text: Write to them.
        when: builder.phone is unknown and builder.night is known
      - say: desk
        text: Ask at the desk.
        when: builder.town.desk is known
      - say: stone
        text: They are good.
        when: builder is stone
      - conclude: done
        outcome: done

    """

  private static let lists: [(String, String)] = [
    (
      "when: visit.builder is known and visit.builder.phone is known\n    always: visit.call is said",
      "proved"
    ),
    // An item with one of the two fields.
    ("never: visit.write is said", "broken with local"),
    ("when: visit.builder.phone is unknown\n    always: visit.write is said", "broken with local"),
    (
      "when: visit.builder.phone is known and visit.builder.night is known\n    never: visit.write is said",
      "proved"
    ),
    // The list may be empty, and then the question is skipped.
    ("always: visit.builder is asked", "broken"),
    (
      "when: visit.builder is asked\n    always: visit.call is said or visit.write is said",
      "broken with local"
    ),
    // A field of an item in another list.
    ("when: visit.builder.town is known\n    always: visit.desk is said", "broken with local"),
    ("when: visit.builder.town is unknown\n    never: visit.desk is said", "proved"),
    ("never: visit.desk is said", "broken with local"),
    // A single item by name.
    ("never: visit.stone is said", "broken with local"),
    ("when: visit.builder is stone\n    always: visit.stone is said", "proved"),
  ]

  @Test(arguments: lists)
  func `A local list may have items of any kind, or none`(_ rule: String, _ expected: String) throws
  {
    try expect(try pack(Self.builders, rule), expected)
  }

  private static let several: [(String, String)] = [
    ("never: count (visit.chosen) >= 3", "broken with local"),
    ("never: any visit.chosen where asked is yes", "broken with local"),
    ("never: any visit.chosen where item.phone is unknown", "broken with local"),
  ]

  @Test(arguments: several)
  func `Several items can be chosen, and each gets its own round`(
    _ rule: String, _ expected: String
  )
    throws
  {
    let steps = """
        - ask: chosen
          text: Which builders?
          answer: any of builders
        - for each: chosen
          id: each
          as: item
          steps:
            - ask: asked
              text: Asked?
              answer: yes-no
        - conclude: done
          outcome: done

      """
    try expect(try pack(steps, rule), expected)
  }

  private static let empty: [(String, String)] = [
    ("when: visit.a is yes\n    always: visit.a is known", "says nothing"),
    ("when: visit.a is yes and visit.a is no\n    always: visit.b is asked", "says nothing"),
    ("when: visit.n > 4\n    never: visit.n < 3", "says nothing"),
    ("when: visit.n > 4\n    never: visit.n < 7", "broken"),
    ("when: visit.c is yes\n    always: visit.b is asked", "never applies"),
    ("when: visit.b is yes\n    always: outcome includes done", "needs no when"),
    ("always: outcome includes done", "proved"),
    ("when: visit.a is yes\n    always: visit.b is asked", "proved"),
    ("when: visit.a is no\n    always: visit.b is asked at every point", "broken"),
    ("when: visit.a is yes\n    always: letter note is drafted", "needs no when"),
    ("always: letter note is drafted at every point", "proved"),
  ]

  @Test(arguments: empty)
  func `A rule that can't be broken is distinguished from one that the dialogue keeps`(
    _ rule: String, _ expected: String
  ) throws {
    let steps = """
        - ask: a
          text: A?
          answer: yes-no
        - ask: n
          text: How many?
          answer: number
        - ask: b
          text: B?
          answer: yes-no
          when: a is yes
        - ask: c
          text: C?
          answer: yes-no
          when: a is yes and a is no
        - conclude: done
          outcome: done

      """
    let outcomes = SourceFile(
      path: "outcomes.yaml",
      text:
        "outcomes:\n  done:\n    kind: chart\n    text: Done.\n    letters: [note]\nunfinished: [note]\n"
    )
    try expect(try pack(steps, rule, outcomes), expected)
  }
}
