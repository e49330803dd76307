/// A place in a file of a pack.
///
/// Lines and columns count from 1; a column is a Unicode scalar.
package struct SourcePlace: Hashable, Comparable, Sendable {
  /// The path of the file, as the compiler was given it.
  package var file: String
  /// The line, counted from 1.
  package var line: Int
  /// The column, counted from 1 in Unicode scalars.
  package var column: Int

  package init(file: String, line: Int, column: Int) {
    self.file = file
    self.line = line
    self.column = column
  }

  /// Orders places by file, then line, then column.
  package static func < (a: SourcePlace, b: SourcePlace) -> Bool {
    (a.file, a.line, a.column) < (b.file, b.line, b.column)
  }
}

/// A fault in a pack, in its author's words: where it is, what is wrong, and what to do.
package struct Diagnostic: Error, Hashable, Sendable {
  /// The kind of fault.
  package var code: Code
  /// Where the fault is.
  package var place: SourcePlace
  /// What is wrong, without the place.
  package var message: String
  /// What to do about it; nil where the message is enough.
  package var fix: String?
  /// The line of the file that the fault is on, as written; empty if it is not shown.
  package var line: String

  package init(
    _ code: Code, _ message: String, fix: String? = nil, at place: SourcePlace, line: String = ""
  ) {
    self.code = code
    self.place = place
    self.message = message
    self.fix = fix
    self.line = line
  }

  /// The diagnostic in the form `FILE:LINE:COLUMN: what is wrong`, with the line, a caret, and the fix.
  package var description: String {
    var text = "\(place.file):\(place.line):\(place.column): \(message)"
    if !line.isEmpty {
      // A tab keeps its width, so that the caret is under the fault.
      let margin = line.unicodeScalars.prefix(place.column - 1).map { $0 == "\t" ? "\t" : " " }
      text += "\n  \(line)\n  \(margin.joined())^"
    }
    if let fix { text += "\n  \(fix)" }
    return text
  }
}

extension Diagnostic {
  /// The kind of fault that a diagnostic reports.
  ///
  /// Its name stays the same from version to version, for programs and for `curious check --explain`.
  package enum Code: String, Hashable, Sendable, CaseIterable {
    // Files that can't be read.
    case yaml, layout, name, condition, slot, phrase
    case noDefault = "no-default"
    case tooLarge = "too-large"
    case localFile = "local-file"
    case languageVersion = "language-version"

    // Names that lead nowhere, or to the wrong kind of thing.
    case noSuchTarget = "no-such-target"
    case unknownName = "unknown-name"
    case unknownSlot = "unknown-slot"
    case unknownSource = "unknown-source"
    case notAnOption = "not-an-option"
    case wrongType = "wrong-type"
    case duplicateName = "duplicate-name"
    case loop
    case notYetAsked = "not-yet-asked"
    case noStandIn = "no-stand-in"

    // Paths: what is never reached, and what goes wrong for some answers.
    case unreachable
    case deadEnd = "dead-end"
    case twoOutcomes = "two-outcomes"
    case askedTwice = "asked-twice"
    case fallenInto = "fallen-into"
    case neverTrue = "never-true"
    case alwaysTrue = "always-true"
    case untestedUnknown = "untested-unknown"

    // Safety rules.
    case brokenRule = "broken-rule"
    case undecidedRule = "undecided-rule"
    case ruleNeverApplies = "rule-never-applies"
    case ruleSaysNothing = "rule-says-nothing"

    // Letters.
    case noLetter = "no-letter"
    case neverShown = "never-shown"
    case neverFilled = "never-filled"
    case sometimesUnasked = "sometimes-unasked"
    case unansweredClaim = "unanswered-claim"
    case repeatedSentence = "repeated-sentence"

    // Unused declarations, scenarios, and sources due for review.
    case unused
    case scenario
    case sourceReview = "source-review"

    // Words.
    case forbiddenWord = "forbidden-word"
    case unexplainedWord = "unexplained-word"
    case longSentence = "long-sentence"
    case hardReading = "hard-reading"
    case silencedExample = "silenced-example"

    /// Whether a pack with such a fault can still be used.
    package var isWarning: Bool {
      switch self {
      case .alwaysTrue, .untestedUnknown, .undecidedRule, .unused, .sourceReview, .sometimesUnasked,
        .repeatedSentence,
        .forbiddenWord, .unexplainedWord, .longSentence, .hardReading,
        .silencedExample:
        true
      default: false
      }
    }
  }
}

/// All faults of a pack, in the order of its files.
package struct Diagnostics: Error, Sendable {
  /// The faults, in the order of the files.
  package var all: [Diagnostic]

  package init(_ all: [Diagnostic]) {
    self.all = all
  }
}
