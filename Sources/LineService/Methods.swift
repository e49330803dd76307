import DialogueScript
import Screening

/// What a request is answered with.
enum Result {
  case described
  case listed
  case turn(Turn)
  case review(Talk)
  case explained(Talk, question: Int)
  case drafted(Talk, letters: [Int])
  case closed
}

/// The methods, by their names on the line.
enum Method: CaseIterable {
  case describe, list, start, answer, back, change, review, explain, draft, resume, close

  var name: StaticString {
    switch self {
    case .describe: "service/describe"
    case .list: "dialogue/list"
    case .start: "conversation/start"
    case .answer: "conversation/answer"
    case .back: "conversation/back"
    case .change: "conversation/change"
    case .review: "conversation/review"
    case .explain: "conversation/explain"
    case .draft: "conversation/draft"
    case .resume: "conversation/resume"
    case .close: "conversation/close"
    }
  }
}

extension Service {
  mutating func carryOut(_ request: Request) throws(Refusal) -> Result {
    guard let method = Method.allCases.first(where: { request.method.isText($0.name) }) else {
      throw .unknownMethod
    }
    if let given = request.parameters, !given.isObject {
      throw .wrongParameters("Parameters go by name: \"params\" is an object.")
    }
    let given = Parameters(json: request.parameters)
    try given.check(for: method)
    switch method {
    case .describe: return .described
    case .list: return .listed
    case .start: return .turn(try start(given))
    case .answer: return .turn(try answer(given, isChange: false))
    case .change: return .turn(try answer(given, isChange: true))
    case .back: return .turn(try goBack(given))
    case .resume: return .turn(try resume(given))
    case .review: return .review(try talk(given).talk)
    case .explain:
      let talk = try talk(given).talk
      return .explained(talk, question: try question(given, in: talk))
    case .draft:
      let talk = try talk(given).talk
      return .drafted(talk, letters: try letters(given, of: talk))
    case .close:
      let (_, handle) = try talk(given)
      if case .held(let name) = handle { held.remove(name) }
      return .closed
    }
  }

  private mutating func start(_ given: Parameters) throws(Refusal) -> Turn {
    let pack = try pack(given)
    let talk = Talk(
      conversation: Conversation(
        packs[pack].course, stored: try given.answers() ?? [:], today: try day(given)),
      pack: pack)
    return try hold(talk, said: talk.conversation.opening, given)
  }

  /// Takes a conversation up again: from a state, or from answers kept elsewhere.
  private mutating func resume(_ given: Parameters) throws(Refusal) -> Turn {
    if given.namesConversation {
      let (talk, handle) = try talk(given)
      return Turn(talk: talk, handle: handle, said: talk.conversation.noticesInForce)
    }
    let pack = try pack(given)
    guard let answers = try given.answers() else {
      throw .wrongParameters("Give \"state\", or \"answers\" with the pack's \"version\".")
    }
    let script = packs[pack].course.script
    let conversation = Conversation(packs[pack].course, stored: answers, today: try day(given))
    if let version = try given.text("version"), version != script.version,
      try given.truth("accept") != true
    {
      throw .scriptChanged(
        version: script.version,
        parked: conversation.parked.map { script.questions[$0].key },
        unknown: conversation.strays.keys.sorted())
    }
    return try hold(
      Talk(conversation: conversation, pack: pack), said: conversation.noticesInForce, given)
  }

  private mutating func answer(_ given: Parameters, isChange: Bool) throws(Refusal) -> Turn {
    var (talk, handle) = try talk(given)
    let question = try question(given, in: talk)
    let before = talk.conversation
    guard let answer = try reply(given, to: question, in: &talk, handle) else {
      return Turn(talk: talk, handle: handle)
    }
    let effect = isChange ? before.effect(of: answer, to: question) : nil
    if isChange, try given.truth("preview") == true {
      return Turn(talk: talk, handle: handle, effect: effect)
    }
    talk.conversation.answer(question, with: answer)
    talk.misses = 0
    // A note is taken beside the question that is asked.
    let isQuiet = before.course.script.questions[question].isQuiet
    if isQuiet, let open = before.question { talk.conversation.reopen(open) }
    let said = talk.conversation.said(after: before)
    // A list that is typed item by item stays open for the next one.
    if given["reply"] != nil, !isQuiet,
      talk.conversation.items(of: question).contains(where: { !$0.isRemoved })
    {
      talk.conversation.reopen(question)
    }
    keep(talk, handle)
    return Turn(talk: talk, handle: handle, said: said, effect: effect)
  }

  /// The answer that was given, by value or by words; nil where the one there is stays.
  private mutating func reply(
    _ given: Parameters, to question: Int, in talk: inout Talk, _ handle: Handle
  ) throws(Refusal) -> Answer? {
    let asked = talk.conversation.script.questions[question]
    var ways: String { talk.conversation.script.words(asked.type.ways) }
    guard (given["answer"] == nil) != (given["reply"] == nil) else {
      throw .wrongParameters("Give either \"answer\", a value, or \"reply\", words as typed.")
    }
    if let json = given["answer"] {
      guard let stored = StoredAnswer(json), let answer = asked.answer(from: stored) else {
        throw .invalidAnswer(question: asked.key, ways: ways)
      }
      return answer
    }
    let typed = try given.text("reply") ?? ""
    // An empty reply leaves an answer that is asked again as it was.
    if typed.trimmed.isEmpty, question == talk.conversation.reopened {
      leave(&talk, handle)
      return nil
    }
    var options: [AnswerOption] = []
    switch talk.conversation.understand(typed, replyingTo: question) {
    case .answer(let answer): return answer
    case .listDone:
      leave(&talk, handle)
      return nil
    case .command(let command, let argument): throw .isACommand(command.id, argument: argument)
    case .noRoom: throw .invalidAnswer(question: asked.key, ways: ways)
    case .ambiguous(let several): options = several
    case .empty, .unknownCommand, .notUnderstood: break
    }
    talk.misses = min(talk.misses + 1, 3)
    keep(talk, handle)
    throw .notUnderstood(
      level: talk.misses, ways: ways, options: options, state: carried(talk, handle))
  }

  /// Goes on with the first open question.
  private mutating func leave(_ talk: inout Talk, _ handle: Handle) {
    talk.conversation.leaveReopened()
    talk.misses = 0
    keep(talk, handle)
  }

  private mutating func goBack(_ given: Parameters) throws(Refusal) -> Turn {
    var (talk, handle) = try talk(given)
    guard let previous = talk.conversation.previous else { throw .notOnThePath }
    talk.conversation.reopen(previous)
    talk.misses = 0
    keep(talk, handle)
    return Turn(talk: talk, handle: handle)
  }

  private func letters(_ given: Parameters, of talk: Talk) throws(Refusal) -> [Int] {
    let letters = talk.conversation.letters
    guard let wanted = try given.text("letter") else { return letters }
    let named = letters.filter { talk.conversation.script.letters[$0].id == wanted }
    guard !named.isEmpty else {
      throw .wrongParameters("This conversation has no letter of that name as it stands.")
    }
    return named
  }
}
