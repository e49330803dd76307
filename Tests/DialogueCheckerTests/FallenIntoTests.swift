import DialogueCompiler
import DialogueModel
import Support
import Testing

@testable import DialogueChecker

/// An outcome that people fall into because a step, or a group of steps, before it is passed over.
struct FallenIntoTests {
  private static let start = """
    dialogue: visit
    steps:
      - ask: door
        text: Is the door open?
        answer: yes-no
        then:
          "yes": done
          otherwise: shut
      - ask: shut
        text: Is a window open?
        answer: yes-no

    """
  private static let end = "  - conclude: done\n    outcome: done\n"

  @Test(arguments: [
    ("  - say: climb\n    text: No.\n    when: shut is yes\n    then: finish\n", "climb"),
    ("  - say: climb\n    text: No.\n    when: shut is yes\n", nil),
    (
      "  - group: open\n    when: shut is yes\n    steps:\n      - say: a\n        text: A.\n"
        + "      - say: climb\n        text: No.\n        then: finish\n", "open"
    ),
    (
      "  - group: open\n    when: shut is yes\n    steps:\n      - say: climb\n        text: No.\n",
      nil
    ),
    (
      "  - group: open\n    when: shut is yes\n    steps:\n      - group: late\n"
        + "        when: door is no\n        steps:\n          - say: climb\n"
        + "            text: No.\n            then: finish\n", "open"
    ),
  ])
  func `Whoever passes over a step that leads elsewhere falls into the outcome after it`(
    _ steps: String, _ passed: String?
  ) throws {
    let script = try TestPacks.script(
      entry: "visit", [SourceFile(path: "visit.yaml", text: Self.start + steps + Self.end)])
    let today = try #require(CivilDate(iso: "2026-11-16"))
    let found = FallenInto.problems(Checker(script, today: today)).map(\.message)
    let message =
      "a branch leads to `done`, and whoever passes over `\(passed ?? "")` falls into it too"
    #expect(found == (passed == nil ? [] : [message]))
  }
}
