import ArgumentParser
import DialogueCompiler
import DialogueModel
import Foundation

/// The pack to use, its local file and the day to count from.
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

  func script() throws -> Script { try script(local: local) }

  func script(local path: String?) throws -> Script { try read(local: path).script }

  func read(local path: String?) throws -> ReadPack {
    let files = PackFiles(try folder().files())
    let local = try path.map { try PackFolder.file(at: $0) }
    let reading = PackReading(files, local: local.map { .file($0) } ?? .none)
    let faults = reading.problems.filter { !$0.code.isWarning }
    guard let script = reading.script, faults.isEmpty else { throw Failure.problems(faults) }
    return ReadPack(files: files, script: script, today: try day())
  }

  func day() throws -> CivilDate { try Self.day(today) }

  static func day(_ today: String?) throws -> CivilDate {
    if let today {
      guard let day = CivilDate(iso: today) else {
        throw Failure.usage("--today takes a day such as 2026-11-16, and got '\(today)'.")
      }
      return day
    }
    var (seconds, now) = (time(nil), tm())
    guard localtime_r(&seconds, &now) != nil,
      let date = CivilDate(
        year: Int(now.tm_year) + 1900, month: Int(now.tm_mon) + 1, day: Int(now.tm_mday))
    else { throw Failure.cannot("This machine's clock gives no day. Give one with --today.") }
    return date
  }
}
