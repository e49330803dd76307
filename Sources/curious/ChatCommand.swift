import ArgumentParser
import DialogueModel
import Foundation

struct ChatCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "chat", abstract: "Talk it through: lines in, lines out.")

  @OptionGroup var pack: PackOptions

  @OptionGroup var local: OwnLocal

  @OptionGroup var screen: ScreenOptions

  @OptionGroup var cases: CasePlace

  @Flag(help: "Keep nothing of the conversation on this machine, and do not ask.")
  var noSave = false

  @Flag(
    name: .customLong("try"),
    help: "For those who write a pack: talk it through whatever its faults, marked as not for use.")
  var isTrial = false

  @Flag(
    name: .customLong("practice"),
    help: "For those who learn to use a pack: talk through its invented story, marked as practice.")
  var isPractice = false

  func run() throws {
    let pack = try local.read(self.pack)
    guard !isPractice || pack.script.practice != nil else {
      throw Failure.no(
        "The pack \(pack.script.pack) has no story to practise with. `practice:` in its pack.yaml gives it one."
      )
    }
    try Talk(
      pack: pack, isPlain: screen.isPlain, isTrial: isTrial, isPractice: isPractice,
      cases: noSave ? nil : cases.folder
    ).run()
  }
}

/// How a conversation is shown.
struct ScreenOptions: ParsableArguments {
  @Flag(
    help: "Plain lines that nothing moves in, as for a screen reader; ACCESSIBLE=1 does the same.")
  var plain = false

  /// Whether lines must not move: the terminal can only print, or the user has asked programs to do no more than that.
  var isPlain: Bool {
    let environment = ProcessInfo.processInfo.environment
    return plain || ["", "dumb"].contains(environment["TERM"] ?? "")
      || !["", "0"].contains(environment["ACCESSIBLE"] ?? "")
  }
}
