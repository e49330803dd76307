package import DialogueModel

/// One test case of a pack: the answers given, and the results expected.
package struct Scenario: Sendable {
  /// The scenario's path, for its diagnostics.
  package var file: String
  /// What happened, in one line: the first comment of the file.
  package var story = ""
  /// The day that the conversation counts from; nil to use the day of the run.
  package var today: CivilDate?
  /// The minute of the day, throughout the conversation; nil if it is not known.
  package var minute: Int?
  /// The lines of the local file it is played with, after enough empty lines to keep their line numbers; nil for
  /// none.
  package var local: String?
  /// The answers, each by the key of its question, in any order.
  package var replies: [Line] = []
  /// The answers changed once everything has been answered, in order.
  package var changes: [Line] = []
  /// The expected results, each with its line number in the file.
  package var expectations: [(line: Int, expectation: Expectation)] = []

  /// A line that answers a question, or changes an answer.
  package struct Line: Sendable {
    /// The line number in the file, from 1.
    package var number: Int
    /// The key of the question.
    package var key: String
    /// The reply as it would be typed; one of several lines keeps its line ends.
    package var reply: String
  }

  /// A result that a scenario expects.
  package enum Expectation: Sendable {
    /// These outcomes and no others.
    case outcomes([String])
    /// These letters are drafted and no others.
    case letters([String])
    /// The conversation stops because this question is asked and has no reply.
    case next(String)
    /// A letter contains this phrase, or must not contain it.
    case letter(String, phrase: String, isWanted: Bool)
    case notAsked(String)
    case said(String)
  }
}

/// Reads the pack again, with a scenario's local lines; `file` is the file they come from.
package typealias LocalReading =
  @Sendable (_ lines: String, _ file: String) throws(Diagnostics) -> Script

extension Scenario {
  /// The script to play the scenario on: the pack read with its local lines, or `plain` if it has none.
  package func script(_ plain: Script, _ read: LocalReading) throws(Diagnostics) -> Script {
    guard let local else { return plain }
    return try read(local, file)
  }
}
