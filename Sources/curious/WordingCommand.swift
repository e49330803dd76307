import ArgumentParser
import DialogueCompiler
import DialogueModel
import Foundation

struct WordingCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "wording",
    abstract: "Take a pack's texts out into one document, and bring them back.",
    discussion: """
      The document is Markdown: every text that people read, under its id. It can be edited, checked or \
      translated without a look at the pack's own files.
      """,
    subcommands: [WordingExport.self, WordingReturn.self])
}

struct WordingExport: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "export", abstract: "Print every text of a pack that people read, under its id.")

  @OptionGroup var which: NamedPack

  @Option(help: "The file to write it to, instead of printing it.", completion: .file())
  var output: String?

  func run() throws {
    let pack = try which.options()
    let script = try pack.script()
    let passages = Passage.passages(of: try pack.folder().files())
    let document = WordingDocument.text(of: passages, pack: script.pack)
    guard let output else { return Output.write(document) }
    try FileReplacing.replace([(output, Data(document.utf8))])
  }
}

struct WordingReturn: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "import",
    abstract: "Change the texts of a pack that differ in a document, and nothing else.",
    discussion: """
      No file is changed unless all is well: every id known, every slot kept, and the pack sound with its new \
      texts.
      """)

  @Argument(help: "The document that was exported and edited.", completion: .file())
  var document: String

  @OptionGroup var which: NamedPack

  func run() throws {
    let pack = try which.options()
    _ = try pack.script()
    let folder = try pack.folder()
    let changes = try changes(
      to: try folder.files(), local: try pack.local.map { try PackFolder.file(at: $0) })
    let files = try changes.map { change in
      let path = "\(folder.path)/\(change.path)"
      return (path, Data(change.made(in: try PackFolder.data(at: path))))
    }
    try FileReplacing.replace(files)
    Output.write(summary(of: changes))
  }

  private func changes(
    to files: [SourceFile], local: SourceFile?
  ) throws -> [WordingImport.Change] {
    let document = try PackFolder.file(at: document)
    do throws(Diagnostics) {
      return try WordingImport(document, into: files, local: local).changes
    } catch {
      throw Failure.no(
        (error.all.map(\.description) + [
          "The wording has \(error.all.count.of("problem")), and no file was changed."
        ])
        .joined(separator: "\n"))
    }
  }

  private func summary(of changes: [WordingImport.Change]) -> String {
    let count = changes.reduce(0) { $0 + $1.count }
    guard count > 0 else { return "No text differs, and no file was changed.\n" }
    let places = changes.map { "\($0.count) in \($0.path)" }.joined(separator: ", ")
    return "Changed \(count.of("text")): \(places).\n"
  }
}
