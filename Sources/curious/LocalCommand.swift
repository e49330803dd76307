import ArgumentParser
import DialogueCompiler
import DialogueModel
import Foundation

struct LocalCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "local", abstract: "Look after your local file: your own contacts and details.",
    subcommands: [LocalCheckCommand.self])
}

struct LocalCheckCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "check",
    abstract: "Tell what your local file lacks, and what in it was checked too long ago.",
    discussion: "Exit code 1 means that something is absent or out of date.")

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
          + (place.map { "Looked for \($0)." } ?? "Give one with --local FILE."))
    }
    _ = try pack.script(local: path)
    let check = LocalCheck(try PackFolder.file(at: path), for: files, today: try pack.day())
    Output.write("Local file: \(path)\n" + summary(of: check))
    guard check.absent.isEmpty, check.old.isEmpty else { throw Failure.no("") }
  }

  private func summary(of check: LocalCheck) -> String {
    let days = check.days.map { "\($0) days ago" } ?? ""
    let lines =
      (check.absent.isEmpty ? [] : ["Absent:"])
      + check.absent.map { "  \($0.name): \($0.label)" }
      + (check.old.isEmpty ? [] : ["Last checked more than \(days):"])
      + check.old.map { "  \($0.name): \($0.day.iso)" }
    if !lines.isEmpty { return lines.joined(separator: "\n") + "\n" }
    return days.isEmpty
      ? "Nothing is absent. The pack does not say how often to check it.\n"
      : "Nothing is absent, and nothing was last checked more than \(days).\n"
  }
}
