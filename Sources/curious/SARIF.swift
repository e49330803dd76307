import DialogueChecker
import DialogueModel

/// The few parts of a SARIF 2.1.0 log that code hosts show.
///
/// Source: OASIS, Static Analysis Results Interchange Format, version 2.1.0.
struct SARIF: Encodable {
  let version = "2.1.0"
  let schema = "https://json.schemastore.org/sarif-2.1.0.json"
  let runs: [Run]

  init(results: [Result]) {
    let rules = Diagnostic.Code.allCases.map {
      Rule(id: $0.rawValue, shortDescription: Message(text: Explanation.of($0).meaning))
    }
    runs = [Run(tool: Tool(driver: Driver(name: "curious", rules: rules)), results: results)]
  }

  enum CodingKeys: String, CodingKey {
    case version, runs
    case schema = "$schema"
  }

  struct Run: Encodable {
    let tool: Tool
    let results: [Result]
    let columnKind = "unicodeCodePoints"
  }

  struct Tool: Encodable { let driver: Driver }

  struct Driver: Encodable {
    let name: String
    let rules: [Rule]
  }

  struct Rule: Encodable {
    let id: String
    let shortDescription: Message
  }

  struct Message: Encodable { let text: String }

  struct Result: Encodable {
    let ruleId: String
    let kind: String
    let level: String
    let message: Message
    let locations: [Location]

    init(_ problem: Diagnostic, in folder: String) {
      ruleId = problem.code.rawValue
      kind = "fail"
      level = problem.code.severity
      message = Message(
        text: [problem.message, problem.fix].compactMap(\.self).joined(separator: "; "))
      locations = [Location(problem.place, in: folder)]
    }

    /// The result for a safety rule that is proved; nil for any other verdict.
    init?(proved verdict: Verdict, in folder: String) {
      guard let words = verdict.proved else { return nil }
      ruleId = Diagnostic.Code.brokenRule.rawValue
      kind = "pass"
      level = "none"
      message = Message(text: words.trimmed)
      locations = [Location(verdict.rule.place, in: folder)]
    }
  }

  struct Location: Encodable {
    let physicalLocation: Place

    init(_ place: SourcePlace, in folder: String) {
      physicalLocation = Place(
        artifactLocation: Artifact(uri: "\(folder)/\(place.file)"),
        region: Region(startLine: place.line, startColumn: place.column))
    }
  }

  struct Place: Encodable {
    let artifactLocation: Artifact
    let region: Region
  }

  struct Artifact: Encodable { let uri: String }

  struct Region: Encodable {
    let startLine: Int
    let startColumn: Int
  }
}
