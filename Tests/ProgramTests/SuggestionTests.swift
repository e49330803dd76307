import Foundation
import Support
import Testing

/// Options that someone's account may mention are listed first, and count only once typed.
struct SuggestionTests {
  static let account = [
    "no", "at school", "A man asks her for photos. She wrote \"i want to die\".",
  ]

  private func run(_ lines: [String]) throws -> String {
    try Program.run(
      ["--dialogues", "\(TestPacks.root)/Dialogues", "--today", "2026-11-16", "--no-local"],
      input: (lines + ["quit"]).map { $0 + "\n" }.joined()
    ).output
  }

  @Test
  func `A suggestion comes before the other options, with its own number and the words found`()
    throws
  {
    let output = try run(Self.account + ["", "15"])
    #expect(
      output.contains(
        """
        What you wrote may touch on these. Look at them first; nothing counts until you type it.
          3 Talks of dying, or says they can't go on: you wrote “want to die”
          7 Sexual pictures, video or chat, or blackmail over them: you wrote “photos”
        And these:
          1 Missing, or nobody knows where they are
        """))
    #expect(output.components(separatedBy: "Sexual pictures, video or chat").count == 2)
  }

  @Test(arguments: [("none", false), ("skip", false), ("7", true), ("photos", true)])
  func `A suggestion reaches a letter only when it is typed`(_ reply: String, _ isThere: Bool)
    throws
  {
    let output = try run(Self.account + ["", "15", reply])
    #expect(output.contains("- Sexual pictures, video or chat, or blackmail over them") == isThere)
    #expect(!output.contains("- Talks of dying"))
  }

  @Test func `An account without such a word leaves the list unchanged`() throws {
    let output = try run(["no", "at school", "Something is wrong.", "", "15", ""])
    #expect(!output.contains("may touch on these") && !output.contains("And these:"))
    #expect(output.contains("\n  1 Missing, or nobody knows where they are\n  2 "))
  }

  @Test func `A changed account is searched again for suggestions`() throws {
    let output = try run(
      Self.account + ["", "back", "A coach drives him home.", "", "replace", "15", ""])
    #expect(output.contains("may be doing it: you wrote “coach”"))
  }
}
