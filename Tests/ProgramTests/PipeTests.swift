import Foundation
import Support
import Testing

/// The line chat over a pipe.
struct PipeTests {
  static let streetTree = ["--dialogues", "\(TestPacks.root)/Tests/Packs", "--pack", "street-tree"]

  @Test func `Three answers give a letter and exit code 0`() throws {
    let run = try Program.run(Self.streetTree, input: "by the playground\nno\ncrack, fungus\n")
    #expect(run.code == 0)
    #expect(run.errors == "")
    #expect(
      run.output
        == """
        A place to report a tree.
        Questions and letters not yet approved for real use.

        Where does the tree stand?
        > by the playground

        Does it lean more than it did?
          1 yes
          2 no
          3 not known
        > no

        What do you see on it?
          1 A split in the trunk
          2 Fungus at the foot
          3 Dead branches
        Type the numbers or words, with commas between them; or all; or none.
        > crack, fungus

        Keep people away from it and ring the tree officer.

        That is everything I would ask. Here is what to send. Type save to have it as Word files, or check letter to see what to look at first. You can still type review, change or draft.

        ----- Draft: tree-officer -----

        To the tree officer

        Where: by the playground
        Leaning: no
        Seen: A split in the trunk and Fungus at the foot

        Please come today.

        ----- End of draft -----
        >

        """.replacing(">\n", with: "> \n"))
  }

  @Test func `Input that ends early still gives the draft with its gaps, and exit code 1`() throws {
    let run = try Program.run(Self.streetTree, input: "by the playground\n")
    #expect(run.code == 1)
    #expect(
      run.errors
        == "The conversation stopped before its end. The draft so far is above; it can be sent as it is.\n"
    )
    #expect(
      run.output.hasSuffix(
        """
        ----- Draft: tree-officer -----

        DRAFT, NOT FINISHED: not every question has been asked. It can be sent as it is.

        To the tree officer

        Where: by the playground
        Leaning: [not asked yet]
        Seen: [not asked yet]

        ----- End of draft -----

        """))
  }

  @Test func `Empty input still gives the draft, and exit code 1`() throws {
    let run = try Program.run(Self.streetTree)
    #expect(run.code == 1)
    #expect(run.output.contains("Where: [not asked yet]"))
  }

  @Test(arguments: [
    (["here", "the hall", "no", "none"], 2, ""),
    (["here", "", "none"], 2, "I need something here"),
    (["/hlep", "no"], 1, ""), (["here", "no", "trunk", "none"], 3, ""),
    (["here", "change 7", "no", "none"], 2, ""),
    (["here", "back", "", "note x", "no"], 4, "Notes cannot"),
    (["here", "no", "none", "by the gate", "draft"], 4, "That was not kept"),
  ])
  func `Reading stops at the first line that is not understood`(
    _ lines: [String], _ stop: Int, _ why: String
  ) throws {
    let run = try Program.run(Self.streetTree, input: lines.map { $0 + "\n" }.joined())
    #expect(run.code == 1)
    #expect(
      run.errors.hasPrefix(
        "Line \(stop) was not understood, so nothing after it was read. The draft so far was printed."
      ))
    #expect(
      (why.isEmpty || run.errors.contains(why)) && run.errors.split(separator: "\n").count == 1)
    let stopped = lines[stop - 1]
    #expect(stopped.isEmpty || !run.errors.contains(stopped))
    #expect(run.output.contains("To the tree officer"))
    #expect(!run.output.dropFirst(1).contains("> \(lines.last ?? "")\n"))
  }

  @Test func `Notes after the end are in the letters when they are printed again`() throws {
    let shipped = ["--dialogues", TestPacks.withoutRules, "--today", "2026-11-16"]
    let start =
      "no\nx\nA car.\n\n14\nnone\nnot known\nrefer now\nsaw\nA man\nx\nTasha\nx\n\nsafe\nno\nnot known\nx\nx\n"
    let run = try Program.run(shipped, input: start + "jacket was black\nno\n")
    #expect(run.code == 0)
    let letters = run.output.components(separatedBy: "----- Draft: ")
    #expect(letters.count == 3)
    #expect(letters.last?.contains("- jacket was black") == true)
  }
}
