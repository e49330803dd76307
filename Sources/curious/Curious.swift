import ArgumentParser
import Foundation

@main
struct Curious: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "curious",
    abstract: "A calm place to think a worry through and write it down.",
    discussion: """
      Without a command it starts the conversation, which sends nothing anywhere, and writes no file unless you agree.

      Exit codes: 0 done; 1 the answer is no, such as input that ended early or a pack with problems; \
      2 wrong use; 3 it could not be done.
      """,
    version: "0.1.0",
    subcommands: [
      ChatCommand.self, CasesCommand.self, DraftCommand.self, ServeCommand.self, CheckCommand.self,
      TestCommand.self,
      GraphCommand.self,
      WordingCommand.self, LocalCommand.self, GlossaryCommand.self, CardCommand.self,
      SchemaCommand.self,
    ],
    defaultSubcommand: ChatCommand.self)

  static func main() {
    Hardening.apply()
    do {
      try checkCommand(CommandLine.arguments.dropFirst().first)
      var command = try parseAsRoot()
      try command.run()
    } catch let failure as Failure {
      failure.stop()
    } catch {
      // Help and version are thrown as errors too, but are not failures.
      guard exitCode(for: error) != .success else { exit(withError: error) }
      Output.complain(fullMessage(for: error))
      Foundation.exit(2)
    }
  }

  /// Reports a mistyped command, which the parser would take as an argument of the default command.
  private static func checkCommand(_ word: String?) throws {
    let commands = configuration.subcommands.compactMap { $0.configuration.commandName }
    guard let word, !word.hasPrefix("-"), word != "help", !commands.contains(word) else { return }
    throw Failure.usage(
      "There is no command '\(word)'. There are: \(commands.joined(separator: ", ")).")
  }
}
