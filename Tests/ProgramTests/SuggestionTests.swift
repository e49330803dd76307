import Foundation
import Support
import Testing

/// What someone's account may mention is listed first, counts only once typed, and is put before a list is empty.
struct SuggestionTests {
  /// The account, and the danger question once more with its words, which Enter leaves as it was.
  static let account = [
    "no", "at school", "A man asks her for photos. She wrote \"i want to die\".", "", "",
  ]

  private func run(_ lines: [String]) throws -> String {
    try Program.run(
      ["--dialogues", TestPacks.withoutRules, "--today", "2026-11-16", "--no-local"],
      input: (lines + ["quit"]).map { $0 + "\n" }.joined()
    ).output
  }

  @Test
  func `A suggestion comes before the other options, with its own number and the words found`()
    throws
  {
    let output = try run(Self.account)
    #expect(
      output.contains(
        """
        From what you wrote, these may fit. Look at them first. None is chosen until you type its number.
          3 Talks of dying, or says they can't go on: you wrote “want to die”
          7 Sexual pictures, video or chat, or blackmail over them: you wrote “asks her for photos”
        And these:
          1 Missing, or nobody knows where they are
        """))
    #expect(output.components(separatedBy: "Sexual pictures, video or chat").count == 2)
  }

  @Test(arguments: [("none", false), ("skip", false), ("7", true), ("photos", true)])
  func `A suggestion reaches a letter only when it is typed`(_ reply: String, _ isThere: Bool)
    throws
  {
    let output = try run(Self.account + [reply, "", "15"])
    #expect(output.contains("- Sexual pictures, video or chat, or blackmail over them") == isThere)
    #expect(!output.contains("- Talks of dying"))
  }

  @Test func `A question that was answered comes back once with the words`() throws {
    let output = try run(Self.account)
    let question = "Is anyone in danger right now?"
    #expect(output.components(separatedBy: question).count == 3)
    #expect(output.contains("\n\nYou wrote “want to die”.\n\(question)"))
    #expect(output.contains("Your answer now: not that I know of (Enter keeps it.)"))
  }

  @Test
  func `A list is not empty before what was written has been put, and what is typed is added`()
    throws
  {
    let put = """
      From what you wrote, these may fit as well. Type the numbers that do, or press Enter if none does.
        3 Talks of dying, or says they can't go on: you wrote “want to die”
        7 Sexual pictures, video or chat, or blackmail over them: you wrote “asks her for photos”
      Your answer now: none that I know of (Enter keeps it.)
      """
    let output = try run(Self.account + ["none", "7"])
    #expect(output.components(separatedBy: put).count == 2)
    #expect(output.contains("- Sexual pictures, video or chat, or blackmail over them"))
    let kept = try run(Self.account + ["none", ""])
    #expect(kept.components(separatedBy: put).count == 2)
    #expect(kept.contains("How old are they?"))
  }

  @Test func `An account without such a word leaves the list unchanged`() throws {
    let output = try run(["no", "at school", "Something is wrong.", "", "15", ""])
    #expect(!output.contains("may touch on these") && !output.contains("And these:"))
    #expect(output.contains("\n  1 Missing, or nobody knows where they are\n  2 "))
  }

  @Test func `A changed account is searched again for suggestions`() throws {
    let output = try run(
      Self.account + ["back", "A coach drives him home.", "", "replace", "15", ""])
    #expect(output.contains("may be doing it: you wrote “coach drives him home”"))
  }
}
