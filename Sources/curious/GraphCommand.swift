import ArgumentParser
import DialogueCompiler
import DialogueModel
import PackGraph
import Scenarios

struct GraphCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "graph", abstract: "Draw a pack, or one dialogue of it, as Mermaid or Graphviz.",
    discussion: """
      Steps are drawn in their dialogues, in the order of the files; what branches is a diamond, and outcomes of \
      the chart and flags are told apart by their shape and their words. Where no arrow leads on, the dialogue \
      goes back to the one that uses it.
      """)

  enum Format: String, ExpressibleByArgument, CaseIterable {
    case mermaid, dot
  }

  @OptionGroup var which: NamedPack

  @Option(help: "Draw only this dialogue or watch, by its name.")
  var dialogue: String?

  @Option(help: "mermaid for Markdown pages, dot for Graphviz.")
  var format = Format.mermaid

  @Flag(help: "Mark the steps and branches that no scenario comes to.")
  var coverage = false

  func run() throws {
    let pack = try which.options()
    let (script, folder) = (try pack.script(), try pack.folder())
    let outline = Outline(try folder.files())
    var covered: Coverage?
    if coverage {
      let scenarios = try folder.scenarios()
      let rehearsal = ScenarioRun(
        scenarios, on: script, reading: PackFiles(try folder.files()).localReading,
        today: try pack.day())
      try rehearsal.check()
      covered = rehearsal.coverage
    }
    guard let graph = Graph(outline, only: dialogue, coverage: covered) else {
      let names = (outline.dialogues + outline.watches).map(\.name).joined(separator: ", ")
      throw Failure.cannot(
        "There is no dialogue or watch '\(dialogue ?? "")' in \(script.pack). There are: \(names).")
    }
    Output.write(format == .dot ? graph.dot : graph.mermaid)
  }
}
