import Support
import Testing

/// The line chat, as a pipe sees it.
struct PipeTests {
  static let streetTree = ["--dialogues", "\(TestPacks.root)/Tests/Packs", "--pack", "street-tree"]

  @Test func `Three answers in, a letter out, exit 0`() throws {
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

        That is everything I would ask. Here is what to send. You can still type review, change or draft.

        ----- Draft: tree-officer -----

        To the tree officer

        Where: by the playground
        Leaning: no
        Seen: A split in the trunk, Fungus at the foot
        Please come today.

        ----- End of draft -----
        >

        """.replacing(">\n", with: "> \n"))
  }

  @Test func `Input that ends early still gives the draft, with its gaps, and exit 1`() throws {
    let run = try Program.run(Self.streetTree, input: "by the playground\n")
    #expect(run.code == 1)
    #expect(
      run.errors
        == "The conversation stopped early, with about 2 still to ask. The draft so far was written; it can be sent as it is.\n"
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

  @Test func `No input at all ends the same way`() throws {
    let run = try Program.run(Self.streetTree)
    #expect(run.code == 1)
    #expect(run.output.contains("Where: [not asked yet]"))
  }
}
