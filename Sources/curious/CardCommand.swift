import ArgumentParser
import DialogueEngine
import DialogueModel
import Documents
import Foundation
import TerminalChat

struct CardCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "card",
    abstract: "Print the page to keep for when there is no computer at hand.",
    discussion: """
      One sheet of A4 with the pack's own questions. Names and numbers come from your local file; what is not \
      there is room to write. Exit code 1 means that the pack has no card.
      """)

  enum Format: String, ExpressibleByArgument, CaseIterable {
    case text, markdown
  }

  /// The characters of a line of a sheet of A4.
  private static let columns = 96

  @OptionGroup var pack: PackOptions

  @OptionGroup var local: OwnLocal

  @Option(help: "text for the printer, markdown for a page.")
  var format = Format.text

  func run() throws {
    let pack = try local.read(self.pack)
    guard let card = Conversation(pack.script, today: pack.today).card else {
      throw Failure.no(
        "The pack \(pack.script.pack) has no card. A file that starts with `card:` gives it one.")
    }
    switch format {
    case .text:
      let columns = min(Window.columns(of: STDOUT_FILENO) ?? Self.columns, Self.columns)
      Output.write(card.plainText.wrapped(to: columns) + "\n")
    case .markdown: Output.write(card.markdown + "\n")
    }
  }
}
