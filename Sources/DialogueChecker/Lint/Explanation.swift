package import DialogueModel

/// Explains a diagnostic code: what it means, why it matters, and a small pack with the fault.
package struct Explanation: Sendable {
  /// The code that is explained.
  package var code: Diagnostic.Code
  /// What the code reports, in one or two sentences.
  package var meaning: String
  /// The reason the fault matters, as the end of a sentence that starts with "Why it matters:".
  package var why: String
  /// The pack's files, each after a line `# file: NAME`; a line with a caret marks the fault above it.
  package var example: String

  /// Takes the steps of `visit.yaml`, perhaps with other files after them, or whole files.
  init(_ code: Diagnostic.Code, _ meaning: String, why: String, example: String) {
    self.code = code
    self.meaning = meaning
    self.why = why
    let head = "# file: visit.yaml\ndialogue: visit\nsteps:\n"
    self.example = example.hasPrefix("  - ") ? head + example : example
  }

  /// The explanation of a code; every code has one.
  package static func of(_ code: Diagnostic.Code) -> Explanation {
    switch code {
    case .yaml: .yaml
    case .layout: .layout
    case .name: .name
    case .condition: .condition
    case .slot: .slot
    case .phrase: .phrase
    case .noDefault: .noDefault
    case .tooLarge: .tooLarge
    case .localFile: .localFile
    case .languageVersion: .languageVersion
    case .noSuchTarget: .noSuchTarget
    case .unknownName: .unknownName
    case .unknownSlot: .unknownSlot
    case .unknownSource: .unknownSource
    case .notAnOption: .notAnOption
    case .wrongType: .wrongType
    case .duplicateName: .duplicateName
    case .loop: .loop
    case .noStandIn: .noStandIn
    case .unused: .unused
    case .notYetAsked: NotYetAsked.explanation
    case .unreachable: Unreachable.explanation
    case .deadEnd: DeadEnd.explanation
    case .twoOutcomes: TwoOutcomes.explanation
    case .askedTwice: AskedTwice.explanation
    case .fallenInto: FallenInto.explanation
    case .neverTrue: NeverTrue.explanation
    case .alwaysTrue: AlwaysTrue.explanation
    case .untestedUnknown: UntestedUnknown.explanation
    case .brokenRule: BrokenRule.explanation
    case .undecidedRule: UndecidedRule.explanation
    case .ruleNeverApplies: RuleNeverApplies.explanation
    case .ruleSaysNothing: RuleSaysNothing.explanation
    case .noLetter: NoLetter.explanation
    case .neverShown: NeverShown.explanation
    case .neverFilled: NeverFilled.explanation
    case .sometimesUnasked: SometimesUnasked.explanation
    case .unansweredClaim: UnansweredClaim.explanation
    case .repeatedSentence: RepeatedSentence.explanation
    case .scenario: BrokenScenario.explanation
    case .sourceReview: SourceReview.explanation
    case .forbiddenWord: ForbiddenWord.explanation
    case .unexplainedWord: UnexplainedWord.explanation
    case .longSentence: LongSentence.explanation
    case .hardReading: HardReading.explanation
    case .silencedExample: SilencedExample.explanation
    }
  }

  /// The text that `curious check --explain` prints.
  package var description: String {
    let kind = code.isWarning ? "a warning" : "an error"
    let example = example.split(separator: "\n", omittingEmptySubsequences: false)
      .map { $0.isEmpty ? "" : "  \($0)" }.joined(separator: "\n")
    return "\(code.rawValue): \(kind)\n\n\(meaning)\n\nWhy it matters: \(why)\n\n"
      + "For example, where the caret is:\n\n\(example)\n"
  }
}
