import DialogueChecker
import DialogueCompiler
import DialogueModel
import Foundation
import Scenarios

/// What the check of one pack found, for users and for programs.
struct Report {
  let problems: [Diagnostic]
  /// The verdict on each safety rule.
  private let verdicts: [Verdict]
  private let folder: String
  private let summary: String

  /// Checks the pack, or else only proves its rules whose names start with `rule`.
  ///
  /// A quick check leaves out the warnings that take long to find.
  init(
    _ folder: PackFolder, today: CivilDate, rule: String? = nil, isQuick: Bool = false
  ) throws {
    let scenarioFiles = rule == nil ? try folder.scenarios() : []
    let pack = PackFiles(try folder.files())
    let readings = [PackReading.Local.standIn, .none].mapOnAllCores {
      PackReading(pack, local: $0)
    }
    var found = readings[0].problems
    var scenarios: [Scenario] = []
    let read = scenarioFiles.mapOnAllCores { file in
      Result { () throws(Diagnostics) in try Scenario(file: file.path, text: file.text) }
    }
    for result in read {
      switch result {
      case .success(let scenario): scenarios.append(scenario)
      case .failure(let problems): found += problems.all
      }
    }
    let looked = Self.look(
      at: readings[0], pack, playing: readings[1].script, scenarios, today, rule: rule,
      isQuick: isQuick)
    found += looked.problems
    verdicts = looked.verdicts
    self.folder = folder.shownPath
    problems = Diagnostic.inOrder(found, in: pack.files + scenarioFiles)
    let questions = Set(readings[0].script?.questions.map(\.place) ?? []).count
    let errors = problems.count { !$0.code.isWarning }
    let counts = [(errors, "error"), (problems.count - errors, "warning")].filter { $0.0 > 0 }
      .map { $0.0.of($0.1) }
    summary =
      "\(self.folder): "
      + (counts.isEmpty
        ? "no faults found in "
          + (rule == nil
            ? "\(questions) questions and \(scenarios.count) scenarios"
            : verdicts.count.of("rule"))
        : counts.joined(separator: ", "))
      + (looked.undecided > 0 ? "; \(looked.undecided) things could not be decided" : "") + ".\n"
  }

  /// Runs the checks on all cores, unless a fault in the files would make their results useless.
  private static func look(
    at reading: PackReading, _ pack: PackFiles, playing plain: Script?, _ scenarios: [Scenario],
    _ today: CivilDate, rule: String?, isQuick: Bool
  ) -> Looked {
    guard let script = reading.script, reading.problems.allSatisfy(\.code.leavesTheRestClear)
    else { return Looked() }
    let checker = Checker(
      script, playing: plain, reading: pack.localReading, known: reading.problems, today: today)
    // A rule may depend on a fault, so rules are proved only once the pack has no errors.
    let isClean = reading.problems.allSatisfy(\.code.isWarning)
    let examples = isClean ? checker.ruleExamples() : RuleExamples()
    let numbers = script.safetyRules.indices.filter {
      isClean && script.safetyRules[$0].name.hasPrefix(rule ?? "")
    }
    let proofs = numbers.map { number -> @Sendable () -> Looked in
      {
        let verdict = checker.prove(number, knowing: examples)
        return Looked(problems: [verdict.problem].compactMap(\.self), verdicts: [verdict])
      }
    }
    let ways: @Sendable () -> Looked = {
      let ways = checker.lookingAtWays(warnings: !isQuick)
      return Looked(problems: ways.problems, undecided: ways.undecided)
    }
    let words: @Sendable () -> Looked = {
      Looked(problems: checker.looking(at: Passage.passagesInUse(of: pack)))
    }
    let played = scenarios.map { scenario -> @Sendable () -> Looked in
      { Looked(problems: checker.playing(scenario)) }
    }
    // The longest task first: all paths, then each rule, the words, and each scenario.
    let looks = rule == nil ? [ways] + proofs + [words] + played : proofs
    return looks.mapOnAllCores { $0() }.reduce(into: Looked()) { all, looked in
      all.problems += looked.problems
      all.undecided += looked.undecided
      all.verdicts += looked.verdicts
    }
  }

  /// Whether nothing kept the rules from being proved, and there was none to prove.
  var hasNoRule: Bool { verdicts.isEmpty && problems.allSatisfy(\.code.isWarning) }

  private struct Looked {
    var problems: [Diagnostic] = []
    var undecided = 0
    var verdicts: [Verdict] = []
  }

  /// The problems in readable form, followed by what was proved and a count.
  var text: String {
    problems.map {
      "\(folder)/\($0.description)\n  (\($0.code.severity): curious check --explain \($0.code.rawValue))\n"
    }.joined() + verdicts.compactMap(\.proved).joined() + summary
  }

  /// The problems and the proved rules as JSON, one object a line.
  func json() throws -> String {
    try problems.map { problem in
      try encoded(
        Line(
          code: problem.code.rawValue, severity: problem.code.severity,
          file: "\(folder)/\(problem.place.file)", line: problem.place.line,
          column: problem.place.column, message: problem.message, fix: problem.fix,
          source: problem.line)) + "\n"
    }.joined() + provedLines()
  }

  /// One JSON object a line for each proved rule.
  private func provedLines() throws -> String {
    try verdicts.compactMap { verdict in
      guard let proved = verdict.proved else { return nil }
      let place = verdict.rule.place
      return try encoded(
        Line(
          code: "proved-rule", severity: "note", file: "\(folder)/\(place.file)", line: place.line,
          column: place.column, message: proved.trimmed, states: verdict.states))
        + "\n"
    }.joined()
  }

  private struct Line: Encodable {
    var code: String
    var severity: String
    var file: String
    var line: Int
    var column: Int
    var message: String
    var fix: String?
    var source: String?
    /// For a proved rule, the number of states explored.
    var states: Int?
  }

  /// All reports as one SARIF 2.1.0 log.
  static func sarif(_ reports: [Report]) throws -> String {
    try encoded(
      SARIF(
        results: reports.flatMap { report in
          report.problems.map { SARIF.Result($0, in: report.folder) }
            + report.verdicts.compactMap { SARIF.Result(proved: $0, in: report.folder) }
        })) + "\n"
  }
}

private func encoded(_ value: some Encodable) throws -> String {
  let encoder = JSONEncoder()
  encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
  return String(decoding: try encoder.encode(value), as: UTF8.self)
}

extension Diagnostic.Code {
  var severity: String { isWarning ? "warning" : "error" }

  /// Whether the other checks still give useful results in spite of it.
  fileprivate var leavesTheRestClear: Bool {
    switch self {
    case .yaml, .layout, .languageVersion, .name, .condition, .slot, .noDefault, .tooLarge,
      .duplicateName, .loop,
      .localFile:
      false
    default: true
    }
  }
}
