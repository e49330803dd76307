import DialogueCompiler
import DialogueEngine
import DialogueModel
import Testing

@testable import Scenarios
@testable import Support

/// The coverage of conversations, by the places in a pack's files.
struct CoverageTests {
  @Test(arguments: 0..<8)
  func `Over generated scripts, coverage agrees with the naive walk`(
    _ batch: UInt64
  ) throws {
    for seed in (batch * 50)..<(batch * 50 + 50) {
      var generator = ToyGenerator(seed: seed)
      let toy = generator.toy()
      let script = try TestPacks.script(
        entry: "m", toy.files.map { SourceFile(path: $0.path, text: $0.text) })
      var conversation = Conversation(
        script, today: try #require(CivilDate(toy.today)), minute: Toy.minute)
      var coverage = Coverage(of: script)
      var answers: [String: Toy.Answer] = [:]
      coverage.add(conversation)
      var naive = script.parts(of: NaiveWalk(toy, answers))
      while let number = conversation.question {
        let question = script.questions[number]
        let answer = generator.answer(to: question.key, of: toy)
        answers[question.key] = answer
        conversation.answer(number, with: question.answer(answer))
        // A step that is walked only to look ahead must not count.
        coverage.add(conversation)
        naive.formUnion(script.parts(of: NaiveWalk(toy, answers)))
      }
      #expect(coverage.covered == naive, "seed \(seed)")
    }
  }

  private static let localPack = """
    local:
      fields:
        agent:
          label: the agent
          gap: none
      lists:
        builders:
          fields:
            phone:
              label: telephone
              gap: none

    """
  private static let visit = SourceFile(
    path: "visit.yaml",
    text: """
      dialogue: visit
      steps:
        - ask: builder
          text: Which builder?
          answer: one of builders
        - use: by-hand
          id: by-hand
          when: builder is known
        - choose: agent
          when local.agent is known: ring
          otherwise: write
        - say: ring
          text: Ring.
        - say: write
          text: Write.
        - ask: sure
          text: Sure?
          answer: yes-no
          then: end
        - say: sent
          text: Sent.

      """)
  private static let byHand = SourceFile(
    path: "by-hand.yaml",
    text: """
      dialogue: by-hand
      steps:
        - ask: side
          text: Which side?
          answer: one of
          options:
            left: Left
            right: Right
          then:
            left: end
            unknown: end
            otherwise: told
        - say: told
          text: Told.

      """)
  private static let local = SourceFile(
    path: "local.yaml",
    text:
      "local: test\nchecked-on: 2026-11-02\nfields:\n  agent: Kim\nlists:\n  builders:\n    stone:\n      label: Stone\n"
  )

  @Test func `Parts that need a local file are not counted without one`() throws {
    func lines(_ local: SourceFile?) throws -> [String] {
      let script = try TestPacks.script(
        entry: "visit", [Self.visit, Self.byHand], pack: Self.localPack, local: local)
      return Coverage(of: script).parts.filter { $0.place.file != "local.yaml" }
        .map { "\($0.place.file):\($0.place.line) \($0.kind)" }
    }
    let (without, with) = (try lines(nil), try lines(Self.local))
    #expect(
      without == [
        "visit.yaml:9 step", "visit.yaml:11 branch", "visit.yaml:14 step", "visit.yaml:16 step",
      ])
    #expect(
      with == [
        "by-hand.yaml:3 step", "by-hand.yaml:7 option", "by-hand.yaml:8 option",
        "by-hand.yaml:10 branch", "by-hand.yaml:11 branch", "by-hand.yaml:12 branch",
        "by-hand.yaml:13 step", "visit.yaml:3 step", "visit.yaml:7 step", "visit.yaml:9 step",
        "visit.yaml:10 branch", "visit.yaml:12 step", "visit.yaml:14 step", "visit.yaml:16 step",
      ])
  }
}

extension Coverage {
  fileprivate var covered: Set<Part> { Set(parts).subtracting(uncovered) }
}

extension Script {
  /// The places that a naive walk has reached.
  fileprivate func parts(of walk: NaiveWalk) -> Set<Coverage.Part> {
    var parts: Set<Coverage.Part> = []
    func add(_ kind: Coverage.Kind, _ place: SourcePlace?) {
      if let place { parts.insert(Coverage.Part(kind: kind, place: place)) }
    }
    for step in steps {
      if walk.told.contains(step.name) { add(.step, step.place) }
      func addBranch(_ way: String, _ place: SourcePlace?) {
        if walk.taken.contains("\(step.name) \(way)") { add(.branch, place) }
      }
      switch step.then {
      case .to: break
      case .byCondition(let ways, let otherwise):
        for (number, way) in ways.enumerated() { addBranch("\(number + 1)", way.test.place) }
        addBranch("otherwise", otherwise.place)
      case .byAnswer(let ways, let unknown, let otherwise):
        let options =
          if case .ask(let question) = step.action { questions[question].options.map(\.id) } else {
            ["yes", "no"]
          }
        for (option, way) in zip(options, ways) { addBranch(option, way?.place) }
        addBranch("unknown", unknown?.place)
        addBranch("otherwise", otherwise.place)
      }
    }
    for key in walk.path {
      guard let number = numbers[key], case .options(let ids)? = walk.answers[key] else { continue }
      for option in questions[number].options where ids.contains(option.id) {
        add(.option, option.place)
      }
    }
    return parts
  }
}
