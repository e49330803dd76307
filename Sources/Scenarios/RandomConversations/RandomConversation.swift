import DialogueEngine
import DialogueModel

/// A conversation with a user who answers at random, changes answers and goes back.
///
/// It is checked after every turn: the next question must be right, and no answer may be lost.
package struct RandomConversation: Sendable {
  /// The seed that gives the same conversation again.
  package let seed: UInt64
  /// What was typed or done, turn by turn.
  package private(set) var turns: [String] = []
  /// What went wrong after the last turn; nil if nothing did.
  package private(set) var fault: String?
  private var conversation: Conversation
  private var ledger = Ledger()
  private var replies: RandomReplies
  private var random: SeededGenerator

  init(_ conversations: RandomConversations, seed: UInt64) {
    self.seed = seed
    conversation = Conversation(conversations.script, today: conversations.today)
    random = SeededGenerator(seed: seed)
    replies = RandomReplies(conversations, using: &random)
  }

  mutating func run() {
    look()
    for _ in 0..<Int.random(in: 0...90, using: &random) where fault == nil { takeTurn() }
    if fault == nil { goToTheEnd() }
  }

  private var script: Script { conversation.script }

  private mutating func takeTurn() {
    switch Int.random(in: 0..<100, using: &random) {
    case 0..<8: goBack()
    case 8..<20:
      let answered = conversation.walk.questions.filter { conversation.answers[$0] != nil }
      if let question = answered.randomElement(using: &random) { change(question) }
    case 20..<25:
      conversation.cancelReopen()
      note("leave")
    default:
      guard let question = conversation.question else { return goBack() }
      let isList = script.questions[question].type == .list
      reply(replies.reply(to: question, in: conversation, using: &random), to: question)
      // A user who has named an item often has more to say about the list.
      if isList, fault == nil, Bool.random(using: &random) { change(question) }
    }
  }

  private mutating func goBack() {
    guard let previous = conversation.previous else { return }
    conversation.reopen(previous)
    note("back")
    if fault == nil, conversation.question != previous || conversation.answers[previous] == nil {
      fault = "going back does not ask the question before again"
    }
  }

  private mutating func change(_ question: Int) {
    conversation.reopen(question)
    note("change \(script.questions[question].key)")
  }

  /// Answers until nothing more is asked, which never takes more answers than there are questions.
  private mutating func goToTheEnd() {
    conversation.cancelReopen()
    for _ in script.questions.indices {
      guard fault == nil, let question = conversation.question else { break }
      if !reply(replies.reply(to: question, in: conversation, using: &random), to: question),
        !reply(replies.skip, to: question)
      {
        fault = "`\(replies.skip)` is no answer to `\(script.questions[question].key)`"
      }
    }
    if fault == nil { fault = conversation.faultAtTheEnd }
  }

  /// Types a reply; returns false, and changes nothing, if it is not an answer.
  @discardableResult
  private mutating func reply(_ typed: String, to question: Int) -> Bool {
    let reply = conversation.understand(typed, replyingTo: question)
    if case .answer(let answer) = reply {
      conversation.take(answer, to: question, typed: typed)
      ledger.enter(answer, to: question)
      let asked = conversation.script.questions[question]
      if let alsoSaid = asked.moment ?? asked.birthDate { ledger.forget(alsoSaid) }
    }
    note("\(script.questions[question].key): \(typed)")
    if case .answer = reply { return true }
    return false
  }

  private mutating func note(_ turn: String) {
    turns.append(turn)
    look()
  }

  private mutating func look() {
    fault = ledger.loss(in: conversation) ?? conversation.fault
  }
}

extension Conversation {
  /// A broken invariant of the conversation at any point; nil if there is none.
  var fault: String? {
    let open = walk.questions.first { answers[$0] == nil && !script.questions[$0].isQuiet }
    if walk.next != open {
      return "what is asked next is not the first question without an answer"
    }
    if let question, question != reopened, answers[question] != nil, !isOffered(question) {
      return "a question that has an answer is asked again, and nobody asked for it"
    }
    let live = walk.questions.filter { answers[$0] != nil }
    let asked = answers.questions.filter { $0 >= script.localCount }
    if Set(live + parked) != Set(asked) || live.count + parked.count != asked.count {
      return "an answer is neither in use nor set aside, or both"
    }
    let fresh = Conversation(script, answers: answers, today: today)
    if fresh.walk.path != walk.path || fresh.parked != parked {
      return "another conversation with the same answers goes another way"
    }
    let takenUp = Conversation(script, stored: stored, today: today)
    if takenUp.answers != answers || takenUp.stored != stored || takenUp.drafts != drafts
      || takenUp.gaps != gaps || takenUp.reasons.map(\.text) != reasons.map(\.text)
    {
      return "kept and taken up again, it is not the same"
    }
    return nil
  }

  /// What is wrong with the conversation once nothing more should be asked; nil if it is right.
  var faultAtTheEnd: String? {
    if let question { return "it still asks `\(script.questions[question].key)`, and never ends" }
    if left != 0 { return "it has ended, and still counts questions to come" }
    let chart = chartOutcomes.map { script.outcomes[$0].id }
    return switch chart.count {
    case 0: "it ends without an outcome of the chart"
    case 1: nil
    default: "it ends with several outcomes of the chart: \(chart.joined(separator: ", "))"
    }
  }
}
