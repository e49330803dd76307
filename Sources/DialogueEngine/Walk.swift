import DialogueModel

/// Where the answers lead: the script run from its entry to its end, whatever is still open.
package struct Walk: Sendable {
  /// Every entry met, in order.
  package var path: [Entry] = []
  /// The outcomes reached, in the order they were.
  package var outcomes: [Int] = []
  /// The first question on the path without an answer; nil means finished.
  package var next: Int?
  /// For each question of the script, whether it was met.
  package var met: [Bool]

  /// One place on the path, kept in small numbers: a conversation holds many.
  package struct Entry: Hashable, Sendable {
    private let at: Int32
    /// Below zero outside a watch.
    private let from: Int32
    /// The question or the outcome; below zero for neither.
    private let number: Int32
    private let isOutcome: Bool
    /// It stands before the next question, or in a watch that has been set off.
    package let isReached: Bool

    init(step: Int32, watch: Int32?, question: Int32?, outcome: Int32?, isReached: Bool) {
      (at, from, number) = (step, watch ?? -1, outcome ?? question ?? -1)
      (isOutcome, self.isReached) = (outcome != nil, isReached)
    }

    package var step: Int { Int(at) }
    /// The watch whose steps it is part of.
    package var watch: Int? { from < 0 ? nil : Int(from) }
    package var question: Int? { number < 0 || isOutcome ? nil : Int(number) }
    package var outcome: Int? { isOutcome ? Int(number) : nil }
  }

  /// How many questions on the path have no answer and are not optional.
  package var left = 0
  /// How many questions on the path have an answer, those of the local file apart.
  package var answered = 0

  /// Runs a script with these answers; about so many entries are to be expected.
  init(_ script: Script, _ answers: Answers, today: CivilDate, expectedEntries: Int) {
    self = Interpreter.walk(script, answers, today: today, expectedEntries: expectedEntries)
  }

  init(expecting entries: Int) {
    met = []
    path.reserveCapacity(entries)
  }

  /// What a run comes to before the next question, and no path shows.
  package struct Trace: Sendable {
    /// The branches taken, by their numbers.
    package internal(set) var branches: [Int] = []
    /// The steps that enter a dialogue or a list.
    package internal(set) var entered: [Int] = []
  }

  /// The questions on the path, in order.
  package var questions: [Int] { path.compactMap(\.question) }
}
