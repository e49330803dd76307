package import DialogueModel

/// One conversation in progress.
///
/// Its path, messages and letters follow from the script, the answers and the day. Copy it to try a change.
package struct Conversation: Sendable {
  /// The pack that the conversation follows.
  package let script: Script
  /// The day of the conversation, given by the caller: the engine has no clock.
  package let today: CivilDate
  /// The minute of the day, given by the caller as it goes by; nil if it is not known.
  ///
  /// Replies and letters count from it at once, conditions from the next answer on.
  package var minute: Int?
  /// Whether it is about an invented story: its letters say so, and no store is given its answers (`stored`).
  package let isPractice: Bool
  /// Every answer given, live or parked, and the values of the local file.
  package private(set) var answers: Answers
  /// Stored answers that match no question of this script, by key and as they came.
  package var unmatchedAnswers: [String: StoredAnswer] = [:]
  /// Where these answers lead.
  package private(set) var walk: Walk
  /// The removed items of typed lists that are now answered without a value, such as not known.
  ///
  /// They can be restored, and their numbers are never given again.
  var removedItems: [Int: [Item]] = [:]
  /// The question that is being asked again; nil if none is.
  package private(set) var reopened: Int?

  /// What each text that was answered mentions; worked out when it is set, and never stored.
  package private(set) var mentions: [Int: [Mention]] = [:]
  /// The answered questions that are asked once more, because their answers leave out what someone wrote.
  package internal(set) var offered: [Int] = []
  /// The classes that were put to the person once more, by the question with which; they are not put there again.
  package private(set) var putBefore: [Int: Set<Int>] = [:]
  /// The question that is asked next for what someone wrote, before the first one without an answer.
  private var heard: Int?
  /// Whether an outcome of the chart was reached and is said only once nothing is asked once more.
  package internal(set) var holdsOutcome = false

  /// Starts with these answers and those of the script's local file, or with `localAnswers` in its place.
  package init(
    _ script: Script, answers: Answers = [:], localAnswers: [Int: Answer]? = nil,
    today: CivilDate, minute: Int? = nil, isPractice: Bool = false
  ) {
    self.script = script
    self.isPractice = isPractice
    self.today = today
    self.minute = minute
    self.answers = answers
    for (field, answer) in localAnswers ?? script.localAnswers { self.answers[field] = answer }
    walk = Walk(script, self.answers, today: today, minute: minute, expectedEntries: 0)
    for (question, answer) in answers { note(answer, to: question) }
    heard = nextHeard
  }

  /// The question to ask: the reopened one, else one that hears what someone wrote, else the first on the path without
  /// an answer; nil if there is none.
  package var question: Int? { reopened ?? heard ?? walk.next }

  /// Whether the question is asked for what someone wrote, before its turn or once more.
  package var isForWhatWasWritten: Bool { reopened == nil && heard != nil }

  /// Whether every question on the path, quiet ones aside, has been answered; one may still be asked again.
  package var isFinished: Bool { walk.next == nil }

  /// The answer that a condition or a letter may read; nil if it is parked or not given.
  package func liveAnswer(_ question: Int) -> Answer? {
    walk.met[question] ? answers[question] : nil
  }

  /// The questions whose answers are kept but not used, because they are no longer on the path.
  package var parked: [Int] {
    if answers.count == walk.answered + script.localAnswers.count { return [] }
    return answers.questions.filter { !walk.met[$0] }
  }

  /// The branches taken, and the dialogues and lists entered.
  package var trace: Walk.Trace {
    Interpreter.trace(script, answers, today: today, minute: walk.minute)
  }

  /// The outcomes of the chart that have been reached.
  package var chartOutcomes: [Int] { walk.outcomes.filter { script.outcomes[$0].kind == .chart } }

  /// The number of questions on the path as it is now that have no answer; answers can lengthen the path.
  package var left: Int { walk.left }

  /// Replaces one answer and returns the messages that are new; answers off the new path are parked.
  @discardableResult
  package mutating func answer(_ question: Int, with answer: Answer) -> [Message] {
    let previousAnswer = answers[question]
    let known = mentionedClasses
    if isOffered(question) { putBefore[question, default: []].formUnion(known) }
    let isCorrected = isCorrection(of: previousAnswer, by: answer, to: question)
    if isCorrected { forgetWhatListsPut() }
    let walk = replace(question, with: answer)
    let isHeard = !mentions.isEmpty || !parked.isEmpty
    offered = isHeard ? offered(after: question, known: isCorrected ? [] : known) : []
    heard = nextHeard
    let advice = advice(on: mentionedClasses.subtracting(known))
    return advice
      + settled(said(after: Before(walk: consume walk, question: question, answer: previousAnswer)))
  }

  /// Whether a number takes the place of another, after which what a list left out may be so after all: "under 16".
  private func isCorrection(of old: Answer?, by new: Answer, to question: Int) -> Bool {
    script.questions[question].type == .number && old?.value != nil && old != new
  }

  /// Lets each list put again what it put once and nobody chose.
  private mutating func forgetWhatListsPut() {
    for question in putBefore.keys where script.questions[question].type == .anyOf {
      putBefore[question] = nil
    }
  }

  /// The state before one answer was replaced.
  struct Before {
    var walk: Walk
    var question: Int
    var answer: Answer?
  }

  /// The conversation as it was before that answer was replaced.
  func conversation(_ before: Before) -> Conversation {
    var copy = self
    copy.answers[before.question] = before.answer
    copy.walk = before.walk
    return copy
  }

  /// Replaces the answer and returns the previous walk.
  @discardableResult
  private mutating func replace(_ question: Int, with answer: Answer) -> Walk {
    if !unmatchedAnswers.isEmpty { unmatchedAnswers[script.questions[question].key] = nil }
    reopened = nil
    return set(keepingItems(of: question, in: answer), to: question)
  }

  @discardableResult
  private mutating func set(_ answer: Answer, to question: Int) -> Walk {
    answers[question] = answer
    note(answer, to: question)
    return exchange(
      &walk,
      with: Walk(
        script, answers, today: today, minute: minute, expectedEntries: walk.path.count + 4))
  }

  /// Notes what an answer mentions.
  private mutating func note(_ answer: Answer, to question: Int) {
    if script.listening.classes.isEmpty { return }
    let found = Self.mentions(in: answer, to: question, of: script)
    if !found.isEmpty || mentions[question] != nil {
      mentions[question] = found.isEmpty ? nil : found
    }
  }

  /// Marks every optional question without an answer as skipped, as drafting in bulk does.
  package mutating func skipOptional() {
    while let open = walk.questions.first(where: {
      answers[$0] == nil && script.questions[$0].isOptional
    }) {
      set(.skipped, to: open)
    }
    heard = nextHeard
  }

  /// Asks a question again; its answer stays in use until another is given.
  package mutating func reopen(_ question: Int) {
    reopened = walk.met[question] ? question : nil
  }

  /// Stops asking a question again, so that the next one is asked, and returns what waited for it.
  @discardableResult
  package mutating func cancelReopen() -> [Message] {
    let asked = question
    if let asked, isOffered(asked) { putBefore[asked, default: []].formUnion(mentionedClasses) }
    reopened = nil
    offered.removeAll { $0 == asked }
    heard = nextHeard
    return settled([])
  }

  /// Goes on with these questions to be asked once more, as a kept conversation does.
  package mutating func offerAgain(_ questions: [Int], holdsOutcome: Bool) {
    offered = questions.filter { walk.met[$0] && answers[$0] != nil }
    self.holdsOutcome = holdsOutcome
    heard = nextHeard
  }

  /// The last answered question before the one being asked, to go back to; nil if there is none.
  package var previous: Int? {
    var answered = walk.questions[...]
    if let question, let at = answered.firstIndex(of: question) { answered = answered[..<at] }
    return answered.last { answers[$0] != nil }
  }

  /// What another answer to this question would change, to show before it is given.
  package func effect(of answer: Answer, to question: Int) -> Effect {
    var copy = self
    copy.replace(question, with: answer)
    let (before, after) = (Set(walk.questions), Set(copy.walk.questions))
    let parks = answers.questions.filter { before.contains($0) && !after.contains($0) }
    let returns = answers.questions.filter { !before.contains($0) && after.contains($0) }
    let others = parks.filter { $0 != question }
    let watched = others.filter { script.questions[$0].isWatched }
    let unwatched = others.filter { !script.questions[$0].isWatched }
    return Effect(
      parks: watched.sorted() + unwatched.sorted(),
      returns: returns,
      asks: after.filter { !before.contains($0) && copy.answers[$0] == nil }.sorted())
  }

  /// The effect of a changed answer, as question numbers.
  package struct Effect: Hashable, Sendable {
    /// The answers that would be kept but not used; those that a watch reads come first.
    package var parks: [Int]
    /// The parked answers that would be used again.
    package var returns: [Int]
    /// The questions that would be asked.
    package var asks: [Int]
  }
}
