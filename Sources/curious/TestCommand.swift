import ArgumentParser
import DialogueCompiler
import DialogueEngine
import DialogueModel
import Scenarios

struct TestCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "test",
    abstract: "Play the scenarios beside a pack, and tell what fails and what is covered.",
    discussion: """
      Steps, branches and options count by their places in the pack's files. What is only reached with a \
      local file counts where a scenario brings one, or one is given.
      """)

  @OptionGroup var pack: PackOptions

  @Flag(
    help: "List each step, branch and option that no scenario comes to, with its file and line.")
  var uncovered = false

  @Option(
    help: ArgumentHelp(
      "Fail unless this much of the steps, of the branches and of the options is covered.",
      valueName: "percent"))
  var coverage: Int?

  @Option(
    help: ArgumentHelp(
      "Have this many random conversations too, with edits and steps back, and see that nothing is lost.",
      valueName: "number"))
  var walk: Int?

  @Option(help: "Where chance starts: the same seed gives the same conversations.")
  var seed: UInt64 = 1

  func run() throws {
    if let coverage, !(0...100).contains(coverage) {
      throw Failure.usage("--coverage takes a percentage from 0 to 100, and got \(coverage).")
    }
    if let walk, walk < 1 {
      throw Failure.usage("--walk takes a number of conversations, and got \(walk).")
    }
    let (script, folder, today) = (try pack.script(), try pack.folder(), try pack.day())
    let rehearsal = ScenarioRun(
      try folder.scenarios(), on: script, reading: PackFiles(try folder.files()).localReading,
      today: today)
    try rehearsal.check()
    let lacking = rehearsal.uncovered(in: try folder.files())
    var lines = uncovered ? lacking : []
    lines += [
      "\(rehearsal.count.of("scenario")) passed.",
      rehearsal.summary,
    ]
    if let coverage, !rehearsal.coverage.reaches(percent: coverage) {
      let wanted = "--coverage asks for \(coverage) percent of each."
      throw Failure.no((lacking + [rehearsal.summary, wanted]).joined(separator: "\n"))
    }
    if let walk { lines.append(try talk(walk, script, today: today)) }
    Output.write(lines.map { $0 + "\n" }.joined())
  }

  /// Runs the random conversations; the first failure is printed turn by turn.
  private func talk(_ count: Int, _ script: Script, today: CivilDate) throws -> String {
    let (turns, failed) = RandomConversations(script, today: today).have(count, seed: seed)
    guard let failed, let fault = failed.fault else {
      return
        "\(count) random conversations of \(turns) turns: nothing lost, and each came to its end."
    }
    throw Failure.no(
      """
      A random conversation went wrong after \(failed.turns.count) turns: \(fault). It was:
      \(failed.turns.map { "  \($0.withControlsVisible)" }.joined(separator: "\n"))
      To have it again, add: --walk 1 --seed \(failed.seed) --today \(today.iso)
      """)
  }
}
