import DialogueModel

/// Where the answers lead: the result of running the script to its end, past questions still open.
package struct Walk: Sendable {
  /// Every entry that the run met, in order.
  package var path: [Entry] = []
  /// The outcomes reached, in the order in which they were.
  package var outcomes: [Int] = []
  /// The first question on the path without an answer, quiet ones aside; nil when the conversation is finished.
  package var next: Int?
  /// For each question of the script, whether the run met it.
  package var met: [Bool]

  /// One place on the path, stored in small numbers because a conversation has many.
  package struct Entry: Hashable, Sendable {
    private let at: Int32
    /// The watch; below zero outside watches.
    private let from: Int32
    /// The question or the outcome; below zero if it is neither.
    private let number: Int32
    private let isOutcome: Bool
    /// Whether it comes before the next question, or in a watch that has fired.
    package let isReached: Bool

    init(step: Int32, watch: Int32?, question: Int32?, outcome: Int32?, isReached: Bool) {
      (at, from, number) = (step, watch ?? -1, outcome ?? question ?? -1)
      (isOutcome, self.isReached) = (outcome != nil, isReached)
    }

    /// The step that was met.
    package var step: Int { Int(at) }
    /// The watch that the step belongs to; nil outside watches.
    package var watch: Int? { from < 0 ? nil : Int(from) }
    /// The question that the step asks; nil if it asks none.
    package var question: Int? { number < 0 || isOutcome ? nil : Int(number) }
    /// The outcome that the step concludes; nil if it concludes none.
    package var outcome: Int? { isOutcome ? Int(number) : nil }
  }

  /// The number of questions on the path that have no answer and are not optional.
  package var left = 0
  /// The number of answered questions on the path, without the fields of the local file.
  package var answered = 0
  /// The minute of the day that it was run at; nil if that was not known.
  ///
  /// Letters and standing lines read moments with this minute too, so that they agree with the path.
  package let minute: Int?

  /// Runs a script with these answers; `expectedEntries` is how much room to reserve for the path.
  init(
    _ script: Script, _ answers: Answers, today: CivilDate, minute: Int?, expectedEntries: Int
  ) {
    self = Interpreter.walk(
      script, answers, today: today, minute: minute, expectedEntries: expectedEntries)
  }

  init(expecting entries: Int, minute: Int?) {
    self.minute = minute
    met = []
    path.reserveCapacity(entries)
  }

  /// The part of a run, up to the next question, that its path does not show.
  package struct Trace: Sendable {
    /// The branches taken, by the numbers that the program gives them.
    package internal(set) var branches: [Int] = []
    /// The steps that entered a dialogue or a list.
    package internal(set) var entered: [Int] = []
  }

  /// The questions on the path, in order.
  package var questions: [Int] { path.compactMap(\.question) }
}
