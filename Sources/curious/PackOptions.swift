import ArgumentParser
import DialogueReading
import DialogueScript
import Foundation

/// Which pack is talked through, with which local file, and on which day.
struct PackOptions: ParsableArguments {
  @Option(help: "The folder of packs.", completion: .directory)
  var dialogues: String?

  @Option(help: "The pack to talk through; the only one there unless given.")
  var pack: String?

  @Option(help: "Your local file: councils, contacts, your own details.", completion: .file())
  var local: String?

  @Option(help: "The day to count from, such as 2026-11-16; today unless given.")
  var today: String?

  func folder() throws -> PackFolder { try PackFolder.find(pack, in: dialogues) }

  func script() throws -> Script {
    let files = try folder().files()
    let local = try local.map { try PackFolder.file(at: $0) }
    do {
      return try Script(files: files, local: local)
    } catch {
      throw Failure.problems(error.all)
    }
  }

  func day() throws -> CivilDate {
    if let today {
      guard let day = CivilDate(iso: today) else {
        throw Failure.usage("--today takes a day such as 2026-11-16, and got '\(today)'.")
      }
      return day
    }
    let now = Calendar(identifier: .gregorian).dateComponents([.year, .month, .day], from: Date())
    guard let year = now.year, let month = now.month, let day = now.day,
      let date = CivilDate(year: year, month: month, day: day)
    else { throw Failure.cannot("This machine's clock gives no day. Give one with --today.") }
    return date
  }
}
