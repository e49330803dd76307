import DialogueModel
import Support
import Testing

@testable import DialogueCompiler

/// What is wrong in a file on listening is said where it is.
struct ListeningFileTests {
  private static let dialogue = """
    dialogue: visit
    steps:
      - ask: kinds
        text: Which of these?
        answer: any of kinds
        hears: [kinds.smell, noise]
      - ask: words
        text: Words?
        answer: text

    """

  private static let kinds = "vocabulary: kinds\nitems:\n  smell: A smell\n  damp: Damp\n"

  private static let phrases = """
    listening: the kinds
    options-of: kinds
    lists:
      gas: gas, fumes
    everywhere:
      ordinary: lesson
    words:
      deny: no, not
      numbers: one 1, two 2
    classes:
      smell:
        examples: There was a smell of gas.
        find: |
          # One phrase a line.
          smell/smells .. {gas}
        except: smell of baking

    """

  private func problems(
    _ right: String = "", _ wrong: String = "", dialogue: String = dialogue
  ) throws -> [String] {
    let files = [
      SourceFile(path: "visit.yaml", text: dialogue),
      SourceFile(path: "kinds.yaml", text: Self.kinds),
      SourceFile(path: "phrases.yaml", text: Self.phrases.replacing(right, with: wrong)),
      SourceFile(
        path: "noise.yaml", text: "listening: noise\nclasses:\n  noise:\n    find: a bang\n"),
    ]
    return PackReading(try TestPacks.whole(files, entry: "visit")).problems.map {
      "\($0.place.file):\($0.place.line):\($0.place.column): \($0.message)"
    }
  }

  @Test func `A file without a fault has none`() throws {
    #expect(try problems() == [])
  }

  static let faults: [(right: String, wrong: String, problem: String)] = [
    ("    find: |", "    finds: |", "phrases.yaml:13:5: the class `smell` can't have `finds:`"),
    (
      "      smell/smells .. {gas}", "      smell of gas-fire",
      "phrases.yaml:15:16: `gas-fire` is no single word of a text"
    ),
    ("{gas}", "{gases}", "phrases.yaml:15:7: there is no list of words `gases`"),
    ("{gas}", "..", "phrases.yaml:15:7: a phrase begins and ends with a word"),
    ("{gas}", "... {gas}", "phrases.yaml:15:7: two gaps in a row"),
    ("{gas}", "{9-1}", "phrases.yaml:15:23: no number is from 9 to 1"),
    ("{gas}", "a//b", "phrases.yaml:15:25: `` is no single word of a text"),
    (
      "smell/smells .. {gas}", "?smell",
      "phrases.yaml:15:7: every word of the phrase may be left out"
    ),
    ("gas, fumes", "gas, gas fumes", "phrases.yaml:4:13: `gas fumes` is no single word of a text"),
    ("gas, fumes", "gas, {gas}", "phrases.yaml:4:13: a list has words, and no other list"),
    ("two 2", "two", "phrases.yaml:9:19: `two` is no number with its figure"),
    ("options-of: kinds", "options-of: kind", "phrases.yaml:2:13: there is no vocabulary `kind`"),
    ("  smell:\n", "  smel:\n", "phrases.yaml:11:3: there is no item of `kinds` called `smel`"),
  ]

  @Test(arguments: faults) func `A fault is said with its line and column`(
    _ right: String, _ wrong: String, _ problem: String
  ) throws {
    let problems = try problems(right, wrong)
    #expect(problems.contains(problem), "\(problems)")
  }

  static let heard: [(right: String, wrong: String, problem: String)] = [
    (
      "[kinds.smell, noise]", "[noise, smell]",
      "visit.yaml:6:20: there is no class of phrases `smell`"
    ),
    (
      "[kinds.smell, noise]", "kinds.smell",
      "noise.yaml:3:3: no question hears `noise`, and it says nothing"
    ),
    (
      "    text: Words?\n    answer: text\n",
      "    text: Words?\n    hears: noise\n    answer: number\n",
      "visit.yaml:9:12: `hears:` is for a question that is asked, with `answer: yes-no`, `one of`, `any of` or `text`"
    ),
    (
      "    text: Words?\n", "    text: Words?\n    hears-late: noise\n",
      "visit.yaml:9:17: `hears-late:` is for a question that is asked, with `answer: any of`"
    ),
  ]

  @Test(arguments: heard)
  func `A question hears classes that there are, and every class of its own is heard`(
    _ right: String, _ wrong: String, _ problem: String
  ) throws {
    let problems = try problems(dialogue: Self.dialogue.replacing(right, with: wrong))
    #expect(problems == [problem])
  }

  @Test func `A second class or list of the same name is reported`() throws {
    let files = [
      SourceFile(path: "visit.yaml", text: Self.dialogue),
      SourceFile(path: "kinds.yaml", text: Self.kinds),
      SourceFile(path: "a.yaml", text: Self.phrases),
      SourceFile(path: "b.yaml", text: Self.phrases),
      SourceFile(
        path: "noise.yaml", text: "listening: noise\nclasses:\n  noise:\n    find: a bang\n"),
    ]
    let problems = PackReading(try TestPacks.whole(files, entry: "visit")).problems.map(\.message)
    #expect(
      problems == [
        "a second list of words is called `gas`",
        "a second class of phrases is called `kinds.smell`",
      ])
  }
}
