import Foundation
import Scenarios
import Support
import Testing

/// The drawings of `curious graph`.
struct GraphCommandTests {
  private func graph(_ arguments: String...) throws -> Outcome {
    try Program.run(["graph", "--dialogues", "\(TestPacks.root)/Tests/Packs"] + arguments)
  }

  @Test func `A dialogue is drawn with its branches and outcomes`() throws {
    #expect(
      try graph("street-tree", "--dialogue", "tree")
        == Outcome(
          output: """
            flowchart TD
              subgraph tree_steps["A tree that worries you"]
                direction TB
                place["Where does the tree stand?"]
                leaning["Does it lean more than it did?"]
                harm["What do you see on it?"]
                which_way{"which-way"}
                cordon(["Outcome: fence it off"])
                leave_it(["Outcome: nothing to do"])
                look_again(["Outcome: send someone"])
              end
              place --> leaning
              leaning --> harm
              harm --> which_way
              which_way -->|"may-fall"| cordon
              which_way -->|"leaning is unknown<br>otherwise"| look_again
              which_way -->|"harm is empty"| leave_it
              classDef chart stroke-width:4px
              class cordon,leave_it,look_again chart

            """, errors: "", code: 0))
  }

  @Test func `Coverage is drawn over the graph and can be read without colour`() throws {
    let drawn = try graph("street-tree", "--coverage").output
    #expect(drawn.contains("tree_cordon([\"Outcome: fence it off\"])"))
    #expect(drawn.contains("tree_leave_it([\"Outcome: nothing to do<br>(no scenario)\"])"))
    #expect(drawn.contains("-.->|\"harm is empty<br>(no scenario)\"| tree_leave_it"))
    #expect(drawn.contains("-->|\"may-fall\"| tree_cordon"))
    let dot = try graph("street-tree", "--coverage", "--format", "dot").output
    #expect(dot.contains("label=\"Outcome: nothing to do\\n(no scenario)\""))
    #expect(!(try graph("street-tree").output.contains("no scenario")))
  }

  @Test func `For an unknown dialogue, the error lists the dialogues that exist`() throws {
    let run = try graph("street-tree", "--dialogue", "bush")
    #expect(run.code == 3)
    #expect(run.output == "")
    #expect(run.errors == "There is no dialogue or watch 'bush' in street-tree. There are: tree.\n")
  }

  @Test func `The whole shipped pack is drawn, the same way each time`() throws {
    for format in ["mermaid", "dot"] {
      let arguments = ["graph", "--dialogues", "\(TestPacks.root)/Dialogues", "--format", format]
      let run = try Program.run(arguments)
      #expect(run.code == 0)
      #expect(!run.output.isEmpty)
      #expect(try Program.run(arguments) == run)
    }
  }
}
