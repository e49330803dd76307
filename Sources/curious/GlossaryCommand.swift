import ArgumentParser
import DialogueEngine

struct GlossaryCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "glossary", abstract: "Say what a word of the field means.",
    discussion: "Exit code 1 means that the glossary does not have it.")

  @Argument(help: ArgumentHelp("The word; all there are unless given.", valueName: "term"))
  var term: [String] = []

  @OptionGroup var pack: PackOptions

  func run() throws {
    let (text, isFound) = try pack.script().glossary(term.joined(separator: " "))
    guard isFound else { throw Failure.no(text) }
    Output.write(text + "\n")
  }
}
