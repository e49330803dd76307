package import DialogueModel

/// One case beside a pack: what is answered, and what must come of it.
package struct Scenario: Sendable {
  package var file: String
  /// Its first comment: what happened, in a line.
  package var story = ""
  package var today: CivilDate?
  /// The lines of a local file that it is played with, each where it is in the scenario; nil for none.
  package var local: String?
  package var replies: [Line] = []
  /// Answers changed once everything has been answered, in order.
  package var changes: [Line] = []
  package var expectations: [(line: Int, expectation: Expectation)] = []

  package struct Line: Sendable {
    package var number: Int
    package var key: String
    package var reply: String
  }

  package enum Expectation: Sendable {
    /// These outcomes and no others.
    case outcomes([String])
    /// These letters are drafted and no others.
    case letters([String])
    /// The conversation stops where this is asked.
    case next(String)
    /// A letter has this phrase, or must not have it.
    case letter(String, phrase: String, isWanted: Bool)
    case notAsked(String)
    case said(String)
  }
}

/// Reads the pack once more, with the local lines of a scenario, which are in a file.
package typealias LocalReading =
  @Sendable (_ lines: String, _ file: String) throws(Diagnostics) -> Script

extension Scenario {
  /// What the scenario is played on: the pack read with its own local lines, or as it is without any.
  package func script(_ plain: Script, _ read: LocalReading) throws(Diagnostics) -> Script {
    guard let local else { return plain }
    return try read(local, file)
  }
}
