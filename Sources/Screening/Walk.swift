import DialogueScript

/// Where the answers lead: the script walked from its entry to its end, never stopping.
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

  /// Where to go on once the next question is answered; nil when there is none.
  var resting: Resting?

  /// Walks a script with these answers; about so many entries are to be expected.
  init(_ course: Course, _ answers: Answers, today: CivilDate, about: Int) {
    var ways: Ways?
    self = Self.walked(course, answers, today, about, noting: &ways)
  }

  /// The same walk, gone on with from the next question now that it alone has been answered.
  init(
    goingOn path: [Entry], _ resting: Resting, _ course: Course, _ answers: Answers,
    today: CivilDate
  ) {
    var ways: Ways?
    self = Self.walked(
      course, answers, today, path.count + 4, noting: &ways, from: (path, resting))
  }

  /// The steps before the next question that are not on the path themselves.
  package struct Ways: Sendable {
    /// Dialogues and lists gone into.
    package internal(set) var goneInto: [Int] = []
    /// Those that a branch has led on from.
    package internal(set) var branchedFrom: [Int] = []
  }

  static func walked(
    _ course: Course, _ answers: Answers, _ today: CivilDate, _ about: Int,
    noting ways: inout Ways?, from before: (path: [Entry], resting: Resting)? = nil
  ) -> Walk {
    let questions = course.script.questions.count
    let scratch = questions + course.blocks.count + course.watches.count
    return withUnsafeTemporaryAllocation(of: Mark.self, capacity: questions) { marks in
      withUnsafeTemporaryAllocation(of: Bool.self, capacity: scratch) { all in
        marks.initialize(repeating: .none)
        answers.mark(marks)
        all.initialize(repeating: false)
        var walker = Walker(
          course, answers, UnsafeBufferPointer(marks), today: today, walk: Walk(about: about),
          all: all, ways: ways)
        if let before {
          walker.goOn(before.path, before.resting)
        } else {
          for field in 0..<course.script.localCount { walker.met[field] = true }
          walker.begin()
        }
        ways = walker.ways
        return walker.finish()
      }
    }
  }

  init(about: Int) {
    met = []
    path.reserveCapacity(about)
  }

  /// The questions on the path, in order.
  package var questions: [Int] { path.compactMap(\.question) }
}
