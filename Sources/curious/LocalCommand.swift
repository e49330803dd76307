import ArgumentParser
import DialogueCompiler
import DialogueModel
import Foundation

struct LocalCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "local", abstract: "Look after your local file: your own contacts and details.",
    subcommands: [LocalCheckCommand.self, LocalNewCommand.self])
}

struct LocalCheckCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "check",
    abstract:
      "Tell what your local file lacks, what was checked too long ago, and what is still invented.",
    discussion: "Exit code 1 means that something is absent, out of date or invented.")

  @OptionGroup var pack: PackOptions

  func run() throws {
    let files = try pack.folder().files()
    guard LocalCheck.hasShape(files) else {
      return Output.write("The pack \(try pack.folder().name) takes no local file.\n")
    }
    guard let path = try pack.local ?? OwnLocal.file(for: pack) else {
      let place = try OwnLocal.path(for: pack)
      throw Failure.no(
        "There is no local file. "
          + (place.map { "Looked for \($0). `curious local new` writes one." }
            ?? "Give one with --local FILE."))
    }
    _ = try pack.script(local: path)
    let check = LocalCheck(
      try PackFolder.file(at: path), for: files, example: try pack.folder().exampleOfLocal(),
      today: try pack.day())
    Output.write("Local file: \(path)\n" + summary(of: check))
    guard check.isFine else { throw Failure.no("") }
  }

  private func summary(of check: LocalCheck) -> String {
    let days = check.days.map { "\($0) days ago" } ?? ""
    let lines =
      (check.absent.isEmpty ? [] : ["Absent:"])
      + check.absent.map { "  \($0.name): \($0.label)" }
      + (check.old.isEmpty ? [] : ["Last checked more than \(days):"])
      + check.old.map { "  \($0.name): \($0.day.iso)" }
      + (check.fromExample.isEmpty ? [] : ["Still the invented example:"])
      + check.fromExample.map { "  \($0.name): \($0.text)" }
      + (check.unanswered.isEmpty ? [] : ["Kept for drama, so nobody answers these numbers:"])
      + check.unanswered.map { "  \($0.name): \($0.text)" }
    if !lines.isEmpty { return lines.joined(separator: "\n") + "\n" }
    return days.isEmpty
      ? "Nothing is absent. The pack does not say how often to check it.\n"
      : "Nothing is absent, and nothing was last checked more than \(days).\n"
  }
}

extension LocalCheck {
  fileprivate var isFine: Bool {
    absent.isEmpty && old.isEmpty && fromExample.isEmpty && unanswered.isEmpty
  }
}
