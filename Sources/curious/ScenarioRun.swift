import DialogueCompiler
import DialogueModel
import Scenarios

/// Plays all scenarios beside a pack.
struct ScenarioRun {
  let count: Int
  private(set) var faults: [Diagnostic] = []
  private(set) var coverage: Coverage

  init(_ files: [SourceFile], on script: Script, reading: LocalReading, today: CivilDate) {
    count = files.count
    coverage = Coverage(of: script)
    for file in files {
      do throws(Diagnostics) {
        let scenario = try Scenario(file: file.path, text: file.text)
        let played = scenario.play(try scenario.script(script, reading), today: today) {
          coverage.add($0)
          return $0
        }
        faults += played.faults
      } catch {
        faults += error.all
      }
    }
  }

  /// Throws if any scenario has failed.
  func check() throws {
    guard !faults.isEmpty else { return }
    let failed = Set(faults.map(\.place.file)).count
    throw Failure.no(
      (faults.map(\.description) + ["\(failed) of \(count) scenarios failed."])
        .joined(separator: "\n"))
  }

  /// How much of each kind is covered, in one line.
  var summary: String {
    let kinds: [(kind: Coverage.Kind, name: String)] = [
      (.step, "steps"), (.branch, "branches"), (.option, "options"),
    ]
    let counts = kinds.map {
      let (covered, all) = coverage.count($0.kind)
      return "\(covered) of \(all) \($0.name)"
    }
    return "Covered: \(counts.joined(separator: ", "))."
  }

  /// Each part that no scenario reaches: its place, and the line written there.
  func uncovered(in files: [SourceFile]) -> [String] {
    coverage.uncovered.map { part in
      let place = part.place
      let line = files.first { $0.path == place.file }?.line(place.line) ?? ""
      return "\(place.file):\(place.line): \(part.kind.lack): \(line.trimmed)"
    }
  }
}

extension Coverage.Kind {
  fileprivate var lack: String {
    switch self {
    case .step: "never reached"
    case .branch: "never taken"
    case .option: "never chosen"
    }
  }
}

extension PackFiles {
  /// Reads the pack with the local lines of a scenario.
  var localReading: LocalReading {
    { lines, file throws(Diagnostics) in try script(localLines: lines, in: file) }
  }
}
