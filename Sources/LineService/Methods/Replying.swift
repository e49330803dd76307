import DialogueEngine
import DialogueModel
import JSON

/// What the methods for answering and changing share.
extension Service {
  /// Records an answer and returns what is said about it.
  func record(
    _ answer: Answer, to question: Int, _ given: Parameters, in session: Session,
    effect: Conversation.Effect? = nil
  ) throws(Refusal) -> Turn {
    let open = session.question
    let said = session.conversation.take(answer, to: question, typed: try given.text("reply"))
    session.misses = 0
    if session.script.questions[question].isQuiet {
      // A note doesn't replace the question being asked.
      if let open, !session.conversation.isForWhatWasWritten { session.conversation.reopen(open) }
    } else if given["reply"] != nil,
      session.conversation.items(of: question).contains(where: { !$0.isRemoved })
    {
      // A list that is typed item by item stays open for the next item.
      session.conversation.reopen(question)
    }
    return Turn(session: session, said: said, effect: effect)
  }

  /// How a reply was read: as an answer, or as a turn that is already complete.
  enum Given {
    case answer(Answer)
    case turn(Turn)
  }

  /// Reads the answer, given as a value or as typed words.
  func reply(
    _ given: Parameters, to question: Int, in session: Session
  ) throws(Refusal) -> Given {
    guard (given["answer"] == nil) != (given["reply"] == nil) else {
      throw .wrongParameters("Give either \"answer\", a value, or \"reply\", words as typed.")
    }
    if let json = given["answer"] {
      guard let stored = StoredAnswer(json),
        let answer = session.conversation.answer(to: question, from: stored)
      else { throw invalid(question, in: session) }
      if case .refused(let why, let arguments)? =
        session.conversation.refusal(of: answer, to: question)
      {
        throw invalid(question, session.script.words(why, arguments), in: session)
      }
      return .answer(answer)
    }
    let typed = try given.text("reply") ?? ""
    // An empty reply keeps the answer of a question that is being asked again.
    if typed.trimmed.isEmpty,
      question == session.conversation.reopened || session.conversation.isOffered(question)
    {
      return .turn(Turn(session: session, said: session.cancelReopen()))
    }
    var options: [Int] = []
    var ways = ways(to: question, in: session)
    switch session.conversation.understand(typed, replyingTo: question) {
    case .answer(let answer): return .answer(session.conversation.added(answer, to: question))
    case .loose(let answer, let rest):
      let asked = session.script.questions[question]
      throw .readLoosely(
        question: asked.key, asked.stored(answer),
        words: session.conversation.words(for: answer, to: question), rest: rest,
        state: carried(session))
    case .listDone:
      return .turn(Turn(session: session, said: session.cancelReopen()))
    case .command(let command, let argument): throw .isACommand(command.id, argument: argument)
    case .noRoom: throw invalid(question, in: session)
    case .empty where session.script.questions[question].unclear != nil:
      // An empty reply isn't counted as an unclear one.
      throw .notUnderstood(level: 1, ways: ways, options: [], state: carried(session))
    case .ambiguous(let several, _): options = several
    // Here the reply is one of the pack's own words, so it may be repeated.
    case .refused(let why, let arguments):
      ways = session.script.words(why, arguments.merging(["reply": typed.trimmed]) { $1 })
    case .empty, .unknownCommand, .notUnderstood: break
    }
    let isFirst = session.misses == 0
    if try given.truth("preview") != true,
      let said = session.conversation.takeUnclear(typed, to: question, isFirst: isFirst)
    {
      session.misses = isFirst ? 1 : 0
      return .turn(Turn(session: session, said: said))
    }
    session.misses = min(session.misses + 1, 3)
    throw .notUnderstood(
      level: session.misses, ways: ways,
      options: options.map { session.script.questions[question].options[$0] },
      state: carried(session))
  }

  private func invalid(_ question: Int, _ why: String? = nil, in session: Session) -> Refusal {
    .invalidAnswer(
      question: session.script.questions[question].key,
      ways: why ?? ways(to: question, in: session))
  }

  private func ways(to question: Int, in session: Session) -> String {
    session.script.words(session.script.questions[question].type.ways)
  }
}
