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

  @Option(
    help:
      "The time of day, such as 11:40; the clock's unless the day is set by hand.")
  var now: String?

  @Option(
    help: "The time zone of day and time, such as Europe/London; this machine's unless given.")
  var timeZone: String?

  func folder() throws -> PackFolder { try PackFolder.find(pack, in: dialogues) }

  func script() throws -> Script { try script(local: local) }

  func script(local path: String?) throws -> Script { try read(local: path).script }

  func read(local path: String?) throws -> ReadPack {
    let files = PackFiles(try folder().files())
    let local = try path.map { try PackFolder.file(at: $0) }
    let reading = PackReading(files, local: local.map { .file($0) } ?? .none)
    let faults = reading.problems.filter { !$0.code.isWarning }
    guard let script = reading.script, faults.isEmpty else { throw Failure.problems(faults) }
    let clock = try clock()
    return ReadPack(files: files, script: script, today: try clock.today(), clock: clock)
  }

  func day() throws -> CivilDate { try clock().today() }

  func clock() throws -> Clock { try Clock(today: today, now: now, timeZone: timeZone) }

  static func day(_ today: String?) throws -> CivilDate {
    try Clock(today: today, now: nil, timeZone: nil).today()
  }
}
