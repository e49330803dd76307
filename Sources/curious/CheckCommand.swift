import ArgumentParser
import DialogueChecker
import DialogueCompiler
import DialogueModel
import Foundation

struct CheckCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "check", abstract: "Find every fault in a pack before anyone talks to it.",
    discussion: """
      Each is reported with its file, line and column, what is wrong, and what to do. Exit code 1 means that \
      something was found which keeps a pack from being used.
      """)

  enum Format: String, ExpressibleByArgument, CaseIterable {
    case text, json, sarif
  }

  @Argument(help: "Packs, by name or folder; all there are unless given.")
  var packs: [String] = []

  @Option(help: "The folder of packs.", completion: .directory)
  var dialogues: String?

  @Option(help: "The day to count from, such as 2026-11-16; today unless given.")
  var today: String?

  @Option(help: "text for people, json for programs (an object a line), sarif for code hosts.")
  var format = Format.text

  @Flag(help: "Let warnings, too, keep a pack from being used.")
  var strict = false

  @Option(help: "Only prove the safety rules whose names start so, and check nothing else.")
  var rule: String?

  @Flag(
    help: "Leave out sometimes-unasked, the warning that takes longest to look for.")
  var quick = false

  @Flag(help: "Print the digest of each pack, for `approved-digest:`, and check nothing.")
  var digest = false

  @Option(help: "Print what a code means, why it matters, and a small example.")
  var explain: String?

  func run() throws {
    if let code = explain { return try explain(code) }
    if digest {
      for folder in try PackFolder.all(packs, in: dialogues) {
        guard let script = PackReading(try folder.files()).script else {
          throw Failure.no("The pack \(folder.name) has faults. `curious check` shows them.")
        }
        Output.write("\(folder.name): \(script.digest)\n")
      }
      return
    }
    let today = try PackOptions.day(today)
    let reports = try PackFolder.all(packs, in: dialogues).map {
      try Report($0, today: today, rule: rule, isQuick: quick)
    }
    if let rule, reports.allSatisfy(\.hasNoRule) {
      throw Failure.usage("No safety rule has a name that starts with '\(rule)'.")
    }
    let output =
      switch format {
      case .text: reports.map(\.text).joined()
      case .json: try reports.map { try $0.json() }.joined()
      case .sarif: try Report.sarif(reports)
      }
    Output.write(output)
    let faults = reports.flatMap(\.problems).filter { strict || !$0.code.isWarning }
    if !faults.isEmpty { throw Failure.no("") }
  }

  private func explain(_ word: String) throws {
    guard let code = Diagnostic.Code(rawValue: word) else {
      let codes = Diagnostic.Code.allCases.map(\.rawValue).sorted().joined(separator: ", ")
      throw Failure.usage("There is no code '\(word)'. There are: \(codes).")
    }
    Output.write(Explanation.of(code).description)
  }
}
