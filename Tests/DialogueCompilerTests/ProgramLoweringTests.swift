import DialogueModel
import Support
import Testing

@testable import DialogueCompiler

/// Small dialogues, and the instructions that they are lowered to.
struct ProgramLoweringTests {
  @Test(arguments: [
    (
      "steps in order",
      """
        - ask: a
          text: A?
          answer: yes-no
        - say: b
          text: B.
      """,
      ["ask a, met: 1", "pass b", "finish"]
    ),
    (
      "when, and a jump to the end",
      """
        - ask: a
          text: A?
          answer: yes-no
        - say: b
          text: B.
          when: a is yes
          then: end
        - say: c
          text: C.
      """,
      ["ask a, met: 1", "test, else: 4", "pass b", "jump 5", "pass c", "finish"]
    ),
    (
      "branches by an answer: one option, not known, and the rest",
      """
        - ask: a
          text: A?
          answer: yes-no
          then:
            yes: c
            unknown: finish
            otherwise: b
        - say: b
          text: B.
        - say: c
          text: C.
      """,
      [
        "ask a, met: 9", "test, else: 4", "branch a", "jump 10", "test, else: 7", "branch a",
        "jump 9", "branch a", "finish", "pass b", "pass c", "finish",
      ]
    ),
    (
      "a dialogue that is used, once",
      """
        - use: other
          id: u
      """,
      ["use u at 2, met: 1", "finish", "pass x", "return from dialogue"]
    ),
    (
      "a list, a test and a block for each of its items",
      """
        - ask: a
          text: A?
          answer: any of
          options:
            x: X
            y: Y
        - for each: a
          id: f
          as: item
          steps:
            - say: s
              text: <<item>>
      """,
      [
        "ask a, met: 1", "for each f, none: 6", "test, else: 4", "pass s", "test, else: 6",
        "pass s", "finish",
      ]
    ),
  ])
  func `A dialogue is lowered to these instructions`(
    _ what: String, _ steps: String, _ expected: [String]
  ) throws {
    let other = "dialogue: other\nsteps:\n  - say: x\n    text: X.\n"
    let files = [
      SourceFile(path: "visit.yaml", text: "dialogue: visit\nsteps:\n\(steps)\n"),
      SourceFile(path: "other.yaml", text: other),
    ]
    let script = try TestPacks.script(
      entry: "visit", what.contains("used") ? files : Array(files.prefix(1)))
    #expect(script.program.words(script) == expected, "\(what)")
  }

  @Test func `The watches of a question follow it, and their steps come last`() throws {
    let script = try TestPacks.script(
      entry: "visit",
      [
        SourceFile(
          path: "visit.yaml",
          text: "dialogue: visit\nsteps:\n  - ask: a\n    text: A?\n    answer: yes-no\n"),
        SourceFile(
          path: "watches.yaml",
          text: """
            watches:
              - watch: w
                whenever: visit.a is yes
                steps:
                  - say: b
                    text: B.
            """),
      ])
    let expected = [
      "ask a, met: 3", "require a, else: 3", "watch 0", "finish", "pass b", "return from watch",
    ]
    #expect(script.program.words(script) == expected)
  }
}

extension Program {
  /// Each instruction in a few words, with the addresses of its jumps.
  fileprivate func words(_ script: Script) -> [String] {
    func id(_ step: Int32) -> String {
      script.steps[Int(step)].key.split(separator: ".").last.map(String.init) ?? ""
    }
    func question(_ number: Int32) -> String {
      script.questions[Int(number)].key.split(separator: ".").last.map(String.init) ?? ""
    }
    return instructions.map { instruction in
      switch instruction {
      case .test(_, let otherwise): "test, else: \(otherwise)"
      case .ask(let asked, _, let ifMet): "ask \(question(asked)), met: \(ifMet)"
      case .pass(let step): "pass \(id(step))"
      case .conclude(_, let step): "conclude \(id(step))"
      case .use(let dialogue, let step, let ifMet):
        "use \(id(step)) at \(dialogues[Int(dialogue)]), met: \(ifMet)"
      case .forEach(_, let step, let ifNone): "for each \(id(step)), none: \(ifNone)"
      case .requireValue(let asked, let otherwise): "require \(question(asked)), else: \(otherwise)"
      case .watch(let watch, _): "watch \(watch)"
      case .branch(_, let step): "branch \(id(step))"
      case .jump(let address): "jump \(address)"
      case .returnFromWatch: "return from watch"
      case .returnFromDialogue: "return from dialogue"
      case .finish: "finish"
      }
    }
  }
}
