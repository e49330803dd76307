import ArgumentParser
import DialogueCompiler

struct SchemaCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "schema", abstract: "Print the JSON Schema of a pack's files, for editors.",
    discussion: "It is kept beside the packs, as dialogue-file.schema.json.")

  func run() throws {
    Output.write(SchemaPrinter.schema)
  }
}
