import ArgumentParser
import Checking
import DialogueReading
import DialogueScript
import Screening

struct TestCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "test", abstract: "Play the scenarios beside a pack, and tell what fails.")

  @OptionGroup var pack: PackOptions

  func run() throws {
    let script = try pack.script()
    let files = try pack.folder().scenarios()
    let today = try pack.day()
    var faults: [Problem] = []
    for file in files {
      do throws(Problems) {
        let scenario = try Scenario(file: file.path, text: file.text)
        faults += scenario.play(script, today: today).faults
      } catch {
        faults += error.all
      }
    }
    guard faults.isEmpty else {
      let failed = Set(faults.map(\.place.file)).count
      throw Failure.no(
        (faults.map(\.description) + ["\(failed) of \(files.count) scenarios failed."])
          .joined(separator: "\n"))
    }
    Output.write("\(files.count) scenarios passed.\n")
  }
}
