package import DialogueScript

/// One screening under way: what has been answered.
///
/// All else follows from that and the script.
///
/// A small value: a copy is a what-if.
package struct Conversation: Sendable {
  package let course: Course
  package let today: CivilDate
  package private(set) var answers: [Int: Answer] = [:]
  /// Answers that fit no question of this script, kept as they came.
  package var strays: [String: StoredAnswer] = [:]
  package private(set) var walk: Walk
  /// The items, all removed, of typed lists whose answer has no value.
  var shelved: [Int: [Item]] = [:]
  package private(set) var reopened: Int?

  /// What is read of each answer where options are looked at.
  private var marks: [Mark]

  package init(_ course: Course, answers: [Int: Answer] = [:], today: CivilDate) {
    self.course = course
    self.today = today
    self.answers = answers.merging(course.script.localAnswers) { $1 }
    marks = Array(repeating: .none, count: course.script.questions.count)
    for (question, answer) in self.answers { marks[question] = Mark(answer) }
    walk = Walk(course, self.answers, marks, today: today, about: 0)
  }

  package init(_ script: Script, answers: [Int: Answer] = [:], today: CivilDate) {
    self.init(Course(script), answers: answers, today: today)
  }

  /// Lent rather than copied: it is large, and looked at for every reply.
  package var script: Script { _read { yield course.script } }

  /// The question to ask: the one reopened, else the first on the path without an answer.
  package var question: Int? { reopened ?? walk.next }

  /// Every question on the path has been answered; one may still be asked again.
  package var isFinished: Bool { walk.next == nil }

  /// The answer a condition or a letter may read; a parked one is nil.
  package func liveAnswer(_ question: Int) -> Answer? {
    walk.met[question] ? answers[question] : nil
  }

  /// Kept, but not used: answers to questions that are no longer on the path.
  package var parked: [Int] {
    if answers.count == walk.answered + script.localAnswers.count { return [] }
    return answers.keys.filter { !walk.met[$0] }.sorted()
  }

  /// All the ways that the walk took.
  package var ways: Walk.Ways {
    Walk.walked(course, answers, marks, today, walk.path.count, notesWays: true).ways
  }

  /// How many questions are still to come, as far as can be told.
  package var left: Int { walk.left }

  /// Replaces one answer, and returns what that newly brings to say; what is not on the new path is parked.
  @discardableResult
  package mutating func answer(_ question: Int, with answer: Answer) -> [Said] {
    let before = Before(walk: walk, question: question, answer: answers[question])
    replace(question, with: answer)
    return said(after: before)
  }

  /// How things stood before one answer was replaced.
  struct Before {
    var walk: Walk
    var question: Int
    var answer: Answer?
  }

  /// The conversation as it was.
  func former(_ before: Before) -> Conversation {
    var former = self
    former.answers[before.question] = before.answer
    former.marks[before.question] = Mark(before.answer)
    former.walk = before.walk
    return former
  }

  private mutating func replace(_ question: Int, with answer: Answer) {
    if !strays.isEmpty { strays[script.questions[question].key] = nil }
    reopened = nil
    set(keepingItems(of: question, in: answer), to: question)
  }

  private mutating func set(_ answer: Answer, to question: Int) {
    answers[question] = answer
    marks[question] = Mark(answer)
    if question == walk.next, let resting = walk.resting {
      walk = Walk(goingOn: walk.path, resting, course, answers, marks, today: today)
    } else {
      walk = Walk(course, answers, marks, today: today, about: walk.path.count + 4)
    }
  }

  /// Skips each optional question that is asked and has no answer, as an absent answer in bulk means.
  package mutating func skipOptional() {
    while let open = walk.questions.first(where: {
      answers[$0] == nil && script.questions[$0].isOptional
    }) {
      set(.skipped, to: open)
    }
  }

  /// Asks a question again; its answer stands until another is given.
  package mutating func reopen(_ question: Int) {
    reopened = walk.met[question] ? question : nil
  }

  /// Goes on with the first open question.
  package mutating func leaveReopened() {
    reopened = nil
  }

  /// The answered question before the one being asked, to go back to.
  package var previous: Int? {
    var answered = walk.questions[...]
    if let question, let at = answered.firstIndex(of: question) { answered = answered[..<at] }
    return answered.last { answers[$0] != nil }
  }

  /// What another answer to this question would do, told before it is given.
  package func effect(of answer: Answer, to question: Int) -> Effect {
    var copy = self
    copy.replace(question, with: answer)
    let (before, after) = (Set(walk.questions), Set(copy.walk.questions))
    let parks = answers.keys.filter { before.contains($0) && !after.contains($0) }
    let returns = answers.keys.filter { !before.contains($0) && after.contains($0) }
    return Effect(
      parks: parks.filter { $0 != question }
        .sorted {
          (script.questions[$1].isWatched ? 1 : 0, $0) < (
            script.questions[$0].isWatched ? 1 : 0, $1
          )
        },
      returns: returns.sorted(),
      asks: after.filter { !before.contains($0) && copy.answers[$0] == nil }.sorted())
  }

  /// What an edit would do, as question numbers.
  package struct Effect: Hashable, Sendable {
    /// Answers that would be kept but not used, those that a watch reads first.
    package var parks: [Int]
    /// Parked answers that would be used again.
    package var returns: [Int]
    /// Questions that would be asked.
    package var asks: [Int]
  }
}
